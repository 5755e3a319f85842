"""Who pays, as figures and tables: groups, regional health authorities, municipalities, and one organisation."""
