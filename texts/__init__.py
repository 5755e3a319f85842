"""Everything the user reads: a catalogue per language, and numbers as the language writes them."""

from texts.catalogue import Texts
from texts.languages import KNOWN, LANGUAGES

__all__ = ["KNOWN", "LANGUAGES", "Texts"]
