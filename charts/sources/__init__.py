"""The inventory of sources in words: what each row is called, what is said of it, who uses it, its values."""
