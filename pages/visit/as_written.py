"""Words of a link or a file in what Streamlit reads as Markdown."""

import re
from typing import Final

MARKUP: Final = re.compile(r"[!-/:-@\[-`{-~]")
"""What could mean something in Markdown: a link's text is shown as it is."""


def as_written(sentence: str) -> str:
    """A sentence with words of somebody else's in it as Markdown that says just that."""
    return MARKUP.sub(r"\\\g<0>", sentence)
