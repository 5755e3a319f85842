"""What is asked «what if»: the scenario record, its fields and limits, and its forms as link, file and batch.

Every check of what a user, a link or a file says about a scenario stands here. It may know ``reading`` and
``baseline``, and nothing of what a scenario leads to.
"""
