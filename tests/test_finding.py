"""An organisation is found by what people call it, in the model; that the browser does the same is tested there."""

from collections import Counter

import pytest

from model.payers import KeyFileError, found_payers, municipalities, vkp_users_from
from model.payers.search_keys import former_numbers, other_names, plain
from pages.visit import view_link
from pages.visit.link_problem import unusable
from tests.baselines import PRESENT
from texts import Texts


def found(text: str) -> list[str]:
    return [one.payer.name for one in found_payers(text)]


@pytest.mark.parametrize(
    "form", ["{name}", "{name} kommune", "{NAME}", "{number}", "{number} {name}", "{name} {number}"]
)
def test_a_whole_name_or_number_gives_the_one_whose_it_is(form: str) -> None:
    shared = {name for name, times in Counter(one.name for one in municipalities().values()).items() if times > 1}
    for one in municipalities().values():
        text = form.format(name=one.name, NAME=one.name.upper(), number=one.number)
        if one.name not in shared or one.number in text:
            assert found(text)[0] == one.label, text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Hamar", ["Hamar", "Hamarøy"]),
        ("Ås", ["Ås", "Asker"]),
        ("Os", ["Os", "Oslo"]),
        ("Våler", ["Våler (Østfold)", "Våler (Innlandet)", "Hvaler"]),
        ("Herøy", ["Herøy (Møre og Romsdal)", "Herøy (Nordland)"]),
        ("Herøy i Nordland", ["Herøy (Nordland)"]),
        ("Herøy (Nordland)", ["Herøy (Nordland)"]),
        ("Nordland, Herøy", ["Herøy (Nordland)"]),
        ("Voss herad", ["Voss"]),
        ("Hamar komm", ["Hamar", "Hamarøy"]),
        ("Fron", ["Nord-Fron", "Sør-Fron"]),
    ],
)
def test_names_come_first_then_their_beginning_then_words(text: str, first: list[str]) -> None:
    assert found(text)[: len(first)] == first


@pytest.mark.parametrize("text", ["301", "0301", "301 Oslo", "Oslo 301", "30", "030", "0"])
def test_the_first_zero_of_a_number_may_lack_as_in_a_spreadsheet(text: str) -> None:
    assert found(text)[0] == "Oslo"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kárášjohka", "Karasjok"),
        ("Porsáŋgu", "Porsanger"),
        ("porsangu", "Porsanger"),
        ("Porsanki", "Porsanger"),
        ("Guovdageaidnu", "Kautokeino"),
        ("Guovdageaidnu – Kautokeino", "Kautokeino"),
        ("Kautokeino - Guovdageaidnu", "Kautokeino"),
        ("Deatnu", "Tana"),
        ("Unjárga", "Nesseby"),
        ("Gáivuotna", "Kåfjord"),
        ("Kaivuono", "Kåfjord"),
        ("Gáivuotna Kåfjord Kaivuono", "Kåfjord"),
        ("Loabák", "Lavangen"),
        ("Snåase", "Snåsa"),
        ("Raarvihke", "Røyrvik"),
        ("Aarborte", "Hattfjelldal"),
        ("Fuossko", "Fauske"),
        ("Hábmer", "Hamarøy"),
        ("Hábmera suohkan", "Hamarøy"),
        ("Kárášjoga gielda", "Karasjok"),
        ("Porsangin komuuni", "Porsanger"),
        ("Snåasen tjïelte", "Snåsa"),
        ("Oslove", "Oslo"),
    ],
)
def test_sami_and_kven_names_are_names(text: str, name: str) -> None:
    assert found(text)[0] == name


def test_every_other_name_gives_the_one_whose_it_is() -> None:
    for row in other_names():
        assert found(row["other_name"])[0] == municipalities()[row["number"]].label


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("3001", [("Halden", "3001 Halden")]),
        ("3001 Halden", [("Halden", "3001 Halden")]),
        ("0101", [("Halden", "0101 Halden")]),
        ("101", [("Halden", "0101 Halden")]),
        ("101 Halden", [("Halden", "0101 Halden")]),
        ("5437", [("Karasjok", "5437 Karasjok")]),
        ("0124", [("Indre Østfold", "0124 Askim")]),
        ("Askim", [("Indre Østfold", "0124 Askim")]),
        ("1507", [("Ålesund", "1507 Ålesund"), ("Haram", "1507 Ålesund")]),
        (
            "Divtasvuodna",
            [("Narvik", "1850 Divtasvuodna - Tysfjord"), ("Hamarøy", "1850 Divtasvuodna - Tysfjord")],
        ),
    ],
)
def test_what_a_municipality_was_is_told(text: str, now: list[tuple[str, str]]) -> None:
    hits = [(one.payer.name, one.former) for one in found_payers(text)]
    assert [(name, f"{was.number} {was.name}" if was else "") for name, was in hits] == now


def test_an_ended_name_stands_behind_those_of_today() -> None:
    hits = found_payers("Sande")
    assert [one.payer.name for one in hits] == ["Sande", "Sandefjord", "Holmestrand"]
    assert [one.former is not None for one in hits] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sør-øst", "Helse Sør-Øst"),
        ("Helse Sør-Øst", "Helse Sør-Øst"),
        ("HSØ", "Helse Sør-Øst"),
        ("hmn", "Helse Midt-Norge"),
        ("Helse Nord RHF", "Helse Nord"),
        ("nord", "Helse Nord"),
        ("vest", "Helse Vest"),
    ],
)
def test_a_regional_authority_is_found_as_it_is_spoken_of(text: str, name: str) -> None:
    assert found(text)[0] == name


def test_the_municipalities_of_a_region_follow_it() -> None:
    names = {"Helse Vest", *(one.label for one in municipalities().values() if one.rhf == "Helse Vest")}
    assert set(found("Helse Vest")) == names
    assert len(found("rhf")) == 4


def test_nothing_is_found_by_a_part_of_an_ended_name_or_number() -> None:
    assert found("300") == found("Askimm") == []


def test_every_number_that_ended_in_2024_says_what_it_is_now() -> None:
    numbers = {row["former_number"] for row in former_numbers()}
    ended = {number for number in numbers if number[:2] in ("30", "38", "54") or number == "1507"}
    assert len(ended) == 114  # as KS counts them
    assert not numbers & set(municipalities())
    counties = ("31", "32", "33", "39", "40", "55", "56")
    renumbered = {number for number in municipalities() if number.startswith(counties)} | {"1508", "1580"}
    assert renumbered == {row["number"] for row in former_numbers() if row["former_number"] in ended}


def test_plain_words() -> None:
    assert plain("  Sør-Aurdal (Innlandet) ") == "sor aurdal innlandet"
    assert plain("Porsáŋgu, ÆRØ/Đ") == "porsangu aero d"


def test_a_former_number_is_told_what_it_is_now_in_a_file_and_in_a_link() -> None:
    with pytest.raises(KeyFileError, match="it is now 3101 Halden"):
        vkp_users_from(b"kommunenummer\n3001\n", "a.csv")
    _, (refusal,) = view_link.parsed({"hvem": "3001"}, PRESENT)
    assert "3001 er nå 3101 Halden" in unusable(refusal, Texts("nb"))
