"""Draws a chart's record as SVG text, without a browser, in the notation of docs/design.md, for all that is on paper.

``charts.draw.kinds`` says by what. It may know ``charts.records``, ``charts.words`` and the renderers' shared measures.
"""
