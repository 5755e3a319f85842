"""``python -m model``: the model on the command line."""

import sys

from model.commands.command_line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
