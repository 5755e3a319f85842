"""Nobody is quoted as saying what the document does not say: what is put in someone's mouth has its place beside it.

What is quoted in «» is word for word in ``data/quotations.toml``, which was written down with the documents open.
"""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from texts import LANGUAGES
from texts.catalogue import catalogue

ROOT: Final = Path(__file__).parents[1]
DATA: Final = ROOT / "data"
REGISTER: Final = DATA / "quotations.toml"
QUOTED: Final = re.compile(r"«([^»]*)»|“([^”]*)”")
SPEAKER: Final = (
    "Norsk helsenett|departementet|the ministry|utvalg(?:et)?|utvalet|the committee|[Mm]edlem(?:mer|mene|er|ene)?|"
    "[Mm]embers?|[Kk]ommunesid(?:en|a)|the municipal side|RHF-ene|[Hh]ø(?:ri|yri)ngsnotatet|[Rr]eferatet|the minutes"
)
VERB: Final = (
    "sier|seier|sa|svart?e|svara|påpekte|peker|peikar|peikte|pointed|mener|meiner|mente|ønske[rt]|ønskjer|ønskte|"
    "vil ha|vil sette|vil beholde|spurte|spurde|spurt|foreslo|foreslår|føreslår|kommenterte|krever|gjengir|"
    "says?|said|wants?|wanted|asks?|asked|replied|commented|proposed|remark(?:ed)?"
)
SAYING: Final = re.compile(rf"(?:{SPEAKER})[^.;:]{{0,60}}?\b(?:{VERB})\b|(?:ifølge|ifølgje|according to) (?:{SPEAKER})")
PLACE: Final = re.compile(
    r"(?:kap\.|chapters?|ch\.|sak|item|§§?|Tabell|Figur|vedlegg|annex) ?\d|docs/decisions|\b01\d\d\b"
)
SHORT: Final = 3
"""Fewer words than these are a name or a term, not a sentence of somebody's."""


class Said(NamedTuple):
    """The words of a record, a text or a paragraph, and where it stands."""

    at: str
    words: str


def records(entry: dict[str, Any]) -> Iterator[str]:
    """The tables of a TOML file that say where they come from, each as one text; the others as deep as they go."""
    inner = [each for each in entry.values() if isinstance(each, dict)]
    if "source" in entry or "text" in entry or not inner:
        yield " ".join(strings(entry))
    else:
        yield from (part for each in inner for part in records(each))


def strings(entry: Any) -> Iterator[str]:
    """Every text of an entry."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        yield from (text for each in entry.values() for text in strings(each))


def told() -> Iterator[Said]:
    """Every record of data/, text of the catalogues and paragraph of an assumption's decision."""
    for path in sorted(DATA.rglob("*.toml")):
        if path != REGISTER:
            yield from (Said(path.name, each) for each in records(tomllib.loads(path.read_text(encoding="utf-8"))))
    for path in sorted(DATA.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (Said(path.name, " ".join(row)) for row in csv.reader(file))
    for language in LANGUAGES:
        yield from (Said(f"{language}: {key}", text) for key, text in catalogue(language).items())
    for path in (
        *sorted((ROOT / "docs" / "decisions").glob("01*.md")),
        ROOT / "tests" / "published" / "DIFFERENCES.md",
    ):
        yield from (Said(path.name, each) for each in path.read_text(encoding="utf-8").split("\n\n"))


ALL: Final = tuple(Said(at, " ".join(words.split())) for at, words in told())
PASSAGES: Final = {
    (document, place, " ".join(passage.split()))
    for document, places in tomllib.loads(REGISTER.read_text(encoding="utf-8")).items()
    for place, passages in places.items()
    for passage in passages
}
LABELS: Final = tuple(
    label
    for path in DATA.rglob("*.toml")
    for entry in tomllib.loads(path.read_text(encoding="utf-8")).values()
    for label in strings(entry.get("label", "") if isinstance(entry, dict) else "")
)
OURS: Final = (*LABELS, *(text for language in LANGUAGES for text in catalogue(language).values()))
OURS_ELSEWHERE: Final = (
    "før 0124 Askim",
    "agrees with the print",
    "Veiledning og bruk",
    "2 % mer prisvekst",
    "Risikomargin 3 %",
)
"""Quoted and no sentence of a document: the tool's own names and texts, examples in decisions, a line's name."""


def test_who_says_something_says_it_at_a_place() -> None:
    """«Norsk helsenett svarte …» without chapter or item beside it is put in someone's mouth."""
    without = [f"{at}: {words[:200]}" for at, words in ALL if SAYING.search(words) and not PLACE.search(words)]
    assert not without


def test_what_is_quoted_is_word_for_word_in_the_register_and_tells_its_place() -> None:
    unknown = []
    for at, words in ALL:
        for part in quoted(words):
            places = {place for _, place, passage in PASSAGES if part in passage}
            if not any(number_of(place) in words for place in places):
                unknown.append(f"{at}: «{part}»; its places: {sorted(places) or 'none'}")
    assert not unknown


def quoted(words: str) -> Iterator[str]:
    """What is quoted of a document, part by part where «…» leaves something out."""
    for found in QUOTED.finditer(words.replace("\u00a0", " ")):
        whole = " ".join((found[1] or found[2] or "").split())
        if len(whole.split()) < SHORT or "{" in whole or whole in OURS_ELSEWHERE or any(whole in text for text in OURS):
            continue
        yield from (part.strip() for part in whole.split("…") if len(part.split()) >= SHORT)


def number_of(place: str) -> str:
    """What of a place must stand beside a quotation: «3.2», «14/25», «2024 i korte trekk»."""
    number = re.search(r"\d+[./]\d+|kap\. \d+|Figur \d+", place)
    return place if number is None else number[0].removeprefix("kap. ")


def test_the_register_holds_documents_that_are_known() -> None:
    known = tomllib.loads((DATA / "documents.toml").read_text(encoding="utf-8"))
    assert {document for document, _, _ in PASSAGES} <= known.keys()


@pytest.mark.parametrize(
    "words",
    [
        "Flere medlemmer ønsket det tilbakeført.",
        "Norsk helsenett vil beholde inntil 5 %.",
        "The minutes say little, but several members wanted it returned.",
        "Kompensasjonen er uendret, ifølge utvalget.",
    ],
)
def test_a_sentence_in_someones_mouth_is_noticed(words: str) -> None:
    assert SAYING.search(words) and not PLACE.search(words)
