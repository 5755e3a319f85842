"""How sure a quantity is: counts, curves, what the uncertainty is made of, and what a margin buys."""
