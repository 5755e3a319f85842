"""The list of sources on the page Kilder."""
