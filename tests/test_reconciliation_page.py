"""Avstemming: how much of the print agrees, each thing to know once, the sign that leads there, and its files."""

import re
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from charts.calculation.opened import node_at
from charts.calculation.words import step
from charts.reconciliation.cards import table_choices
from charts.reconciliation.rows import check_row
from charts.reconciliation.table_words import table_name
from charts.reconciliation.tables import COLUMNS, checks_table, things_table
from charts.reconciliation.words import cause_in_words, reconciliation_headline, sign_in_words, small_in_words
from charts.words.context import context
from exports.data import shown_csv
from exports.subject import subject_of
from model import Baseline, Question, Scenario, answer
from model.answers.question import FIXED
from model.baseline.making import baseline_of
from model.checks.check import MODEL, Check, Term
from model.checks.reconcile import reconcile
from model.checks.relations import PERCENT_OF, SAME, SUM_OF
from model.checks.things import agreement, place, things
from model.explaining import Node, calculation
from model.explaining.checks import has_calculation
from model.explaining.node import CELL, LEAVES
from pages.visit import view_link
from pages.visit.navigation import RECONCILIATION
from tests.baselines import INVENTED, PRESENT, SHEETS, adding_up, changed, spring_2026
from tests.every_word import visit
from tests.export_subject import CREATED
from tests.test_files_are_the_screen import lines_of
from tests.test_pages import message, opened, page_script
from texts import LANGUAGES, Texts

MODULE = "reconciliation.check_list"
DOCUMENT = "000_86ee8779025f0197.txt"
EXAMPLES = (
    ("30,1", "26,0"),
    ("23,6", "22,7"),
    ("66,5", "−66,5"),
    ("4,5\u00a0%", "33,0\u00a0%"),
    ("75,3", "73,5"),
    ("214,8", "216,1"),
)
"""Printed and recomputed, what the secretariat knows that must be found."""


def listed(at: AppTest) -> dict[str, Any]:
    """What the list is sent."""
    return message(at, "check_list")


def rows_of(cards: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for card in cards for row in card["rows"]]


def faulty() -> Baseline:
    """The present one with one figure of Tabell 1 printed ten too high; it has no file of causes."""
    return baseline_of(
        changed(SHEETS, "tabell_1", lambda rows: rows | {"e_resept": rows["e_resept"] | {"2027": "999.9"}})
    )


def check(name: str, difference: float, cause: str = "", terms: str = "", **fields: Any) -> Check:
    """A check of a figure of a row ``name``; ``terms`` are the rows that it is the sum of."""
    made = tuple(Term(1, DOCUMENT, "Tabell 8", row, "available", "1.0", 1.0) for row in terms.split())
    given = Check(
        id=f"{name}.{difference}",
        document=DOCUMENT,
        table="Tabell 8",
        row=name,
        column="available",
        kind=SUM_OF if made else MODEL,
        unit="mnok",
        printed=1.0,
        decimals=1,
        terms=made,
        recomputed=1.0 + difference,
        difference=difference,
        explained_by_rounding=not difference,
        cause=cause,
        material=abs(difference) > 0.1,
        weight=abs(difference),
    )
    return replace(given, **fields)


def test_a_figure_is_counted_once_and_agrees_where_all_its_checks_do() -> None:
    checks = (
        check("a", 0.0),
        check("a", 0.0, terms="b c"),
        check("b", 0.0),
        check("b", 0.5, "x"),
        check("c", 0.1, "y"),
    )
    found = agreement(checks)
    assert (found.figures, found.agreeing, found.unexplained, found.things) == (3, 1, 0, 1)


def test_each_cause_is_one_thing_the_weightiest_first_and_the_unknown_before_all() -> None:
    checks = (
        check("a", 0.5, "x"),
        check("b", -2.0, "y"),
        check("c", 0.9, "x"),
        check("d", 0.1, "small"),
        check("e", 0.2),
    )
    found = things(checks)
    assert [thing.id for thing in found] == ["e.0.2", "y", "x", "small"]
    assert [each.row for each in found[2].checks] == ["c", "a"]
    assert [thing.material for thing in found] == [True, True, True, False]


def test_what_nobody_knows_the_cause_of_is_gathered_by_the_figure_that_all_share() -> None:
    checks = (
        check("sum", 9.0, terms="a wrong"),
        check("group", 9.0, terms="b wrong"),
        check("wrong", 9.0),
        check("z", 1.0),
    )
    shared, alone = things(checks)
    assert shared.shared == (DOCUMENT, "Tabell 8", "wrong", "available") and len(shared.checks) == 3
    assert alone.shared is None and alone.checks[0].row == "z"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_counts_figures_and_things(language: str) -> None:
    at, texts = page_script(RECONCILIATION, sprak=language), Texts(language)
    found = agreement(reconcile(PRESENT))
    said = message(at)["headline"]
    for number in (found.figures, found.agreeing, found.things):
        assert texts.amount(number, 0) in said
    assert found.figures < len(reconcile(PRESENT)) and found.agreeing > 0.85 * found.figures
    assert len(listed(at)["cards"]) == found.things


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_thing_is_told_once_with_its_cause_and_its_numbers(language: str) -> None:
    shown, texts = listed(page_script(RECONCILIATION, sprak=language)), Texts(language)
    found = things(reconcile(PRESENT))
    assert [card["id"] for card in shown["cards"]] == [thing.id for thing in found if thing.material]
    assert [card["id"] for card in shown["small"]] == [thing.id for thing in found if not thing.material]
    causes = [card["cause"] for card in (*shown["cards"], *shown["small"])]
    assert len(set(causes)) == len(causes) and all(card["is_known"] for card in shown["cards"])
    for card, thing in zip(shown["cards"], found, strict=False):
        assert [row["id"] for row in card["rows"]] == [each.id for each in thing.checks]
        assert card["cause"] == cause_in_words(thing, PRESENT, texts)
        assert all(row["place"] and row["document"] and row["of"] and row["difference"] for row in card["rows"])


def test_the_examples_are_found_and_stand_among_what_matters() -> None:
    rows = rows_of(listed(page_script(RECONCILIATION, sprak="nb"))["cards"])
    found = {(row["printed"], row["recomputed"]) for row in rows}
    assert not set(EXAMPLES) - found


def test_the_rest_is_one_line_that_says_how_small_it_is() -> None:
    shown, small = listed(page_script(RECONCILIATION)), [t for t in things(reconcile(PRESENT)) if not t.material]
    checks = [each for thing in small for each in thing.checks]
    assert shown["smallTitle"] == small_in_words(small, Texts("nb")) and str(len(checks)) in shown["smallTitle"]
    largest = max(each.weight for each in checks)
    (said,) = re.findall(r"\d+,\d", shown["smallTitle"])
    assert largest <= float(said.replace(",", ".")) < largest + 0.1


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_listed_once_in_the_order_of_their_numbers(language: str) -> None:
    choices = table_choices(reconcile(PRESENT), PRESENT, Texts(language))
    assert len({each.key for each in choices}) == len({(each.document, each.title) for each in choices}) == len(choices)
    assert not [each for each in choices if re.search(r"[*;]|TBU", each.title)]
    first = [each.title.partition(",")[0] for each in choices if each.key.startswith("000/Tabell")]
    assert first == [f"Tabell {number}" for number in range(1, 22)]


def test_a_figure_that_stands_elsewhere_is_compared_and_not_computed() -> None:
    same = next(each for each in reconcile(PRESENT) if each.id == "tabell_1.vkp.2025.in_tabell_13")
    shown = context(answer(Question(Scenario(), None, FIXED)), Texts("nb"))
    path = f"check/{same.id}"
    node, _ = node_at(path, (shown,))
    assert step(node, path, shown).words.startswith("Samme tall et annet sted: Tabell 13, ")


def test_what_is_recomputed_never_begins_with_a_minus() -> None:
    for each in reconcile(PRESENT):
        of = check_row(each, PRESENT, Texts("nb")).of
        assert not of.removeprefix("Regnet av ").startswith("\N{MINUS SIGN}"), each.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_ties_the_numbers_together(language: str) -> None:
    shown, checks = listed(page_script(RECONCILIATION, sprak=language)), reconcile(PRESENT)
    found, listed_things = agreement(checks), things(checks)
    numbers = (found.figures - found.agreeing, sum(not each.explained_by_rounding for each in checks))
    counted = (*numbers, found.things, len(listed_things) - found.things)
    assert [int(each) for each in re.findall(r"\d+", shown["note"])[:4]] == list(counted)
    assert Texts(language)("reconciliation.order") in shown["note"]
    assert int(re.findall(r"\d+", shown["smallTitle"])[0]) == len(shown["small"]) == counted[-1]


def test_all_checks_are_shown_when_they_are_asked_for() -> None:
    brief, whole = (listed(page_script(RECONCILIATION, kontroller=each)) for each in ("viktige", "alle"))
    assert brief["agreeing"] == [] and brief["cards"] == whole["cards"]
    shown = [row["id"] for table in whole["agreeing"] for row in table["rows"]]
    assert sorted(shown) == sorted(each.id for each in reconcile(PRESENT) if each.explained_by_rounding)
    everything = shown + [row["id"] for row in rows_of([*whole["cards"], *whole["small"]])]
    assert len(everything) == len(set(everything)) == len(reconcile(PRESENT))


def test_a_link_to_a_row_that_agrees_shows_it() -> None:
    agreeing = next(each for each in reconcile(PRESENT) if each.explained_by_rounding)
    shown = listed(page_script(RECONCILIATION, sjekk=agreeing.id))
    assert shown["check"] == agreeing.id and shown["agreeing"]


def test_the_choice_stands_in_the_address() -> None:
    query = {"tabell": "000/Tabell 8", "sok": "VKP æ&", "sjekk": things(reconcile(PRESENT))[0].id}
    at = opened(**query)
    found, unusable = view_link.parsed(query, PRESENT)
    assert not at.warning and not unusable
    assert view_link.to_query(found, PRESENT).items() >= query.items()
    shown = listed(page_script(RECONCILIATION, **query))
    assert (shown["table"], shown["search"], shown["check"]) == tuple(query.values())
    assert "sok=VKP" in shown["link"] and "sjekk" not in shown["link"] and "priser" in shown["link"].rsplit("&", 1)[1]


@pytest.mark.parametrize(
    ("query", "told"), [({"tabell": "Tabell 99"}, "Tabell 99"), ({"sjekk": "x"}, "«x»"), ({"sok": "a" * 61}, "60")]
)
def test_what_a_link_gets_wrong_is_said_in_a_sentence(query: dict[str, str], told: str) -> None:
    at = opened(**query)
    assert len(at.warning) == 1 and told in at.warning[0].value


def test_another_baseline_forgets_what_it_does_not_have() -> None:
    narrowed, _ = view_link.parsed({"tabell": "000/Tabell 20", "sok": "VKP"}, PRESENT)
    assert narrowed.of(spring_2026()).narrowed.table == "" and narrowed.of(spring_2026()).narrowed.search == "VKP"


def test_the_list_narrows_and_looks_and_refuses() -> None:
    first = things(reconcile(PRESENT))[0].id
    for asked, found in (
        ({"do": "narrow", "table": "000/Tabell 9", "search": " VKP "}, ("000/Tabell 9", "VKP", "")),
        ({"do": "look", "check": first}, ("", "", first)),
    ):
        shown = listed(visit(RECONCILIATION, asked=((MODULE, asked),)))
        assert (shown["table"], shown["search"], shown["check"]) == found and not shown["problem"]
    for asked in ({"do": "narrow", "table": "x", "search": ""}, {"do": "narrow", "table": "", "search": "a" * 99}):
        shown = listed(visit(RECONCILIATION, asked=((MODULE, asked),)))
        assert shown["problem"].startswith("Listen er som før") and not shown["table"] and not shown["search"]


def test_the_levers_change_nothing_here() -> None:
    at_rest, moved = (page_script(RECONCILIATION, each) for each in (Scenario(), Scenario(risk_margin=0.03)))
    assert message(at_rest)["headline"] == message(moved)["headline"]
    assert listed(at_rest)["cards"] == listed(moved)["cards"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_baseline_without_printed_tables_says_so(language: str) -> None:
    bare, texts = INVENTED["nothing optional"](), Texts(language)
    at = page_script(RECONCILIATION, Scenario(figures=bare), sprak=language)
    assert message(at)["headline"] == texts("reconciliation.none", title=bare.title[language])
    assert message(at)["because"] == texts("reconciliation.none_how")
    assert not [each for each in at.get("bidi_component") if each.proto.component_name == "check_list"]


def test_one_that_adds_up_says_that_all_of_it_agrees() -> None:
    at = page_script(RECONCILIATION, Scenario(figures=adding_up()))
    assert message(at)["headline"].startswith("Alle de ") and not listed(at)["cards"]


def test_a_fault_in_one_figure_comes_first_and_is_named() -> None:
    at = page_script(RECONCILIATION, Scenario(figures=faulty()))
    first = listed(at)["cards"][0]
    assert not first["is_known"] and "Tabell 1 · E-resept · 2027" in first["cause"]
    assert len(first["rows"]) > 1 and str(len(first["rows"])) in first["cause"]
    assert "uten at årsaken er kjent" in message(at)["because"]


def test_the_sign_counts_and_leads_to_the_page() -> None:
    found = agreement(reconcile(PRESENT))
    at = opened()
    sign = at.button(key="check")
    assert sign.label == f"Avstemt: {found.agreeing}/{found.figures}"  # where there is little room
    whole = page_script("eksport").button(key="check")
    assert whole.label == f"{found.agreeing} av {found.figures} tall stemmer · {found.things} ting å vite"
    assert sign.icon == ":material/check_circle:"
    sign.click().run()
    assert not at.exception and listed(at)["cards"] and "check" not in {each.key for each in at.button}


def test_the_sign_never_says_that_a_moved_scenario_was_checked() -> None:
    at_rest, moved = (
        page_script("eksport", each).button(key="check")
        for each in (Scenario(name="Et navn"), Scenario(risk_margin=0.03))
    )
    assert at_rest.label == page_script("eksport").button(key="check").label
    assert moved.label.startswith("Grunnlaget: ") and moved.icon == ":material/info:"


def test_the_sign_keeps_the_scenario() -> None:
    at = opened(Scenario(risk_margin=0.03))
    at.button(key="check").click().run()
    assert "0.03" in at.query_params["risk_margin"] and listed(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sign_says_it_when_a_figure_differs_for_no_known_cause(language: str) -> None:
    wrong, texts = faulty(), Texts(language)
    unexplained = agreement(reconcile(wrong)).unexplained
    said = sign_in_words(wrong, texts, moved=False, short=False)
    assert said == texts("reconciliation.sign_unexplained_many", count=unexplained) and unexplained > 1
    at = page_script("oversikt", Scenario(figures=wrong), sprak=language)
    assert at.button(key="check").label == said and at.button(key="check").icon == ":material/error:"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("moved", [False, True])
def test_the_sign_has_room_in_every_row(language: str, moved: bool) -> None:
    short, whole = (sign_in_words(PRESENT, Texts(language), moved, short) for short in (True, False))
    assert len(short) <= 40 and len(short) < len(whole) <= 64


def test_there_is_no_sign_where_nothing_is_printed() -> None:
    at = page_script("oversikt", Scenario(figures=INVENTED["nothing optional"]()))
    assert "check" not in {each.key for each in at.button}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_check_is_recomputed_from_is_said_in_words(language: str) -> None:
    texts, seen = Texts(language), set()
    for each in reconcile(PRESENT):
        row = check_row(each, PRESENT, texts)
        assert not re.search(r"[{}]|_", row.of + row.printed + row.recomputed + row.difference)
        seen.add(each.kind)
        if each.kind == PERCENT_OF:
            assert texts.percent(0, 0)[1:] in row.printed and row.unit == texts("reconciliation.points")
        if each.kind == SAME:
            assert row.of.startswith(texts("reconciliation.of_same", where="").strip())
    assert seen >= {SUM_OF, PERCENT_OF, SAME, MODEL}


def test_the_table_says_what_the_list_says() -> None:
    texts, found = Texts("nb"), things(reconcile(PRESENT))
    table = checks_table(found, PRESENT, texts)
    shown = listed(page_script(RECONCILIATION))
    rows = rows_of([*shown["cards"], *shown["small"]])

    def column(name: str) -> list[str]:
        return [row[COLUMNS.index(name)] for row in table.rows]

    for name in ("place", "of", "printed", "recomputed", "id"):
        assert column(name) == [row[name] for row in rows]
    assert column("difference") == [f"{row['difference']} {row['unit']}".strip() for row in rows]
    assert column("thing") == [str(at) for at, thing in enumerate(found, 1) for _ in thing.checks]
    assert column("material") == ["ja" if thing.material else "nei" for thing in found for _ in thing.checks]
    mnok = texts("reconciliation.mnok")
    assert column("printed_shown")[0] == f"{rows[0]['printed']} {mnok}" and f"30,1 {mnok}" in column("printed_shown")
    assert "4,5\u00a0%" in column("printed_shown") and column("printed_shown")[-1] != ""
    assert len(things_table(found, PRESENT, texts).rows) == len(found)


def test_the_file_is_the_list() -> None:
    at = page_script(RECONCILIATION)
    assert [each.proto.label for each in at.get("download_button")] == [Texts("nb")("reconciliation.download")]
    table = checks_table(things(reconcile(PRESENT)), PRESENT, Texts("nb"))
    lines = lines_of(shown_csv(table, subject_of(Question(Scenario()), CREATED), "Avstemming"))
    shown = rows_of([*listed(at)["cards"], *listed(at)["small"]])
    assert [line["Hvor det står"].replace('""', '"') for line in lines] == [row["place"] for row in shown]
    units = {line["Differanse, enhet"] for line in lines}
    assert units == {"kr", "hundredels prosentpoeng", "tideler"}
    assert [line["link"].rpartition("sjekk=")[2] for line in lines] == [row["id"] for row in shown]
    bases = {line["Trykt, enhet"]: set[str]() for line in lines}
    for line in lines:
        bases[line["Trykt, enhet"]].add(line["price_basis"])
    assert bases["hundredels prosent"] == bases["tideler"] == {""} and "2025-kroner" in bases["kr"]
    old = [line for line in lines if "2021" in line["Dokument"]]
    assert old and "2025-kroner" not in {line["price_basis"] for line in old}


def leaves_of(node: Node) -> list[Node]:
    return [node] if node.op in LEAVES else [leaf for term in node.terms for leaf in leaves_of(term)]


def test_each_check_opens_a_calculation_that_gives_what_was_recomputed() -> None:
    published, opening = answer(Question(Scenario(risk_margin=0.03), None, FIXED)), 0
    for each in reconcile(PRESENT):
        if not has_calculation(each, PRESENT):
            assert each.kind == MODEL and not check_row(each, PRESENT, Texts("nb")).opens
            continue
        opening += 1
        node = calculation(published, check_row(each, PRESENT, Texts("nb")).opens)
        value = node.value * (100 if node.unit == "share" else 1)
        assert value == pytest.approx(each.recomputed, abs=1e-8)
        if each.kind != MODEL:
            printed = [leaf for leaf in leaves_of(node) if leaf.op == CELL]
            assert len(printed) == len(each.terms) and all(leaf.source and leaf.source.printed for leaf in printed)
    assert opening > 0.95 * len(reconcile(PRESENT))


def test_every_figure_of_a_check_has_a_place_that_can_be_read() -> None:
    for each in reconcile(PRESENT):
        row = check_row(each, PRESENT, Texts("nb"))
        assert row.place.startswith(table_name(each.table, Texts("nb"))) and place(each)[0] == each.document


def test_the_headline_of_a_small_baseline_reads_in_the_singular() -> None:
    for language in LANGUAGES:
        assert reconciliation_headline(faulty(), Texts(language))
