"""The commands of the command line, a module each.

``HELP`` is one line, ``add_arguments`` adds what the command takes beside scenarios and output, and ``rows`` turns
the options into rows. ``command_line`` lists them.
"""
