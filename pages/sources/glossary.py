"""The list of words and levers: searched in the browser; the button at a lever leads to its card."""

from dataclasses import asdict
from functools import lru_cache
from typing import Final

from charts.sources.glossary import entry_of, levers, terms
from model import Baseline
from model.payers.search_keys import PLAIN_LETTERS
from pages.sources.messages import Glossary, GlossaryMessage
from pages.visit import state, whereabouts
from pages.visit.components import component
from pages.visit.view import View
from texts import Texts
from texts.numbers import separators

KEY: Final = "glossary"
LABELS: Final = ("search", "search_hint", "hits", "none")


def glossary(looked_at: View) -> None:
    """Draws the list, at the card that a lever's button led to."""
    word, times = whereabouts.word_to_show()
    component(GlossaryMessage, "glossary", "sources/glossary")(
        key=KEY,
        data={**_glossary(state.figures(), looked_at.texts), "chosen": entry_of(word), "times": times},
    )


@lru_cache(maxsize=8)
def _glossary(baseline: Baseline, texts: Texts) -> Glossary:
    """The part of the message that is the same until language or baseline change."""
    return {
        "stamp": f"{texts.language} {baseline.digest}",
        "groups": [
            (texts("glossary.words"), [asdict(each) for each in terms(texts)]),
            (texts("glossary.levers"), [asdict(each) for each in levers(baseline, texts)]),
        ],
        "letters": PLAIN_LETTERS,
        "decimal": separators(texts.language)[0],
        "labels": {name: texts(f"glossary.{name}") for name in LABELS},
    }
