"""The ground of the model: files become checked records, and what is wrong with one becomes an error that says so.

CSV, TOML and JSON readers, the errors of the whole model, a mapping that cannot change. It knows nothing of what the
files are about, and no other room.
"""
