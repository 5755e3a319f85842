"""Years beside each other, and scenarios beside each other: the plan, its drivers, key figures, the comparison.

It may know the bridges too, which a comparison shows.
"""
