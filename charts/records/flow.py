"""Rows of wholes, and what becomes of what remains of each."""

from dataclasses import dataclass

from charts.records.figure import Figure, Scale, Segment


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One row of a flow: the whole at the left and, larger, what remains of it at the right.

    label: its name; total: whether it is one of several rows together. whole, rest: the parts, which lie end to end
    from zero; none where the figure is not known. inside: what stands in each part of the rest, where it fits.
    whole_text, rest_text: what stands beside them; short_text: beside the whole where there is little room. opens,
    rest_opens: the addresses of their calculations.
    """

    label: str
    total: bool
    whole: tuple[Segment, ...]
    rest: tuple[Segment, ...]
    inside: tuple[str, ...]
    whole_text: str
    short_text: str
    rest_text: str
    opens: str = ""
    rest_opens: str = ""


@dataclass(frozen=True, slots=True)
class Flow(Figure):
    """Rows of wholes, and beside them what remains of each and what becomes of it, on a scale of its own.

    series: name and tone of the parts. panels: the headings over wholes and rests; short_panels: the same where there
    is little room.
    """

    rows: tuple[FlowRow, ...]
    series: tuple[tuple[str, str], ...]
    scale: Scale
    panels: tuple[str, str]
    short_panels: tuple[str, str]

    @property
    def takes_the_width(self) -> bool:
        """It has many rows, two panels and long names."""
        return True

    def legend(self, wide: bool) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 (the same in any room)
        """Its series: no part is named in the chart."""
        return self.series
