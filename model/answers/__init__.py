"""Questions and what is answered: the answer, its reasons, what a target needs, and when to be careful."""
