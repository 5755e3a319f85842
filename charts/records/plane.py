"""Points, curves and areas over an axis of numbers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

from charts.records.figure import Figure


@dataclass(frozen=True, slots=True)
class PlanePoint:
    """A point: where it lies on the two axes, its hover text, its calculation's address, and what is written at it.

    opens: «» where it has none. text: ready, stands above the point; empty where nothing is written.
    """

    x: float
    y: float
    hover: str
    opens: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cloud:
    """Dots that are not joined, stacked in columns: those of one column touch, none lies over another.

    dot: from the middle of one dot to that of the next in its column, on the y axis. width: of a column, on the x axis.
    Both at most: a dot is a circle, and as large as the narrower of the two lets it be.
    """

    name: str
    tone: str
    points: tuple[PlanePoint, ...]
    dot: float
    width: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Points in order that a line goes through.

    is_dashed: the line is, for what is compared with. is_stepped: it is level from each point to the x of the next.
    is_marked: its points are drawn; else only where they have a text.
    """

    name: str
    tone: str
    points: tuple[PlanePoint, ...]
    is_dashed: bool = False
    is_stepped: bool = False
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The area between two curves: x, low and high for each of its points, in order."""

    name: str
    tone: str
    points: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """A line across the plane at a value, with its words: at the top of one that stands, along one that lies."""

    value: float
    text: str
    tone: str
    is_vertical: bool = True


@dataclass(frozen=True, slots=True)
class Plane(Figure):
    """Points, curves and areas over an axis of numbers, each axis from where it says to where it says.

    Neither axis need have zero: what is compared is where things lie, not how long they are. Bands are drawn in their
    order, the first farthest back, then curves, clouds, and guides. x_range, y_range: where the axes begin and end.
    x_ticks, y_ticks: values with ready texts; those of y have a light line across. x_title, y_title: ready, «» for
    none. unnamed: names of series that the list leaves out, since words of the guides or the points name them.
    across: whether it stands alone across the page.
    """

    bands: tuple[Band, ...]
    curves: tuple[Curve, ...]
    clouds: tuple[Cloud, ...]
    guides: tuple[Guide, ...]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]
    x_title: str = ""
    y_title: str = ""
    unnamed: tuple[str, ...] = ()
    across: bool = False

    def opening(self, path: Callable[[str], str]) -> Self:
        """Its points, too, open elsewhere."""
        curves = tuple(replace(each, points=_opening(each.points, path)) for each in self.curves)
        clouds = tuple(replace(each, points=_opening(each.points, path)) for each in self.clouds)
        return replace(super(Plane, self).opening(path), curves=curves, clouds=clouds)

    @property
    def takes_the_width(self) -> bool:
        """As it says."""
        return self.across

    def legend(self, wide: bool) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 (the same in any room)
        """Its series in the order they are drawn, one for each name; a single one needs no list."""
        parts = [
            *((band.name, band.tone) for band in self.bands),
            *((curve.name, curve.tone) for curve in self.curves),
            *((cloud.name, cloud.tone) for cloud in self.clouds),
        ]
        named = {name: tone for name, tone in parts if name and name not in self.unnamed}
        return tuple(named.items()) if len(parts) > 1 else ()


def _opening(points: tuple[PlanePoint, ...], path: Callable[[str], str]) -> tuple[PlanePoint, ...]:
    return tuple(replace(point, opens=path(point.opens)) for point in points)
