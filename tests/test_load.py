"""What keeps the server quick when many people have used it; how quick it is, the benchmarks tell."""

import asyncio
from pathlib import Path

import pytest

from benchmarks import load
from benchmarks.visitor import Visitor
from tests.browser.serving import app_process

MOVES = 3


def test_no_answer_waits_for_a_collection_of_all_that_lives(tmp_path: Path) -> None:
    async def visit(address: str) -> int:
        async with Visitor.open(address) as visitor:
            for _ in range(MOVES):
                await visitor.move()
            return visitor.answered

    notes = tmp_path / "collections"
    notes.touch()
    with app_process("tests.browser.collecting_server", environment={"COLLECTIONS": str(notes)}) as (address, _):
        assert asyncio.run(visit(address)) == MOVES
    assert notes.read_text(encoding="utf-8") == ""


def test_the_load_can_be_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MOVES", 2)
    found = load.visited({}, visits=2, people=2, seconds=1)
    assert 0 < found.middle <= found.slow and min(found.fresh, found.aged) > 0
