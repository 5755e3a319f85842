"""Damaged data about the payers: every damage is one TableError that names the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.baseline.keys import read_key_sets
from model.baseline.regulation import read_law_amounts
from model.checks.invoice_2021 import read_keys
from model.payers.deflators import read_price_series
from model.payers.member_keys import read_grants, read_index
from model.payers.municipalities import read_municipalities
from model.payers.other_members import read_price_categories
from model.payers.outside import read_compensations, read_memos
from model.payers.unit_costs import read_volumes
from tests.test_tables import check_damage


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
        ("payers/price_indices.csv", read_price_series, "4.4,percent", "4.4,mnok"),
        ("payers/other_members_price_2026.csv", read_price_categories, "1495", "0"),
        ("payers/volumes.csv", read_volumes, "35,million", "0,million"),
        ("payers/volumes.csv", read_volumes, "35,million", "35,billion"),
        ("payers/outside_regulation.csv", read_memos, "felles_til_tjenesteavtaler", "altinn"),
        ("payers/outside_regulation.csv", read_memos, "3.9,mnok", ",mnok"),
        ("payers/compensation.csv", read_compensations, "490,mnok", "much,mnok"),
        ("payers/invoice_example_2021_keys.csv", read_keys, "0.445,growth", "0.445,level"),
        ("regulation_2026.csv", read_law_amounts, "§ 14,kjernejournal,rhf", "§ 14,kjernejournal,stat"),
        ("key_sets.csv", read_key_sets, "official", "certain"),
    ],
)
def test_a_damaged_table_is_refused(
    tmp_path: Path, name: str, read: Callable[[Path], object], found: str, becomes: str
) -> None:
    check_damage(name, tmp_path, found, becomes, read)
