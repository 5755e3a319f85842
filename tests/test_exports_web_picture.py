"""The interactive picture: one file that asks for nothing, says what the screen says and takes no word for markup."""

import json
import re
from html import unescape
from typing import Any

import pytest

from charts.draw.kinds import specification
from charts.draw.plotly.shared import Room
from exports.pictures import figures
from exports.subject import subject_of
from exports.web_picture import LIBRARY, web_picture
from model import Question, Scenario
from pages.figures import board as screen
from tests.export_subject import CREATED, at_rest, proposal
from texts import LANGUAGES

SEEN = ("x", "y", "base", "text", "hovertext")
NAME = "</script><b>@ola"
HEAVY = re.compile(r"<script>.*?</script>|src: url\(.*?\)", re.DOTALL)


def drawn(page: str) -> dict[str, Any]:
    (found,) = re.findall('<script type="application/json" id="figure">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_says_what_the_screen_says(language: str) -> None:
    subject = proposal(language)
    for figure in figures(subject).values():
        page = unescape(HEAVY.sub("", web_picture(figure, subject)))
        said = [
            *figure.title,
            figure.alt,
            figure.note,
            subject.provenance_of(figure),
            subject.context.reference,
            *subject.stamps.values(),
        ]
        said += [cell for row in (figure.table.header, *figure.table.rows) for cell in row]
        assert not [words for words in said if words not in page]
        assert f'<html lang="{language}">' in page
        for room in (Room.WIDE, Room.PHONE):
            expected = specification(figure, room)["data"]
            for trace, screen_trace in zip(
                drawn(web_picture(figure, subject))[room.value]["data"], expected, strict=True
            ):
                assert {key: trace.get(key) for key in SEEN} == {key: screen_trace.get(key) for key in SEEN}


@pytest.mark.parametrize(("language", "signs"), [("nb", ",\u202f"), ("nn", ",\u202f"), ("en", ".,")])
def test_numbers_are_written_as_the_language_does(language: str, signs: str) -> None:
    subject = at_rest(language)
    for spec in drawn(web_picture(figures(subject)["plan"], subject)).values():
        assert spec["layout"]["separators"] == signs


def test_what_a_user_wrote_is_never_markup() -> None:
    subject = subject_of(Question(Scenario(name=NAME, risk_margin=0.03), year=2027), CREATED)
    for figure in figures(subject).values():
        page = web_picture(figure, subject)
        assert "<b>@ola" not in page and page.count("</script>") == 3
        assert NAME in unescape(HEAVY.sub("", page))


def test_the_library_is_the_screens_with_its_licence() -> None:
    page = web_picture(figures(at_rest())["bridge"], at_rest())
    assert screen.LIBRARY.endswith(f"static/{LIBRARY.name}")
    assert LIBRARY.read_text(encoding="utf-8") in page
    assert "MIT License" in page and "SIL OPEN FONT LICENSE" in page.upper()
    assert "src=" not in HEAVY.sub("", page) and "href=" not in HEAVY.sub("", page)
