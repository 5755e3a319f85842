"""The slides' frame: a 16:9 presentation in a theme, slides with title, footer and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from charts.draw.letters import paper_width
from charts.records.figure import Figure
from exports.deck.theme import FACE, Theme
from exports.subject import Subject

WIDE, HIGH, MARGIN = 13.333, 7.5, 0.5  # inches
INNER = WIDE - 2 * MARGIN
TOP, BOTTOM = 1.55, 6.85  # where the content begins and ends
POINTS = 72  # an inch
TITLE = 24.0  # points of a title, which has room for two lines
LINES, LOOSE = 2, 0.92  # lines of a title, and how much of each is filled where words break
SUBTITLE = 13.0
SMALLER = 0.8  # of it, where one of the titles needs a third line: for all of them
TITLE_ONLY = 5  # the layout's place in the presentation that python-pptx starts from
Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""

KIN = ' panose="020B0503030403020204" pitchFamily="34" charset="0"'
"""What the tool's face is like, by which a program that lacks it finds another without serifs."""

ACCENTS = ("series0", "increase", "decrease", "series2", "series3", "series4")


@dataclass(frozen=True, slots=True)
class Frame:
    """A presentation while it is written, with what it is about, the theme it is set in, and the size of its titles."""

    presentation: Any
    subject: Subject
    theme: Theme
    title_size: float

    @classmethod
    def of(cls, subject: Subject, theme: Theme, titles: Sequence[str] = ()) -> Self:
        """An empty presentation whose master carries the theme; all titles are of one size, that they have room in."""
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
        long = any(paper_width(title, TITLE, bold=True) > LINES * LOOSE * INNER * POINTS for title in titles)
        return cls(presentation, subject, theme, TITLE * SMALLER if long else TITLE)

    def slide(self, title: str, subtitle: str, notes: Sequence[str], figure: Figure | None = None) -> Any:
        """A new slide: title, subtitle, provenance and number below, sentences and link in the notes.

        figure: what stands alone on it, whose documents the line of provenance names.
        """
        from pptx.enum.text import MSO_ANCHOR
        from pptx.util import Inches, Pt

        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[TITLE_ONLY])
        head = slide.shapes.title
        head.left, head.top, head.width, head.height = (Inches(x) for x in (MARGIN, 0.25, INNER, 0.85))
        frame = head.text_frame
        frame.text, frame.word_wrap, frame.vertical_anchor = title, True, MSO_ANCHOR.BOTTOM
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment = 1
        paragraph.font.size, paragraph.font.bold = Pt(self.title_size), True
        self.colour(paragraph.font, "text")
        self.words(slide, subtitle, (MARGIN, 1.12, INNER, 0.4), SUBTITLE, "muted")
        provenance = self.subject.provenance if figure is None else self.subject.provenance_of(figure)
        self.words(slide, provenance, (MARGIN, 6.95, INNER - 0.6, 0.4), 9, "muted")
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

    def key(self, slide: Any, names: Sequence[tuple[str, str]], place: Box, size: float) -> None:
        """A line of names, each after a square in its tone."""
        from pptx.util import Inches, Pt

        box = slide.shapes.add_textbox(*(Inches(x) for x in place))
        box.text_frame.word_wrap = True
        box.text_frame.margin_left = box.text_frame.margin_right = 0
        paragraph = box.text_frame.paragraphs[0]
        paragraph.font.size = Pt(size)
        for name, tone in names:
            for words, its_tone in (("■ ", tone), (f"{name}     ", "muted")):
                run = paragraph.add_run()
                run.text = words
                self.colour(run.font, its_tone)

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
        latin = f'<a:latin typeface="{safe}"{KIN if font == FACE else ""}/>'
        xml = re.sub(rf"(<a:{kind}Font>\s*)<a:latin [^>]*/>", rf"\g<1>{_literal(latin)}", xml)
    slots = {"dk2": "total", **{f"accent{at}": name for at, name in enumerate(ACCENTS, start=1)}}
    for slot, name in slots.items():
        new = f'<a:{slot}><a:srgbClr val="{theme.colour(name)}"/></a:{slot}>'
        xml = re.sub(rf"<a:{slot}>.*?</a:{slot}>", new, xml, flags=re.DOTALL)
    part._blob = xml.encode("utf-8")


def _literal(text: str) -> str:
    """A text that stands for itself in a replacement."""
    return text.replace("\\", r"\\")
