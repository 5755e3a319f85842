"""A file that the visitor opened, as the browser sends it: its bytes in base64."""

from base64 import b64decode
from typing import Final

from pages.visit.problems import Asked

LARGEST: Final = 100_000
"""Bytes of a scenario or a theme: forty times the largest scenario."""


def content_of(asked: Asked, largest: int) -> bytes | None:
    """The bytes of the file in a message; None where there are more than ``largest``."""
    content = asked.get("content")
    if not isinstance(content, str) or len(content) > 2 * largest:
        return None
    try:
        file = b64decode(content, validate=True)
    except ValueError:  # no browser sends that
        return b""
    return file if len(file) <= largest else None
