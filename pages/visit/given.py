"""What the visitor has given about who pays: for this visit alone, and never in the link."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

import streamlit as st

from model import OwnData
from model.payers import PayerKeys
from model.scenario.scenario import Scenario

GIVEN, STAMPS = "given", "given_stamps"


def given() -> OwnData:
    """What this visit has given."""
    return cast(OwnData, st.session_state.get(GIVEN, OwnData()))


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
