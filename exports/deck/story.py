"""Which sections have slides, in the order in which one tells of a scenario; docs/decisions/0250."""

from typing import Final

from exports.contents import sections
from exports.sections.section import Message
from exports.subject import Subject

STORY: Final = ("short", "why", "plan", "payers", "projects", "uncertainty", "sources")
"""The result, why, four years, who pays and what we pay, new projects, how sure it is, and what it rests on."""


def story(subject: Subject) -> tuple[Message, ...]:
    """The messages, one for each slide."""
    by_name = {section.name: section.messages for section in sections(subject)}
    return tuple(message for name in STORY for message in by_name.get(name, ()))
