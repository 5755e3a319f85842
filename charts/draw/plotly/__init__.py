"""Draws a chart's record as a Plotly specification: plain dicts, no Plotly import. ``charts.draw.kinds`` says by what.

Colours are named («@increase»); the screen replaces the names with the theme's colours. Sizes are in CSS pixels.
It may know ``charts.records``, ``charts.words`` and the measures that the renderers share.
"""
