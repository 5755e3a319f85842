"""An organisation's colours and fonts for the slides, from a TOML file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from charts.palette import PALETTE
from model import ModelError
from model.errors import shown

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class ThemeError(ModelError):
    """A theme that cannot be used, with what was found and what is allowed."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts, and colours by the names of ``PALETTE``; those that are left out are the tool's own."""

    heading: str = "Arial"
    body: str = "Arial"
    colours: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_toml(cls, text: str | bytes) -> Self:
        """The theme of a file with tables ``fonts`` (heading, body) and ``colours``. Raises ThemeError."""
        found = _table(text)
        fonts, colours = (_inner(found, name) for name in ("fonts", "colours"))
        _only("fonts", fonts, ("heading", "body"))
        _only("colours", colours, tuple(PALETTE))
        for name, colour in colours.items():
            if not COLOUR.fullmatch(colour):
                raise ThemeError(f"colours.{name} is {shown(colour)}; write a colour such as #22304a.")
        return cls(**fonts, colours=colours)

    def colour(self, name: str) -> str:
        """Six digits, as slides write a colour."""
        return self.colours.get(name, PALETTE[name]).removeprefix("#").upper()


def _table(text: str | bytes) -> dict[str, Any]:
    try:
        found = tomllib.loads(text.decode("utf-8-sig") if isinstance(text, bytes) else text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"The theme is no TOML: {error}.") from error
    _only("theme", found, ("fonts", "colours"))
    return found


def _inner(found: Mapping[str, Any], name: str) -> dict[str, str]:
    inner = found.get(name, {})
    if not isinstance(inner, dict) or not all(isinstance(value, str) and value for value in inner.values()):
        raise ThemeError(f"{name} must be a table of texts.")
    return inner


def _only(place: str, found: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for name in found:
        if name not in known:
            raise ThemeError(f"{shown(name)} is unknown in {place}; known are {', '.join(known)}.")
