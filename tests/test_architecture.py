"""The rooms and the direction between them: app → pages → exports → charts → {model, texts} → data, never back."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "texts": {"texts"},
    "model": {"model", "numpy", "pyarrow", "python_calamine"},
    "charts": {"charts", "model", "texts", "numpy"},
    "exports": {"exports", "charts", "model", "texts", "numpy", "pyarrow", "pptx", "lxml", "xlsxwriter", "typst"},
    "pages": {"pages", "exports", "charts", "model", "texts", "numpy", "pandas", "streamlit"},
    "app.py": {"pages", "model", "texts", "streamlit"},
}
"""What each room may import beside the standard library."""


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
    found = {str(path.relative_to(ROOT)): imported(path) - MAY_IMPORT[room] for path in sources(room)}
    assert found and not {path: names for path, names in found.items() if names}


def test_the_parts_of_the_screen_do_not_import_pages() -> None:
    found = [
        path
        for path in sources("pages/parts")
        for line in path.read_text().splitlines()
        if line.startswith("from pages import")
    ]
    assert not found


def test_the_model_imports_neither_streamlit_nor_plotly_nor_pandas() -> None:
    program = "import sys, model; print(sorted({'streamlit', 'plotly', 'pandas'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_only_the_model_opens_data() -> None:
    for room in ("texts", "charts", "exports", "pages", "app.py"):
        for path in sources(room):
            code = path.read_text(encoding="utf-8")
            assert '/ "data' not in code and '"data/' not in code, f"{path} names the data folder"


def test_no_assert_outside_tests() -> None:
    for room in MAY_IMPORT:
        for path in sources(room):
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            assert not any(isinstance(node, ast.Assert) for node in nodes), f"{path} has an assert"
