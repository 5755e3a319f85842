"""A specification with colours and font in place of their names, for what is drawn outside the screen's theme."""

from typing import Any

from charts.draw.palette import PALETTE


def on_paper(value: Any, family: str) -> Any:
    """The same specification in the palette of paper; ``family``: the font's name.

    Only what stands at a colour's place is taken for one: a text may begin with «@» too.
    """
    if isinstance(value, list):
        return [on_paper(item, family) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: family if key == "family" else _drawn(key, item, family) for key, item in value.items()}


def _drawn(key: str, value: Any, family: str) -> Any:
    if not key.endswith("color"):
        return on_paper(value, family)
    return [_colour(name) for name in value] if isinstance(value, list) else _colour(value)


def _colour(name: str) -> str:
    return PALETTE[name[1:]] if name.startswith("@") else name
