"""The sentences of earlier years' money: the message of the picture, what does not come out, margin and interest."""

from collections.abc import Sequence

from charts.words.context import Context
from model.baseline.earlier_funds import RETURNED, SET_ASIDE, USED
from model.baseline.funds_remarks import ACCOUNTS, DECIDES, REASON, TIES, remarks
from model.baseline.funds_story import Story, UnspentShare, interest, stories, unspent_shares
from model.checks.funds_checks import causes
from texts import Texts


def years_in_words(story: Story, texts: Texts) -> str:
    """«2022 og 2023», or the one year."""
    return texts.listed(list(dict.fromkeys((story.years[0], story.years[-1]))))


def is_forecast(story: Story) -> bool:
    """Whether what was used is not known yet: it follows from what is expected to be left over."""
    return USED in story.all.computed


def row_name(story: Story, texts: Texts) -> str:
    """«Igjen fra 2022 og 2023», «2024» or «2025, prognose»: what the money of a story is called."""
    years = years_in_words(story, texts)
    if story.all.used is None:
        return texts("story.left_from", years=years)
    return texts("story.forecast", years=years) if is_forecast(story) else years


def alternative(told: Sequence[Story], context: Context) -> str:
    """A sentence for each story: how much was left over, of what, and what becomes of it."""
    return " ".join(_sentence(story, context.texts) for story in told)


def _sentence(story: Story, texts: Texts) -> str:
    funds = story.all
    kind = "left" if funds.used is None else "forecast" if is_forecast(story) else "accounts"
    years = [str(each.year) for each in funds.later if each.quantity == RETURNED]
    amounts = {
        "invoiced": funds.invoiced,
        "available": funds.available,
        "unspent": funds.unspent,
        "kept": funds.kept,
        "returned": funds.returned,
        "set_aside": sum(each.amount for each in funds.later if each.quantity == SET_ASIDE),
    }
    words = {name: texts.amount(amount) for name, amount in amounts.items() if amount is not None}
    return texts(f"story.alt_{kind}", years=years_in_words(story, texts), when=", ".join(years), **words)


def said_under(context: Context) -> str:
    """What does not come out in the figures that are drawn, what they leave out, and what the star means."""
    language = context.texts.language
    said = [cause.text[language] for cause in causes(context.baseline, said=True)]
    said += [remark.text[language] for remark in remarks(context.baseline, ACCOUNTS)]
    return " ".join((context.texts("story.note"), *said))


def margin_sentences(context: Context) -> tuple[str, ...]:
    """What the margin is inside an amount, and the underspend against each base; nothing where none is known."""
    texts, shares = context.texts, unspent_shares(context.baseline)
    if not shares:
        return ()
    margin = context.baseline.embedded_margin
    inside = margin / (1 + margin)
    told = "; ".join(_share(each, texts) for each in shares)
    key = "story.margin_more" if all(each.share > inside for each in shares) else "story.margin_not_more"
    return (
        texts("story.margin", margin=texts.percent_in_full(margin), inside=texts.percent(inside)),
        texts(key, shares=told),
    )


def _share(each: UnspentShare, texts: Texts) -> str:
    """«8,3 % av forskriften (2024)»."""
    base = texts(f"story.base_{each.base}")
    return texts("story.margin_share", share=texts.percent(each.share), base=base, years=share_year(each, texts))


def share_year(each: UnspentShare, texts: Texts) -> str:
    """«2024», or «2025, prognose»."""
    return texts("story.forecast", years=each.year) if each.forecast else str(each.year)


def interest_sentences(context: Context) -> tuple[str, ...]:
    """Norsk helsenett's interest income, on which cash it is, and that it is not of this money alone."""
    texts = context.texts
    return tuple(
        texts(
            "story.interest",
            year=each.year,
            interest=texts.amount(each.interest.amount),
            cash=texts.amount(each.cash.amount, 0),
            before=texts.amount(each.cash_before.amount, 0),
            held=texts.amount(each.held.amount),
        )
        for each in interest(context.baseline)
    )


def ties_in_general(context: Context) -> tuple[str, ...]:
    """What must be known beside the figures that do not come out."""
    return tuple(remark.text[context.texts.language] for remark in remarks(context.baseline, TIES))


def reasons_in_general(context: Context) -> tuple[str, ...]:
    """Why money was left over and who decides on it, in the documents' words."""
    found = (*remarks(context.baseline, REASON), *remarks(context.baseline, DECIDES))
    return tuple(remark.text[context.texts.language] for remark in found if not remark.solution)


def is_told(context: Context) -> bool:
    """Whether the baseline has figures of earlier years' money."""
    return bool(stories(context.baseline))
