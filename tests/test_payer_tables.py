"""Damaged data about the payers: every damage is one TableError that names the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.baseline.keys import read_weights
from model.baseline.making import baseline_of
from model.checks.invoice_2021 import read_keys
from model.payers.deflators import read_price_rates
from model.payers.member_keys import read_grants, read_index
from model.payers.municipalities import read_municipalities
from model.payers.other_members import read_past_prices, read_price_categories
from model.payers.outside import read_compensations, read_memos
from model.payers.past import read_keys_of_years, read_regulation_history
from model.payers.unit_costs import read_volumes
from model.reading.faults import SheetsError
from tests.baselines import PRESENT, PRESENT_ID, SHEETS, Rows, changed
from tests.test_tables import check_damage

OUTSIDE = f"baselines/{PRESENT_ID}/beside/outside_regulation.csv"


def memos(path: Path) -> object:
    return read_memos(path, PRESENT)


@pytest.mark.parametrize(
    ("name", "read", "found", "becomes"),
    [
        ("payers/municipalities_2026.csv", read_municipalities, "728714", "728714.5"),
        ("payers/municipalities_2026.csv", read_municipalities, "728714", "0"),
        ("payers/municipalities_2026.csv", read_municipalities, "1101,", "0301,"),
        ("payers/kommunehelse_2026.csv", read_index, "0.8375", "-0.8375"),
        ("payers/kommunehelse_2026.csv", read_index, "0301", "9999"),
        ("payers/kommunehelse_2026.csv", read_index, "second_hand", "guess"),
        ("payers/rhf_2026.csv", read_grants, "Helse Vest", "Helse Øst"),
        ("payers/rhf_2026.csv", read_grants, "33370.2", "0.0"),
        ("payers/price_indices.csv", read_price_rates, "4.4,percent", "4.4,mnok"),
        ("payers/other_members_price_2026.csv", read_price_categories, "1495", "0"),
        ("payers/price_indices.csv", read_price_rates, "revised_budget", "draft"),
        ("payers/regulation_history.csv", read_regulation_history, "74.6", "-74.6"),
        ("payers/regulation_history.csv", read_regulation_history, "helsenettet,kommuner", "helsenettet,rhf"),
        ("payers/keys_of_years.csv", read_keys_of_years, "55,share", "0,share"),
        ("payers/other_members_price_history.csv", read_past_prices, "10086", "0"),
        ("payers/volumes.csv", read_volumes, "35,million", "0,million"),
        ("payers/volumes.csv", read_volumes, "35,million", "35,billion"),
        (OUTSIDE, memos, "felles_til_tjenesteavtaler", "altinn"),
        (OUTSIDE, memos, "3.9,mnok", ",mnok"),
        ("payers/compensation.csv", read_compensations, "490,mnok", "much,mnok"),
        ("payers/invoice_example_2021_keys.csv", read_keys, "0.445,growth", "0.445,level"),
        ("key_sets.csv", read_weights, "stated", "certain"),
    ],
)
def test_a_damaged_table_is_refused(
    tmp_path: Path, name: str, read: Callable[[Path], object], found: str, becomes: str
) -> None:
    check_damage(name, tmp_path, found, becomes, read)


@pytest.mark.parametrize(
    ("row", "becomes", "column"),
    [
        ("kjernejournal.rhf", {"amount_mnok": "much"}, "amount_mnok"),
        ("index_rate", {"value": "NaN"}, "value"),
        ("kjernejournal.stat", {"amount_mnok": "1.0"}, None),
        ("altinn.enabled", {"value": "no"}, None),
    ],
)
def test_a_damaged_regulation_is_refused(row: str, becomes: dict[str, str], column: str | None) -> None:
    """The fault names the sheet, the row and, where it is a cell's, the column."""

    def damaged(rows: Rows) -> Rows:
        return rows | {row: rows.get(row, {}) | becomes}

    with pytest.raises(SheetsError) as caught:
        baseline_of(changed(SHEETS, "law", damaged))
    (fault,) = caught.value.faults
    assert (fault.sheet, fault.row, fault.column) == ("law", row, column)
