"""What the documents leave open: questions with the place that raises them, and no figures."""

from charts.records.figure import Table
from charts.words.names import source
from model import Baseline
from model.baseline.open_questions import open_questions
from texts import Texts


def open_questions_table(baseline: Baseline, page: str, texts: Texts) -> Table:
    """The open questions of a page: the question, and document and place with what stands there."""
    rows = tuple(
        (question.text[texts.language], source(question.source, question.where, texts))
        for question in open_questions(baseline, page)
    )
    return Table(header=(texts("open.question"), texts("payers.source")), rows=rows)


def open_questions_sentence(baseline: Baseline, page: str, texts: Texts) -> str:
    """The same in running text; empty where a page has none."""
    rows = open_questions_table(baseline, page, texts).rows
    told = " ".join(f"{question} ({where})" for question, where in rows)
    return texts("open.sentence", told=told) if rows else ""
