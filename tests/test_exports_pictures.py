"""Pictures: drawn for any scenario, in the palette of the screen, with every sign in the font."""

import io
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from PIL import Image

from charts.draw.letters import paper_width
from charts.draw.palette import PALETTE
from charts.records.figure import Figure
from exports.pictures import SHARP, WIDTH, figures, png, svg
from exports.subject import subject_of
from exports.typesetting import FONTS, SIGNS
from model import Question, Scenario
from tests.export_subject import CREATED, at_rest, proposal
from tests.strategies import scenarios
from texts import LANGUAGES
from texts.catalogue import catalogue

ROOT = Path(__file__).parents[1]
TIGHT = 0.95  # of the estimated width of words, which is rather too wide
SVG = "{http://www.w3.org/2000/svg}"


def marks(drawn: str, kind: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawn).iter(f"{SVG}{kind}"))


def test_the_palette_is_the_screens() -> None:
    css = (ROOT / "pages/figures/board.css").read_text(encoding="utf-8")
    light = css[: css.index("}")]
    assert dict(re.findall(r"--figure-(\w+): (#\w+);", light)) == dict(PALETTE)


def test_drivers_and_payers_are_quiet_and_stand_out_from_the_ground() -> None:
    """Near grey, each three to one against the line of ground that parts it from its neighbour; in both themes."""
    css = (ROOT / "pages/figures/board.css").read_text(encoding="utf-8")
    light, dark = css.split(".figures[data-scheme=dark]")[:2]
    for scheme, ground in ((light, "#ffffff"), (dark, "#11161f")):
        tones = dict(re.findall(r"--figure-((?:driver|payer)\d): (#\w+);", scheme))
        assert len(tones) == 11 and len(set(tones.values())) >= 10
        for name, tone in tones.items():
            red, green, blue = (int(tone[at : at + 2], 16) for at in (1, 3, 5))
            assert max(red, green, blue) - min(red, green, blue) <= 36, name
            one, other = sorted((luminance(tone), luminance(ground)))
            assert (other + 0.05) / (one + 0.05) >= 3, name


def luminance(colour: str) -> float:
    """As WCAG has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@settings(max_examples=15)
@given(scenarios())
def test_any_scenario_is_drawn_inside_its_picture(scenario: Scenario) -> None:
    subject = subject_of(Question(scenario, year=2028), CREATED)
    for figure in figures(subject).values():
        root = ElementTree.fromstring(svg(figure, subject))
        width, height = float(root.get("width", 0)), float(root.get("height", 0))
        for bar in root.iter(f"{SVG}rect"):
            if bar.get("width") != "100%":
                left, top = float(bar.get("x", 0)), float(bar.get("y", 0))
                assert -1 <= left <= left + float(bar.get("width", 0)) <= width + 1
                assert -1 <= top <= top + float(bar.get("height", 0)) <= height + 1


def test_bars_are_as_long_as_their_amounts() -> None:
    figure = figures(at_rest())["bridge"]
    drawn = svg(figure, at_rest())
    bars = [float(bar.get("width", 0)) for bar in marks(drawn, "rect") if bar.get("fill") == PALETTE["total"]]
    totals = [row.reference.amount for row in figure.rows if row.total]  # type: ignore[attr-defined]
    assert len(bars) == len(totals)
    assert all(
        bar / bars[0] == pytest.approx(total / totals[0], abs=1e-3) for bar, total in zip(bars, totals, strict=True)
    )


def test_a_picture_says_what_it_shows_and_where_it_comes_from() -> None:
    subject = proposal()
    for figure in figures(subject).values():
        drawn = svg(figure, subject)
        words = " ".join(mark.text or "" for mark in marks(drawn, "text"))
        for said in (*figure.title[:1], subject.context.prices, "=Forslag & <møte>", subject.id, "2026-01-15", "Kilde"):
            assert said.split()[0] in words
        assert marks(drawn, "desc")[0].text == figure.alt
        assert subject.link in (marks(drawn, "metadata")[0].text or "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_words_runs_off_the_picture(language: str) -> None:
    name = "Kommunenes felles forslag til budsjettbehandlingen i rådgivende utvalg, våren 26"
    subject = subject_of(Question(Scenario(name=name, risk_margin=0.03, index_rate=0.031)), CREATED, language)
    for figure in figures(subject).values():
        for mark in marks(svg(figure, subject), "text"):
            if mark.get("text-anchor") == "start":
                end = float(mark.get("x", 0)) + paper_width(mark.text or "", float(mark.get("font-size", 0))) * TIGHT
                assert end <= WIDTH, mark.text
        words = " ".join(mark.text or "" for mark in marks(svg(figure, subject), "text"))
        assert figure.title[2] in words


def test_a_png_has_no_empty_boxes() -> None:
    """Letters outside the font are «?», as in the report."""
    subject, figure = at_rest(), figures(at_rest())["bridge"]
    odd, asked = (
        Image.open(io.BytesIO(png(replace(figure, title=(words, *figure.title[1:])), subject)))
        for words in ("漢字 ✓", "?? ?")
    )
    assert odd.tobytes() == asked.tobytes()


@pytest.mark.parametrize("name", ["bridge", "plan", "drivers", "reasons"])
def test_a_png_has_two_pixels_for_one_and_carries_the_same(name: str) -> None:
    subject = proposal()
    picture = Image.open(io.BytesIO(png(figures(subject)[name], subject)))
    picture.load()
    assert picture.width == WIDTH * SHARP
    assert picture.info["scenario"] == subject.id and picture.info["link"] == subject.link
    colours = {tuple(colour[:3]) for _, colour in picture.convert("RGB").getcolors(2**24)}  # type: ignore[union-attr,index]
    assert (255, 255, 255) in colours and len(colours) > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fonts_have_every_sign(language: str) -> None:
    letters = set("".join(catalogue(language).values())) - {"\n"} | set("▲▼▬\u202f\u2212\u00a0–«»“”0123456789,.*")
    for file in FONTS.glob("*.ttf"):
        known = TTFont(file).getBestCmap()
        assert not {letter for letter in letters | set(SIGNS) if ord(letter) not in known}, file
        assert all(code in known for code in (*range(0x20, 0x7F), *range(0xA0, 0x180)))


def test_a_kind_without_a_drawing_is_refused() -> None:
    from charts.records.figure import Table

    with pytest.raises(TypeError):
        svg(Figure("x", ("a", "b", "c"), "alt", "", Table((), ()), False), at_rest())
