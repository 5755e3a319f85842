"""The rooms and the direction between them: app → pages → exports → charts → {model, texts} → data, never back."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.baselines import PRESENT

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "texts": {"texts"},
    "model": {"model", "numpy", "pyarrow", "python_calamine", "scipy", "xlsxwriter"},
    "charts": {"charts", "model", "texts", "numpy"},
    "exports": {"exports", "charts", "model", "texts", "numpy", "pyarrow", "pptx", "lxml", "xlsxwriter", "typst"},
    "pages": {"pages", "exports", "charts", "model", "texts", "numpy", "streamlit"},
    "app.py": {"pages", "model", "texts", "streamlit"},
}
"""What each room may import beside the standard library."""

BESIDES = {
    "exports/notebook/frames.py": {"pandas"},  # for analysts
    "exports/notebook/figures.py": {"plotly"},
    "model/reading/languages.py": {"texts"},  # in which languages data/ has its labels
    "model/uncertainty/cluster.py": {"distributed", "cloudpickle"},  # optional, for `simulate --dask`
}
"""What a file may import beside what its room may."""

FLOORS = {
    "model": (
        "reading",
        "baseline",
        ("template", "scenario"),
        "equations",
        "payers",
        "history",
        "investment",
        ("answers", "checks"),
        "uncertainty",
        "explaining",
        "sources",
        "commands",
    ),
    "pages": (
        "visit",
        "calculation",
        "files",
        "levers",
        ("payers", "baselines", "money", "reconciliation", "sources", "projects"),
        "development",
        "figures",
        "uncertainty",
    ),
    "charts": (
        "words",
        ("records", "scale", "segments"),
        "bridges",
        "plans",
        ("goals", "payers", "baselines"),
        ("money", "development", "sources", "uncertainty", "projects"),
        "reconciliation",
        "calculation",
        "draw",
    ),
}
"""The rooms inside a room from the ground up; those of one floor do not know each other."""


def sources(room: str) -> list[Path]:
    path = ROOT / room
    return [path] if path.suffix else sorted(path.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The first names of everything a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return names - set(sys.stdlib_module_names)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_rooms_import_only_what_lies_below(room: str) -> None:
    names = {str(path.relative_to(ROOT)): imported(path) for path in sources(room)}
    found = {path: each - MAY_IMPORT[room] - BESIDES.get(path, set()) for path, each in names.items()}
    assert found and not {path: names for path, names in found.items() if names}


def inner_rooms(house: str) -> set[tuple[str, str, str]]:
    """Every import between the rooms inside a room: file, its room, and the room that it imports."""
    found = set()
    for path in (path for path in sources(house) if path.parent != ROOT / house):
        room = path.relative_to(ROOT / house).parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == house:
                inside = node.module.split(".")[1:] or [alias.name for alias in node.names]
                found.add((str(path.relative_to(ROOT)), room, inside[0]))
    return {arrow for arrow in found if arrow[1] != arrow[2]}


@pytest.mark.parametrize("house", FLOORS)
def test_inside_a_room_what_is_above_imports_what_is_below(house: str) -> None:
    floors = enumerate(((each,) if isinstance(each, str) else each) for each in FLOORS[house])
    floor = {room: height for height, rooms in floors for room in rooms}
    assert {path.parent.name for path in (ROOT / house).glob("*/*.py")} <= floor.keys()
    back = {arrow for arrow in inner_rooms(house) if floor.get(arrow[2], len(floor)) >= floor[arrow[1]]}
    assert not back


def loaded(program: str, *modules: str) -> set[str]:
    """Which of the modules are loaded after a program that says nothing."""
    program += f"\nimport sys; print(*sorted({set(modules)} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(answer.stdout.split())


def test_the_model_imports_neither_streamlit_nor_plotly_nor_pandas() -> None:
    assert not loaded("import model", "streamlit", "plotly", "pandas")


def test_only_a_notebook_loads_plotly_and_pandas() -> None:
    """Neither command line does, nor any module of the pages; Plotly is not there where only the app is installed."""
    commands = "import model.commands.command_line, exports.command_line, exports.everything, exports.pictures"
    assert not loaded(commands, "plotly", "pandas", "exports.notebook")
    pages = "import glob, importlib\nfor file in glob.glob('pages/*/*.py'):\n    "
    pages += "importlib.import_module(file[:-3].replace('/', '.'))"
    assert not loaded(pages, "exports.notebook")
    assert loaded("import exports.notebook", "plotly", "pandas") == {"pandas"}
    assert not re.search("^plotly", (ROOT / "requirements.txt").read_text(), re.MULTILINE)


def test_without_plotly_the_notebook_says_what_to_install() -> None:
    program = "import sys; sys.modules['plotly'] = None; from exports.notebook import figure; "
    program += "from charts.bridges.bridge import bridge; from tests.asking import shown; figure(bridge(shown()))"
    answer = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.stderr.rstrip().endswith("pip install -r requirements-notebook.txt")


def test_only_the_model_opens_data() -> None:
    for room in ("texts", "charts", "exports", "pages", "app.py"):
        for path in sources(room):
            code = path.read_text(encoding="utf-8")
            assert '/ "data' not in code and '"data/' not in code, f"{path} names the data folder"


def test_a_kind_of_chart_is_told_apart_in_its_renderers_table_alone() -> None:
    """Nowhere else is asked which kind a chart is: what differs between kinds is said by the record or drawn."""
    asked = re.compile(r"isinstance\([^()]*, (Bridge|Stack|Points|Flow)")
    for room in ("charts", "exports", "pages"):
        for path in sources(room):
            assert not asked.search(path.read_text(encoding="utf-8")), f"{path} asks which kind a chart is"


def test_only_the_room_of_the_visit_knows_the_session() -> None:
    for path in sources("pages") + sources("app.py"):
        assert path.parent.name == "visit" or "session_state" not in path.read_text(encoding="utf-8"), path


def test_no_assert_outside_tests() -> None:
    for room in MAY_IMPORT:
        for path in sources(room):
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            assert not any(isinstance(node, ast.Assert) for node in nodes), f"{path} has an assert"


def test_browser_tests_wait_for_what_they_need_and_not_for_a_time() -> None:
    """A time is too short on a loaded machine and too long on every other; only pictures for the eye are taken so."""
    wait = "wait_for_" + "timeout"
    found = [path.name for path in sources("tests") if wait in path.read_text(encoding="utf-8")]
    assert found == ["gallery.py"]


def test_a_page_has_the_choices_of_its_own_entry() -> None:
    for path in (ROOT / "pages").glob("*.py"):
        named = re.findall(r'toolbar\.show\(looked_at, "(\w+)"\)', path.read_text(encoding="utf-8"))
        assert named in ([], [path.stem]), path


def test_what_is_written_about_files_names_files_that_exist() -> None:
    """Paths and names of files in backticks; one that came and went, or comes of a build, is not written about so."""
    named = re.compile(r"`([\w./-]+\.(?:py|js|css|toml|csv|md|json))`")
    rooms = [ROOT / room for room in (*MAY_IMPORT, "data", "static", "tests", "benchmarks", "docs") if room != "app.py"]
    known = {path.name for path in (*ROOT.iterdir(), *(path for room in rooms for path in room.rglob("*.*")))}
    for page in (ROOT / "README.md", ROOT / "data" / "README.md", *(ROOT / "docs").rglob("*.md")):
        for name in named.findall(page.read_text(encoding="utf-8")):
            found = any((folder / name).exists() for folder in (ROOT, page.parent)) if "/" in name else name in known
            assert found, f"{page.relative_to(ROOT)} names {name}"


YEAR = re.compile(r"(?<!\d)20(2[3-9]|[3-9]\d)(?!\d)")
"""A year that some baseline can be about; the example of 2021 is a document of its own."""

TABLE = re.compile(r"(Tabell|Figur|tabell|figur)[ _]\d")
CODE = [path for room in MAY_IMPORT for path in sources(room) if room != "texts"]


def written_in(path: Path) -> Iterator[str]:
    """Every constant of a file that is no docstring, as text."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield str(node.value)


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_year_table_or_published_figure_stands_in_code(path: Path) -> None:
    """They belong to a baseline, and stand in data/; the pixels that renderers count in are no amounts."""
    digits = {cell.digits.strip("-") for cell in PRESENT.cells.values() if cell.digits}
    figures = {printed for printed in digits if "." in printed and len(printed) > len("0.0")}
    if path.is_relative_to(ROOT / "charts" / "draw"):
        figures = set()
    found = [text for text in written_in(path) if YEAR.search(text) or TABLE.search(text) or text in figures]
    assert not found
