"""The page of uncertainty: what is asked, its draws, and the ranges of the levers."""
