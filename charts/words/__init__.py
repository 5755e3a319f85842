"""An answer in words: what scenarios, prices and settings are called, headlines, cautions, refusals.

The ground of ``charts``: it may know the model and the texts, and nothing that is drawn.
"""
