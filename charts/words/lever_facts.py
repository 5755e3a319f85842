"""What a lever may be set to and what stands there in the published figures: at the lever and in the list of words."""

from charts.words.settings import default, shown
from model import Baseline, Scenario
from model.scenario.fields import limits
from texts import Texts


def lever_facts(path: str, baseline: Baseline, texts: Texts) -> str:
    """«Fra 0,0 % til 15,0 %. I tallgrunnlaget: 5,0 %.»; without limits where the lever is one of a few choices."""
    usual = shown(path, default(path, Scenario(figures=baseline)), baseline, texts)
    limit = limits(baseline).get(path)
    if limit is None or limit.kind == "boolean":
        return texts("lever.facts_choice", default=usual)
    kind = int if limit.kind == "integer" else float
    low, high = (shown(path, kind(end), baseline, texts) for end in (limit.low, limit.high))
    return texts("lever.facts", low=low, high=high, default=usual)
