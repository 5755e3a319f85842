"""The guide for analysts: every block of it runs, in the order of the page."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from exports.notebook import frames

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "analysts.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(python|sh)\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
PROGRAM = ".venv/bin/python"


def run_command(line: str) -> None:
    assert line.startswith(PROGRAM)
    command = [sys.executable, *shlex.split(line)[1:]]
    subprocess.run(command, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True)


def test_every_block_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for kind, block in BLOCKS:
        if kind == "python":
            exec(compile(block, "docs/analysts.md", "exec"), names)  # our own page
        else:
            for line in block.splitlines():
                run_command(line)
    assert {kind for kind, _ in BLOCKS} == {"python", "sh"} and len(BLOCKS) >= 8
    written = {file.name for file in tmp_path.iterdir() if file.stat().st_size}
    assert written >= {"bro.svg", "bro.png", "bro.html", "modell.xlsx", "result.parquet", "plan.html", "payers.csv"}
    assert isinstance(names["figure"](names["bridge"](names["shown"])), go.Figure)
    assert len(names["rows"]) % 3 == 0 and isinstance(names["rows"], pd.DataFrame)


def test_the_guide_names_every_table() -> None:
    from model import Question, answer

    told = set(re.findall(r"`(\w+)`", "\n".join(line for line in GUIDE.splitlines() if line.startswith("| `"))))
    assert told == set(frames(answer(Question())))
