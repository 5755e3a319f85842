"""Subjects that the tests of exports share."""

from datetime import datetime

from exports.subject import Subject, subject_of
from model import Question, Scenario

CREATED = datetime(2026, 1, 15, 9, 30)
PROPOSAL = {
    "name": "=Forslag & <møte>",
    "risk_margin": 0.03,
    "index_rate": 0.031,
    "extra_efficiency": 0.01,
    "first_year": 2027,
    "measures": {"sikkerhet": {"enabled": True}, "pasientens_provesvar": {"delay": 1}},
}
"""A name that would be a formula in a sheet and markup in a drawing."""


def proposal(language: str = "nb", year: int = 2027, prices: str = "lopende") -> Subject:
    return subject_of(
        Question(Scenario.from_mapping(PROPOSAL), None, prices, year), CREATED, language, "https://example.org/"
    )


def at_rest(language: str = "nb", year: int = 2026) -> Subject:
    return subject_of(Question(year=year), CREATED, language)
