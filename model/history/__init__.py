"""How cost, payment and budget have developed, what was estimated and what it became, and what costs are made of.

It may know the equations' results and the payers' figures of the past, and nothing of answers or commands.
"""
