"""What a project costs and how: every amount of a burden is what its calculation gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import Question, Scenario, answer
from model.explaining.calculation import Calculations
from model.explaining.projects import ALL, INVESTMENT, OF_INVESTMENT, SECTOR, project_address
from model.investment import PARTS, STATE
from model.payers import payers
from tests.strategies import projects, scenarios

PAYERS = ("0301", "1103", "Helse Vest", "apotek_bandasjister")


@settings(max_examples=60, deadline=None)
@given(scenarios(), st.lists(projects(), min_size=1, max_size=3), st.sampled_from(["lopende", "faste"]), st.data())
def test_a_calculation_gives_what_is_paid(of: Scenario, listed: list[object], prices: str, data: st.DataObject) -> None:
    asked = answer(Question(of.with_value("projects", listed), prices=prices))
    burden = asked.burden
    assert len(asked.divided) + len(asked.undivided) == len(listed)
    assert all(error.problem == "no_share" for error in asked.undivided)
    if not burden.years:
        return
    year, payer = data.draw(st.sampled_from(burden.years)), data.draw(st.sampled_from((SECTOR, STATE, *PAYERS)))
    at, known = burden.years.index(year), Calculations.of(asked)
    amounts = _of(burden.sector, burden.state, burden.by_payer, payer)[:, at]
    scale = max(1.0, float(np.abs(amounts).max()))
    for part, amount in zip(PARTS, amounts.tolist(), strict=True):
        node = known.node(project_address(part, year, payer))
        assert node.value == pytest.approx(amount, abs=1e-9 * scale), (part, year, payer)
    whole = known.node(project_address(ALL, year, payer))
    assert whole.value == pytest.approx(float(amounts.sum()), abs=1e-8 * scale)
    of_investment = float(amounts[[PARTS.index(part) for part in OF_INVESTMENT]].sum())
    assert known.node(project_address(INVESTMENT, year, payer)).value == pytest.approx(of_investment, abs=1e-8 * scale)


def _of(sector: np.ndarray, state: np.ndarray, by_payer: np.ndarray, payer: str) -> np.ndarray:
    """(part, year) of the sector, the state or one that pays."""
    if payer in (SECTOR, STATE):
        return (sector if payer == SECTOR else state)[:, :, 0]
    return by_payer[:, :, [each.id for each in payers()].index(payer), 0]
