"""Texts that the tool did not write, made fit to show."""

LONGEST = 30  # characters of a foreign text that are shown


def printable(name: str) -> str:
    """A name on one line without what files cannot hold, such as control characters."""
    return "".join(letter if letter.isprintable() else " " for letter in name).strip()


def whole(path: str) -> str:
    """The path of a field on one line, uncut: the wrong word in it can stand last."""
    return " ".join(printable(path).split())


def short(text: str) -> str:
    """A foreign text on one line, shortened, without the quotes of its notation."""
    line = " ".join(printable(text).split())
    line = line[1:-1] if len(line) > 1 and line[0] == line[-1] and line[0] in "'\"" else line
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
