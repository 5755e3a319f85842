"""A tallgrunnlag of the visitor's own: it is uploaded, checked, and used for this visit alone."""
