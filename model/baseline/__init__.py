"""A tallgrunnlag as it was published, and what belongs to it: axes, printed tables, parameters, measures, keys, law.

Each module reads one kind of file in ``data/`` into frozen records, once. It may know ``reading``; nothing is computed
here.
"""
