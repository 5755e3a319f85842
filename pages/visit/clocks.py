"""The clocks of a visit: by them server and browser know what the other has heard of.

Messages pass each other on their way, Streamlit drops a run when the next one is asked for, and a server can start anew
under a page that is open. So whatever is sent carries a count or a moment, and who receives it compares:

- ``visit`` names the visit, by chance. Who: made on the first run. The levers and the row above them read it in the
  browser: another name means a server that has started anew. It is given back the history and the visitor's own data,
  and what the server before it had answered no longer counts.
- ``revision`` counts how often something other than a lever set the scenario: undo, a file, a link, a ready scenario.
  Who: ``raise_revision``. The levers read it: at a new one they take over what the server says and drop the moves that
  they have not sent, but for those that were made after it was asked for (``overtaken`` in server_answers.js). A
  gesture made under an older one is over.
- ``gesture`` is the last move of a lever that was applied. Its ``sequence`` rises: the browser's milliseconds, or one
  more than the last. Who: ``note_gesture``. The levers read the sequence: a lever keeps its own position while it was
  moved later, and the next move is sent when the figures with this sequence are drawn. The server reads it: a gesture
  that is reported once more is not applied twice; and while ``moving`` the address is not written and tables wait.
- ``answered`` is, for each component, the moment (milliseconds of the browser's clock) at which it asked for what was
  done last. Who: ``note_answer``. The server reads it: what was asked for up to then is not done again. The component
  reads it: it stops sending what is answered, and lets a field take over the server's text.
- ``runs`` counts the runs of the whole page. Who: ``count_run``. The row above the levers reads it in the browser: what
  was asked for by one of Streamlit's own controls, which carry no moment, is answered by the next run.
- ``arrivals`` counts how often the browser came back after a lost connection. Who: ``count_arrival``. The row reads it,
  and says that the connection is there again.
- ``written`` is the address as it was last written or opened. Who: ``note_address``. The server reads it: only what
  differs is written, for each writing is an entry in the browser's history. The row compares it with the address that
  the browser has, and asks for it again where it was lost on the way.

One more stands beside the scenario, in ``state``: the scenario of the last *step*. Who: ``state.settle``, at the start
of a run in which no lever moves. Undo reads it: a whole drag is one step back.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from pages.visit.memory import Place

Query = Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Gesture:
    """A move of a lever: its number, whether the lever is still being moved, the scenario's revision at that time.

    lever: by its path; empty where there were several.
    """

    sequence: int = 0
    moving: bool = False
    revision: int = 0
    lever: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """The address: its parameters as they were put together, and in the browser, which may write the same otherwise."""

    query: Query = field(default_factory=dict)
    in_browser: str = ""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Where every clock stands; what each means stands at the head of this module."""

    visit: str
    revision: int = 0
    gesture: Gesture = Gesture()
    answered: Mapping[str, float] = field(default_factory=dict)
    runs: int = 0
    arrivals: int = 0
    written: Written = Written()


CLOCKS: Final = Place("clocks", lambda: Clocks(secrets.token_hex(8)))


def clocks() -> Clocks:
    """Where the clocks stand now."""
    return CLOCKS.value()


def gesture() -> Gesture:
    """The last gesture that was applied; it is over where something other than a lever has set the scenario since."""
    now = clocks()
    return replace(now.gesture, moving=now.gesture.moving and now.gesture.revision == now.revision)


def answered(component: str) -> float:
    """The moment up to which everything that ``component`` asked for is done."""
    return clocks().answered.get(component, 0.0)


def answered_last() -> float:
    """The moment of what was asked for last, by any component, and is done."""
    return max(clocks().answered.values(), default=0.0)


def raise_revision() -> None:
    """Something other than a lever sets the scenario."""
    CLOCKS.put(replace(clocks(), revision=clocks().revision + 1))


def note_gesture(sequence: int, moving: bool, lever: str) -> None:
    """The gesture with this number is applied, or refused: either way it has had its answer."""
    now = clocks()
    CLOCKS.put(replace(now, gesture=Gesture(sequence, moving, now.revision, lever)))


def note_answer(component: str, moment: float) -> None:
    """What ``component`` asked for at a moment is done, or refused: either way it has had its answer."""
    now = clocks()
    CLOCKS.put(replace(now, answered={**now.answered, component: max(moment, answered(component))}))


def count_run() -> None:
    """The whole page is run once more."""
    CLOCKS.put(replace(clocks(), runs=clocks().runs + 1))


def count_arrival() -> None:
    """The browser is back after a lost connection."""
    CLOCKS.put(replace(clocks(), arrivals=clocks().arrivals + 1))


def note_address(written: Written) -> None:
    """The address was written or opened."""
    CLOCKS.put(replace(clocks(), written=written))
