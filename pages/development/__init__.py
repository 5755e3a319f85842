"""The parts of the page Utvikling under its figures: tables with their sources, and wages and prices as one index."""
