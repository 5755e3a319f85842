"""The renderers of the chart records: Plotly's specification for the screen, SVG for everything else.

``kinds`` lists them; ``geometry`` and ``letters`` hold what both measure by. The top of ``charts``: it may know the
records and the words of every chart, and nothing of pages or files.
"""
