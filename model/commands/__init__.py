"""The commands of the command line, a module each.

``HELP`` is one line, ``add_arguments`` adds what the command takes beside scenarios and output, and ``table`` turns
the options into rows. ``model/command_line.py`` lists them.
"""
