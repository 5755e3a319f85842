"""The print held against itself and the model, in words: how much of it agrees, and what there is to know."""
