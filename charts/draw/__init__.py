"""The renderers of the chart records: Plotly's specification for the screen, SVG for everything else."""
