"""The print held against the model, cell by cell."""
