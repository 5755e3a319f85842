"""An answer in words: names, prices, settings, refusals."""
