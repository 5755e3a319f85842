"""The languages that labels in ``data/`` are written in, and the signs of each."""

from texts.languages import KNOWN, LANGUAGES

__all__ = ["KNOWN", "LANGUAGES"]
