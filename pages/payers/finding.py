"""How the browser finds an organisation: the model's keys, and the function that the search and the list share."""

import json
from functools import cache

from model.payers.finding import PASSED_OVER, PLAIN_LETTERS, Former, search_keys
from pages.visit.components import FRONTEND


@cache
def finding() -> str:
    """A component's share of JavaScript; sent once with the component, not with every answer."""
    keys = [
        (each.payer.id, each.names, each.number, each.places, each.regions, _former(each.former))
        for each in search_keys()
    ]
    rule = {"letters": PLAIN_LETTERS, "passedOver": PASSED_OVER, "keys": keys}
    return f"const FINDING = {json.dumps(rule)};\n{(FRONTEND / 'finding.js').read_text(encoding='utf-8')}"


def _former(former: tuple[Former, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.number, one.name, one.names) for one in former]
