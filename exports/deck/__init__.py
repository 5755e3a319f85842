"""The slides: every section of the contents with native, editable charts and the tables in the notes.

It may know the contents and the chart records; python-pptx is known here alone, and loaded when slides are made.
"""

from datetime import UTC
from io import BytesIO
from typing import Any

from exports.contents import sections
from exports.deck.frame import Frame
from exports.deck.slides import add_section
from exports.deck.theme import Theme
from exports.language import mark_slides
from exports.subject import Subject

__all__ = ["Theme", "deck"]

LONGEST = 255  # letters of a file's property


def deck(subject: Subject, theme: Theme | None = None) -> bytes:
    """A PowerPoint file, 16:9, in the theme's colours and fonts; without one in the tool's own."""
    frame = Frame.of(subject, theme or Theme())
    for section in sections(subject):
        add_section(frame, section)
    _write_facts(frame.presentation.core_properties, subject)
    mark_slides(frame.presentation, subject.texts.language)
    buffer = BytesIO()
    frame.presentation.save(buffer)
    return buffer.getvalue()


def _write_facts(facts: Any, subject: Subject) -> None:
    """The file's properties, cut where they take no more; the whole link stands in the notes of each slide."""
    facts.title = f"{subject.texts('app.short_title')} {subject.context.scenario}"[:LONGEST]
    facts.subject, facts.author = subject.provenance[:LONGEST], subject.texts("app.short_title")
    facts.comments = subject.link if len(subject.link) <= LONGEST else ""
    facts.keywords = " ".join(f"{name}={value}" for name, value in subject.stamps.items() if name != "link")[:LONGEST]
    facts.created = facts.modified = subject.created.astimezone(UTC).replace(tzinfo=None)
