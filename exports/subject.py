"""What a file is made from: an answer in words, a date and a link; and what every file says about itself."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final, Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from charts.records.figure import Figure
from charts.words.context import Context, context
from charts.words.names import solution_name
from charts.words.settings import own_data
from model import Answer, Question, Scenario, answer
from model.baseline.baseline import Baseline
from model.baseline.documents import Document, documents
from model.baseline.printed import BRIDGE
from model.scenario.link import encoded, to_query
from model.scenario.versions import as_first_written
from model.uncertainty import Asked, HowSure
from texts import Texts

ID_LENGTH: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """An answer with its date and link; made by ``of``, or by ``subject`` from a question.

    created: to the second, with a fixed offset. link: opens in the tool what the file shows. how_sure: a quantity
    is; the need, by the baseline's own ranges, where nothing else was asked. above: the amount asked about, MNOK.
    """

    context: Context
    created: datetime
    link: str
    how_sure: HowSure
    above: float | None = None

    @classmethod
    def of(
        cls, context: Context, created: datetime, link: str, asked: Asked | None = None, above: float | None = None
    ) -> Self:
        """What is drawn, as it is; created: taken as UTC where it has no zone."""
        moment = created.replace(microsecond=0, tzinfo=timezone(created.utcoffset() or timedelta()))
        return cls(context, moment, link, HowSure(asked or Asked(context.question)), above)

    @property
    def answer(self) -> Answer:
        """The answer that the file is made from."""
        return self.context.answer

    @property
    def question(self) -> Question:
        """The question that it answers."""
        return self.context.question

    @property
    def baseline(self) -> Baseline:
        """The baseline of the scenario."""
        return self.answer.baseline

    @property
    def texts(self) -> Texts:
        """The texts of the subject's language."""
        return self.context.texts

    def solution_name(self, solution: str) -> str:
        """What a solution or a group of some is called."""
        return solution_name(solution, self.baseline, self.texts)

    @property
    def id(self) -> str:
        """The scenario's id: eight letters and digits, the same for the same scenario."""
        return scenario_id(self.question.scenario)

    @property
    def stamps(self) -> dict[str, str]:
        """What every file carries, by the names that data files use."""
        return {
            "scenario": self.id,
            "scenario_name": "" if self.context.scenario == self.texts("figure.scenario") else self.context.scenario,
            "reference": self.context.reference,
            "baseline": self.baseline.id,
            "price_basis": self.context.prices,
            "own_data": self.own_data,
            "created": self.created.isoformat(timespec="seconds"),
            "link": self.link,
        }

    def link_with(self, name: str, value: str, page: str = "") -> str:
        """The link with one parameter more, or another value of it, on ``page`` where one is named."""
        parts = urlsplit(self.link)
        query = [each for each in parse_qsl(parts.query, keep_blank_values=True) if each[0] != name]
        path = "/".join((parts.path.rpartition("/")[0], page)) if page and parts.netloc else parts.path
        return parts._replace(path=path, query=urlencode([*query, (name, value)])).geturl()

    def stamps_in(self, prices: str) -> dict[str, str]:
        """The same for figures with a price basis of their own, if ``prices`` names one."""
        return self.stamps | ({"price_basis": prices} if prices else {})

    @property
    def provenance(self) -> str:
        """Where the figures come from, in a line for people: scenario, reference, prices, own data, source, date."""
        return self.provenance_in(self.context.prices)

    def provenance_of(self, figure: Figure) -> str:
        """The line of ``provenance`` with every document that a figure is taken from."""
        return self.provenance_in(self.context.prices, self.sources_of(figure))

    def sources_of(self, figure: Figure) -> str:
        """The titles of the documents that a figure is taken from, the baseline's own first."""
        known = documents(self.texts.language)
        titles = (known[each].title for each in figure.documents if each in known)
        return "; ".join(dict.fromkeys((self.source, *titles)))

    def provenance_in(self, prices: str, sources: str = "") -> str:
        """The line of ``provenance`` with other words for the price basis, for a sheet that may show other prices."""
        return self.texts(
            "export.provenance",
            scenario=self.context.scenario,
            id=self.id,
            prices=f"{prices} · {self.own_data}" if self.own_data else prices,
            reference=self.context.reference,
            source=sources or self.source,
            baseline=self.baseline.id,
            created=self.created.date().isoformat(),
        )

    @property
    def document(self) -> Document | None:
        """The document that prints the bridge; None where none is known."""
        printed = self.baseline.table(BRIDGE)
        return None if printed is None else documents(self.texts.language).get(printed.document)

    @property
    def source(self) -> str:
        """The title of the document that the figures come from; the baseline's own where none is known."""
        return self.baseline.title[self.texts.language] if self.document is None else self.document.title

    @property
    def own_data(self) -> str:
        """Key file, users, rate, compensation and a baseline of one's own, in words; they stand in no link."""
        given = [f"{departure.label}: {departure.value}" for departure in own_data(self.question, self.texts)]
        return "; ".join([*given, *([self.texts("export.needs_file")] if self.baseline.folder is None else [])])

    def file_name(self, what: str, extension: str) -> str:
        """«rapport_2027_forslag-fra-møtet_1a2b3c4d.pdf»: what it is, of which year and scenario."""
        words = re.sub(r"[\W_]+", "-", self.question.scenario.name.lower()).strip("-") or "scenario"
        return f"{what}_{self.question.year}_{words}_{self.id}.{extension}"


def subject_of(question: Question, created: datetime, language: str = "nb", address: str = "") -> Subject:
    """The answer to a question as files name it. address: where the tool is served; without it the link is relative."""
    return Subject.of(context(answer(question), Texts(language)), created, f"{address}?{_query(question, language)}")


def scenario_id(scenario: Scenario) -> str:
    """Eight letters and digits that are the same for the same scenario, its name included, in any version."""
    canonical = json.dumps(
        as_first_written(scenario.to_mapping()), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:ID_LENGTH]


def _query(question: Question, language: str) -> str:
    """The question as the tool's address writes it, with what it is held against as the page of reasons does."""
    view = {"sprak": language, "aar": str(question.year), "priser": question.prices}
    view |= {"hvem": question.us} if question.us else {}
    against = question.against
    view |= {"utgangspunkt": encoded(against) or "tallgrunnlaget"} if against is not None else {}
    return urlencode({**to_query(question.scenario), **view})
