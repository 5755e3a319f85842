"""Questions and their answers: a question is one value, its answer another, from which every figure and file is made.

Beside them what an answer is asked for: its reasons (attribution), what a target needs (solving), what to be careful
with (cautions). It may know everything below, and not ``checks``, which stands beside it.
"""
