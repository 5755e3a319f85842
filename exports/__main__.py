"""``python -m exports``: files to take along, on the command line."""

import sys

from exports.command_line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
