"""The fields in which a visitor gives a key file, the users of VKP, a rate and a compensation of their own."""

from typing import Any, Final

from charts.payers.paid import Own
from charts.words.foreign import short
from charts.words.refused import refused_file, refused_number
from model import OwnData
from model.baseline.axes import NOK_PER_MNOK
from model.payers import FileNote, KeyFileError, municipalities, read_municipal_key, read_vkp_users
from model.payers.file_cells import LARGEST_FILE
from model.scenario.fields import limits
from pages.files import files
from pages.visit import asking, view
from pages.visit.asking import Asked
from pages.visit.components import component
from pages.visit.given import give, given, stamp
from texts import Texts
from texts.reading import NumberError, parsed_or_none

KEY: Final = "given_fields"
LARGEST: Final = LARGEST_FILE
HIGHEST_AMOUNT: Final = 1e10
"""More than any payment, kroner."""

Row = dict[str, Any]


def given_fields(own: Own, texts: Texts) -> None:
    """Draws the fields; what could not be used is said in a sentence."""
    component("fields", "payers/fields")(
        key=KEY,
        data={
            "title": texts("given.title"),
            "note": texts("given.note"),
            "largest": LARGEST,
            "problem": _problem(texts),
            **asking.listen(KEY, DEEDS, "id"),
            "rows": rows(own, given(), texts),
        },
        on_asked_change=apply,
    )


def rows(own: Own, found: OwnData, texts: Texts) -> list[Row]:
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


def _switch(own: Own, found: OwnData, texts: Texts) -> Row:
    row = _row("without_vkp", "switch", "", False, texts)
    label = texts("given.without_vkp", name=own.paid.payer.name)
    return {**row, "label": label, "value": own.paid.payer.id in found.without_vkp}


def _compensation_of(own: Own, found: OwnData, texts: Texts) -> Row:
    payer, unit = own.paid.payer, texts("given.nok_a_year")
    row = _number("compensation", found.compensations_mnok.get(payer.id), NOK_PER_MNOK, unit, texts)
    return {**row, "label": texts("given.compensation", name=payer.name)}


def _number(name: str, value: float | None, factor: float, unit: str, texts: Texts) -> Row:
    shown = "" if value is None else texts.amount(value * factor, 1 if factor == 100.0 else 0)
    row = _row(name, "number", texts(f"given.{name}_said"), value is not None, texts)
    return {**row, "value": shown, "unit": unit}


def _key_said(found: OwnData, texts: Texts) -> str:
    key = found.municipal_key
    return (
        _with_note(texts("given.key_file", name=short(key.name)), found.key_note, texts)
        if key
        else texts("given.key_none")
    )


def _with_note(said: str, note: FileNote, texts: Texts) -> str:
    """With which sheet was read, and how many lines were not."""
    sentences = [said]
    if note.sheet:
        sentences.append(texts("given.sheet", sheet=short(note.sheet)))
    if note.passed_over:
        sentences.append(texts("given.passed_over", count=len(note.passed_over), first=note.passed_over[0]))
    return " ".join(sentences)


def _vkp_said(found: OwnData, texts: Texts) -> str:
    if found.vkp_users is not None:
        said = texts("given.vkp_file", name=short(found.vkp_file), count=len(found.vkp_users))
        return _with_note(said, found.vkp_note, texts)
    if found.without_vkp:
        names = (municipalities()[number].label for number in sorted(found.without_vkp))
        return texts("given.vkp_without", names=", ".join(names))
    return texts("given.vkp_none")


def apply() -> None:
    """Takes what was given; what cannot be used leaves everything as it was."""
    asking.serve(KEY, DEEDS, "id")


def _municipal_key(asked: Asked) -> None:
    key, note = (None, FileNote()) if asked.get("clear") else read_municipal_key(*_file_of(asked))
    give(municipal_key=key, key_note=note)
    stamp("municipal_key", asked)


def _vkp_users(asked: Asked) -> None:
    users, note = (None, FileNote()) if asked.get("clear") else read_vkp_users(*_file_of(asked))
    name = "" if users is None else _file_of(asked)[1]
    give(vkp_users=users, vkp_file=name, vkp_note=note, without_vkp=frozenset())
    stamp("vkp_users", asked)


def _without_vkp(asked: Asked) -> None:
    payer = frozenset({view.current().payer})
    give(without_vkp=given().without_vkp | payer if asked.get("value") is True else given().without_vkp - payer)


def _deflator_rate(asked: Asked) -> None:
    limit = limits()["index_rate"]
    rate = _typed(asked, 100 * limit.low, 100 * limit.high, "%")
    give(deflator_rate=None if rate is None else round(rate / 100, 8))


def _compensation(asked: Asked) -> None:
    amount = _typed(asked, 0.0, HIGHEST_AMOUNT, "kr")
    payer, kept = view.current().payer, dict(given().compensations_mnok)
    kept.pop(payer, None)
    give(compensations_mnok=kept if amount is None else {**kept, payer: amount / NOK_PER_MNOK})


def _typed(asked: Asked, low: float, high: float, unit: str) -> float | None:
    """The number of a field; an empty field gives none."""
    text = "" if asked.get("clear") else asked.get("value")
    return parsed_or_none(text, view.current().language, low, high, unit)


DEEDS: Final[dict[str, asking.Deed]] = {
    "municipal_key": _municipal_key,
    "vkp_users": _vkp_users,
    "without_vkp": _without_vkp,
    "deflator_rate": _deflator_rate,
    "compensation": _compensation,
}


def _file_of(asked: Asked) -> tuple[bytes, str]:
    """Content and name of a file; one that was too large was not sent."""
    content = files.content_of(asked, LARGEST)
    return b" " * (LARGEST + 1) if content is None else content, str(asked.get("name", ""))[:80] or "csv"


def _problem(texts: Texts) -> str:
    return asking.said(KEY, texts, _told)


def _told(problem: asking.Problem, texts: Texts) -> str:
    error, payer = problem.errors[0], view.current().payer
    payer = municipalities()[payer].label if payer in municipalities() else payer
    label = texts(f"given.{problem.asked['id']}", name=payer)
    if isinstance(error, NumberError):
        return texts("given.kept", what=refused_number(error, label, texts))
    what = refused_file(error, texts) if isinstance(error, KeyFileError) else texts("given.no_share")
    return texts("given.refused", name=short(str(problem.asked.get("name", ""))) or label, what=what)
