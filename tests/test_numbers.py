"""A number that is typed: what a formatter writes is read back, what could be two is asked, the rest is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.words.refused import refused_number
from texts import LANGUAGES, Texts
from texts.reading import LONGEST, UNITS, NumberError, parsed

LANGUAGE = st.sampled_from(LANGUAGES)
DECIMALS = st.integers(0, 6)
WIDE = 1e13


def readings(text: str, language: str = "nb", unit: str = "", low: float = -WIDE, high: float = WIDE) -> list[float]:
    """What a text is read as; both where it is asked back, nothing where it is no number."""
    try:
        return [parsed(text, language, low, high, unit)]
    except NumberError as error:
        return list(error.readings)


@given(st.floats(-1e9, 1e9), LANGUAGE, DECIMALS, st.booleans())
def test_what_a_formatter_writes_is_read_back(value: float, language: str, decimals: int, signed: bool) -> None:
    texts, expected = Texts(language), round(value, decimals)
    written = texts.change(value, decimals) if signed else texts.amount(value, decimals)
    assert parsed(written, language, -WIDE, WIDE) == pytest.approx(float(f"{value:.{decimals}f}"), rel=1e-15)
    assert parsed(f"{written} mill. kr", language, -WIDE, WIDE, "mnok") == pytest.approx(
        expected, abs=0.5 * 10**-decimals
    )


@given(st.floats(-1e6, 1e6), LANGUAGE, DECIMALS, st.booleans())
def test_what_percent_writes_is_read_back(share: float, language: str, decimals: int, signed: bool) -> None:
    texts = Texts(language)
    written = texts.percent_change(share, decimals) if signed else texts.percent(share, decimals)
    assert parsed(written, language, -WIDE, WIDE, "%") == pytest.approx(float(f"{share * 100:.{decimals}f}"), rel=1e-15)


@given(st.integers(1000, 10**12), LANGUAGE, st.sampled_from(" \u00a0\u202f\u2009\u2007\u2002\u3000\t"))
def test_every_space_stands_between_thousands(number: int, language: str, space: str) -> None:
    assert readings(f"{number:,}".replace(",", space), language) == [number]


@pytest.mark.parametrize("dash", "-\u2212\u2013\u2014\u2010\u2011\u2012\ufe63\uff0d")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dash_is_a_minus(dash: str, language: str) -> None:
    for text in (f"{dash}2.5", f"{dash} 2,5", f"{dash}2.5 %", f" {dash}2,5\u00a0%"):
        assert readings(text, language, "%") == [-2.5]


@pytest.mark.parametrize(
    ("text", "norwegian", "english"),
    [
        ("1 000", [1000.0], [1000.0]),
        ("1,000", [1.0], [1000.0]),
        ("1.000", [1000.0, 1.0], [1.0]),
        ("385.000", [385_000.0, 385.0], [385.0]),
        ("-385.000", [-385_000.0, -385.0], [-385.0]),
        ("385,000", [385.0], [385_000.0]),
        ("1.250.000", [1_250_000.0], [1_250_000.0]),
        ("1,250,000", [1_250_000.0], [1_250_000.0]),
        ("1.250,5", [1250.5], [1250.5]),
        ("1,250.5", [1250.5], [1250.5]),
        ("0.385", [0.385], [0.385]),
        ("0,385", [0.385], [0.385]),
        ("1234.567", [1234.567], [1234.567]),
        ("1234,567", [1234.567], [1234.567]),
        ("1 000.500", [1000.5], [1000.5]),
        ("3,5", [3.5], [3.5]),
        ("+3.5", [3.5], [3.5]),
        (",5", [0.5], [0.5]),
        ("5,", [5.0], [5.0]),
        ("007", [7.0], [7.0]),
    ],
)
def test_signs_between_digits(text: str, norwegian: list[float], english: list[float]) -> None:
    assert readings(text, "nb") == readings(text, "nn") == norwegian
    assert readings(text, "en") == english


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        *("1,23,4", "1 00", "12 34", "1 000 00", "1.2.3", "1.250.00", "1234.567,8", "0.385.000", "--5", "+-5", "5-"),
        *("", " ", "-", ",", "abc", "5 kg", "<b>5</b>", "1e3", "NaN", "inf", "1_000", "0x10", "٣", "1²", "½"),
        "9" * (LONGEST + 1),
    ],
)
def test_what_is_no_number_is_refused_with_what_is_allowed(text: str, language: str) -> None:
    with pytest.raises(NumberError) as caught:
        parsed(text, language, 0, 100)
    assert caught.value.problem == "number" and (caught.value.low, caught.value.high) == (0, 100)
    assert "100" in refused_number(caught.value, "x", Texts(language))


@pytest.mark.parametrize(
    ("unit", "texts", "others"),
    [
        ("%", ["5%", "5 %", "5 prosent", "5 percent", "5 pst."], ["5 kr", "% 5"]),
        (
            "kr",
            ["5 kr", "5 kr.", "kr 5", "NOK 5", "5 kroner", "5,-", "5 kr/år", "5 kr per år", "5 NOK a year"],
            ["% 5", "5 kg"],
        ),
        ("mnok", ["5 mill. kr", "5 MNOK", "5 mill", "NOK 5 million", "kr 5 mill.", "5 NOK million"], ["5 kr", "kr 5"]),
        ("", ["5", "5 i året", "5 a year"], ["5 kr", "5 %"]),
    ],
)
def test_a_unit_is_that_of_the_field(unit: str, texts: list[str], others: list[str]) -> None:
    assert unit in UNITS
    assert all(readings(text, unit=unit) == [5.0] for text in texts)
    assert not any(readings(text, unit=unit) for text in others)


@pytest.mark.parametrize(
    "written",
    ["1,8 mill", "1,8 mill. kr", "1,8 MNOK", "mnok 1,8", "kr 1,8 mill.", "1,8 millioner kroner i året", "1 800 000"],
)
def test_a_field_in_kroner_takes_millions_that_say_so(written: str) -> None:
    assert readings(written, unit="kr") == [1_800_000]
    assert parsed(written, "nb", 0, 35e6, "kr", unclear_below=1000) == 1_800_000


@pytest.mark.parametrize(
    ("written", "problem"), [("1,8", "unit"), ("35", "unit"), ("tre", "number"), ("36 mill", "range")]
)
def test_a_small_amount_without_its_unit_is_asked_back(written: str, problem: str) -> None:
    for language in LANGUAGES:
        with pytest.raises(NumberError) as caught:
            parsed(written.replace(",", Texts(language).amount(0.5)[1]), language, 0, 35e6, "kr", unclear_below=1000)
        assert caught.value.problem == problem
        assert re.search("kroner|kr", refused_number(caught.value, "x", Texts(language)))
    assert parsed("1,8 kr", "nb", 0, 35e6, "kr", unclear_below=1000) == 1.8
    assert parsed("0", "nb", 0, 35e6, "kr", unclear_below=1000) == 0


def test_of_two_readings_the_one_that_is_allowed_is_taken() -> None:
    assert parsed("3.125", "nb", 0, 15, "%") == 3.125
    assert parsed("385.000", "nb", 1000, 1e10, "kr") == 385_000
    with pytest.raises(NumberError) as caught:
        parsed("385.000", "nb", 0, 15)
    assert caught.value.problem == "range"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nb", "«385.000» kan leses som 385\u202f000 eller 385,0; skriv «385\u202f000» eller «385,0»"),
        ("nn", "«385.000» kan lesast som 385\u202f000 eller 385,0; skriv «385\u202f000» eller «385,0»"),
    ],
)
def test_two_readings_are_asked_back_in_one_sentence(language: str, sentence: str) -> None:
    with pytest.raises(NumberError) as caught:
        parsed("385.000", language, 0, 1e10, "kr")
    said = refused_number(caught.value, "x", Texts(language))
    assert said == sentence
    offered = [readings(text, language) for text in re.findall("«([^»]+)»", said)[1:]]
    assert offered == [[385_000.0], [385.0]]


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(["nb", "nn"]))
def test_what_is_offered_for_two_readings_is_read_as_one(left: int, right: int, language: str) -> None:
    with pytest.raises(NumberError) as caught:
        parsed(f"{left}.{right:03}", language, 0, WIDE)
    said = refused_number(caught.value, "x", Texts(language))
    offered = [readings(text, language) for text in re.findall("«([^»]+)»", said)[1:]]
    assert offered == [[1000.0 * left + right], [pytest.approx(left + right / 1000)]]


@given(st.text(max_size=80), LANGUAGE, st.sampled_from([*UNITS]))
def test_any_text_is_a_number_within_the_limits_or_one_sentence(text: str, language: str, unit: str) -> None:
    try:
        assert -5 <= parsed(text, language, -5, 1000, unit) <= 1000
    except NumberError as error:
        said = refused_number(error, "x", Texts(language))
        assert (
            not re.search(r"\{(found|label|low|high)\}", said.replace(error.found, ""))
            and "\n" not in said
            and len(said) < 200
        )


@pytest.mark.parametrize("found", [None, 5, True, ["5"], {"a": 5}, b"5"])
def test_only_text_is_read(found: object) -> None:
    with pytest.raises(NumberError):
        parsed(found, "nb", 0, 10)
