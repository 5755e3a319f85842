"""JSON read strictly: UTF-8, no name twice, and one error for anything that is not JSON."""

import json
from typing import Any

from model.reading.errors import ScenarioError


def json_value(text: str | bytes, field: str = "scenario") -> Any:
    """The value that a JSON text holds.

    NaN and Infinity are read as numbers and refused where a number is checked. Raises ScenarioError.
    """
    try:
        text = utf_8(text) if isinstance(text, bytes | bytearray) else text
        return json.loads(text, object_pairs_hook=_object)
    except UnicodeDecodeError as error:
        raise ScenarioError(field, text, "utf_8") from error
    except (ValueError, RecursionError, TypeError) as error:
        raise ScenarioError(field, text, "json") from error


def utf_8(content: bytes) -> str:
    """The text of bytes in UTF-8, without its mark.

    Raises UnicodeDecodeError for any other, also for UTF-16 that would pass for UTF-8: a zero gives it away.
    """
    text = content.decode("utf-8-sig")
    if "\0" in text:
        at = content.index(b"\0")
        raise UnicodeDecodeError("utf-8", content, at, at + 1, "a zero, which no text holds")
    return text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names: dict[str, Any] = {}
    for name, value in pairs:
        if name in names:
            raise ScenarioError(name, value, "repeated")
        names[name] = value
    return names
