"""A tallgrunnlag as it was published, and what belongs to it: axes, printed tables, parameters, measures, keys, law.

Sheets of a folder or a workbook, and the files in ``data/``, become frozen records. It may know ``reading``; nothing is
computed here.
"""
