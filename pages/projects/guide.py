"""Four questions that lead to the report's model for a task, ready in the form; after 004, 2.1.2 and 2.2."""

from typing import Final

from pages.levers.project_moves import GUIDED
from pages.projects.messages import Guide, GuideQuestion, Outcome
from texts import Texts

DELIVERY, FOUNDATION, BIG, LITTLE = "delivery", "foundation", "big", "little"
"""Answers that ask on; the others are outcomes."""

QUESTIONS: Final = (
    ("task", "", ((DELIVERY, "delivery"), ("authority", "authority"))),
    ("foundation", DELIVERY, ((FOUNDATION, "foundation"), ("outside", "outside"))),
    ("size", FOUNDATION, ((BIG, "big"), (LITTLE, "little"))),
    ("state", BIG, (("large", "none"), ("large_state", "part"))),
    ("state", LITTLE, (("small", "none"), ("small_state", "part"))),
)
"""What is asked, the answer after which it is asked, and its answers with the texts that say them."""

RULES: Final = {
    "authority": ("decides_authority", "pays_authority"),
    "outside": ("decides_outside", "pays_outside", "invoice_outside"),
    "large": ("decides_large", "binding", "pays_large", "invoice"),
    "small": ("decides_small", "binding", "pays_small", "invoice"),
    "large_state": ("decides_large", "binding", "pays_large", "state_large", "invoice"),
    "small_state": ("decides_small", "binding", "pays_small", "state_small", "invoice"),
}
"""Outcome → what the report says of who decides, whether one must pay, how it is paid and by what."""


def guide(texts: Texts) -> Guide:
    """The guide in words."""
    return {
        "title": texts("guide.title"),
        "lead": texts("guide.lead"),
        "questions": [_question(*each, texts) for each in QUESTIONS],
        "outcomes": {name: _outcome(name, texts) for name in GUIDED},
    }


def _question(asked: str, after: str, answers: tuple[tuple[str, str], ...], texts: Texts) -> GuideQuestion:
    said = [(value, texts(f"guide.answer_{name}")) for value, name in answers]
    return {"label": texts(f"guide.ask_{asked}"), "after": after, "answers": said}


def _outcome(name: str, texts: Texts) -> Outcome:
    title = texts(f"guide.model_{name}")
    return {"title": title, "rules": [texts(f"guide.{rule}") for rule in RULES[name]], "use": texts("guide.use")}
