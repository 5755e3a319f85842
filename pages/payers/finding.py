"""How the browser finds an organisation: what the model searches by, and the function that search and list share."""

import json
from functools import cache

from model.payers.finding import PASSED_OVER, PLAIN_LETTERS, Former, search_keys
from pages.visit.components import FRONTEND


@cache
def finding() -> str:
    """JavaScript for components that find organisations: sent with the component, once, and not with every answer."""
    keys = [
        (each.payer.id, each.names, each.number, each.places, each.regions, _former(each.former))
        for each in search_keys()
    ]
    rule = {"letters": PLAIN_LETTERS, "passedOver": PASSED_OVER, "keys": keys}
    return f"const FINDING = {json.dumps(rule)};\n{(FRONTEND / 'finding.js').read_text(encoding='utf-8')}"


def _former(former: tuple[Former, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Number and names of the municipalities that one was made of."""
    return [(one.number, one.name, one.names) for one in former]
