"""JSON read strictly: UTF-8, no name twice, and one error for anything that is not JSON."""

import json
from typing import Any

from model.errors import ScenarioError


def json_value(text: str | bytes, field: str = "scenario") -> Any:
    """The value that a JSON text holds.

    NaN and Infinity are read as numbers and refused where a number is checked. Raises ScenarioError.
    """
    try:
        text = text.decode("utf-8-sig") if isinstance(text, bytes | bytearray) else text
        return json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError, TypeError) as error:
        raise ScenarioError(field, text, "json") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names: dict[str, Any] = {}
    for name, value in pairs:
        if name in names:
            raise ScenarioError(name, value, "repeated")
        names[name] = value
    return names
