"""The ground: files become checked records, and what is wrong with one becomes an error that says so."""
