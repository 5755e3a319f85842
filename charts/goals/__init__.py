"""What each lever alone would have to be for a target: targets as people write them, and the answer lever by lever.

It may know the plans and bridges, not the payers, which stand beside it.
"""
