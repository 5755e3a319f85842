"""What the figures, the comparison, the goal and the meeting are sent, and what they ask for."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, NotRequired, TypeAlias, TypedDict

from charts.bridges.details import BarTable
from charts.goals.goals import Beyond
from charts.records.figure import Table
from charts.words.cautions import CautionText
from pages.calculation.messages import CalculationUpdate
from pages.levers.messages import Value
from pages.visit.messages import Answering, Complaining, Copying, Labels, MadeFile, ReadFile, Record


class Specification(TypedDict):
    """What Plotly draws, with the colours by their name."""

    data: list[Any]
    layout: Any


class DrawnFigure(TypedDict):
    """A figure: what, for whom and when as its title, what it says, and the series (label, tone) that stand beside it.

    scale: whose scale it keeps while a lever moves. wide: whether it takes the page's width. table: None while a lever
    moves. sources: what leads to its sources, and what that is called; empty where nothing does.
    """

    name: str
    scale: str
    title: tuple[str, str, str]
    alt: str
    note: str
    sources: tuple[str, str]
    moved: bool
    wide: bool
    spec: Annotated[Record, Specification]
    series: Sequence[tuple[str, str]]
    table: Annotated[Record, Table] | None


class Tile(TypedDict):
    """A number to know. opens: the path of its calculation, empty for none.

    remove: what the button is called that takes its scenario away; empty for no button.
    """

    name: str
    label: str
    value: str
    note: str
    moved: bool
    opens: str
    remove: NotRequired[str]


class Differences(TypedDict):
    """What differs between the scenarios side by side; ``take`` is what the button for its file is called."""

    title: str
    table: Annotated[Record, Table] | None
    take: str


class BoardWords(TypedDict):
    """What stands around the figures of a page, and the file that was asked for in this run.

    across: how many figures stand beside each other. us: what our organisation pays, empty where that is not said;
    our_slide: what its slide is called, where there is one.
    legend: what is drawn solid, and what hatched. details: figure →
    the printed lines behind it. large: to be read from across a room. compared: they are of scenarios side by side.
    """

    across: int
    legend: tuple[str, str]
    headline: str
    because: str
    us: str
    our_slide: NotRequired[str]
    warnings: Sequence[Annotated[Record, CautionText]]
    keys: Sequence[Tile]
    details: Mapping[str, Sequence[Annotated[Record, BarTable]]]
    taken: MadeFile | None
    large: NotRequired[bool]
    compared: NotRequired[bool]
    differences: NotRequired[Differences]


class BoardMessage(BoardWords):
    """The figures of a page after the gesture with this sequence, and what stands around them.

    narrow: drawn for a phone. hatched: whether a scenario is, by choice. plotly: the library's address. take: what a
    figure's files are called; kinds: each with its own name. show: what opens a figure's calculations is called.
    calculation: the one that is open, while a lever moves. state: what tells all that this comes from of anything else;
    besides: the lever that was moved last, and the same of all but this lever.
    """

    sequence: int
    moving: bool
    state: str
    besides: tuple[str, str]
    hatched: bool
    narrow: bool
    plotly: str
    figures: Sequence[DrawnFigure]
    table: str
    show: str
    failed: str
    take: str
    kinds: Sequence[tuple[str, str]]
    copy: Copying
    copy_picture: Copying
    calculation: CalculationUpdate | None


class WantedStops(TypedDict):
    """Stops of a lever that the browser wants to know ahead, in its order.

    number: of this question. at: where the lever is at rest, beside: a stop next to it. first: the name of the answer
    that others are told by where the browser has it, else empty.
    """

    number: int
    lever: str
    at: Value
    beside: Value
    first: str
    values: Sequence[Value]


class Piece(TypedDict):
    """The answers of the first ``count`` of the stops that were wanted in a question.

    first: the name of the answer that the others are told by. state, besides: as in a BoardMessage, of the lever.
    packed: {first: that answer or null, stops: what differs in each, null where the lever cannot stand}, as JSON,
    deflated, in base64.
    """

    number: int
    lever: str
    first: str
    state: str
    besides: str
    count: int
    packed: str


class AheadMessage(TypedDict):
    """The stops that were asked for in this run."""

    piece: Piece | None


class Taking(TypedDict):
    """A figure, or what differs, that is wanted as a file of a kind."""

    figure: str
    kind: str


class ChooserMessage(Complaining):
    """The scenarios side by side, and the ready ones (name, label) that can be added."""

    chosen: Sequence[str]
    full: bool
    hasPresent: bool
    presets: Sequence[tuple[str, str]]
    largest: int
    labels: Labels
    note: str


class RemoveScenario(TypedDict):
    """The scenario that is to go: as what stands there, or by its place."""

    do: Literal["remove"]
    text: NotRequired[str]
    at: NotRequired[int]


class AddScenario(TypedDict):
    """A ready scenario, or a link that someone pasted."""

    do: Literal["add", "link"]
    text: str


class AddFile(ReadFile):
    """A scenario in a file."""

    do: Literal["open"]


class AddCopy(TypedDict):
    """The present scenario as it is now."""

    do: Literal["copy"]


ChooserAsks: TypeAlias = RemoveScenario | AddScenario | AddFile | AddCopy


class GoalMessage(Complaining):
    """What is aimed at, and amounts at hand (what it is called, the amount as links write it).

    whose: what is asked for us and in all, as quantities; none where nobody has said who they are. when: every year of
    a path, or a year, of those in whens. sentence: what it takes; None while a lever moves.
    """

    quantity: str
    quantities: Sequence[tuple[str, str]]
    whose: Sequence[tuple[str, str]]
    when: str
    whens: Sequence[tuple[str, str]]
    target: str
    near: Sequence[tuple[str, str]]
    unit: str
    labels: Labels
    sentence: str | None
    sequence: int


class AnswerOfYear(TypedDict):
    """What a lever's answer gives in one year of a path. opens: the path of the amount, or nothing."""

    label: str
    amount: str
    missed: str
    opens: str


class LeverAnswer(TypedDict):
    """What a lever alone would have to be.

    use: what the button that puts it there is called; empty for none. opens: the path of what that gives, or nothing.
    years: of a path what each year becomes.
    """

    lever: str
    label: str
    present: str
    needed: str
    change: str
    use: str
    opens: str
    years: Sequence[AnswerOfYear]


class AnswersMessage(Answering):
    """The levers that meet the target alone, and those that do not; empty while a lever moves.

    years: the years of a path, none where it is one. farther: the levers that come less than half of the way there.
    note: what holds for all of them. untouched: which levers are left out.
    """

    moving: bool
    sequence: int
    met: str
    years: Sequence[str]
    reached: Sequence[LeverAnswer]
    farther: Sequence[LeverAnswer]
    beyond: Sequence[Annotated[Record, Beyond]]
    note: str
    untouched: str
    labels: Labels


class Aim(TypedDict):
    """A target as it was typed."""

    do: Literal["aim"]
    text: str


class AimAtHand(TypedDict):
    """One of the amounts at hand."""

    do: Literal["take"]
    amount: str


class ChooseQuantity(TypedDict):
    """The other quantity to aim at."""

    do: Literal["choose"]
    quantity: str


class ChooseWhen(TypedDict):
    """Every year of a path, or a year."""

    do: Literal["when"]
    when: str


class UseLever(TypedDict):
    """The lever that is to meet the target."""

    do: Literal["use"]
    lever: str


GoalAsks: TypeAlias = Aim | AimAtHand | ChooseQuantity | ChooseWhen | UseLever


class MeetingMessage(Answering):
    """What can be shown, each with whether it is; before a year stands its key, before a chart's title its name."""

    scenarios: Sequence[tuple[str, bool]]
    years: Sequence[tuple[str, int, bool]]
    charts: Sequence[tuple[str, str, bool]]
    differences: Sequence[tuple[str, str, bool]]
    labels: Labels


class ShowNumber(TypedDict):
    """A scenario by its place, or a year."""

    do: Literal["scenario", "year"]
    value: int


class ShowNamed(TypedDict):
    """A chart, or a difference, by its name."""

    do: Literal["chart", "difference"]
    value: str


class Leave(TypedDict):
    """The way out of the meeting."""

    do: Literal["leave"]


MeetingAsks: TypeAlias = ShowNumber | ShowNamed | Leave
