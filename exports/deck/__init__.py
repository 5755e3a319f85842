"""The slides: every section of the contents with native, editable charts and the tables in the notes."""

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


def deck(of: Subject, theme: Theme | None = None) -> bytes:
    """A PowerPoint file, 16:9, in the theme's colours and fonts; without one in the tool's own."""
    frame = Frame.of(of, theme or Theme())
    for section in sections(of):
        add_section(frame, section)
    _write_facts(frame.presentation.core_properties, of)
    mark_slides(frame.presentation, of.texts.language)
    buffer = BytesIO()
    frame.presentation.save(buffer)
    return buffer.getvalue()


def _write_facts(facts: Any, of: Subject) -> None:
    """The file's properties, cut where they take no more; the whole link stands in the notes of each slide."""
    facts.title = f"{of.texts('app.short_title')} {of.context.scenario}"[:LONGEST]
    facts.subject, facts.author = of.provenance[:LONGEST], of.texts("app.short_title")
    facts.comments = of.link if len(of.link) <= LONGEST else ""
    facts.keywords = " ".join(f"{name}={value}" for name, value in of.stamps.items() if name != "link")[:LONGEST]
    facts.created = facts.modified = of.created.astimezone(UTC).replace(tzinfo=None)
