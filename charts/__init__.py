"""Figures as records: a result becomes rows and texts that any renderer can draw."""
