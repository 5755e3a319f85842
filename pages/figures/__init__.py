"""What is drawn: the board with headline, key figures and charts, and what stands around it."""
