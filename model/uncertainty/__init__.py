"""How sure a figure is: ranges instead of values for levers, and what the model's figures then may be.

Ranges are read and checked (``ranges``, ``default_ranges``), drawn from (``drawing``), and run in chunks whose figures
are counted in histograms (``simulating``); ``sensitivity``, ``importance`` and ``margin_curve`` say where the
uncertainty comes from and what the margin buys. It may know ``answers`` and everything below.
"""
