"""How a figure is calculated: the panel that any figure of a page opens."""
