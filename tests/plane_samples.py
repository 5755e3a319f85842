"""Planes and lying bars with numbers such as a forecast has, for what draws them."""

from math import erf, sqrt
from statistics import NormalDist

from charts.records.bars import BarRow, Bars, BarSpan
from charts.records.figure import Figure, Span, Table
from charts.records.plane import Band, Cloud, Curve, Guide, Plane, PlanePoint
from tests.asking import shown

MEDIAN, SPREAD = 1138.6, 14.0  # MNOK
THRESHOLD, OWN = 1155.0, 1141.2
COLUMN = 4.0  # MNOK
LEVERS = (
    ("Risikomargin", -6.1, 9.4, "3,0\u00a0%", "9,0\u00a0%"),
    ("Prisvekst (SSBs indeks for arbeidskraft og varer)", -8.2, 8.9, "2,1\u00a0%", "4,6\u00a0%"),
    ("Sikkerhet og beredskap: beløp per år", -2.5, 5.5, "1,0\u00a0mill. kr", "5,5\u00a0mill. kr"),
    ("Helsenorge: volum/beredskap utover plan", -3.1, 4.0, "\u22121,5\u00a0%", "3,0\u00a0%"),
    ("Andel av effektiviseringen som oppnås", -1.9, 3.6, "100\u00a0%", "66\u00a0%"),
    ("Pasientens prøvesvar i Kjernejournal: utsatt", -1.2, 0.0, "1\u00a0år", "0\u00a0år"),
    ("Underforbruk", -0.8, 0.7, "4\u00a0%", "1\u00a0%"),
)
WRITTEN = {4: "63\u00a0%"}
SHARES = (("Prisvekst", 59), ("Risikomargin", 17), ("Volum og beredskap i Helsenorge", 15), ("Alt annet", 9))


def _frame(name: str, title: str) -> dict[str, object]:
    return {
        "name": name,
        "title": (title, "alle løsninger", "2027 · 2027-kroner"),
        "alt": f"{title}, i en setning.",
        "note": "",
        "table": Table(("", "verdi"), (("a", "1"),)),
        "moved": False,
        "context": shown(),
    }


def mnok(value: float) -> str:
    """«1 138,6», as the texts of a plane are."""
    return f"{value:,.1f}".replace(",", "\u202f").replace(".", ",")


def quantiles() -> list[float]:
    """Fifty values as a hundred draws would have them, from low to high."""
    return [NormalDist(MEDIAN, SPREAD).inv_cdf((at + 0.5) / 50) for at in range(50)]


def dots() -> Plane:
    """Fifty dots in columns, those over a threshold apart, with three guides close to each other."""
    columns: dict[int, int] = {}
    below, above = [], []
    for value in quantiles():
        column = round(value / COLUMN)
        columns[column] = columns.get(column, 0) + 1
        point = PlanePoint(column * COLUMN, columns[column] - 0.5, f"{mnok(value)} <b>\nmill. kr", f"dot/{value:.3f}")
        (above if value > THRESHOLD else below).append(point)
    ticks = tuple((float(value), mnok(value)[:-2]) for value in range(1100, 1181, 10))
    return Plane(
        **_frame("dots", "Finansieringsbehov, mill. kr"),  # type: ignore[arg-type]
        bands=(),
        curves=(),
        clouds=(
            Cloud("Under grensen", "series1", tuple(below), 1.0, COLUMN),
            Cloud("Over grensen", "increase", tuple(above), 1.0, COLUMN),
        ),
        guides=(
            Guide(THRESHOLD, "Grense: 1\u202f155 mill. kr", "increase"),
            Guide(MEDIAN, "Median: 1\u202f138,6 mill. kr", "text"),
            Guide(OWN, "Scenarioets eget tall: 1\u202f141,2 mill. kr", "decrease"),
        ),
        x_range=(1098.0, 1180.0),
        y_range=(0.0, float(max(columns.values()) + 0.5)),
        x_ticks=ticks,
        y_ticks=(),
        x_title="Finansieringsbehov i 2027, mill. kr",
    )


def fan() -> Plane:
    """Four years with two areas, the median and a scenario's dashed line."""
    years = (2026, 2027, 2028, 2029)
    middle = (1117.6, 1138.6, 1166.0, 1189.3)
    wide = tuple(
        (float(year), at - 9 * step, at + 11 * step) for step, (year, at) in enumerate(zip(years, middle, strict=True))
    )
    near = tuple((x, (low + at) / 2, (high + at) / 2) for (x, low, high), at in zip(wide, middle, strict=True))
    points = tuple(
        PlanePoint(float(year), at, f"{year}: {mnok(at)}", f"fan/{year}", mnok(at))
        for year, at in zip(years, middle, strict=True)
    )
    own = tuple(PlanePoint(point.x, point.y + 2.5, f"own {point.x:.0f}", f"own/{point.x:.0f}") for point in points)
    return Plane(
        **_frame("fan", "Finansieringsbehov, mill. kr"),  # type: ignore[arg-type]
        bands=(Band("90 av 100 tilfeller", "decrease_soft", wide), Band("70 av 100 tilfeller", "series1", near)),
        curves=(
            Curve("Median", "series0", points, is_marked=True),
            Curve("=Scenarioet", "increase", own, is_dashed=True),
        ),
        clouds=(),
        guides=(Guide(1210.0, "Grense: 1\u202f210 mill. kr", "increase", is_vertical=False),),
        x_range=(2025.8, 2029.2),
        y_range=(1090.0, 1230.0),
        x_ticks=tuple((float(year), str(year)) for year in years),
        y_ticks=tuple((float(value), mnok(value)[:-2]) for value in range(1100, 1221, 20)),
        y_title="mill. kr",
    )


def over() -> Plane:
    """How probable more than an amount is, with a grid for the share and a guide on each axis."""
    ends = [1098.0 + step for step in range(83)]
    chance = [50 - 50 * erf((value - MEDIAN) / SPREAD / sqrt(2)) for value in ends]
    points = tuple(
        PlanePoint(x, y, f"{x:.0f}: {y:.0f}\u00a0%", f"over/{x:.0f}") for x, y in zip(ends, chance, strict=True)
    )
    return Plane(
        **_frame("over", "Sannsynlighet for et større behov, prosent"),  # type: ignore[arg-type]
        bands=(),
        curves=(Curve("Sannsynlighet", "series0", points),),
        clouds=(),
        guides=(
            Guide(THRESHOLD, "Grense: 1\u202f155 mill. kr", "increase"),
            Guide(12.0, "12 av 100 tilfeller", "increase", is_vertical=False),
        ),
        x_range=(1098.0, 1180.0),
        y_range=(0.0, 100.0),
        x_ticks=tuple((float(value), mnok(value)[:-2]) for value in range(1100, 1181, 10)),
        y_ticks=tuple((float(value), f"{value}\u00a0%") for value in range(0, 101, 25)),
        x_title="Finansieringsbehov i 2027, mill. kr",
        y_title="Andel av tilfellene",
    )


def margin() -> Plane:
    """What a margin buys: a stepped curve over percentages from zero, shares as parts of one."""
    points = tuple(
        PlanePoint(
            float(at), min(0.99, 0.34 + 0.07 * at), f"{at}\u00a0%", f"enough/{at}", "63\u00a0%" if at == 4 else ""
        )
        for at in range(16)
    )
    return Plane(
        **_frame("margin", "Sannsynlighet for at marginen holder"),  # type: ignore[arg-type]
        bands=(),
        curves=(Curve("Sannsynlighet", "series0", points, is_stepped=True),),
        clouds=(),
        guides=(
            Guide(4.0, "Scenarioets margin: 4,0\u00a0%", "text"),
            Guide(0.5, "Tallgrunnlagets margin: 0,5\u00a0%", "muted"),
            Guide(14.8, "Høyeste margin: 14,8\u00a0%", "muted"),
        ),
        x_range=(0.0, 15.0),
        y_range=(0.0, 1.0),
        x_ticks=tuple((float(value), f"{value}\u00a0%") for value in range(0, 16, 3)),
        y_ticks=tuple((value / 4, f"{value * 25}\u00a0%") for value in range(5)),
        x_title="Risikomargin",
    )


def tornado() -> Bars:
    """Seven levers, low and high, out from the median, each bar with the lever's value."""
    rows = tuple(
        BarRow(
            label,
            (
                BarSpan(Span(MEDIAN, MEDIAN + low), "decrease", at_low, f"{label}: {at_low}", f"low/{label}"),
                BarSpan(Span(MEDIAN, MEDIAN + high), "increase", at_high, f"{label}: {at_high}", f"high/{label}"),
            ),
            opens=f"row/{label}",
        )
        for label, low, high, at_low, at_high in LEVERS
    )
    return Bars(
        **_frame("tornado", "Utslag på behovet, mill. kr"),  # type: ignore[arg-type]
        rows=rows,
        scale=(MEDIAN - 10, MEDIAN + 10),
        origin=MEDIAN,
        ends=("Lavere behov", "Høyere behov"),
        series=(("Lav verdi", "decrease"), ("Høy verdi", "increase")),
    )


def shares() -> Bars:
    """Four shares, each beginning where the one above ended."""
    rows, start = [], 0.0
    for label, part in SHARES:
        span = Span(start, start + part)
        rows.append(
            BarRow(label, (BarSpan(span, "series0", f"{part}\u00a0%", f"{label}: {part}"),), opens=f"share/{label}")
        )
        start += part
    return Bars(
        **_frame("shares", "Andel av usikkerheten"),  # type: ignore[arg-type]
        rows=tuple(rows),
        scale=(0.0, 100.0),
        origin=0.0,
        connected=True,
    )


def planes() -> tuple[Plane, ...]:
    """One of each use."""
    return dots(), fan(), over(), margin()


def bars() -> tuple[Bars, ...]:
    """One of each use."""
    return tornado(), shares()


def samples() -> tuple[Figure, ...]:
    """All of them."""
    return *planes(), *bars()
