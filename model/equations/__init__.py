"""Scenarios in, cost levels, needs and bridges out; ``steps`` alone knows the order of the equations."""
