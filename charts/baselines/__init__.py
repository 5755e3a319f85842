"""A tallgrunnlag that is new: what is wrong with it, what it lacks, and what has changed from the one before."""
