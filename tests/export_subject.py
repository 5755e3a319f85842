"""Subjects that the tests of exports share."""

from datetime import datetime
from typing import Any

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

PORTAL: dict[str, Any] = {"solution": "helsenorge", "investment_mnok": {"2026": 40, "2027": 18}, "go_live": 2027}
PROJECTS: dict[str, tuple[dict[str, Any], ...]] = {
    "small": (PORTAL | {"size": "small", "state_share": 0.25, "operation_mnok": {"2028": 7.5, "2030": 3}},),
    "large, straight": (PORTAL | {"interest_rate": 0.02, "indexed": False, "operation_in_plan": True},),
    "large, annuity": (PORTAL | {"interest_rate": 0.03, "repayment": "annuity", "operation_mnok": 6.25},),
    "phased in": (PORTAL | {"phase_in_years": 3, "interest_rate": 0.03, "state_share": 0.4, "lifetime": 15},),
    "outside": (PORTAL | {"task": "outside", "users": ["rhf", "0301", "1103"], "name": "=1+1"},),
    "authority": (PORTAL | {"task": "authority", "solution": "vkp", "lifetime": 1},),
    "invested more": (PORTAL | {"actual_mnok": 70}, PORTAL | {"actual_mnok": 40, "operation_in_plan": True}),
    "two": (
        PORTAL | {"name": "Portal", "interest_rate": 0.03, "repayment": "annuity", "investment_mnok": {"2022": 12.5}},
        PORTAL | {"solution": "vkp", "go_live": 2030, "lifetime": 4, "task": "outside", "users": ["Helse Vest"]},
    ),
}
"""What projects can be like."""


def proposal(language: str = "nb", year: int = 2027, prices: str = "lopende") -> Subject:
    return subject_of(
        Question(Scenario.from_mapping(PROPOSAL), None, prices, year), CREATED, language, "https://example.org/"
    )


def at_rest(language: str = "nb", year: int = 2026) -> Subject:
    return subject_of(Question(year=year), CREATED, language)


def with_projects(name: str, language: str = "nb", prices: str = "lopende", **fields: object) -> Subject:
    """A subject with the projects of a name."""
    scenario = Scenario.from_mapping({"index_rate": 0.031, **fields, "projects": list(PROJECTS[name])})
    return subject_of(Question(scenario, None, prices, 2027), CREATED, language)
