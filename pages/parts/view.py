"""What is looked at: year, language and prices. The view travels in the address; the scenario is not touched by it."""

import re
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args
from urllib.parse import urlsplit

import streamlit as st

from model import PLAN_YEARS
from texts import LANGUAGES, Texts

Prices = Literal["lopende", "2025"]
PARAMETERS = ("aar", "sprak", "priser")
VIEW, ADDRESS, PROBLEMS = "view", "view_address", "view_problems"


@dataclass(frozen=True, slots=True)
class View:
    """``year`` of the plan, ``language`` nb, nn or en, ``prices`` «lopende» (current) or «2025» (fixed kroner)."""

    year: int = PLAN_YEARS[0]
    language: str = "nb"
    prices: Prices = "lopende"

    @property
    def texts(self) -> Texts:
        """The texts of the view's language."""
        return Texts(self.language)

    def to_query(self) -> dict[str, str]:
        """The address's parameters, every one written out: an old link must not change its meaning."""
        return dict(zip(PARAMETERS, (str(self.year), self.language, self.prices), strict=True))


def current() -> View:
    """The session's view, adopted from the address when the user went there, kept when only the page changed."""
    path, query = _address()
    known = st.session_state.get(ADDRESS)
    if (
        VIEW not in st.session_state
        or (query and (path, query) != known)
        or (known and path == known[0] and query != known[1])
    ):
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
    query = {key: st.query_params[key] for key in PARAMETERS if key in st.query_params}
    return urlsplit(st.context.url or "").path, query


def parsed(query: dict[str, str]) -> tuple[View, tuple[str, ...]]:
    """The view of an address, and a sentence for each parameter that could not be used."""
    view, wrong = View(), []
    if (language := query.get("sprak", view.language)) in LANGUAGES:
        view = replace(view, language=language)
    else:
        wrong.append(view.texts("view.bad_language", found=_quoted(language)))
    if (year := query.get("aar", str(view.year))) in map(str, PLAN_YEARS):
        view = replace(view, year=int(year))
    else:
        allowed = f"{PLAN_YEARS[0]}–{PLAN_YEARS[-1]}"
        wrong.append(view.texts("view.bad_year", found=_quoted(year), allowed=allowed, kept=view.year))
    if (prices := query.get("priser", view.prices)) in get_args(Prices):
        view = replace(view, prices=prices)  # type: ignore[arg-type]
    else:
        wrong.append(view.texts("view.bad_prices", found=_quoted(prices)))
    return view, tuple(wrong)


def _quoted(text: str) -> str:
    """A foreign text short enough to show, with no meaning as markup."""
    short = text if len(text) <= 30 else text[:29] + "…"
    return re.sub(r"([^\w\s…])", r"\\\1", short)
