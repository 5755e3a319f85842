"""The catalogues hold the same texts in each language, and numbers look as the language writes them."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts import KNOWN, LANGUAGES, Texts
from texts.catalogue import FOLDER, CatalogueError, catalogue, read_catalogue

PLACEHOLDER = re.compile(r"{(\w+)}")


def differences(texts: Path, languages: Sequence[str] = LANGUAGES) -> list[str]:
    """What is not the same in every language's folder, each in a sentence; all are compared with the first."""
    first, *others = languages
    found = []
    for language in others:
        files = {one: {file.name for file in (texts / one).iterdir()} for one in (first, language)}
        found += [f"{language} has no {name}, as {first} has." for name in sorted(files[first] - files[language])]
        found += [f"{language} has {name}, which {first} has not." for name in sorted(files[language] - files[first])]
        for name in sorted(files[first] & files[language]):
            mine, theirs = (read_catalogue(texts / one, name) for one in (language, first))
            found += [f"{language}/{name}: {key} is missing." for key in theirs if key not in mine]
            found += [f"{language}/{name}: {key} is not in {first}/{name}." for key in mine if key not in theirs]
            found += [
                f"{language}/{name}: {key} has {filled(mine[key])}, {first} has {filled(theirs[key])}."
                for key in mine.keys() & theirs.keys()
                if filled(mine[key]) != filled(theirs[key])
            ]
    return found + [f"{one}: {key} says nothing." for one in languages for key in empty(texts / one)]


def filled(text: str) -> list[str]:
    """What is filled in, in no order."""
    return sorted(f"{{{name}}}" for name in PLACEHOLDER.findall(text))


def empty(folder: Path) -> list[str]:
    return [key for key, text in read_catalogue(folder).items() if not text.strip()]


def test_every_language_has_the_same_files_keys_and_placeholders() -> None:
    assert {folder.parent.name for folder in FOLDER.glob("*/*.toml")} == set(LANGUAGES)
    assert not differences(FOLDER)


ONE = {"a.toml": "[page]\nstart = 'Start {year}'\nend = 'End'\n", "b.toml": "[lever]\nname = 'Name'\n"}


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("b.toml", None, "xx has no b.toml, as nb has."),
        ("c.toml", "[x]\ny = 'z'", "xx has c.toml, which nb has not."),
        ("a.toml", "[page]\nstart = 'Start {year}'", "xx/a.toml: page.end is missing."),
        ("b.toml", "[lever]\nname = 'N'\nunit = 'U'", "xx/b.toml: lever.unit is not in nb/b.toml."),
        ("a.toml", "[page]\nstart = 'Start'\nend = 'End'", "xx/a.toml: page.start has [], nb has ['{year}']."),
        ("a.toml", "[page]\nstart = 'Start {when}'\nend = 'E'", "page.start has ['{when}'], nb has ['{year}']."),
        ("b.toml", "[lever]\nname = ' '", "xx: lever.name says nothing."),
        ("b.toml", "[lever]\nname = 'Name'\n", ""),
    ],
)
def test_what_differs_between_languages_is_named(tmp_path: Path, file: str, content: str | None, said: str) -> None:
    for language in ("nb", "xx"):
        (tmp_path / language).mkdir()
        for name, text in ONE.items():
            (tmp_path / language / name).write_text(text, encoding="utf-8")
    changed = tmp_path / "xx" / file
    changed.unlink() if content is None else changed.write_text(content, encoding="utf-8")
    found = differences(tmp_path, ("nb", "xx"))
    assert len(found) == bool(said) and all(said in sentence for sentence in found)


def test_a_key_stands_in_one_file(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text("[page]\nstart = 'Start'", encoding="utf-8")
    with pytest.raises(CatalogueError, match=rf"^{tmp_path.name}/b\.toml: page\.start stands in another file too\.$"):
        read_catalogue(tmp_path)


@pytest.mark.parametrize(("language", "alike"), [("nn", 0.2), ("en", 0.0)])
def test_texts_are_translated(language: str, alike: float) -> None:
    """No sentence is the same in English; some are in nynorsk."""
    bokmal, other = catalogue("nb"), catalogue(language)
    sentences = [key for key, text in bokmal.items() if text.count(" ") > 5]
    assert sum(other[key] == bokmal[key] for key in sentences) <= alike * len(sentences)


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
    [
        (0.0, "0,0"),
        (0.03, "3,0"),
        (0.031, "3,1"),
        (0.0315, "3,15"),
        (0.00049, "0,049"),
        (-0.0125, "\u22121,25"),
        (1e-9, "0,0000001"),
        (-5e-324, "\u22125·10^\u2212322"),
    ],
)
def test_a_rate_is_written_with_the_decimals_it_has(share: float, expected: str) -> None:
    assert Texts("nb").percent_in_full(share) == f"{expected}\u00a0%"


@given(st.integers(-1_000_000_000, 1_000_000_000), st.sampled_from(LANGUAGES))
def test_what_a_lever_holds_is_read_back_from_its_words(millionths: int, language: str) -> None:
    """Six decimals of a percent are what a lever keeps; no zero is written that says nothing, but one."""
    texts, value = Texts(language), millionths / 1e6
    for words in (texts.percent_in_full(round(value / 100, 8)).rstrip("%\u00a0"), texts.in_full(value)):
        signs = KNOWN[language]
        plain = words.replace("\u2212", "-").replace(signs.thousands, "").replace(signs.decimal, ".")
        assert float(plain) == pytest.approx(value, abs=1e-7)
        _, _, decimals = plain.partition(".")
        assert decimals and (len(decimals) == 1 or decimals[-1] != "0") and len(decimals) <= 6


@given(st.floats(1e-300, 0.05))
def test_only_nothing_is_written_as_nothing(share: float) -> None:
    assert re.search("[1-9]", Texts("nb").percent_in_full(share))


@pytest.mark.parametrize(("language", "word"), [("nb", "og"), ("nn", "og"), ("en", "and")])
def test_names_are_listed_as_one_says_them(language: str, word: str) -> None:
    texts = Texts(language)
    assert texts.listed([]) == "" and texts.listed([2023]) == "2023"
    assert texts.listed(["a", "b"]) == f"a {word} b" and texts.listed(["a", "b", "c"]) == f"a, b {word} c"
