"""The print held against the model, cell by cell: the tallgrunnlag's tables, and the invoice example of 2021.

It may know everything below, ``payers`` included, and not ``answers``, which stands beside it.
"""
