"""What the visitor has given about who pays: for this visit alone, and never in the link."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, cast

import streamlit as st

from model.payers import FileNote, MemberKey, PayerKeys, users_without
from model.scenario import Scenario

GIVEN: Final = "given"


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """Files and numbers of a visit.

    municipal_key: from a file, in place of the scenario's. vkp_users: numbers from a file, None without one; vkp_file:
    its name. key_note, vkp_note: how the files were read. without_vkp: municipalities that do not use VKP, where there
    is no file. deflator_rate: a share. compensations_mnok: organisation → its own a year, in its own kroner.
    """

    municipal_key: MemberKey | None = None
    key_note: FileNote = field(default_factory=FileNote)
    vkp_users: frozenset[str] | None = None
    vkp_file: str = ""
    vkp_note: FileNote = field(default_factory=FileNote)
    without_vkp: frozenset[str] = frozenset()
    deflator_rate: float | None = None
    compensations_mnok: Mapping[str, float] = field(default_factory=dict)

    @property
    def all_vkp_users(self) -> frozenset[str] | None:
        """The users of VKP by number; None where nobody has said who they are."""
        if self.vkp_users is None:
            return users_without(*self.without_vkp) if self.without_vkp else None
        return self.vkp_users


def given() -> Given:
    """What this visit has given."""
    return cast(Given, st.session_state.get(GIVEN, Given()))


def give(**fields: Any) -> None:
    """Replaces fields. Raises ModelError where key and users cannot be used together."""
    new = replace(given(), **fields)
    PayerKeys.of(Scenario(), new.municipal_key, new.all_vkp_users)
    st.session_state[GIVEN] = new
