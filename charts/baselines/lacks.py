"""What a tallgrunnlag lacks for its years, and what is used instead."""

from charts.words.names import key_name
from charts.words.refused import municipal_year
from model import Baseline, presets
from model.baseline.printed import BRIDGE, HISTORY_COST, HISTORY_PAYMENT, PLAN
from model.payers.deflators import price_series
from texts import Texts


def lacks(baseline: Baseline, texts: Texts) -> tuple[str, ...]:
    """A sentence for each thing that is not there; none for what is."""
    first, last_rate = baseline.first_year, max(price_series()["municipal"])
    keys = key_name(baseline.default_keys, texts)
    missing = {
        texts("lacks.law", year=first, keys=keys): baseline.law is None,
        texts("lacks.population", year=municipal_year(), first_year=first): municipal_year() != first,
        texts("lacks.deflator", last=last_rate): last_rate < baseline.plan_years[-1],
        texts("lacks.history"): not (baseline.table(HISTORY_COST) or baseline.table(HISTORY_PAYMENT)),
        texts("lacks.lines"): not baseline.details,
        texts("lacks.print"): not (baseline.table(BRIDGE) or baseline.table(PLAN)),
        texts("lacks.presets"): not presets(baseline),
        texts("lacks.underspend", year=baseline.base_year): not baseline.base_year_underspend.any(),
    }
    return tuple(sentence for sentence, is_missing in missing.items() if is_missing)
