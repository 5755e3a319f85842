"""The slides: one message on each, with native, editable charts and the tables in the notes; or one chart alone.

It may know the contents and the chart records; python-pptx is known here alone, and loaded when slides are made.
"""

import re
from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from typing import Any

from charts.records.figure import Figure
from exports.deck.frame import Frame
from exports.deck.slides import add_message
from exports.deck.story import story
from exports.deck.theme import Theme
from exports.language import mark_slides
from exports.sections.section import Message
from exports.subject import Subject

__all__ = ["Theme", "deck", "slide"]

LONGEST = 255  # letters of a file's property
TITLE = 120  # letters of one
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅÁČŠ«“])")


def deck(subject: Subject, theme: Theme | None = None) -> bytes:
    """A PowerPoint file, 16:9, in the theme's colours and fonts; without one in the tool's own."""
    return _presentation(subject, theme, story(subject))


def slide(figure: Figure, subject: Subject, theme: Theme | None = None) -> bytes:
    """A PowerPoint file of a chart alone, under what it says."""
    return _presentation(subject, theme, (Message(message_of(figure), figure=figure),))


def message_of(figure: Figure) -> str:
    """What a chart says by itself: else its first sentence, and those after it that a title has room for."""
    if figure.said:
        return figure.said
    said, *others = SENTENCE_END.split(figure.alt)
    for sentence in others:
        if len(said) + len(sentence) >= TITLE:
            break
        said = f"{said} {sentence}"
    return said


def _presentation(subject: Subject, theme: Theme | None, messages: Sequence[Message]) -> bytes:
    frame = Frame.of(subject, theme or Theme(), [message.said for message in messages])
    for message in messages:
        add_message(frame, message)
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
