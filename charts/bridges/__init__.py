"""From one level to another in steps: the bridge of a year, its printed lines, and what changed and why.

It may know the chart records and their words, not the other charts.
"""
