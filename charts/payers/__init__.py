"""Who pays, as figures and tables: groups, regional health authorities, municipalities, and one organisation.

It may know the plans and bridges, not the goals, which stand beside it.
"""
