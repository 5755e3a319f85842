"""What a figure is before anyone draws it: a module for each kind, and what all kinds have."""
