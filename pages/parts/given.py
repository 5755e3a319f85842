"""What the visitor has given about who pays: for this visit alone, and never in the link."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

import streamlit as st

from model.payers import MemberKey, PayerKeys, users_without
from model.scenario import Scenario

GIVEN, STAMPS = "given", "given_stamps"


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """Files and numbers of a visit.

    municipal_key: from a file, in place of the scenario's. vkp_users: numbers from a file, None without one; vkp_file:
    its name. without_vkp: municipalities that do not use VKP, where there is no file. deflator_rate: a share.
    compensations_mnok: organisation → its own a year, in its own kroner.
    """

    municipal_key: MemberKey | None = None
    vkp_users: frozenset[str] | None = None
    vkp_file: str = ""
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


def stamps() -> Mapping[str, str]:
    """Which file of the page's each thing was given by: the page keeps the file, and knows it by its stamp."""
    return cast(Mapping[str, str], st.session_state.get(STAMPS, {}))


def stamp(name: str, asked: Mapping[str, Any]) -> None:
    """Notes the file that ``name`` was given by; without one nothing is given any more."""
    others = {each: stamp for each, stamp in stamps().items() if each != name}
    st.session_state[STAMPS] = others | ({name: str(asked["stamp"])[:40]} if "stamp" in asked else {})
