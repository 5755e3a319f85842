"""What a page draws in the middle: choices above, headline, key figures and charts, comparison, target, meeting."""
