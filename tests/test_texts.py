"""The catalogues hold the same texts in each language, and numbers look as the language writes them."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, "0,0"), (0.03, "3,0"), (0.031, "3,1"), (0.0315, "3,15"), (0.00049, "0,049"), (-0.0125, "\u22121,25")],
)
def test_a_rate_is_written_with_the_decimals_it_has(share: float, expected: str) -> None:
    assert Texts("nb").percent_in_full(share) == f"{expected}\u00a0%"


@given(st.integers(-1_000_000_000, 1_000_000_000), st.sampled_from(LANGUAGES))
def test_what_a_lever_holds_is_read_back_from_its_words(millionths: int, language: str) -> None:
    """Six decimals of a percent are what a lever keeps; no zero is written that says nothing, but one."""
    texts, value = Texts(language), millionths / 1e6
    for words in (texts.percent_in_full(round(value / 100, 8)).rstrip("%\u00a0"), texts.in_full(value)):
        plain = words.replace("\u2212", "-").replace("\u202f", "")
        plain = plain.replace(",", "") if language == "en" else plain.replace(",", ".")
        assert float(plain) == pytest.approx(value, abs=1e-7)
        _, _, decimals = plain.partition(".")
        assert decimals and (len(decimals) == 1 or decimals[-1] != "0") and len(decimals) <= 6


@given(st.floats(1e-300, 0.05))
def test_only_nothing_is_written_as_nothing(share: float) -> None:
    assert re.search("[1-9]", Texts("nb").percent_in_full(share))
