"""The calculation behind a figure, as a tree down to printed cells, levers and constants."""
