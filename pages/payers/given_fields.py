"""The fields in which a visitor gives a key file, the users of VKP, a rate and amounts of their own."""

from collections.abc import Mapping
from typing import Final

from charts.payers.net import net_of_year
from charts.payers.paid import Own
from charts.words.context import Context
from charts.words.foreign import short
from charts.words.refused import refused_file, refused_number
from model import OwnData
from model.baseline.axes import MUNICIPALITIES, NOK_PER_MNOK
from model.payers import FileNote, KeyFileError, moved_outside, municipalities
from model.payers.file_cells import LARGEST_FILE
from pages.payers.messages import Field, FieldsMessage, FieldTexts, FileField, Give, NumberField, SwitchField
from pages.visit import asking, own_data, problems, state, view
from pages.visit.components import component
from pages.visit.problems import Problem
from texts import Texts
from texts.reading import NumberError, parsed_or_none

KEY: Final = "given_fields"

SMALL_NOK: Final = 1000.0
"""Below this an amount of a year without its unit may as well be millions, which the page speaks of."""


def given_fields(own: Own | None, context: Context) -> None:
    """Draws the fields; what could not be used is said in a sentence."""
    texts = context.texts
    component(FieldsMessage, "fields", "payers/fields")(
        key=KEY,
        data={
            "title": texts("given.title"),
            "note": texts("given.note"),
            "largest": LARGEST_FILE,
            "problem": problem(texts),
            **asking.listen(KEY, DEEDS, "id"),
            "rows": rows(own, own_data.about_payers(), context),
            "result": "",
        },
        on_asked_change=apply,
    )


def rows(own: Own | None, data: OwnData, context: Context) -> list[Field]:
    """A field for each; those of one organisation where there is one, its mark only of a municipality and no list."""
    texts = context.texts
    return [
        _file("municipal_key", data.municipal_key is not None, key_in_use(data, texts), texts),
        _file("vkp_users", data.all_vkp_users is not None, vkp_users_in_use(data, texts), texts),
        *([_switch(own, data, texts)] if own and _can_be_marked(own, data) else []),
        _number("deflator_rate", data.deflator_rate, 100.0, "%", texts),
        *(_amounts_of(own, data, context) if own else []),
    ]


def _can_be_marked(own: Own, data: OwnData) -> bool:
    return own.paid.payer.group == MUNICIPALITIES and data.vkp_users is None


def _texts_of(name: str, line: str, is_given: bool, texts: Texts) -> FieldTexts:
    """What all fields share. line: what stands under the field."""
    clear = texts("given.clear") if is_given else ""
    return {"id": name, "label": texts(f"given.{name}"), "said": line, "clear": clear, "unit": ""}


def _file(name: str, is_given: bool, line: str, texts: Texts) -> FileField:
    return {**_texts_of(name, line, is_given, texts), "kind": "file", "open": texts("given.open")}


def _switch(own: Own, data: OwnData, texts: Texts) -> SwitchField:
    words = _texts_of("without_vkp", "", False, texts)
    label = texts("given.without_vkp", name=own.paid.payer.name)
    return {**words, "kind": "switch", "label": label, "value": own.paid.payer.id in data.without_vkp}


def _amounts_of(own: Own, data: OwnData, context: Context) -> list[NumberField]:
    return [
        _amount_of("compensation", data.compensations_mnok, own, context),
        _amount_of("service_agreements", data.service_agreements_mnok, own, context),
    ]


def _amount_of(name: str, amounts: Mapping[str, float], own: Own, context: Context) -> NumberField:
    """A field for an amount of the organisation that is looked at; under it what is left to pay, once given."""
    payer, texts = own.paid.payer, context.texts
    row = _number(name, amounts.get(payer.id), NOK_PER_MNOK, texts("given.nok_a_year"), texts)
    said = [row["said"]]
    if (amount := amounts.get(payer.id)) is not None:
        read = texts("given.read", nok=texts.amount(amount * NOK_PER_MNOK, 0), mnok=texts.as_written(amount))
        said = [read, *said, net_of_year(own, context)]
    return {**row, "label": texts(f"given.{name}", name=payer.name), "said": " ".join(said)}


def _number(name: str, value: float | None, factor: float, unit: str, texts: Texts) -> NumberField:
    """A number in its unit: per cent with the decimals that were typed, kroner whole."""
    shown = "" if value is None else texts.in_full(value * factor) if unit == "%" else texts.amount(value * factor, 0)
    words = _texts_of(name, texts(f"given.{name}_said"), value is not None, texts)
    return {**words, "kind": "number", "value": shown, "unit": unit}


def key_in_use(data: OwnData, texts: Texts) -> str:
    """Which file the municipal key is from, and what of it was read."""
    if not data.municipal_key:
        return texts("given.key_none")
    return _with_note(texts("given.key_file", name=short(data.municipal_key.name)), data.key_note, texts)


def vkp_users_in_use(data: OwnData, texts: Texts) -> str:
    """Which file the users of VKP are from and what of it was read, or which municipalities are marked as none."""
    if data.vkp_users is not None:
        sentence = texts("given.vkp_file", name=short(data.vkp_file), count=len(data.vkp_users))
        return _with_note(sentence, data.vkp_note, texts)
    if data.without_vkp:
        names = (municipalities()[number].label for number in sorted(data.without_vkp))
        return texts("given.vkp_without", names=", ".join(names))
    return texts("given.vkp_none")


def _with_note(sentence: str, note: FileNote, texts: Texts) -> str:
    """The sentence, then which sheet was read and how many lines were not."""
    sentences = [sentence]
    if note.sheet:
        sentences.append(texts("given.sheet", sheet=short(note.sheet)))
    if note.passed_over:
        sentences.append(texts("given.passed_over", count=len(note.passed_over), first=note.passed_over[0]))
    return " ".join(sentences)


def apply() -> None:
    """Takes what was given; what cannot be used leaves everything as it was."""
    asking.serve(KEY, DEEDS, "id")


def _mark_without_vkp(asked: Give) -> None:
    """Marks the municipality that is looked at as one that does not use VKP, or takes the mark away."""
    marked, payer = own_data.about_payers().without_vkp, frozenset({_us()})
    own_data.change(without_vkp=marked | payer if asked.get("value") is True else marked - payer)


def _give_deflator_rate(asked: Give) -> None:
    limit = own_data.rate_limits()
    percent = _typed(asked, 100 * limit.low, 100 * limit.high, "%")
    own_data.change(deflator_rate=None if percent is None else round(percent / 100, 8))


def _give_compensation(asked: Give) -> None:
    own_data.change(compensations_mnok=_with_typed(asked, own_data.about_payers().compensations_mnok))


def _give_service_agreements(asked: Give) -> None:
    """One's own share is at most all that was moved."""
    moved, amounts = moved_outside(state.figures()), own_data.about_payers().service_agreements_mnok
    highest = own_data.HIGHEST_AMOUNT if moved is None else moved.amount * NOK_PER_MNOK
    own_data.change(service_agreements_mnok=_with_typed(asked, amounts, highest))


def _with_typed(
    asked: Give, amounts: Mapping[str, float], highest: float = own_data.HIGHEST_AMOUNT
) -> dict[str, float]:
    """The amounts with that of the organisation that is looked at; those of others stay."""
    amount, payer = _typed(asked, 0.0, highest, "kr", SMALL_NOK), _us()
    others = {each: given for each, given in amounts.items() if each != payer}
    return others if amount is None else {**others, payer: amount / NOK_PER_MNOK}


def _us() -> str:
    """Whose field it is; nobody's is on no page of ours."""
    if payer := view.current().payer:
        return payer
    raise asking.NotUnderstood("payer")


def _typed(asked: Give, low: float, high: float, unit: str, unclear_below: float = 0.0) -> float | None:
    """The number of a field; an empty field gives none."""
    text = "" if asked.get("clear") else asked.get("value")
    return parsed_or_none(text, view.current().language, low, high, unit, unclear_below)


DEEDS: Final[dict[str, asking.Deed]] = {
    "municipal_key": own_data.take_municipal_key,
    "vkp_users": own_data.take_vkp_users,
    "without_vkp": _mark_without_vkp,
    "deflator_rate": _give_deflator_rate,
    "compensation": _give_compensation,
    "service_agreements": _give_service_agreements,
}


def problem(texts: Texts) -> str:
    """What could not be used, in a sentence."""
    return problems.sentences(KEY, texts, _in_words)


def _in_words(problem: Problem, texts: Texts) -> str:
    error, payer = problem.errors[0], view.current().payer
    payer = municipalities()[payer].label if payer in municipalities() else payer
    label = texts(f"given.{problem.asked['id']}", name=payer)
    if isinstance(error, NumberError):
        return texts("given.kept", what=refused_number(error, label, texts))
    what = refused_file(error, texts) if isinstance(error, KeyFileError) else texts("given.no_share")
    return texts("given.refused", name=short(str(problem.asked.get("name", ""))) or label, what=what)
