"""The commands of ``python -m model``, a module each; ``command_line`` lists them, and everything below may be known.

A command's module has ``HELP``, one line; ``add_arguments``, which adds what the command takes beside scenarios and
output; and ``rows``, which turns the options into rows. A command that is about baselines takes no scenario, and has
``parts`` instead, which turns the options into bytes.
"""
