"""The reconciliation: what a check is, what it must find, and that it finds nothing where everything agrees."""

import csv
import io
import json
import math
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import Baseline, TableError, known_differences
from model.baseline.installed import FOLDER, baseline_in
from model.baseline.making import baseline_of
from model.baseline.printed import PERCENT_ROWS
from model.baseline.workbook import workbook_baseline
from model.checks.causes import FILE as CAUSES
from model.checks.check import MATERIAL_MNOK, MODEL, Check, checked
from model.checks.figure import COUNT, MNOK, PERCENT, Figure, figure_of
from model.checks.nearness import AMOUNTS as COMPUTED_FROM
from model.checks.nearness import ELSEWHERE, OWN_DOCUMENT
from model.checks.reconcile import reconcile
from model.checks.relations import DIFFERENCE, KINDS, PERCENT_OF, SAME, SUM_OF, Relation
from model.checks.things import things
from model.checks.told_figures import FILE as FIGURES
from model.checks.told_relations import FILE as RELATIONS
from model.commands.command_line import main
from model.reading.faults import SheetsError
from model.reading.languages import LANGUAGES
from model.template import template
from tests.baselines import INVENTED, PRESENT, PRESENT_ID, SHEETS, Rows, changed
from tests.consistent import consistent_sheets

EXACT = 1e-8
COLUMNS = ["source", "table", "cell", "printed", "recomputed", "difference", "explained_by_rounding", "cause"]
MUCH = 500  # MNOK or per cent: more than rounding or any base can hide


@cache
def consistent() -> Baseline:
    return baseline_of(consistent_sheets())


def unexplained(baseline: Baseline) -> dict[str, Check]:
    return {each.id: each for each in reconcile(baseline) if not each.explained_by_rounding}


def found(name: str) -> Check:
    """A check of the present baseline."""
    return next(each for each in reconcile(PRESENT) if each.id == name)


EVERY: dict[str, Callable[[], Baseline]] = {
    "the present one": lambda: PRESENT,
    "a consistent one": consistent,
    **INVENTED,
}


@pytest.mark.parametrize("made", EVERY.values(), ids=EVERY.keys())
def test_what_is_recomputed_is_the_operation_over_the_terms(made: Callable[[], Baseline]) -> None:
    for each in reconcile(made()):
        signed = [term.sign * term.value for term in each.terms]
        if each.kind == PERCENT_OF:
            assert each.recomputed == pytest.approx(100 * math.fsum(signed[:-1]) / signed[-1], abs=EXACT), each.id
        elif each.kind != MODEL:
            assert each.recomputed == pytest.approx(math.fsum(signed), abs=EXACT), each.id
        assert each.difference == pytest.approx(each.recomputed - each.printed, abs=EXACT)
        assert each.kind in (*KINDS, MODEL) and bool(each.terms) == (each.kind != MODEL)
        assert (len(each.terms) == 1) == (each.kind == SAME)
        assert not (each.material and each.explained_by_rounding) and each.weight >= 0
        assert not (each.cause and each.explained_by_rounding)


@pytest.mark.parametrize("made", EVERY.values(), ids=EVERY.keys())
def test_ids_are_unique_and_what_is_material_comes_first_by_nearness_and_weight(made: Callable[[], Baseline]) -> None:
    checks = reconcile(made())
    assert len({each.id for each in checks}) == len(checks)
    differing = [each for each in checks if not each.explained_by_rounding]
    order = [(not each.material, each.nearness, -each.weight) for each in differing]
    assert order == sorted(order) and not any(each.material for each in checks[len(differing) :])
    assert reconcile(made()) == checks


def test_every_difference_of_the_present_baseline_has_a_cause_in_three_languages() -> None:
    known = known_differences(PRESENT)
    for each in unexplained(PRESENT).values():
        assert each.cause in known, each.id
        assert set(known[each.cause].text) == set(LANGUAGES)
    material = [each for each in reconcile(PRESENT) if each.material]
    assert 30 <= len(material) <= 90
    assert len({each.cause for each in material}) < len(material) / 2  # several checks, one cause


def test_every_table_is_reconciled() -> None:
    tables = {each.label for each in PRESENT.tables} | {f"Tabell {number}" for number in (3, 5, 6, 7)}
    assert tables <= {each.table for each in reconcile(PRESENT)}
    kinds = {each.kind for each in reconcile(PRESENT)}
    assert kinds == {*KINDS, MODEL}


def test_every_total_and_percentage_of_the_tables_is_recomputed_from_the_print() -> None:
    """Beside what the model gives: a sum, a level, a need, a change or a percentage has a check of its own table."""
    totals = ("sum", "percent", "change", "next_cost_level", "percent_change", "helsenettet_inkl_vkp")
    checks = [check for check in reconcile(PRESENT) if check.kind != MODEL]
    recomputed = {(c.table, c.row, c.column) for c in checks}
    recomputed |= {(term.table, term.row, term.column) for c in checks if c.kind == SAME for term in c.terms}
    for place, cell in PRESENT.cells.items():
        _, row, column = place
        if cell.digits and (row in totals or column in ("cost_level", "financing_need")):
            is_percent_of_nothing = row in PERCENT_ROWS and cell.value == 0
            assert place in recomputed or is_percent_of_nothing or place[0] == "Figur 5", place


def test_vkp_is_counted_with_earlier_funds_in_one_table_and_without_in_another() -> None:
    check = found("tabell_1.vkp.2025.in_tabell_8")
    assert (check.printed, check.recomputed, check.difference) == (30.1, 26.0, -4.1) and check.material
    with_funds = found("tabell_1.vkp.2025.with_earlier_funds")
    assert [term.value for term in with_funds.terms] == [26.0, 4.1] and with_funds.explained_by_rounding
    without = found("tabell_8.vkp.available.with_earlier_funds")
    assert (without.printed, without.recomputed) == (26.0, 30.1) and without.cause == check.cause


def test_a_line_of_tabell_9_is_printed_with_more_than_it_comes_to() -> None:
    check = found("tabell_9.veiledning_og_bruk.cost_level.across")
    assert (check.row, check.printed, check.recomputed) == ("Veiledning og bruk", 23.6, 22.7) and check.material
    assert found("tabell_9.helsenorge.cost_level.of_lines").cause == check.cause == "veiledning_og_bruk"


def test_a_missing_minus_is_found_by_the_sum_by_the_row_and_by_the_other_table() -> None:
    place = "tabell_13.helsenettet_inkl_vkp"
    for name in (f"{place}.changed_financing.down", f"{place}.changed_financing.in_tabell_8"):
        check = found(name)
        assert (check.printed, check.recomputed) == (66.5, -66.5) and check.material
    assert found(f"{place}.cost_level.across").recomputed == pytest.approx(378.8)
    assert {found(f"{place}.cost_level.across").cause, found(name).cause} == {"minus_left_out"}


def test_a_percentage_is_of_another_base_than_the_text_says() -> None:
    check = found("kap_3_4.kjernejournal_growth")
    assert check.kind == PERCENT_OF and check.printed == 4.5 and check.terms[-1].value == 95.4
    assert check.recomputed == pytest.approx(33.02, abs=0.01) and check.material
    own = found("tabell_10.percent.financing_need.of_available")
    assert own.terms[-1].value == 121.4 and own.explained_by_rounding


def test_the_minutes_print_two_figures_and_a_sum_that_is_none() -> None:
    check = found("forecast")
    assert (check.document[:3], check.printed, check.recomputed) == ("002", 75.3, 73.5) and check.material
    growth = found("sak_14_25.helsenettet_growth")
    assert [term.value for term in growth.terms] == [193.1, 23.0] and growth.recomputed == 216.1
    assert growth.printed == 214.8 and growth.material


def test_a_percentage_weighs_what_it_is_in_money() -> None:
    check = found("tabell_14.percent.cost_level.of_available")
    assert (check.printed, check.recomputed) == (0.0, -100.0)
    assert check.weight == pytest.approx(90.1, abs=1)


def test_leftovers_of_a_tenth_are_not_material() -> None:
    for name in ("tabell_8.sum.cost_level.model", "tabell_1.kjernejournal.2025.in_tabell_8", "return_in_the_text"):
        assert not found(name).material and found(name).cause
    small = [each for each in reconcile(PRESENT) if each.material and each.weight < MATERIAL_MNOK]
    assert not small


def test_what_the_model_gives_is_no_second_finding() -> None:
    """The missing minus is material where the print contradicts itself, not once more where the model does."""
    check = found("tabell_13.helsenettet_inkl_vkp.changed_financing.model")
    assert check.weight > 66 and not check.material and check.cause == "minus_left_out"


@pytest.mark.parametrize("made", EVERY.values(), ids=EVERY.keys())
def test_no_figure_is_held_against_the_same_figures_twice(made: Callable[[], Baseline]) -> None:
    seen = set()
    for each in reconcile(made()):
        if each.kind != MODEL:
            terms = sorted((term.sign, term.document, term.table, term.row, term.column) for term in each.terms)
            same = (each.document, each.table, each.row, each.column, each.kind, tuple(terms))
            assert same not in seen, each.id
            seen.add(same)


def test_what_the_plan_is_computed_from_comes_before_the_texts_and_other_documents() -> None:
    """A sign that is left out weighs its own amount, not twice that; the largest percentage does not come first."""
    listed = things(reconcile(PRESENT))
    assert [each.cause for each in listed[:2]] == ["vkp_with_earlier_funds", "helsenettet_of_2025"]
    nearness = [each.checks[0].nearness for each in listed if each.material]
    assert nearness == sorted(nearness) and set(nearness) == {COMPUTED_FROM, OWN_DOCUMENT, ELSEWHERE}
    left_out = found("tabell_13.helsenettet_inkl_vkp.changed_financing.down")
    assert left_out.printed == 66.5 and 66 < left_out.weight < 66.5
    result = next(each for each in reconcile(PRESENT) if each.cause == "result_of_2020")
    assert result.weight > 42  # one of its terms is half the difference, and counts with the other sign


def test_the_regulation_is_what_the_model_gives_with_its_own_settings() -> None:
    checks = [each for each in reconcile(PRESENT) if each.table.startswith("§") and each.kind == MODEL]
    assert PRESENT.law is not None and len(checks) == len(PRESENT.law.amounts)
    assert all(each.explained_by_rounding for each in checks)
    assert max(abs(each.difference) for each in checks) > 0.05


def test_a_tallgrunnlag_that_agrees_has_no_differences_as_sheets_and_as_a_workbook() -> None:
    assert not unexplained(consistent())
    of_workbook = workbook_baseline(template(consistent_sheets(), filled=True))
    assert not unexplained(of_workbook) and len(reconcile(of_workbook)) == len(reconcile(consistent())) > 1000


PRINTED = sorted(place for place, cell in consistent().cells.items() if cell.digits)


@settings(max_examples=60)
@given(st.sampled_from(PRINTED))
def test_an_altered_cell_gives_exactly_the_checks_that_touch_it(place: tuple[str, str, str]) -> None:
    table, row, column = place
    sheet = next(each.id for each in consistent().tables if each.label == table)

    def altered(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        value = float(rows[row][column]) + MUCH
        return rows | {row: rows[row] | {column: f"{value:.1f}"}}

    after = baseline_of(changed(consistent_sheets(), sheet, altered))
    touching = {
        each.id
        for each in reconcile(after)
        if place in {(each.table, each.row, each.column), *((t.table, t.row, t.column) for t in each.terms)}
    }
    of_lines = {name for name in touching if ".of_lines" in name or name.startswith("tabell_30.delsum")}
    wrong = unexplained(after)
    assert wrong.keys() <= touching
    insensitive = {
        each.id
        for each in reconcile(after)
        if each.kind == PERCENT_OF and each.printed in (0, -100) and (row, column) != (each.row, each.column)
    }  # nothing is no part of any base, and all of it is lost whatever it was
    assert touching - wrong.keys() - of_lines <= insensitive
    assert any(each.material for each in wrong.values())


@pytest.mark.parametrize(("line", "kind"), [("Drift", "across"), ("Delsum", "across")])
def test_an_altered_line_is_found(line: str, kind: str) -> None:
    def altered(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        at = next(row for row, cells in rows.items() if cells["line"] == line)
        return rows | {at: rows[at] | {"cost_level": f"{float(rows[at]['cost_level']) + 50:.1f}"}}

    wrong = unexplained(baseline_of(changed(consistent_sheets(), "tabell_30_lines", altered)))
    assert f"tabell_30.{line.lower()}.cost_level.{kind}" in wrong
    assert all(each.table == "Tabell 30" and each.material for each in wrong.values()) and not any(
        each.cause for each in wrong.values()
    )


AMOUNTS = st.lists(st.floats(-500, 500), min_size=2, max_size=6)
DIGITS = st.integers(0, 2)


def printed(value: float, decimals: int, unit: str = MNOK, row: str = "r") -> Figure:
    return figure_of("d", "t", row, "c", f"{round(value, decimals):.{decimals}f}", unit)


@given(AMOUNTS, st.data())
def test_what_is_rounded_from_amounts_that_agree_is_explained(amounts: list[float], data: st.DataObject) -> None:
    terms = tuple((1, printed(amount, data.draw(DIGITS), row=str(place))) for place, amount in enumerate(amounts))
    total = printed(math.fsum(amounts), data.draw(DIGITS))
    assert checked(Relation("x", SUM_OF, total, terms)).explained_by_rounding


@given(st.floats(0.6, 2000), st.floats(-2000, 2000), st.data())
def test_a_percentage_of_amounts_that_agree_is_explained(base: float, part: float, data: st.DataObject) -> None:
    """Of a part, and of the change from the base, whose rounding is then in both."""
    of_base, of_part = printed(base, 1, row="base"), printed(part, data.draw(DIGITS), row="part")
    share, growth = (printed(100 * each / base, 1, PERCENT) for each in (part, part - base))
    assert checked(Relation("x", PERCENT_OF, share, ((1, of_part), (1, of_base)))).explained_by_rounding
    change = ((1, of_part), (-1, of_base), (1, of_base))
    assert checked(Relation("x", PERCENT_OF, growth, change)).explained_by_rounding


@given(AMOUNTS, st.floats(1, 100))
def test_what_is_beyond_rounding_is_not_explained_and_has_that_weight(amounts: list[float], more: float) -> None:
    terms = tuple((1, printed(amount, 1, row=str(place))) for place, amount in enumerate(amounts))
    total = printed(math.fsum(figure.value for _, figure in terms) + round(more, 1), 1)
    check = checked(Relation("x", SUM_OF, total, terms))
    reach = 0.05 * (len(terms) + 1)
    assert check.explained_by_rounding == (round(more, 1) <= reach + 1e-9)
    if not check.explained_by_rounding:
        assert check.weight == pytest.approx(round(more, 1) - reach, abs=1e-6)


@pytest.mark.parametrize(
    ("kind", "total", "terms", "explained"),
    [
        (SAME, "128.6", ["128.7"], False),  # no one amount rounds to both
        (SAME, "129", ["128.7"], True),
        (SAME, "30", ["30.49"], True),
        (DIFFERENCE, "0.2", ["10.2", "-10.0"], True),
        (DIFFERENCE, "0.4", ["10.2", "-10.0"], False),
        (SAME, "~500", ["494.6"], True),  # «ca 500»
        (SAME, "~11", ["12.1"], False),
    ],
)
def test_what_rounding_explains(kind: str, total: str, terms: list[str], explained: bool) -> None:
    signed = tuple(
        (-1 if each.startswith("-") else 1, figure_of("d", "t", each, "c", each.lstrip("-"), MNOK)) for each in terms
    )
    check = checked(Relation("x", kind, figure_of("d", "t", "r", "c", total, MNOK), signed))
    assert check.explained_by_rounding == explained


def test_a_count_that_differs_is_material() -> None:
    five, seven = (figure_of("d", "t", row, "c", row, COUNT) for row in ("5", "7"))
    assert checked(Relation("x", SAME, five, ((1, seven),))).material


def every_row(more: dict[str, str]) -> Callable[[Rows], Rows]:
    return lambda rows: {row: cells | more for row, cells in rows.items()}


def with_row(name: str) -> Callable[[Rows], Rows]:
    return lambda rows: rows | {name: dict.fromkeys(next(iter(rows.values())), "1")}


def of_tabell_16(more: dict[str, str]) -> Callable[[Rows], Rows]:
    return lambda rows: rows | {"tabell_16": rows["tabell_16"] | more}


@pytest.mark.parametrize(
    ("sheet", "change"),
    [
        ("tabell_16", every_row({"neste": "1"})),
        ("tabell_15", every_row({"neste": "1"})),
        ("tabell_1", every_row({"endring": "1", "2026": ""})),
        ("tabell_8", every_row({"note": "1", "available": "0.0"})),
        ("tabell_16", with_row("noe")),
        ("tabell_9", with_row("noe")),
        ("tabell_16", lambda rows: {row: cells for row, cells in rows.items() if row != "cost_level"}),
        ("tables", of_tabell_16({"about": "tull"})),
        ("tables", of_tabell_16({"about": "helsenettet_felles"})),
        ("tables", every_row({"label": "Tabell 1", "document": ""})),
    ],
)
def test_a_table_that_is_laid_out_otherwise_is_reconciled_as_far_as_it_goes(
    sheet: str, change: Callable[[Rows], Rows]
) -> None:
    checks = reconcile(baseline_of(changed(SHEETS, sheet, change)))
    assert len(checks) > 800 and len({each.id for each in checks}) == len(checks)
    assert all(math.isfinite(each.recomputed) and math.isfinite(each.weight) for each in checks)


def test_a_printed_figure_that_no_table_could_hold_is_refused() -> None:
    with pytest.raises(SheetsError, match="tabell_8"):
        baseline_of(changed(SHEETS, "tabell_8", every_row({"investment": "9" * 400})))


# What stands beside a baseline.

DAMAGES = [
    (RELATIONS, "#kap_3_4.vkp,000", "#nothing,000", ", column of: found '#nothing'; there is no such printed"),
    (RELATIONS, "000:Tabell 13/vkp/cost_level", "000:Tabell 13/vkp/cost", ", column terms: found '000:Tabell 13"),
    (RELATIONS, "kap_3_4.vkp,same", "kap_3_4.vkp,sum", ", column terms: found 1; same has one"),
    (RELATIONS, "kap_3_4.vkp,same", "kap_3_4.vkp,alike", ", column kind: found 'alike'"),
    (RELATIONS, "kap_3_4.vkp,same", "Kap 3.4,same", ", column id: found 'Kap 3.4'"),
    (RELATIONS, "kap_3_4.vkp,same", "kap_3_4.kjernejournal_growth,same", "stands already in row"),
    (FIGURES, "prosent 2026,4.5,percent", 'prosent 2026,"4,5",percent', ", column digits: found '4,5'"),
    (FIGURES, "prosent 2026,4.5,percent", "prosent 2026,4.5,euro", ", column unit: found 'euro'"),
    (FIGURES, "kap_3_4.vkp,000_86", "kap_3_4.vkp,999_86", ", column document: found '999_86"),
    (FIGURES, "kap_3_4.vkp,", "KAP,", ", column id: found 'KAP'"),
    (CAUSES, '"Tabell 15", "vkp"', '"Tabell 15", "vpk"', r"vkp_with_earlier_funds.cells: there is no printed cell"),
    (CAUSES, "[nothing_left]\ncells", "[nothing_left]\nlines", "nothing_left.lines: is not known"),
]


@pytest.mark.parametrize(("file", "before", "becomes", "says"), DAMAGES)
def test_a_damaged_file_beside_is_refused(tmp_path: Path, file: Path, before: str, becomes: str, says: str) -> None:
    folder = Path(shutil.copytree(FOLDER / PRESENT_ID, tmp_path / PRESENT_ID))
    text = (folder / file).read_text(encoding="utf-8")
    assert before in text
    (folder / file).write_text(text.replace(before, becomes, 1), encoding="utf-8")
    with pytest.raises(TableError) as refused:
        reconcile(baseline_in(folder))
    assert file.name in str(refused.value) and says in str(refused.value)


def test_a_percentage_of_nothing_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER / PRESENT_ID, tmp_path / PRESENT_ID))
    nothing = (
        "wrong,percent,#kap_3_4.kjernejournal_growth,000:Tabell 1/vkp/2026; 000:Tabell 1/helsenettet_felles/2026,\n"
    )
    with (folder / RELATIONS).open("a", encoding="utf-8") as file:
        file.write(nothing)
    with pytest.raises(TableError, match="must not be 0"):
        reconcile(baseline_in(folder))


def test_a_baseline_without_these_files_has_no_such_checks_and_no_causes(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER / PRESENT_ID, tmp_path / PRESENT_ID))
    shutil.rmtree(folder / "beside")
    checks = reconcile(baseline_in(folder))
    assert {each.document[:3] for each in checks} == {"000", "FOR"} and not any(each.cause for each in checks)
    assert len(checks) > 1000 and any(each.material for each in checks)


# The command.


def test_the_command_gives_the_checks_in_their_order(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["reconcile"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))
    assert list(rows[0]) == COLUMNS and len(rows) == len(reconcile(PRESENT))
    for row, check in zip(rows, reconcile(PRESENT), strict=True):
        assert (row["source"], row["table"], float(row["printed"])) == (check.document, check.table, check.printed)
        assert row["explained_by_rounding"] == json.dumps(check.explained_by_rounding)
        assert bool(row["cause"]) == bool(check.cause)
    assert "earlier years' money for VKP" in rows[0]["cause"]
    assert main(["reconcile", "--baseline", PRESENT_ID, "--material", "--format", "json"]) == 0
    material = json.loads(capsysbinary.readouterr().out)
    assert len(material) == sum(each.material for each in reconcile(PRESENT))
    assert not any(row["explained_by_rounding"] for row in material)


def test_the_command_takes_a_workbook_and_refuses_what_is_none(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "new.xlsx"
    file.write_bytes(template(SHEETS, filled=True))
    assert main(["reconcile", "--baseline", str(file)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))
    assert main(["check", str(file)]) == 0
    assert list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode()))) == rows
    assert main(["reconcile", "--baseline", str(tmp_path / "nowhere.xlsx")]) == 2
    written = capsysbinary.readouterr()
    assert written.out == b"" and written.err.count(b"\n") == 1 and b"cannot be read" in written.err


def test_cells_say_what_a_figure_is_recomputed_from() -> None:
    assert found("tabell_8.sum.available.down").cell == "sum available: 7 rows"
    assert found("tabell_1.vkp.2025.in_tabell_8").cell == "vkp 2025: Tabell 8 available"
    across = found("tabell_12.grunndata_helseid.financing_need.across")
    assert across.cell == "grunndata_helseid financing_need: cost_level + returned_funds"
    change = found("tabell_16.percent_change.2026.of_levels")
    assert change.cell == "percent_change 2026: next_cost_level - cost_level in % of cost_level"
