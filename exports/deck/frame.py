"""The slides' frame: a 16:9 presentation in a theme, slides with title, footer and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from charts.records.figure import Figure
from exports.deck.theme import Theme
from exports.subject import Subject

WIDE, HIGH, MARGIN = 13.333, 7.5, 0.5  # inches
TOP, BOTTOM = 1.45, 6.85  # where the content begins and ends
ONE_LINE = 62  # letters of a title in one line of 24 points; two of 19 take the same room
TITLE_ONLY = 5  # the layout's place in the presentation that python-pptx starts from
Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""

ACCENTS = ("series0", "increase", "decrease", "series2", "series3", "series4")


@dataclass(frozen=True, slots=True)
class Frame:
    """A presentation while it is written, with what it is about and the theme it is set in."""

    presentation: Any
    subject: Subject
    theme: Theme

    @classmethod
    def of(cls, subject: Subject, theme: Theme) -> Self:
        """An empty presentation whose master carries the theme."""
        from pptx import Presentation  # here and below, for it is wanted for slides only
        from pptx.util import Inches

        presentation = Presentation()
        stretch = Inches(WIDE) / presentation.slide_width
        presentation.slide_width, presentation.slide_height = Inches(WIDE), Inches(HIGH)
        master = presentation.slide_master
        for shape in (*master.placeholders, *(s for layout in master.slide_layouts for s in layout.placeholders)):
            left, width = shape.left, shape.width
            shape.left, shape.width = int(left * stretch), int(width * stretch)
        _write_theme(master, theme)
        return cls(presentation, subject, theme)

    def slide(self, title: str, subtitle: str, notes: Sequence[str], figure: Figure | None = None) -> Any:
        """A new slide: title, subtitle, provenance and number below, sentences and link in the notes.

        figure: what stands alone on it, whose documents the line of provenance names.
        """
        from pptx.enum.text import MSO_ANCHOR
        from pptx.util import Inches, Pt

        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[TITLE_ONLY])
        head = slide.shapes.title
        head.left, head.top, head.width, head.height = (Inches(x) for x in (MARGIN, 0.2, WIDE - 2 * MARGIN, 0.7))
        frame = head.text_frame
        frame.text, frame.word_wrap, frame.vertical_anchor = title, True, MSO_ANCHOR.BOTTOM
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment = 1
        paragraph.font.size, paragraph.font.bold = Pt(24 if len(title) < ONE_LINE else 19), True
        self.colour(paragraph.font, "text")
        self.words(slide, subtitle, (MARGIN, 0.92, WIDE - 2 * MARGIN, 0.4), 13, "muted")
        provenance = self.subject.provenance if figure is None else self.subject.provenance_of(figure)
        self.words(slide, provenance, (MARGIN, 6.95, WIDE - 2 * MARGIN - 0.6, 0.4), 9, "muted")
        number = str(len(self.presentation.slides))
        self.words(slide, number, (WIDE - MARGIN - 0.5, 6.98, 0.5, 0.35), 9, "muted", right=True)
        link = f"{self.subject.texts('export.link_label')} {self.subject.link}"
        slide.notes_slide.notes_text_frame.text = "\n".join([*notes, "", provenance, link])
        return slide

    def words(
        self, slide: Any, text: str, place: Box, size: float, tone: str, bold: bool = False, right: bool = False
    ) -> None:
        """A text box; ``place`` is left, top, width and height in inches."""
        from pptx.util import Inches, Pt

        box = slide.shapes.add_textbox(*(Inches(x) for x in place))
        box.text_frame.word_wrap = True
        box.text_frame.margin_left = box.text_frame.margin_right = 0
        for at, line in enumerate(text.split("\n")):
            paragraph = box.text_frame.paragraphs[0] if at == 0 else box.text_frame.add_paragraph()
            paragraph.text = line
            paragraph.alignment = 3 if right else 1
            paragraph.font.size, paragraph.font.bold = Pt(size), bold
            self.colour(paragraph.font, tone)

    def colour(self, font: Any, tone: str) -> None:
        """Gives a font a colour of the theme."""
        from pptx.dml.color import RGBColor

        font.color.rgb = RGBColor.from_string(self.theme.colour(tone))


def _write_theme(master: Any, theme: Theme) -> None:
    """Puts fonts and colours into the presentation's theme, so that what the reader adds takes them too."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = part.blob.decode("utf-8")
    for kind, font in (("major", theme.heading), ("minor", theme.body)):
        safe = font.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        xml = re.sub(rf'(<a:{kind}Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{_literal(safe)}", xml)
    slots = {"dk2": "total", **{f"accent{at}": name for at, name in enumerate(ACCENTS, start=1)}}
    for slot, name in slots.items():
        new = f'<a:{slot}><a:srgbClr val="{theme.colour(name)}"/></a:{slot}>'
        xml = re.sub(rf"<a:{slot}>.*?</a:{slot}>", new, xml, flags=re.DOTALL)
    part._blob = xml.encode("utf-8")


def _literal(text: str) -> str:
    """A text that stands for itself in a replacement."""
    return text.replace("\\", r"\\")
