"""How uncertain a figure is: the page's question, and the ranges of the levers beside its figures."""
