"""The page «Nytt tallgrunnlag»: what is wrong with a workbook, what is new in it, and its use for one visit alone."""

import gc
import json
import re
import sys
import weakref
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from charts.baselines.changes import changed_table, changes_figure
from charts.words.context import context
from model import Baseline, Question, Scenario, answer
from model.answers.question import FIXED
from model.baseline.making import baseline_of
from model.checks.changed_cells import diff
from model.reading.sheets import Sheets
from model.template import template
from pages.baselines import templates
from pages.visit.uploaded import UPLOADED
from tests.baselines import (
    INVENTED,
    PRESENT,
    PRESENT_ID,
    SHEETS,
    bare_sheets,
    changed,
    spring_2026,
    spring_2026_sheets,
    with_facts,
)
from tests.test_baseline_workbook import of_another_kind
from texts import LANGUAGES, Texts

GOOD = template(spring_2026_sheets(), filled=True)
EMPTY = template(SHEETS, filled=False)
MARKUP = "<b>Ny</b> *vår* [x](y)"


def asked_for(content: bytes | None, name: str = "ny.xlsx") -> dict[str, Any]:
    """What the upload sends; no bytes where the file was too large to be sent."""
    sent = None if content is None else b64encode(content).decode()
    return {"do": "read", "name": name, "size": len(content or b""), "content": sent, "stamp": "7"}


def visit_script(asked: object, language: str, scenario: object, link: object) -> None:
    """A visit of the page, as app.py draws it; ``link``: the one that was opened."""
    import runpy

    import streamlit as st

    from model import Scenario
    from pages.baselines import upload
    from pages.figures.missing_baseline import missing_baseline
    from pages.files.scenario_tools import scenario_tools
    from pages.levers.baseline_choice import baseline_choice
    from pages.visit import address, missing, state, view

    if not state.begun():
        st.query_params.from_dict(link)
        address.follow()
        if not link:
            state.replace(Scenario.from_mapping(scenario))
            state.settle()
            view.change(language=language)
        if asked:
            st.session_state[upload.KEY] = {"asked": asked}
            upload.apply()
            del st.session_state[upload.KEY]
    texts = view.current().texts
    st.text(f"{state.scenario().to_json()} {address.as_text()}")
    if missing.missing().baseline:
        missing_baseline(texts)
        return
    with st.sidebar:
        baseline_choice(texts)
        scenario_tools(texts, "nytt_tallgrunnlag")
    runpy.run_path("pages/nytt_tallgrunnlag.py")


def visited(
    content: bytes | None = b"",
    language: str = "nb",
    scenario: dict[str, Any] | None = None,
    link: dict[str, str] | None = None,
) -> AppTest:
    """The page after an upload, none where ``content`` is empty."""
    asked = asked_for(content) if content != b"" else None
    kwargs = {"asked": asked, "language": language, "scenario": scenario or {}, "link": link or {}}
    at = AppTest.from_function(visit_script, kwargs=kwargs, default_timeout=60).run()
    assert not at.exception, at.exception
    return at


def sent(at: AppTest, name: str) -> dict[str, Any]:
    block = at.sidebar if name == "scenario" else at.main
    return json.loads(next(e.proto.json for e in block.get("bidi_component") if e.proto.component_name == name))


def headline(at: AppTest) -> str:
    return str(sent(at, "figures")["headline"])


def tables(at: AppTest) -> list[str]:
    return [each.proto.body for each in at.get("html")]


def buttons(at: AppTest) -> set[str | None]:
    return {button.key for button in at.button}


def said(at: AppTest) -> str:
    return re.sub(r"\\(.)", r"\1", " ".join(each.value for each in at.markdown))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_it_is_and_gives_the_workbooks(language: str) -> None:
    at, texts = visited(language=language), Texts(language)
    assert headline(at) == texts("upload.none") and texts("upload.intro") in said(at)
    labels = [each.proto.label for each in at.get("download_button")]
    assert labels == [
        texts("upload.empty", first=2027, last=2030),
        texts("upload.filled", title=PRESENT.title[language]),
    ]
    assert buttons(at) == {"check"}


def test_what_the_levers_do_has_nothing_to_do_with_a_file() -> None:
    for content in (b"", EMPTY, GOOD):
        assert sent(visited(content, scenario={"risk_margin": 0.1}), "figures")["warnings"] == []


def test_the_workbooks_are_those_of_the_command() -> None:
    from model.baseline.workbook import workbook_baseline, workbook_sheets

    assert workbook_baseline(templates._workbook(PRESENT_ID, filled=True)) == PRESENT
    assert workbook_sheets(templates._workbook(PRESENT_ID, filled=False)) == workbook_sheets(EMPTY)


FILES = {name: content for name, content in of_another_kind().items() if content} | {"too large to be sent": None}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_workbook_is_one_sentence_and_changes_nothing(name: str) -> None:
    for language in LANGUAGES:
        at = visited(FILES[name], language, {"risk_margin": 0.03})
        sentence = headline(at)
        assert "ny.xlsx" in sentence and len(sentence) < 250 and not tables(at) and buttons(at) == {"check"}
        assert at.text[0].value.startswith(Scenario(risk_margin=0.03).to_json())
        assert sentence.count(". ") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_half_filled_says_what_is_missing(language: str) -> None:
    at, texts = visited(EMPTY, language), Texts(language)
    (table,) = tables(at)
    rows = table.partition("<tbody>")[2].split("<tr>")[1:]
    assert len(rows) == 5 + len(PRESENT.solutions) and texts("upload.faulty", name="ny.xlsx", count=12) == headline(at)
    for cell in ("bridge", "vkp", "available", texts("fault_found.nothing"), texts("fault.number")):
        assert f">{cell}<" in next(row for row in rows if ">vkp<" in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_one_is_held_against_itself_and_the_one_before(language: str) -> None:
    at, texts, after = visited(GOOD, language), Texts(language), spring_2026()
    (figure,) = sent(at, "figures")["figures"]
    shown = context(answer(Question(Scenario(figures=after), None, FIXED)), texts)
    assert figure["alt"] == headline(at) == changes_figure(PRESENT, 2027, shown).alt
    assert PRESENT.title[language] in figure["alt"] and after.title[language] in figure["alt"]
    assert "2025" in figure["note"] and "2026" in figure["note"]
    changes = changed_table(diff(PRESENT, after), PRESENT, after, texts)
    body = "".join(tables(at))
    assert all(all(f">{cell}<" in body for cell in row) for row in changes.rows)
    assert texts("lacks.lines") in said(at) and texts("lacks.law", year=2027, keys="")[:20] in said(at)
    assert at.text[0].value.startswith(Scenario().to_json())


def test_the_bridge_adds_up_from_the_one_before_to_the_new_one() -> None:
    for make in INVENTED.values():
        after = make()
        shown = context(answer(Question(Scenario(figures=after), None, FIXED)), Texts("nb"))
        figure = changes_figure(PRESENT, after.first_year, shown)
        first, *steps, last = figure.rows
        assert {row.component for row in steps} == {*PRESENT.solutions, *after.solutions}
        assert first.scenario.end + sum(row.scenario.amount for row in steps) == pytest.approx(last.scenario.end)
        of_after = shown.answer.result
        assert last.scenario.end == pytest.approx(of_after.cost_level[0].sum())
        assert first.text == figure.table.rows[-1][1] and last.text == figure.table.rows[-1][2]


def test_what_is_taken_along_opens_what_it_shows() -> None:
    at = visited(GOOD, scenario={"risk_margin": 0.03})
    at.session_state["figures"] = {"taking": {"figure": "new_baseline", "kind": "csv"}}
    at.run()
    content = b64decode(sent(at, "figures")["taken"]["content"]).decode("utf-16")
    assert "grunnlag=oppdiktet-2026-var" in content and "risk_margin" not in content
    assert Texts("nb")("export.needs_file") in content and "529500000" in content
    assert "2025-kroner og 2026-kroner" in content and PRESENT.title["nb"] in content


def test_the_present_one_uploaded_again_is_alike() -> None:
    at = visited(template(SHEETS, filled=True))
    assert Texts("nb")("changes.alike", title=PRESENT.title["nb"]) == headline(at)
    assert not sent(at, "figures")["figures"]
    assert PRESENT.id in at.markdown[-1].value or at.code[0].value.endswith(PRESENT.id)


def test_using_it_takes_the_settings_along_that_both_know() -> None:
    departures = {"risk_margin": 0.03, "measures": {"pasientens_provesvar": {"enabled": False}}}
    at = visited(GOOD, scenario=departures)
    at.button(key="use_own").click().run()
    assert not at.exception
    scenario = Scenario(risk_margin=0.03, figures=spring_2026())
    assert at.text[0].value.startswith(scenario.to_json()) and "grunnlag=oppdiktet-2026-var" in at.text[0].value
    assert "prøvesvar" in said(at)
    row = sent(at, "scenario")
    assert row["needs_file"] == Texts("nb")("own_baseline.needs_file")
    assert row["copied"] == Texts("nb")("own_baseline.copied")
    assert list(at.sidebar.selectbox[0].options) == [spring_2026().title["nb"], PRESENT.title["nb"]]
    at.button(key="stop_own").click().run()
    assert not at.exception
    assert at.text[0].value.startswith(Scenario(risk_margin=0.03).to_json())
    assert not sent(at, "scenario")["needs_file"] and not at.sidebar.selectbox


def test_a_baseline_with_the_title_of_another_is_told_apart_by_its_id_and_stays_in_use() -> None:
    at = visited(template(bare_sheets(), filled=True))
    at.button(key="use_own").click().run()
    title = PRESENT.title["nb"]
    assert list(at.sidebar.selectbox[0].options) == [f"{title} (oppdiktet-bar)", f"{title} ({PRESENT_ID})"]
    at.run()
    assert at.sidebar.selectbox[0].value == "oppdiktet-bar"
    assert "oppdiktet-bar" in at.text[0].value


OF_IT = {"v": "2", "grunnlag": "oppdiktet-2026-var", "start": "published", "risk_margin": "0.04"}
LINK = {**OF_IT, "sprak": "nb", "aar": "2029", "priser": "lopende"}


def test_a_link_that_waits_for_the_file_is_opened_by_it() -> None:
    at = visited(GOOD, link=LINK)
    assert at.text[0].value.startswith(Scenario(risk_margin=0.04, figures=spring_2026()).to_json())
    assert "aar=2029" in at.text[0].value and not at.warning


@pytest.mark.parametrize(("content", "told"), [(GOOD, "oppdiktet-2026-var"), (EMPTY, "12"), (None, "5 MB")])
def test_a_link_that_waits_for_another_file_waits_on(content: bytes | None, told: str) -> None:
    at = visited(content, link={**LINK, "grunnlag": "tallgrunnlag-2031-var"})
    assert len(at.warning) == 1 and told in sent(at, "upload")["said"]
    assert "grunnlag=tallgrunnlag-2031-var" in at.text[0].value


def test_a_link_opens_what_is_used_and_one_that_names_none_the_newest() -> None:
    def script(made: object) -> None:
        import streamlit as st

        from model.scenario.received import Received
        from pages.visit import address, baselines

        baselines.OWN.put(made)
        for parameters in ({"grunnlag": made.id, "v": "2"}, {"v": "2"}, {"v": "1", "priser": "2025"}):
            received = Received({name: (value,) for name, value in parameters.items()}, False)
            st.text(address.scenario_of(received).scenario.baseline)

    at = AppTest.from_function(script, kwargs={"made": spring_2026()}, default_timeout=30).run()
    assert not at.exception
    assert [text.value for text in at.text] == ["oppdiktet-2026-var", PRESENT_ID, PRESENT_ID]


def test_a_link_opens_what_was_uploaded_and_is_not_used() -> None:
    def script(made: object, link: object) -> None:
        import streamlit as st

        from pages.visit import address, state, uploaded

        uploaded.UPLOADED.put(uploaded.Uploaded("x.xlsx", baseline=made))
        st.query_params.from_dict(link)
        address.follow()
        st.text(state.scenario().baseline)

    for query, found in ((LINK, "oppdiktet-2026-var"), ({}, PRESENT_ID)):
        kwargs = {"made": spring_2026(), "link": query}
        at = AppTest.from_function(script, kwargs=kwargs, default_timeout=30).run()
        assert [text.value for text in at.text] == [found]


def with_markup() -> bytes:
    titles = {f"title_{language}": MARKUP for language in LANGUAGES}
    labels = {f"label_{language}": MARKUP for language in LANGUAGES}
    sheets = with_facts(spring_2026_sheets(), titles)
    named = changed(sheets, "bridge", lambda rows: {row: cells | labels for row, cells in rows.items()})
    return template(named, filled=True)


def test_words_of_a_file_stay_words() -> None:
    at = visited(with_markup())
    at.button(key="use_own").click().run()
    assert not at.exception
    assert MARKUP in headline(at) and MARKUP in said(at)
    for each in at.markdown:
        assert MARKUP not in each.value and "<b>" not in each.value
    assert not any("<b>Ny" in table for table in tables(at)) and any("&lt;b&gt;Ny" in table for table in tables(at))


def written(do: Callable[[], object]) -> list[str]:
    """The files that are opened to be written while something is done."""
    found: list[str] = []
    is_on = True

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if is_on and event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
            found.append(str(arguments[0]))

    sys.addaudithook(hear)
    do()
    is_on = False
    return found


def test_nothing_of_it_is_written_or_kept() -> None:
    visited(GOOD)  # what the server makes on its first run is made

    def use() -> None:
        at = visited(GOOD, scenario={"risk_margin": 0.03})
        at.button(key="use_own").click().run()
        assert not at.exception
        uses.append(weakref.ref(at.session_state[UPLOADED.name].baseline))
        scripts.append(str(at._script_path))

    uses: list[weakref.ref[Baseline]] = []
    scripts: list[str] = []  # AppTest writes the script that it runs
    assert set(written(use)) <= set(scripts)
    gc.collect()
    assert uses[0]() is None


@pytest.mark.parametrize("page", ["oversikt", "fossefall", "hvem_betaler", "hvorfor", "sammenlign", "mote"])
def test_no_page_keeps_what_was_used(page: str) -> None:
    from tests.test_pages import page_script

    made = baseline_of(spring_2026_sheets())
    kept = weakref.ref(made)
    at = page_script(page, Scenario(risk_margin=0.03, figures=made))
    del at, made
    gc.collect()
    assert kept() is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_installed_and_shown_already_is_told(language: str) -> None:
    at, texts = visited(template(SHEETS, filled=True), language), Texts(language)
    assert texts("own_baseline.same", title=PRESENT.title[language]) in said(at)
    assert "use_own" not in buttons(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_contents_with_an_installed_id_are_refused_for_links_would_open_what_is_installed(language: str) -> None:
    content = template(with_other_investment(), filled=True)
    at, texts = visited(content, language), Texts(language)
    (table,) = tables(at)
    assert headline(at) == texts("upload.faulty", name="ny.xlsx", count=1) and buttons(at) == {"check"}
    for cell in ("baseline", "id", f"«{PRESENT_ID}»", texts("fault.id_taken")):
        assert f">{cell}<" in table
    of_its_own = template(with_facts(with_other_investment(), {"id": "oppdiktet-egen"}), filled=True)
    of_its_own_id = visited(of_its_own, language)
    assert "use_own" in buttons(of_its_own_id)
    for name in (PRESENT_ID, "oppdiktet-egen"):  # both have one title
        assert headline(of_its_own_id).count(f"{PRESENT.title[language]} ({name})") == 1
        assert f">{PRESENT.title[language]} ({name})<" in "".join(tables(of_its_own_id))


def with_other_investment() -> Sheets:
    """The present baseline with one figure changed."""
    return changed(SHEETS, "bridge", lambda rows: rows | {"vkp": rows["vkp"] | {"investment": "37.5"}})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_names_its_row_whole_and_writes_numbers_as_the_language_does(language: str) -> None:
    rows = {"grunndata_helseid.volume_preparedness": {"2028": "3 mill"}}
    damaged = changed(SHEETS, "plan", lambda found: found | {row: found[row] | cells for row, cells in rows.items()})
    lowered = changed(damaged, "bridge", lambda found: found | {"vkp": found["vkp"] | {"returned_funds": "12"}})
    (table,) = tables(visited(template(lowered, filled=True), language))
    assert ">grunndata_helseid.volume_preparedness<" in table and ">«3 mill»<" in table
    assert f">«{Texts(language).amount(12)}»<" in table
