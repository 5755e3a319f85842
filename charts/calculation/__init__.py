"""A step of a calculation in words: what it is, what it is made of, and at the end where a figure stands."""
