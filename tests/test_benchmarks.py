"""The benchmarks' twins are made of the app's own parts, and must follow them."""

from pathlib import Path

from benchmarks.plain_page import write_page
from benchmarks.same_page import answer, specifications
from model import Scenario


def test_the_twin_without_a_server_can_be_written(tmp_path: Path) -> None:
    drawn = specifications(answer(Scenario()))
    size = {"width": 560, "height": 400}
    figures = {name: {**figure, "layout": {**figure["layout"], **size}} for name, figure in drawn.items()}
    write_page(tmp_path, {"figures": figures, "colours": {}})
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(f'data-figure="{name}"' in page for name in ("bridge", "plan"))
    assert '"printed": 1119.6' in page


def test_the_twins_show_six_bridges_too() -> None:
    assert len(specifications(answer(Scenario(risk_margin=0.03), six=True))) == 6
