"""What share of a solution's need somebody pays: keys between the groups, and keys inside them."""

from model.answers.answer import Answer
from model.baseline.axes import MUNICIPALITIES, PAYER_GROUPS, RHF
from model.baseline.keys import KeySource
from model.baseline.parameters import parameters
from model.explaining.asked import Asked, Kinds, address
from model.explaining.digits import digits
from model.explaining.node import Node, Source
from model.explaining.operations import (
    COUNT,
    FACTOR,
    INDEX,
    MNOK,
    SHARE,
    Of,
    cell,
    constant,
    definition,
    difference,
    lever,
    own,
    product,
    quotient,
    total,
)
from model.payers import PayerKeys, VkpUsers, municipalities, organisation, rhf_keys
from model.payers.figures import rule, rule_place
from model.payers.keys import VKP, MemberKeys
from model.payers.member_keys import MemberWeight, municipal_index, municipal_keys, rhf_grants, rhf_population
from model.reading.errors import ModelError, shown

KEY, MEMBER_SHARE, INHABITANTS = "key", "member_share", "inhabitants"
LAW_AMOUNT = "law_amount"
"""What a cell of a regulation is called, of today's and of the ones before."""


def keys_of_year(answer: Answer, year: int) -> PayerKeys:
    """What the payments of a year are divided by: from the law, the first year has the regulation's."""
    keys = answer.charged[1]
    return keys.first if keys.first is not None and year == answer.result.years[0] else keys


def key(asked: Asked, year: int, solution: str, group: str) -> Node:
    """The share of a solution's need that a group pays in a year: its weight by the weights of all groups.

    A group that a key does not name has no weight in it.
    """
    found = _weights(asked.answer, year, solution)
    weights = [each for each in found if each.value]
    none = constant("weight", 0.0, weights[0].source or Source(), weights[0].unit, solution=solution, payer=group)
    mine = next((each for each in found if each.payer == group), none)
    of: Of = {"year": year, "solution": solution, "payer": group, "address": address(KEY, year, solution, group)}
    whole = total("sum_of_weights", weights, mine.unit, year=year, solution=solution)
    return quotient(KEY, mine, whole, **of)


def _weights(answer: Answer, year: int, solution: str) -> list[Node]:
    """The weight of each group in the key of a solution: of the regulation, of a key set, or the scenario's own."""
    baseline, scenario, law = answer.baseline, answer.question.scenario, answer.baseline.law
    name, is_first = baseline.key_of[solution], keys_of_year(answer, year) is not answer.charged[1]
    if is_first and law is not None and answer.law_payment is not None and law.by_group().get(name):
        return [law_cell(answer, name, group) for group in law.by_group()[name]]
    chosen = str(parameters(baseline)["keys"].default) if is_first else scenario.keys
    if not isinstance(chosen, str) and solution in chosen:
        paths = {group: f"keys.{solution}.{group}" for group in PAYER_GROUPS}
        shares = chosen[solution]
        return [lever(path, shares.get(group, 0.0), SHARE, payer=group) for group, path in paths.items()]
    key_set = chosen if isinstance(chosen, str) else baseline.default_keys
    sources = {group: baseline.key_sources.get((key_set, name, group)) for group in PAYER_GROUPS}
    return [_weight(each, solution, group) for group, each in sources.items() if each is not None]


def _weight(source: KeySource, solution: str, group: str) -> Node:
    stands = Source(source.document, place=source.place, printed=digits(source.weight), record=_record(source))
    return cell("weight", source.weight, stands, FACTOR, solution=solution, payer=group)


def _record(source: KeySource) -> str:
    """The decision behind our reading of a document (docs/decisions/0116); empty where it says it itself."""
    return "0116" if source.quality == "assumption" else ""


def law_cell(answer: Answer, name: str, group: str) -> Node:
    """What the regulation has a group pay for a solution as the law names it. Raises ModelError for nothing."""
    law = answer.baseline.law
    amount = None if law is None else law.amounts.get((name, group))
    if law is None or amount is None:
        raise ModelError(f"No regulation has {shown(group)} pay for {shown(name)}.")
    source = Source(law.document, place=amount.section, printed=digits(amount.amount))
    where = address("law", name, group)
    return cell(LAW_AMOUNT, amount.amount, source, year=law.year, solution=name, payer=group, address=where)


def member_share(asked: Asked, year: int, solution: str, payer: str) -> Node:
    """The share of its group's payment for a solution that an organisation pays in a year."""
    member, place = organisation(payer)
    keys = keys_of_year(asked.answer, year).members[member.group]
    where = address(MEMBER_SHARE, year, solution, payer)
    return share_inside(keys, place, payer, solution, year=year, where=where)


def share_inside(
    keys: MemberKeys, place: int, payer: str, solution: str, year: int | None = None, where: str = ""
) -> Node:
    """The share of an organisation inside its group; of VKP half on all and half on its users, where these are known.

    place: of the organisation in its group. where: the share's own address.
    """
    chosen = int(keys.chosen[0])
    inside = keys.keys[chosen]
    by_key = _of_key(inside.name, float(inside.shares[place]), payer)
    vkp = keys.vkp
    if solution != VKP or vkp is None:
        return Node(by_key.name, by_key.value, SHARE, by_key.op, by_key.terms, year, "", payer, where, by_key.source)
    return product(
        "member_share_of_vkp",
        by_key,
        _vkp_factor(vkp, place, chosen),
        unit=SHARE,
        year=year,
        solution=solution,
        payer=payer,
        address=where,
    )


def _vkp_factor(vkp: VkpUsers, place: int, chosen: int) -> Node:
    """What a share is multiplied by for VKP: the half on all, and for a user the other half by the users' share."""
    document, section = rule_place("vkp_on_all")
    on_all = constant("vkp_on_all", rule("vkp_on_all"), Source(document, place=section), SHARE)
    if not vkp.uses[place]:
        return on_all
    whole = definition("all_of_vkp", 1.0, SHARE)
    users = 1 - rule("vkp_on_all")
    of_users = users / (float(vkp.factors[1, chosen]) - rule("vkp_on_all"))
    listed = own("share_of_vkp_users", of_users, SHARE)
    parts = (on_all, quotient("vkp_on_users", difference("vkp_rest", whole, on_all), listed, FACTOR))
    return total("vkp_factor", parts, FACTOR)


def _of_key(name: str, share: float, payer: str) -> Node:
    """The weight of an organisation by the weights of all: by a known key, or as a visitor's file has it."""
    if name in rhf_keys() and payer in rhf_grants():
        return _of_rhf(name, payer)
    if name in municipal_keys():
        return _of_municipality(name, payer)
    return own("share_of_file", share, SHARE, payer=payer)


def _of_rhf(name: str, payer: str) -> Node:
    if name == "population":
        parts = [inhabitants_of(each) for each in rhf_population()]
        mine = next(each for each in parts if each.payer == payer)
        return quotient(MEMBER_SHARE, mine, total("inhabitants_of_all", parts, COUNT), payer=payer)
    grants = [weight_cell("basic_grant", each, MNOK, rhf) for rhf, each in rhf_grants().items()]
    mine = next(each for each in grants if each.payer == payer)
    return quotient(MEMBER_SHARE, mine, total("basic_grants", grants), payer=payer)


def _of_municipality(name: str, payer: str) -> Node:
    people = inhabitants_of(payer)
    if name == "population":
        return quotient(MEMBER_SHARE, people, inhabitants_of(MUNICIPALITIES), payer=payer)
    index = weight_cell("kommunehelse", municipal_index()[payer], INDEX, payer)
    weighed = product("weighed_inhabitants", index, people, unit=COUNT, payer=payer)
    return quotient(MEMBER_SHARE, weighed, _weighed_in_all(), payer=payer)


def _weighed_in_all() -> Node:
    """The inhabitants of every municipality × its index, added: one figure of the two lists, which are not unfolded."""
    people, index = municipalities(), municipal_index()
    value = sum(index[number].value * each.population for number, each in people.items())
    first = next(iter(index.values()))
    record = next((each.record for each in index.values() if each.record), "")
    source = Source(first.document, place=first.place, record=record)
    return constant("weighed_inhabitants_of_all", value, source, COUNT, payer=MUNICIPALITIES)


def weight_cell(name: str, weight: MemberWeight, unit: str, payer: str) -> Node:
    """The figure that an organisation is weighed by."""
    source = Source(weight.document, place=weight.place, row=payer, printed=weight.digits, record=weight.record)
    return cell(name, weight.value, source, unit, payer=payer)


def inhabitants_of(payer: str) -> Node:
    """The inhabitants of a municipality, of an RHF's municipalities, or of a whole group, which are all."""
    first, where = next(iter(municipalities().values())), address(INHABITANTS, payer)
    row = payer if payer in municipalities() else ""
    count = municipalities()[payer].population if row else rhf_population().get(payer, sum(rhf_population().values()))
    source = Source(first.document, place=first.place, row=row, printed=str(count) if row else "")
    made = cell if row else constant
    return made(INHABITANTS, float(count), source, COUNT, payer=payer, address=where)


def _key_at(asked: Asked) -> Node:
    year, solution, group = asked.take(3)
    if group not in PAYER_GROUPS:
        raise asked.refused()
    return key(asked, asked.year(year), _solution(asked, solution), group)


def _member_share_at(asked: Asked) -> Node:
    year, solution, payer = asked.take(3)
    return member_share(asked, asked.year(year), solution, payer)


def _solution(asked: Asked, name: str) -> str:
    if name not in asked.baseline.solutions:
        raise ModelError(f"{shown(name)} is not a solution of this baseline.")
    return name


def _inhabitants_at(asked: Asked) -> Node:
    (payer,) = asked.take(1)
    if payer not in (RHF, MUNICIPALITIES):
        organisation(payer)
    return inhabitants_of(payer)


KINDS: Kinds = {KEY: _key_at, MEMBER_SHARE: _member_share_at, INHABITANTS: _inhabitants_at}
