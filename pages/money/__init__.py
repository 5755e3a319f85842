"""What stands around the figures of «Tidligere års midler»."""
