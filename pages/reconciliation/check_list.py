"""The list on Avstemming: what does not come out, narrowed by table and words; the choice stands in the address."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Final
from urllib.parse import urlencode

from charts.reconciliation.cards import agreeing, cards, table_choices
from charts.reconciliation.words import how_checked, in_which_order, small_in_words
from model import Baseline
from model.checks.reconcile import reconcile
from model.checks.things import things
from pages.reconciliation.messages import Found, LookAtCheck, NarrowList, ReconciliationMessage
from pages.visit import address, asking, narrowed, problems, state, view
from pages.visit.baselines import is_own
from pages.visit.components import component
from pages.visit.kept import kept
from pages.visit.link_problem import unusable
from pages.visit.messages import Record
from pages.visit.narrowed import Narrowed
from pages.visit.problems import Problem, Refused
from pages.visit.view import View
from texts import Texts

KEY: Final = "reconciliation"
LABELS: Final = (
    "list",
    "table",
    "all_tables",
    "search",
    "found",
    "nothing",
    "nothing_material",
    "agreeing",
    "agreeing_count",
    "printed",
    "recomputed",
    "difference",
    "open",
    "link",
)


def check_list(looked_at: View) -> None:
    """Draws the list of the baseline that is shown."""
    baseline, texts = state.figures(), looked_at.texts
    checks, chosen = reconcile(baseline), looked_at.narrowed
    fitting = {each.id for each in checks if each.explained_by_rounding}
    is_whole = looked_at.checks == view.ALL_CHECKS or chosen.check in fitting
    component(ReconciliationMessage, "check_list", "reconciliation/check_list")(
        key=KEY,
        data={
            **_found(baseline, looked_at.language),
            "agreeing": _agreeing(baseline, looked_at.language) if is_whole else [],
            "smallTitle": small_in_words([each for each in things(checks) if not each.material], texts),
            "note": " ".join(filter(None, (in_which_order(baseline, texts), how_checked(baseline, texts)))),
            "table": chosen.table,
            "search": chosen.search,
            "check": chosen.check,
            "link": urlencode(_without_check(address.query()), doseq=True),
            "labels": {label: texts(f"reconciliation.{label}") for label in LABELS},
            "problem": problems.sentences(KEY, texts, _in_words),
            **asking.listen(KEY, DEEDS),
        },
        on_asked_change=apply,
    )


@kept(lambda baseline, language: is_own(baseline))  # noqa: ARG005 (what it keeps has these names)
def _found(baseline: Baseline, language: str) -> Found:
    """What does not come out, and the tables that can be chosen."""
    texts = Texts(language)
    return {
        "cards": [asdict(each) for each in cards(baseline, texts)],
        "small": [asdict(each) for each in cards(baseline, texts, material=False)],
        "tables": [asdict(each) for each in table_choices(reconcile(baseline), baseline, texts)],
    }


@kept(lambda baseline, language: is_own(baseline))  # noqa: ARG005
def _agreeing(baseline: Baseline, language: str) -> list[Record]:
    return [asdict(each) for each in agreeing(baseline, Texts(language))]


def apply() -> None:
    """Does what the list asked for; what cannot be used leaves it as it was."""
    asking.serve(KEY, DEEDS)


def _narrow(asked: NarrowList) -> None:
    """Another table, or other words."""
    _show(replace(view.current().narrowed, table=_text(asked, "table"), search=_text(asked, "search"), check=""))


def _look(asked: LookAtCheck) -> None:
    """One of the rows: its address is then the page's."""
    _show(replace(view.current().narrowed, check=_text(asked, "check")))


DEEDS: Final[dict[str, asking.Deed]] = {"narrow": _narrow, "look": _look}


def _text(asked: Mapping[str, object], field: str) -> str:
    """A text of a message. Raises NotUnderstood for what is none."""
    if not isinstance(text := asked.get(field), str):
        raise asking.NotUnderstood(field)
    return text.strip()


def _show(wanted: Narrowed) -> None:
    """Raises Refused for what the baseline does not have, or a search that is too long."""
    if unused := narrowed.differing(wanted, wanted.of(state.figures())):
        raise unused[0]
    view.change(narrowed=wanted)


def _in_words(problem: Problem, texts: Texts) -> str:
    unused = (unusable(error, texts) for error in problem.errors if isinstance(error, Refused))
    return texts("reconciliation.refused", what="; ".join(unused))


def _without_check(query: Mapping[str, str | list[str]]) -> dict[str, str | list[str]]:
    return {name: value for name, value in query.items() if name != narrowed.PARAMETERS["check"]}
