"""What the page of the payers asks and shows: search, keys, own figures."""
