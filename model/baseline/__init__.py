"""A tallgrunnlag as it was published: axes, parameters, measures, keys, the regulation and the printed tables."""
