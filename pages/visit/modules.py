"""The browser's modules: in which order they are linked, where they are served, and the few lines that open one.

They are served in one text, for a browser far away would wait for each: 0.4 seconds more until the first chart. The
address has a digest of the text in it, so that a browser that has visited an older version takes none of that for ours.
"""

import atexit
import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Final

from pages.visit.streamlit_insides import ADDRESS, serve

PAGES: Final = Path(__file__).resolve().parents[1]
LINKING: Final = PAGES / "visit" / "linking.js"
TOGETHER: Final = "modules.js"
IMPORT: Final = re.compile(r'^(?:import|export)\b[^;"]* from "(\.[^"]+)";$', re.MULTILINE)
ONE: Final = Lock()
"""Two visits that begin at once share one folder."""

OPENER: Final = """
const at = (path) => new URL(path, document.baseURI);
for (const path of {early}) {{
  const link = Object.assign(document.createElement("link"), {{ rel: "preload", as: "script", href: at(path) }});
  document.head.append(link);
}}
let module;
export default async (mounted) => {{
  if (!module) {{
    const {{ load }} = await import(at("{together}"));
    module = await load("{path}");
  }}
  return module.default(mounted);
}};
"""
"""Streamlit takes a component as a text of its own; what that opens exists once in the page."""


def opener(path: str, early: tuple[str, ...] = (), made: Mapping[str, str] | None = None) -> str:
    """The script of the component whose module has the path ``path`` below ``pages``.

    early: what that module will load, by its address below the app's, to be fetched at once.
    made: modules that are not files, by their path.
    """
    with ONE:
        folder = served()
        for name, content in (made or {}).items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
    together = f"{ADDRESS}/{folder.name}/{TOGETHER}"
    return OPENER.format(early=json.dumps(early), together=together, path=path)


@cache
def served() -> Path:
    """The folder that is served from now on and gone when the server ends."""
    text = all_modules()
    root = Path(tempfile.mkdtemp(prefix="hvaom-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    folder = root / sha256(text.encode("utf-8")).hexdigest()[:16]
    folder.mkdir()
    (folder / TOGETHER).write_text(text, encoding="utf-8")
    serve(root)
    return folder


def all_modules() -> str:
    """One module with the texts of all the others, each after those that it imports."""
    found = [(path.relative_to(PAGES).as_posix(), _text(path)) for path in in_order()]
    return f"{_text(LINKING)}\nexport const load = linked({json.dumps(found)}, import.meta.url);\n"


def in_order() -> Iterator[Path]:
    """Every module, each after those that it imports; in the same order by every server, for they share one address."""
    modules = [path for path in sorted(PAGES.glob("*/*.js")) if path != LINKING]
    imports = {path: [(path.parent / name).resolve() for name in IMPORT.findall(_text(path))] for path in modules}
    return (path for path in TopologicalSorter(imports).static_order() if path in imports)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
