"""How fast it is: what the figures in the README come from. `python -m benchmarks` runs everything."""
