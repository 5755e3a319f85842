"""What the page Hvem betaler asks for and shows under its figures: search, keys, own figures, tables."""
