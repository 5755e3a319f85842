"""``pages/messages.d.ts``, made from Python's records of the messages: ``python -m tests.declarations`` writes it."""

import json
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

PAGES = Path(__file__).parents[1] / "pages"
FILE = PAGES / "messages.d.ts"
HEAD = "// What server and browser send each other. Made from pages/*/messages.py by `make declarations`.\n"
PLAIN = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    NoneType: "null",
    object: "unknown",
    Any: "any",
}


def modules() -> list[ModuleType]:
    """Where messages are declared, in the rooms' order of names."""
    return [import_module(f"pages.{path.parent.name}.messages") for path in sorted(PAGES.glob("*/messages.py"))]


def records(module: ModuleType) -> list[type]:
    """The records that a module declares, and not those that it imports."""
    return [each for each in vars(module).values() if typing.is_typeddict(each) and each.__module__ == module.__name__]


def unions(module: ModuleType) -> dict[Any, str]:
    """What else a module gives a name: one of several records or values."""
    known = vars(module)
    return {known[name]: name for name in module.__annotations__ if get_origin(known[name]) in (Union, UnionType)}


class Declarations:
    """The declarations of everything in some modules, and of the dataclasses that stand in them."""

    def __init__(self, sources: Sequence[ModuleType]) -> None:
        self.sources = sources
        self.names = {union: name for module in sources for union, name in unions(module).items()}
        self.others: list[type] = []

    def text(self) -> str:
        """The whole file."""
        return "\n".join([HEAD, *self._rooms(), *self._dataclasses()])

    def _rooms(self) -> Iterator[str]:
        for module in self.sources:
            yield f"// {module.__name__.replace('.', '/')}.py\n"
            yield from (f"export type {name} = {self._union(union)};\n" for union, name in unions(module).items())
            yield from (self._interface(record) for record in records(module))

    def _dataclasses(self) -> Iterator[str]:
        for record in self.others:  # which grow: one may hold another
            yield self._interface(record, f"{record.__module__}, as ``asdict`` gives it\n\n")

    def _interface(self, record: type, origin: str = "") -> str:
        hints = get_type_hints(record, include_extras=True)
        fields = "".join(f"  readonly {self._field(name, hint)};\n" for name, hint in hints.items())
        return f"{comment(origin + str(record.__doc__))}export interface {record.__name__} {{\n{fields}}}\n"

    def _field(self, name: str, hint: Any) -> str:
        if get_origin(hint) is NotRequired:
            return f"{name}?: {self._type(get_args(hint)[0])}"
        return f"{name}: {self._type(hint)}"

    def _type(self, hint: Any) -> str:
        """A type in TypeScript. Raises TypeError for what no message has had yet."""
        if hint in self.names:
            return self.names[hint]
        origin, parts = get_origin(hint), get_args(hint)
        if origin is Annotated:  # a record as a dictionary
            return self._type(parts[1])
        if origin is Literal:
            return " | ".join(json.dumps(each) for each in parts)
        if origin in (Union, UnionType):
            return self._union(hint)
        if origin is tuple and parts[-1] is not ...:
            return f"readonly [{', '.join(map(self._type, parts))}]"
        if origin in (list, tuple, Sequence):
            return f"readonly {inner}[]" if " " not in (inner := self._type(parts[0])) else f"readonly ({inner})[]"
        if origin in (dict, Mapping):
            return f"Readonly<Record<{self._type(parts[0])}, {self._type(parts[1])}>>"
        return PLAIN.get(hint) or self._name(hint)

    def _union(self, hint: Any) -> str:
        return " | ".join(dict.fromkeys(map(self._type, get_args(hint))))

    def _name(self, hint: Any) -> str:
        if is_dataclass(hint) and hint not in self.others:
            self.others.append(hint)
        elif not (is_dataclass(hint) or typing.is_typeddict(hint)):
            raise TypeError(f"{hint} has no declaration.")
        return str(hint.__name__)


def comment(text: str) -> str:
    """A docstring as a comment over what it belongs to."""
    lines = [line.strip() for line in text.strip().splitlines()]
    if len(lines) == 1:
        return f"/** {lines[0]} */\n"
    return "\n".join(["/**", *(f" * {line}".rstrip() for line in lines), " */\n"])


def declarations() -> str:
    """What stands in the file."""
    return Declarations(modules()).text()


if __name__ == "__main__":
    FILE.write_text(declarations(), encoding="utf-8")
