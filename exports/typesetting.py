"""Documents set by Typst with the bundled fonts alone: the same on every machine."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

FONTS: Final = Path(__file__).parent / "fonts"

SIGNS: Final = (
    "\u2009\u202f\u2010\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u2032\u2212\u2248†‡▬▲▼"
)
"""What the fonts have beside Latin letters."""


def drawable(text: str) -> str:
    """The text with «?» for letters that the fonts lack: a tagged PDF must not have any."""
    return "".join(
        letter if " " <= letter <= "~" or "\xa0" <= letter <= "\u017f" or letter in SIGNS else "?" for letter in text
    )


def typeset(source: str, form: Literal["pdf", "png"], inputs: Mapping[str, str], **options: Any) -> bytes:
    """The bytes of a document. inputs: what the source finds in ``sys.inputs``; nothing of it is read as markup."""
    import typst  # here and below, for it is large and most runs of the app do without

    document = typst.compile(
        source.encode("utf-8"), format=form, font_paths=_fonts(), sys_inputs=dict(inputs), **options
    )
    if not isinstance(document, bytes):
        raise TypeError("A picture must have one page.")
    return document


def value_of(source: str, label: str, inputs: Mapping[str, str]) -> Any:
    """What a document holds in its ``metadata`` with a label, without a file being made of it."""
    import typst

    options = {"font_paths": _fonts(), "sys_inputs": dict(inputs)}
    return json.loads(typst.query(source.encode("utf-8"), f"<{label}>", field="value", one=True, **options))


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
