"""How things have developed: the years before the plan beside it, what became of what was set, what costs are made of.

It may know the records, the words, the bridges' groups and what the payers' charts say of sources, and nothing above.
"""
