"""The catalogues hold the same texts in each language, and numbers look as the language writes them."""

import ast
import re
from pathlib import Path

import pytest

from texts import LANGUAGES, Texts
from texts.catalogue import catalogue

ROOT = Path(__file__).parents[1]
PLACEHOLDER = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_placeholders(language: str) -> None:
    bokmal, other = catalogue("nb"), catalogue(language)
    assert other.keys() == bokmal.keys()
    for key, text in other.items():
        assert text.strip(), key
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(bokmal[key])), key


@pytest.mark.parametrize(("language", "alike"), [("nn", 0.2), ("en", 0.0)])
def test_texts_are_translated(language: str, alike: float) -> None:
    """No sentence is the same in English; some are in nynorsk."""
    bokmal, other = catalogue("nb"), catalogue(language)
    sentences = [key for key, text in bokmal.items() if text.count(" ") > 5]
    assert sum(other[key] == bokmal[key] for key in sentences) <= alike * len(sentences)


def test_every_text_is_used() -> None:
    """A key stands in the code, or its group does with the rest filled in («component.{component}»)."""
    code = "".join(
        path.read_text(encoding="utf-8")
        for room in ("pages", "charts", "exports")
        for path in (ROOT / room).rglob("*.py")
    ) + (ROOT / "app.py").read_text(encoding="utf-8")
    strings = {
        node.value
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    starts = tuple(text for text in strings if "." in text and text[-1] in "._")
    unused = [key for key in catalogue("nb") if key not in strings and not key.startswith(starts)]
    assert not unused


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", ["1\u202f234,5", "\u22121\u202f234,5", "+0,1", "0,0", "3,1\u00a0%", "\u22121,8\u00a0%"]),
        ("nn", ["1\u202f234,5", "\u22121\u202f234,5", "+0,1", "0,0", "3,1\u00a0%", "\u22121,8\u00a0%"]),
        ("en", ["1,234.5", "\u22121,234.5", "+0.1", "0.0", "3.1%", "\u22121.8%"]),
    ],
)
def test_numbers(language: str, expected: list[str]) -> None:
    texts = Texts(language)
    found = [texts.amount(1234.5), texts.change(-1234.5), texts.change(0.06), texts.change(-0.04)]
    assert [*found, texts.percent(0.031), texts.percent_change(-0.018)] == expected
