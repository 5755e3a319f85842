"""How the browser finds an organisation: what the model searches by, and the function that search and list share."""

import json
from functools import cache

from model.payers.finding import PASSED_OVER
from model.payers.search_keys import PLAIN_LETTERS, Former, search_keys


@cache
def finding_keys() -> dict[str, str]:
    """The module of the keys, by its path; the browser fetches it once."""
    keys = [
        (each.payer.id, each.names, each.number, each.places, each.regions, _former(each.former))
        for each in search_keys()
    ]
    rule = {"letters": PLAIN_LETTERS, "passedOver": PASSED_OVER, "keys": keys}
    return {"payers/finding_keys.js": f"export const FINDING = {json.dumps(rule)};\n"}


def _former(former: tuple[Former, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Number and names of the municipalities that one was made of."""
    return [(one.number, one.name, one.names) for one in former]
