"""An organisation's colours and fonts for the slides, from a TOML file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from charts.draw.palette import PALETTE
from model import ModelError
from model.reading.errors import shown
from model.reading.json_text import utf_8

FACE: Final = "Source Sans Pro"
"""The screen's own face, as office programs know it: new ones fetch it where it is not installed."""

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
FONTS: Final = ("heading", "body")

PROBLEMS: Final = {
    "size": "the theme is larger than {allowed} thousand characters",
    "toml": "the theme is no TOML: {found}",
    "utf_8": "the theme is no text in UTF-8; save it as UTF-8",
    "unknown": "{found} is unknown in {place}; known are {allowed}",
    "table": "{place} must be a table of texts",
    "colour": "colours.{place} is {found}; write a colour such as #22304a",
}
"""What is wrong, by the kind of problem."""


class ThemeError(ModelError):
    """A theme that cannot be used.

    problem: a key of ``PROBLEMS``, and values: what fills it, from which a page can say the same in another language.
    """

    def __init__(self, problem: str, **values: str) -> None:
        self.problem, self.values = problem, values
        super().__init__(PROBLEMS[problem].format(**values) + ".")


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts, and colours by the names of ``PALETTE``; those that are left out are the tool's own."""

    heading: str = FACE
    body: str = FACE
    colours: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_toml(cls, text: str | bytes) -> Self:
        """The theme of a file with tables ``fonts`` (heading, body) and ``colours``. Raises ThemeError."""
        theme = _table(text)
        fonts, colours = (_inner(theme, name) for name in ("fonts", "colours"))
        _only("fonts", fonts, FONTS)
        _only("colours", colours, tuple(PALETTE))
        for name, colour in colours.items():
            if not COLOUR.fullmatch(colour):
                raise ThemeError("colour", place=name, found=shown(colour))
        return cls(**fonts, colours=colours)

    def colour(self, name: str) -> str:
        """The colour of a name of ``PALETTE`` as slides write it: six digits."""
        return self.colours.get(name, PALETTE[name]).removeprefix("#").upper()


def _table(text: str | bytes) -> dict[str, Any]:
    try:
        theme = tomllib.loads(utf_8(text) if isinstance(text, bytes) else text)
    except UnicodeDecodeError as error:
        raise ThemeError("utf_8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ThemeError("toml", found=shown(str(error))[1:-1]) from error
    _only("theme", theme, ("fonts", "colours"))
    return theme


def _inner(theme: Mapping[str, Any], name: str) -> dict[str, str]:
    inner = theme.get(name, {})
    if not isinstance(inner, dict) or not all(isinstance(value, str) and value for value in inner.values()):
        raise ThemeError("table", place=name)
    return inner


def _only(place: str, names: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for name in names:
        if name not in known:
            raise ThemeError("unknown", found=shown(name), place=place, allowed=", ".join(known))
