"""Draws a chart's record as a Plotly specification: plain dicts, no Plotly import. ``charts.draw.kinds`` says by what.

Colours are named («@increase»); what stands under a key that ends in ``color`` is replaced:
``on_paper`` and, on the screen, pages/figures/theme.js. Sizes are in CSS pixels.
It may know ``charts.records``, ``charts.words`` and the measures that the renderers share.
"""
