"""What is asked «what if»: the scenario record, its fields and limits, and its forms as link, file and batch."""
