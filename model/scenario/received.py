"""A link as it arrives: what mail, chat and web pages did to it is taken off, and a link that was cut is known."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from model.reading.errors import ScenarioError
from model.scenario import link

AMPERSANDS: Final = re.compile(r"(amp;|#38;)+")
"""What stands before a name where a program wrote ``&amp;`` for ``&``."""

END_MARKS: Final = " \t\r\n.,;:!?…)]}>»”“’‘\"'*`"
"""What stands after a link in a sentence, in brackets or between quotes; no value but a name ends like this."""

OPENING: Final = re.compile(r"[(\[{<«]")
"""What has a bracket of its own at its start keeps the one at its end."""

FOREIGN: Final = re.compile(
    r"utm_\w+|\w*clk?id|gclsrc|[gw]braid|mc_[ce]id|_\w+|wt\..+|si|web|igsh(id)?|mibextid|mkt_tok|li_fat_id|trk\w*|epik|"
    r"cmpid|ns_\w+|s_cid|ref(_src|_url)?|source|mtm_\w+|pk_\w+|piwik_\w+|matomo_\w+|hsa_\w+|hs\w*tracking|at_\w+|ct|or|cid",
    re.IGNORECASE,
)
"""Names of parameters that mail, search, advertising and offices' programs add to links; none is like one of ours."""

LONGEST: Final = 10 * link.LONGEST
"""Characters: a scenario, four that stand beside it and one to start from, each written out in full."""

WRAPPED: Final = "url"
"""The parameter in which a mail program that checks links keeps the link itself."""


@dataclass(frozen=True, slots=True)
class Received:
    """The parameters of a link, each with its values in order; of one that was cut only what stands there whole."""

    parameters: Mapping[str, tuple[str, ...]]
    is_cut: bool

    @property
    def last(self) -> dict[str, str]:
        """Parameter → its last value: of a name that stands twice the last counts."""
        return {name: values[-1] for name, values in self.parameters.items()}

    @property
    def differing(self) -> dict[str, tuple[str, ...]]:
        """Parameter → its values, of each that has more than one; the same once more says nothing new."""
        return {name: values for name, values in self.parameters.items() if len(set(values)) > 1}


def received(pairs: Iterable[tuple[str, str]], closing: Mapping[str, Collection[str]]) -> Received:
    """The link whose names and values arrived as ``pairs``.

    closing: the parameters that every whole link has, and what each may be. A link of ours (it says its version)
    that lacks one was cut. Its last value may be half of what it was and is left out; so is the name, for what is
    left need not be the scenario of that name.
    """
    named = ((AMPERSANDS.sub("", name, count=1) if AMPERSANDS.match(name) else name, value) for name, value in pairs)
    ours = [(name, value) for name, value in named if name.strip(END_MARKS) and not FOREIGN.fullmatch(name)]
    ours = [*ours[:-1], *(_without_end_marks(*pair) for pair in ours[-1:])]
    is_cut = any(name == link.VERSION_FIELD for name, _ in ours) and _lacks(ours, closing)
    values_of: dict[str, tuple[str, ...]] = {}
    for name, value in [pair for pair in ours[:-1] if pair[0] != "name"] if is_cut else ours:
        values_of[name] = (*values_of.get(name, ()), value)
    return Received(values_of, is_cut)


def pasted(text: str, closing: Mapping[str, Collection[str]]) -> Received:
    """The link in a text that somebody pasted. Raises ScenarioError where there is none of ours."""
    try:
        pairs = parse_qsl(urlsplit(text.strip()[:LONGEST]).query, keep_blank_values=True)
    except ValueError as error:  # a host that no address can have, more parameters than any link has
        raise ScenarioError("link", text, "no_link") from error
    inner = dict(pairs).get(WRAPPED, "")
    if "?" in inner:
        return pasted(inner, closing)
    link_pasted = received(pairs, closing)
    if not link_pasted.is_cut and link.VERSION_FIELD not in link_pasted.parameters:
        raise ScenarioError("link", text, "no_link")
    return link_pasted


def _without_end_marks(name: str, value: str) -> tuple[str, str]:
    """The last parameter without what the sentence around the link left there; a name may end as it likes."""
    if name == "name" or value.rpartition("&")[2].startswith("name=") or OPENING.search(value):
        return name, value
    return (name, value.rstrip(END_MARKS)) if value else (name.rstrip(END_MARKS), value)


def _lacks(pairs: list[tuple[str, str]], closing: Mapping[str, Collection[str]]) -> bool:
    """Whether a closing parameter is missing, or is the last and only the beginning of what it may be."""
    name, value = pairs[-1]
    is_half = (
        name in closing and value not in closing[name] and any(possible.startswith(value) for possible in closing[name])
    )
    return is_half or not closing.keys() <= dict(pairs).keys()
