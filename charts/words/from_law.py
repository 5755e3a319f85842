"""The words for a start from the law: the payment that the regulation has set, and how it grows from there."""

from charts.words.context import Context
from charts.words.names import short_measure_name
from model import Baseline
from model.answers.law_payment import LawPayment, growths_from_law
from model.baseline.law import Law
from texts import Texts


def law_headline(context: Context) -> str:
    """What the regulation has set for the year that is looked at; empty where none has."""
    law, texts = context.law_payment, context.texts
    if law is None:
        return ""
    words = {"year": law.year, "total": texts.amount(law.total), "base_year": context.baseline.base_year}
    if context.answer.is_fixed:
        return texts("from_law.headline_fixed", **words)
    return texts("from_law.headline", parts=law_parts(law, texts), **words)


def works_later(context: Context) -> str:
    """That the year is set and from when levers work, where some are moved; else nothing."""
    scenario, reference = (each.without("name") for each in (context.question.scenario, context.question.reference))
    if not context.is_set_by_law or scenario == reference:
        return ""
    return context.texts("from_law.works_later", year=context.year, next=context.baseline.plan_years[1])


def law_parts(law: LawPayment, texts: Texts) -> str:
    """«927,4 fastsatt og 102,1 avledet av tredelen til øvrige medlemmer»."""
    kind = "parts" if law.implied else "set"
    return texts(f"from_law.{kind}", set=texts.amount(law.set_amount), implied=texts.amount(law.implied))


def law_note(law: LawPayment, texts: Texts, key: str = "bridge") -> str:
    """The regulation's payment, its parts, and what the computation gives: the gap is named."""
    return texts(
        f"from_law.{key}",
        year=law.year,
        total=texts.amount(law.total),
        parts=law_parts(law, texts),
        computed=texts.amount(law.computed, 2),
    )


def growth_case(rate: float, without: tuple[str, ...], baseline: Baseline, texts: Texts) -> str:
    """«med 3,1 % prisvekst til 2027, men uten Pasientens prøvesvar»: what the growth into the second year rests on."""
    kind = "without" if without else "rate" if rate else "none"
    return texts(
        f"from_law.growth_{kind}",
        rate=texts.percent_in_full(rate),
        next=baseline.plan_years[1],
        measures=measures_in_words(without, baseline, texts),
    )


def measures_in_words(names: tuple[str, ...], baseline: Baseline, texts: Texts) -> str:
    """Measures by their short names, one after the other."""
    return ", ".join(short_measure_name(name, baseline, texts) for name in names)


def growth_sentence(law: Law, baseline: Baseline, texts: Texts) -> str:
    """How the published plan's payment grows from the regulation to the year after, by what it rests on."""
    cases = [
        texts(
            "from_law.growth_part",
            growth=texts.percent_change(each.growth),
            case=growth_case(each.index_rate, each.without, baseline, texts),
        )
        for each in growths_from_law(baseline)
    ]
    total = texts.amount(law.total_mnok)
    return texts("from_law.growth_sentence", year=law.year, next=law.year + 1, total=total, cases="; ".join(cases))
