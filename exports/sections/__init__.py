"""The sections that may be taken along, a module each: a subject in, its words, figures and tables out."""
