"""What somebody gives of their own about who pays: files and numbers that stand in no document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from model.payers import FileNote, MemberKey, users_without
from model.reading.frozen import FrozenMapping

NOTHING: Final[FrozenMapping[Any]] = FrozenMapping({})


@dataclass(frozen=True, slots=True)
class OwnData:
    """Files and numbers beside the scenario.

    municipal_key: from a file, in place of the scenario's, in scenario and reference alike. vkp_users: numbers from a
    file, None without one; vkp_file: its name. key_note, vkp_note: how the files were read. without_vkp: municipalities
    that do not use VKP, where there is no file. deflator_rate: a share a year. compensations_mnok: organisation → its
    own a year, MNOK in current kroner. service_agreements_mnok: organisation → its own share a year of what a measure
    moves out of the regulation, the same. volumes: solution → how many users a year.
    """

    municipal_key: MemberKey | None = None
    key_note: FileNote = field(default_factory=FileNote)
    vkp_users: frozenset[str] | None = None
    vkp_file: str = ""
    vkp_note: FileNote = field(default_factory=FileNote)
    without_vkp: frozenset[str] = frozenset()
    deflator_rate: float | None = None
    compensations_mnok: Mapping[str, float] = NOTHING
    service_agreements_mnok: Mapping[str, float] = NOTHING
    volumes: Mapping[str, float] = NOTHING

    def __post_init__(self) -> None:
        for name in ("compensations_mnok", "service_agreements_mnok", "volumes"):
            object.__setattr__(self, name, FrozenMapping(getattr(self, name)))

    @property
    def all_vkp_users(self) -> frozenset[str] | None:
        """The users of VKP by number; None where nobody has said who they are."""
        if self.vkp_users is None:
            return users_without(*self.without_vkp) if self.without_vkp else None
        return self.vkp_users


NO_OWN_DATA: Final = OwnData()
"""What there is where nobody has given anything."""
