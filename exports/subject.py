"""What is exported: one scenario, its figures in the chosen prices, and what every file says about them."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final
from urllib.parse import urlencode

from charts.context import Context, price_words
from model import Result, Scenario, published, run
from model.changes import YearChange, year_change
from model.documents import documents
from model.link import to_query
from model.prices import in_fixed_prices
from model.warnings import Warning, warnings
from texts import Texts

PRICES: Final = ("lopende", "2025")
MOVED_OUT: Final = "measures.felles_til_tjenesteavtaler.enabled"
MAIN_DOCUMENT: Final = "000_86ee8779025f0197.txt"
ID_LENGTH: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A scenario with what it gives; made by ``subject``.

    result, reference: in ``prices``; the reference is the published figures at the scenario's price growth.
    change: into ``year``. id: short hash of the scenario. link: opens the scenario in the tool. created: when.
    """

    scenario: Scenario
    year: int
    prices: str
    created: datetime
    link: str
    id: str
    result: Result
    reference: Result
    change: YearChange
    warnings: tuple[Warning, ...]
    context: Context

    @property
    def texts(self) -> Texts:
        """The texts of the subject's language."""
        return self.context.texts

    @property
    def stamps(self) -> dict[str, str]:
        """What every file carries, by the names that data files use."""
        return {
            "scenario": self.id,
            "scenario_name": printable(self.scenario.name),
            "baseline": published().id,
            "price_basis": self.context.prices,
            "created": self.created.isoformat(timespec="seconds"),
            "link": self.link,
        }

    @property
    def provenance(self) -> str:
        """The same in a line for people: scenario, prices, source, date."""
        return self.provenance_in(self.context.prices)

    def provenance_in(self, prices: str) -> str:
        """That line with ``prices`` for the price basis."""
        document = documents(self.texts.language)[MAIN_DOCUMENT]
        return self.texts(
            "export.provenance",
            scenario=self.context.scenario,
            id=self.id,
            prices=prices,
            reference=self.context.reference,
            source=document.title,
            baseline=published().id,
            created=self.created.date().isoformat(),
        )

    def file_name(self, what: str, extension: str) -> str:
        """«rapport_2027_forslag-fra-møtet_1a2b3c4d.pdf»: what it is, of which year and scenario."""
        words = re.sub(r"[\W_]+", "-", self.scenario.name.lower()).strip("-") or "scenario"
        return f"{what}_{self.year}_{words}_{self.id}.{extension}"


def subject(
    scenario: Scenario,
    created: datetime,
    language: str = "nb",
    year: int = 2026,
    prices: str = PRICES[0],
    address: str = "",
) -> Subject:
    """The scenario run against the published figures.

    created: taken as UTC where it has no zone. prices: one of ``PRICES``. address: where the tool is served; without it
    the link is relative.
    """
    runs = [run(each) for each in (scenario, Scenario(index_rate=scenario.index_rate))]
    without_move = run(scenario.with_value(MOVED_OUT, False))
    told = warnings(scenario, *runs)
    if prices == "2025":
        runs, without_move = [in_fixed_prices(each) for each in runs], in_fixed_prices(without_move)
    return Subject(
        scenario=scenario,
        year=year,
        prices=prices,
        created=_to_the_second(created),
        link=_link(scenario, language, year, prices, address),
        id=scenario_id(scenario),
        result=runs[0],
        reference=runs[1],
        change=year_change(runs[0], without_move, year),
        warnings=told,
        context=_context(scenario, Texts(language), prices),
    )


def _to_the_second(moment: datetime) -> datetime:
    """A time with a fixed offset and no fractions, as every kind of file can hold it."""
    return moment.replace(microsecond=0, tzinfo=timezone(moment.utcoffset() or timedelta()))


def scenario_id(scenario: Scenario) -> str:
    """Eight letters and digits that are the same for the same scenario, its name included."""
    canonical = json.dumps(scenario.to_mapping(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:ID_LENGTH]


def _link(scenario: Scenario, language: str, year: int, prices: str, address: str) -> str:
    view = {"sprak": language, "aar": str(year), "priser": prices}
    return f"{address}?{urlencode({**to_query(scenario), **view})}"


def _context(scenario: Scenario, texts: Texts, prices: str) -> Context:
    fixed = prices == "2025" or scenario.index_rate == 0
    return Context(
        texts=texts,
        scenario=printable(scenario.name) or texts("figure.scenario"),
        reference=published().title[texts.language],
        prices=price_words(scenario.index_rate, fixed, texts),
        against=texts("headline.reference"),
        indexed=not fixed,
    )


def printable(name: str) -> str:
    """A name on one line without what files cannot hold, such as control characters."""
    return "".join(letter if letter.isprintable() else " " for letter in name).strip()
