"""The print held against the model, against itself and against that of another year; and the invoice example of 2021.

It may know everything below, ``payers`` included, and not ``answers``, which stands beside it.
"""
