"""What is looked at: year, language, prices and the choices of a page. The view travels in the address."""

import re
from dataclasses import dataclass, replace
from typing import Any, Final, cast
from urllib.parse import urlsplit

import streamlit as st

from charts.bridge import FROM_COST, FROM_PAYMENT, GROUPS
from model import PLAN_YEARS
from texts import LANGUAGES, Texts

VIEW, ADDRESS, PROBLEMS = "view", "view_address", "view_problems"
SIX, SIX_ALIKE = "alle", "samme_skala"
FIELDS: Final[dict[str, tuple[str, tuple[Any, ...]]]] = {
    "language": ("sprak", LANGUAGES),
    "year": ("aar", PLAN_YEARS),
    "prices": ("priser", ("lopende", "2025")),
    "figure": ("figur", (SIX, SIX_ALIKE, *GROUPS)),
    "solution": ("losning", tuple(GROUPS)),
    "start": ("fra", (FROM_COST, FROM_PAYMENT)),
}
"""Field → its parameter in the address and what it may be, the default first."""
ALWAYS: Final = ("language", "year", "prices")
"""Written out also when they are the default: an old link must not change its meaning."""


@dataclass(frozen=True, slots=True)
class View:
    """One value per field of ``FIELDS``; each is one of the values that stand there."""

    language: str = LANGUAGES[0]
    year: int = PLAN_YEARS[0]
    prices: str = "lopende"
    figure: str = SIX
    solution: str = "all"
    start: str = FROM_COST

    @property
    def texts(self) -> Texts:
        """The texts of the view's language."""
        return Texts(self.language)

    def to_query(self) -> dict[str, str]:
        """The address's parameters."""
        values = {field: getattr(self, field) for field in FIELDS}
        kept = {f: v for f, v in values.items() if f in ALWAYS or v != FIELDS[f][1][0]}
        return {FIELDS[field][0]: str(value) for field, value in kept.items()}


def current() -> View:
    """The session's view, adopted from the address when the user went there, kept when only the page changed."""
    path, query = _address()
    known = st.session_state.get(ADDRESS)
    navigated = (query and (path, query) != known) or (known and path == known[0] and query != known[1])
    if VIEW not in st.session_state or navigated:
        st.session_state[VIEW], st.session_state[PROBLEMS] = parsed(query)
    elif not query and known and known[1]:
        st.query_params.from_dict(st.session_state[VIEW].to_query())  # a page change emptied the address
    st.session_state[ADDRESS] = _address()
    return cast(View, st.session_state[VIEW])


def change(**fields: Any) -> None:
    """Replaces fields of the view and writes it into the address."""
    st.session_state[VIEW] = replace(st.session_state[VIEW], **fields)
    st.session_state[PROBLEMS] = ()
    st.query_params.from_dict(st.session_state[VIEW].to_query())
    st.session_state[ADDRESS] = _address()


def problems() -> tuple[str, ...]:
    """Sentences about what in the link could not be used."""
    return cast(tuple[str, ...], st.session_state[PROBLEMS])


def _address() -> tuple[str, dict[str, str]]:
    """The page's path, and the parameters of the address that belong to the view."""
    names = [parameter for parameter, _ in FIELDS.values()]
    query = {name: st.query_params[name] for name in names if name in st.query_params}
    return urlsplit(st.context.url or "").path, query


def parsed(query: dict[str, str]) -> tuple[View, tuple[str, ...]]:
    """The view of an address, and a sentence for each parameter that could not be used."""
    view, wrong = View(), []
    for field, (parameter, allowed) in FIELDS.items():
        found = query.get(parameter)
        usable = {str(value): value for value in allowed}
        if found in usable:
            view = replace(view, **{field: usable[found]})
        elif found is not None:
            kept = getattr(view, field)
            names = ", ".join(usable)
            what = view.texts(f"view.{field}").lower()
            wrong.append(view.texts("view.bad", what=what, found=_quoted(found), allowed=names, kept=kept))
    return view, tuple(wrong)


def _quoted(text: str) -> str:
    """A foreign text short enough to show, with no meaning as markup."""
    short = text if len(text) <= 30 else text[:29] + "…"
    return re.sub(r"([^\w\s…])", r"\\\1", short)
