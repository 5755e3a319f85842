"""How sure it is, in sentences: counts of a hundred cases, and always what they suppose."""

from charts.records.figure import KeyFigure
from charts.uncertainty.doubt import HUNDRED, P15, P50, P85, Doubt
from charts.words.names import short_measure_name
from charts.words.quantities import quantity_of
from charts.words.settings import label
from model.explaining.reasons import quantity_address
from model.explaining.simulated import simulated_address
from texts import Texts


def cases(share: float, texts: Texts) -> str:
    """«15 av 100», «færre enn 1 av 100»: a share of the draws as people count."""
    count = round(share * HUNDRED)
    if 0 < share < 1 and count in (0, HUNDRED):
        return texts("uncertainty.fewer" if count == 0 else "uncertainty.more_than")
    return texts("uncertainty.of_hundred", count=count)


def doubt_headline(doubt: Doubt) -> str:
    """«I 15 av 100 tilfeller blir finansieringsbehovet i 2027 over 1 155 mill. kr, gitt disse antakelsene.»."""
    texts, what = doubt.context.texts, quantity_of(doubt.asked.quantity, doubt.year, doubt.context.texts)
    if not doubt.varies:
        words = {"amount": doubt.amount(doubt.amounts_at((P50,))[0]), "prices": doubt.prices}
        certain = "uncertainty.unmoved" if doubt.given.levers else "uncertainty.certain"
        return texts(certain, what=what[0].upper() + what[1:], **words)
    over = cases(doubt.share_above(doubt.above), texts)
    return texts("uncertainty.headline", cases=over, what=what, amount=doubt.about(doubt.above), prices=doubt.prices)


def doubt_because(doubt: Doubt) -> str:
    """Between which amounts seventy of a hundred lie, and what they have that the scenario has not."""
    texts = doubt.context.texts
    if not doubt.varies:
        return texts("uncertainty.nothing_moves" if doubt.given.levers else "uncertainty.nothing_varies")
    low, high = doubt.amounts_at((P15, P85))
    between = texts("uncertainty.because", low=doubt.coarse(low), high=doubt.coarse(high))
    return f"{between} {_beside(doubt) or texts('uncertainty.change_them')}"


def _beside(doubt: Doubt) -> str:
    """What all draws have and the scenario has not; empty where there is nothing."""
    measures = dict.fromkeys(path.split(".")[1] if "." in path else path for path in doubt.beside_scenario)
    names = [_name(each, doubt) for each in measures]
    return doubt.context.texts("uncertainty.beside", names=doubt.context.texts.listed(names)) if names else ""


def doubt_key_figures(doubt: Doubt) -> tuple[KeyFigure, ...]:
    """The middle, from where to where, how often over the amount, and how the scenario's own figure lies among them."""
    texts, year = doubt.context.texts, doubt.year
    low, middle, high = doubt.amounts_at((P15, P50, P85))
    over = cases(doubt.share_above(doubt.above), texts)
    spread = [
        _key("median", doubt.amount(middle), "note_median", doubt, str(P50)),
        _key("spread", f"{doubt.coarse(low)}–{doubt.coarse(high)}", "note_spread", doubt, str(P85)),
    ]
    figures = [
        *(spread if doubt.varies else ()),  # nothing is below or above what is certain
        KeyFigure(
            "over",
            texts("uncertainty.key_over", amount=doubt.about(doubt.above)),
            over,
            texts("uncertainty.note_over"),
            False,
            simulated_address(doubt.asked, f"above~{doubt.above!r}"),
        ),
    ]
    own = doubt.own_amount
    if own is not None:
        note = texts("uncertainty.note_own", cases=cases(doubt.share_above(own), texts))
        opens = quantity_address(doubt.asked.quantity, year)
        figures.append(KeyFigure("own", texts("uncertainty.key_own"), doubt.amount(own), note, False, opens))
    return tuple(figures)


def _name(measure: str, doubt: Doubt) -> str:
    """A measure in a few words, or a lever's name."""
    baseline, texts = doubt.context.baseline, doubt.context.texts
    return (
        short_measure_name(measure, baseline, texts)
        if measure in baseline.measures
        else label(measure, baseline, texts)
    )


def _key(name: str, value: str, note: str, doubt: Doubt, share: str) -> KeyFigure:
    texts = doubt.context.texts
    opens = simulated_address(doubt.asked, share)
    return KeyFigure(name, texts(f"uncertainty.key_{name}"), value, texts(f"uncertainty.{note}"), False, opens)
