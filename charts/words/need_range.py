"""The need as a range, where nobody has said whether what was unspent in the base year comes back."""

from charts.words.context import TENTH, Context


def open_return(context: Context, year: int) -> float:
    """How much lower the need of a year is where it comes back, MNOK; 0 where that is said, and in other years."""
    years = context.answer.result.years
    return float(context.answer.open_return[years.index(year)]) if year in years else 0.0


def is_open(context: Context, year: int) -> bool:
    """Whether the need of a year is a range."""
    return open_return(context, year) >= TENTH


def need_in_words(need: float, year: int, context: Context) -> str:
    """«1 015,8», or the range «1 046,0–1 119,5»; need: of the year, MNOK, without the money back."""
    amount = context.texts.amount
    return f"{amount(need - open_return(context, year))}–{amount(need)}" if is_open(context, year) else amount(need)


def open_years(context: Context) -> tuple[int, ...]:
    """The years whose need is a range."""
    return tuple(year for year in context.answer.result.years if is_open(context, year))


def range_note(key: str, year: int, context: Context, **values: object) -> str:
    """A text about the range of a year: what decides it, and the year that the money is of."""
    returned = context.texts.amount(open_return(context, year))
    return context.texts(key, year=year, amount=returned, base_year=context.baseline.base_year, **values)
