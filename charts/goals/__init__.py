"""What each lever alone would have to be."""
