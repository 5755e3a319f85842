"""The fields in which a visitor gives a key file, the users of VKP, a rate and a compensation of their own."""

from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import streamlit as st

from charts.payers.paid import NOK_PER_MNOK, Own
from charts.refused import refused_file, short
from model import ModelError
from model.fields import limits
from model.payers import KeyFileError, municipal_key_from, municipalities, vkp_users_from
from model.payers.file_cells import LARGEST_FILE
from pages.parts import state, view
from pages.parts.components import component, sent
from pages.parts.given import Given, give, given, stamp
from pages.parts.typed import HIGHEST_AMOUNT, TypedError, typed, within
from texts import Texts

KEY, PROBLEM = "given_fields", "given_problem"
LARGEST: Final = LARGEST_FILE
FILES: Final = ("municipal_key", "vkp_users")

Row = dict[str, Any]
Asked = Mapping[str, Any]


def given_fields(own: Own, texts: Texts) -> None:
    """Draws the fields; what could not be used is said in a sentence."""
    component("fields")(
        key=KEY,
        data={
            "title": texts("given.title"),
            "note": texts("given.note"),
            "largest": LARGEST,
            "problem": _problem(texts),
            "rows": rows(own, given(), texts),
        },
        on_asked_change=apply,
    )


def rows(own: Own, found: Given, texts: Texts) -> list[Row]:
    """A field for each; a single municipality can be marked only where one is looked at and no list is given."""
    of_municipality = own.paid.payer.group == "kommuner"
    return [
        _file("municipal_key", found.municipal_key is not None, _key_said(found, texts), texts),
        _file("vkp_users", found.all_vkp_users is not None, _vkp_said(found, texts), texts),
        *([_switch(own, found, texts)] if of_municipality and found.vkp_users is None else []),
        _number("deflator_rate", found.deflator_rate, 100.0, "%", texts),
        _compensation_of(own, found, texts),
    ]


def _row(name: str, kind: str, said: str, is_given: bool, texts: Texts) -> Row:
    clear = texts("given.clear") if is_given else ""
    return {"id": name, "kind": kind, "label": texts(f"given.{name}"), "said": said, "clear": clear, "unit": ""}


def _file(name: str, is_given: bool, said: str, texts: Texts) -> Row:
    return {**_row(name, "file", said, is_given, texts), "open": texts("given.open")}


def _switch(own: Own, found: Given, texts: Texts) -> Row:
    row = _row("without_vkp", "switch", "", False, texts)
    label = texts("given.without_vkp", name=own.paid.payer.name)
    return {**row, "label": label, "value": own.paid.payer.id in found.without_vkp}


def _compensation_of(own: Own, found: Given, texts: Texts) -> Row:
    payer, unit = own.paid.payer, texts("given.nok_a_year")
    row = _number("compensation", found.compensations_mnok.get(payer.id), NOK_PER_MNOK, unit, texts)
    return {**row, "label": texts("given.compensation", name=payer.name)}


def _number(name: str, value: float | None, factor: float, unit: str, texts: Texts) -> Row:
    shown = "" if value is None else texts.amount(value * factor, 1 if factor == 100.0 else 0)
    row = _row(name, "number", texts(f"given.{name}_said"), value is not None, texts)
    return {**row, "value": shown, "unit": unit}


def _key_said(found: Given, texts: Texts) -> str:
    key = found.municipal_key
    return texts("given.key_file", name=short(key.name)) if key else texts("given.key_none")


def _vkp_said(found: Given, texts: Texts) -> str:
    if found.vkp_users is not None:
        return texts("given.vkp_file", name=short(found.vkp_file), count=len(found.vkp_users))
    if found.without_vkp:
        names = (municipalities()[number].label for number in sorted(found.without_vkp))
        return texts("given.vkp_without", names=", ".join(names))
    return texts("given.vkp_none")


def apply() -> None:
    """Takes what was given; what cannot be used leaves everything as it was."""
    asked = sent(KEY, "asked")
    st.session_state[PROBLEM] = None
    if not isinstance(asked, Mapping) or str(asked.get("id")) not in DEEDS or not state.begun():
        return
    try:
        take(asked)
    except (ModelError, TypedError) as error:
        st.session_state[PROBLEM] = (str(asked.get("name", "")), error)


def take(asked: Asked) -> None:
    """Takes one thing. Raises ModelError or TypedError where it cannot be used."""
    name = str(asked["id"])
    DEEDS[name](asked)
    if name in FILES:
        stamp(name, asked)


def take_deflator_rate(rate: object) -> None:
    """A share. Raises TypedError."""
    limit = limits()["index_rate"]
    give(deflator_rate=within(rate, limit.low, limit.high))


def take_compensations(amounts: Mapping[str, object]) -> None:
    """Organisation → MNOK a year. Raises TypedError."""
    highest = HIGHEST_AMOUNT / NOK_PER_MNOK
    give(compensations_mnok={payer: within(amounts[payer], 0.0, highest) for payer in view.PAYERS if payer in amounts})


def mark_without_vkp(numbers: Iterable[str]) -> None:
    """The municipalities that do not use VKP. Raises ModelError where one of them is none."""
    give(without_vkp=frozenset(map(str, numbers)))


def _municipal_key(asked: Asked) -> None:
    give(municipal_key=None if asked.get("clear") else municipal_key_from(*_file_of(asked)))


def _vkp_users(asked: Asked) -> None:
    if asked.get("clear"):
        return give(vkp_users=None, vkp_file="", without_vkp=frozenset())
    content, name = _file_of(asked)
    give(vkp_users=vkp_users_from(content, name), vkp_file=name, without_vkp=frozenset())


def _without_vkp(asked: Asked) -> None:
    payer = frozenset({view.current().payer})
    give(without_vkp=given().without_vkp | payer if asked.get("value") is True else given().without_vkp - payer)


def _deflator_rate(asked: Asked) -> None:
    limit = limits()["index_rate"]
    rate = None if asked.get("clear") else typed(asked.get("value"), 100 * limit.low, 100 * limit.high)
    give(deflator_rate=None if rate is None else round(rate / 100, 8))


def _compensation(asked: Asked) -> None:
    amount = None if asked.get("clear") else typed(asked.get("value"), 0.0, HIGHEST_AMOUNT)
    payer, kept = view.current().payer, dict(given().compensations_mnok)
    kept.pop(payer, None)
    give(compensations_mnok=kept if amount is None else {**kept, payer: amount / NOK_PER_MNOK})


DEEDS: Final[dict[str, Callable[[Asked], None]]] = {
    "municipal_key": _municipal_key,
    "vkp_users": _vkp_users,
    "without_vkp": _without_vkp,
    "deflator_rate": _deflator_rate,
    "compensation": _compensation,
}


def _file_of(asked: Asked) -> tuple[bytes, str]:
    """Content and name of a file that the browser sent in base64; one that was too large was not sent."""
    content, name = asked.get("content"), str(asked.get("name", ""))[:80] or "csv"
    if not isinstance(content, str) or len(content) > 2 * LARGEST:
        return b" " * (LARGEST + 1), name
    try:
        return b64decode(content, validate=True), name
    except ValueError:  # no browser sends that
        return b"", name


def _problem(texts: Texts) -> str:
    """The last refusal in a sentence; it is said once."""
    problem: tuple[str, ModelError | TypedError] | None = st.session_state.pop(PROBLEM, None)
    if problem is None:
        return ""
    name, error = problem
    return texts("given.refused", name=short(name) or texts("given.typed"), what=_told(error, texts))


def _told(error: ModelError | TypedError, texts: Texts) -> str:
    if isinstance(error, KeyFileError):
        return refused_file(error, texts)
    if isinstance(error, TypedError):
        return texts(
            "given.no_number",
            found=short(error.found),
            low=texts.amount(error.low, 0),
            high=texts.amount(error.high, 0),
        )
    return texts("given.no_share")
