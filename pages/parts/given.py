"""What the visitor has given about who pays: for this visit alone, and never in the link."""

from dataclasses import replace
from typing import Any, Final, cast

import streamlit as st

from model import OwnData
from model.payers import PayerKeys
from model.scenario import Scenario

GIVEN: Final = "given"


def given() -> OwnData:
    """What this visit has given."""
    return cast(OwnData, st.session_state.get(GIVEN, OwnData()))


def give(**fields: Any) -> None:
    """Replaces fields. Raises ModelError where key and users cannot be used together."""
    new = replace(given(), **fields)
    PayerKeys.of(Scenario(), new.municipal_key, new.all_vkp_users)
    st.session_state[GIVEN] = new
