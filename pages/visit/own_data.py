"""What the visitor has given, for this visit alone and never in the link; each part is checked when it is given.

About who pays: a municipal key and the users of VKP as files, municipalities without VKP, a deflator, compensations and
volumes. About how slides look: a theme. The fields that ask for each stand in the rooms above.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Optional

from model import Baseline, OwnData
from model.payers import FileNote, PayerKeys, read_municipal_key, read_vkp_users, volumes
from model.payers.file_cells import LARGEST_FILE
from model.scenario.fields import Limits, limits
from model.scenario.scenario import Scenario
from pages.visit import state
from pages.visit.memory import Place
from pages.visit.opened_file import LARGEST, content_of
from pages.visit.problems import Asked, Refused

if TYPE_CHECKING:
    from exports.deck import Theme

HIGHEST_AMOUNT: Final = 1e10
"""More than any payment, kroner a year."""

VOLUMES: Final = Limits("number", 1.0, 1e12)
"""What a volume can be, users or other units a year."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the visitor has given. stamps: for each part that was given as a file, by what the page knows the file.

    The page keeps its own copy of each file, for a server that has started anew. changes: how often something was
    given or taken away.
    """

    about_payers: OwnData = field(default_factory=OwnData)
    theme: Optional["Theme"] = None
    stamps: Mapping[str, str] = field(default_factory=dict)
    changes: int = 0


GIVEN: Final = Place("own_data", Given)


def about_payers() -> OwnData:
    """What bears on who pays."""
    return GIVEN.value().about_payers


def theme() -> "Theme | None":
    """The colours and fonts of slides."""
    return GIVEN.value().theme


def stamps() -> Mapping[str, str]:
    """Part → stamp of the file that it was given by."""
    return GIVEN.value().stamps


def change(**fields: Any) -> None:
    """Replaces fields of what bears on who pays. Raises ModelError where key and users cannot be used together."""
    _give(about_payers=_checked(replace(about_payers(), **fields)))


def take_municipal_key(asked: Asked) -> None:
    """Uses the key of a file, or none again. Raises ModelError."""
    key, note = (None, FileNote()) if asked.get("clear") else read_municipal_key(*_content_and_name(asked))
    _take("municipal_key", asked, about_payers=_checked(replace(about_payers(), municipal_key=key, key_note=note)))


def take_vkp_users(asked: Asked) -> None:
    """Takes the users of VKP from a file, or from none again. Raises ModelError."""
    users, note = (None, FileNote()) if asked.get("clear") else read_vkp_users(*_content_and_name(asked))
    name = "" if users is None else _name_of(asked)
    fields: dict[str, Any] = {"vkp_users": users, "vkp_file": name, "vkp_note": note, "without_vkp": frozenset()}
    _take("vkp_users", asked, about_payers=_checked(replace(about_payers(), **fields)))


def take_theme(asked: Asked) -> None:
    """Uses the theme of a file. Raises Refused."""
    from exports.deck.theme import Theme, ThemeError

    content = content_of(asked, LARGEST)
    if content is None:
        raise Refused("size", {"allowed": str(LARGEST // 1000)})
    try:
        _take("theme", asked, theme=Theme.from_toml(content))
    except ThemeError as error:
        raise Refused(error.problem, error.values) from error


def remove_theme() -> None:
    """Uses no theme any more."""
    _take("theme", {}, theme=None)


def without_volume(baseline: Baseline) -> tuple[str, ...]:
    """The solutions for which no volume is published."""
    published = {volume.solution for volume in volumes().values()}
    return tuple(solution for solution in baseline.open_solutions if solution not in published)


def rate_limits() -> Limits:
    """What a deflator of the visitor's own may be, as a share: what price growth may be."""
    return limits(state.figures())["index_rate"]


def _take(part: str, asked: Asked, **fields: Any) -> None:
    """Puts a part that was given by a file, with the file's stamp; a message without one takes the part away."""
    others = {each: stamp for each, stamp in stamps().items() if each != part}
    its = {part: str(asked["stamp"])[:40]} if "stamp" in asked else {}
    _give(stamps=others | its, **fields)


def _give(**fields: Any) -> None:
    GIVEN.put(replace(GIVEN.value(), changes=GIVEN.value().changes + 1, **fields))


def _checked(data: OwnData) -> OwnData:
    """The data itself. Raises ModelError where key and users cannot be used together."""
    PayerKeys.of(Scenario(figures=state.figures()), data.municipal_key, data.all_vkp_users)
    return data


def _content_and_name(asked: Asked) -> tuple[bytes, str]:
    """What a file about payers holds, and its name; one that was too large to be sent is refused as too large."""
    content = content_of(asked, LARGEST_FILE)
    return b" " * (LARGEST_FILE + 1) if content is None else content, _name_of(asked)


def _name_of(asked: Asked) -> str:
    return str(asked.get("name", ""))[:80] or "csv"
