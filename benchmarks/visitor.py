"""A visitor without a browser: opens the page over Streamlit's websocket, moves a lever, waits for the whole answer."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_SECONDS = 60
SEQUENCE = re.compile(r'"sequence": ?(\d+)')
TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{}__events"
ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
STATES = 30  # that a drag of two seconds drew where each was asked for
PAGE, LEVER, LOW, STEP, STEPS = "oversikt", "risk_margin", 2.0, 0.5, 8
USUAL = 5.0
ALL_STOPS = sorted((STEP * at for at in range(31)), key=lambda value: abs(value - USUAL))


class Visitor:
    """An open visit; ``levers`` is what Streamlit calls the component of the levers; answered: the move that is drawn.

    parts: of each component its own name, and that of the part of the page that it stands in. known: how many stops of
    the lever have been told ahead.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self.socket, self.levers, self.page, self.moves, self.answered = socket, "", "", 0, 0
        self.parts: dict[str, tuple[str, str]] = {}
        self.known = 0

    @classmethod
    @asynccontextmanager
    async def open(cls, address: str) -> AsyncIterator["Visitor"]:
        """A visit whose first page has come."""
        stream = address.replace("http", "ws") + "/_stcore/stream"
        async with connect(stream, subprotocols=["streamlit"], compression=None, max_size=None) as socket:  # type: ignore[list-item]
            visitor = cls(socket)
            await visitor.run(ClientState(page_name=PAGE))
            yield visitor

    async def move(self) -> float:
        """Moves the lever one step and gives the seconds until everything that follows from it has come."""
        started = time.perf_counter()
        await self.run(self._asking(self._gesture(self.levers, moving=False)))
        if self.answered != self.moves:
            raise RuntimeError(f"The server has answered move {self.answered}; {self.moves} were made.")
        return time.perf_counter() - started

    async def drag(self, seconds: float) -> float:
        """Drags the lever as a browser does, and gives the seconds from when it rests until its answer has come.

        Where a page tells its stops ahead they are asked for before, once, and nothing is sent while the lever moves.
        Where it does not, every state is, as many as such a page has drawn.
        """
        ends = time.perf_counter() + seconds
        if "ahead" in self.parts:
            await self._know_ahead()
            await asyncio.sleep(max(0, ends - time.perf_counter()))
        while (due := time.perf_counter() + seconds / STATES) < ends:
            figures, part = self.parts["figures"]
            await self.run(self._asking(self._gesture(figures, moving=True), part))
            await asyncio.sleep(max(0, due - time.perf_counter()))
        return await self.move()

    async def _know_ahead(self) -> None:
        """Asks for the lever's stops until all are there."""
        component, part = self.parts["ahead"]
        while self.known < len(ALL_STOPS):
            wanted = {"lever": LEVER, "at": USUAL, "beside": USUAL + STEP, "number": self.known, "first": ""}
            value = [{"event": "wanted", "value": {**wanted, "values": ALL_STOPS[self.known :]}}]
            trigger = WidgetState(id=TRIGGER.format(component), json_trigger_value=json.dumps(value))
            await self.run(self._asking(trigger, part))

    def _gesture(self, component: str, moving: bool) -> WidgetState:
        self.moves += 1
        value = LOW + STEP * (self.moves % STEPS)
        gesture = {"sequence": self.moves, "moving": moving, "changes": [{"path": LEVER, "value": value}]}
        return WidgetState(id=component, json_value=json.dumps({"gesture": gesture}))

    def _asking(self, state: WidgetState, part: str = "") -> ClientState:
        states = WidgetStates(widgets=[state])
        return ClientState(page_script_hash=self.page, widget_states=states, fragment_id=part)

    async def run(self, state: ClientState) -> None:
        """Asks for a run and follows it to its end."""
        await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self._is_over(ForwardMsg.FromString(bytes(await self.socket.recv(decode=False)))):
                pass

    def _is_over(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
        component: Any = message.delta.new_element.bidi_component
        name = component.component_name
        if kind == "delta" and name:
            self.parts[name] = component.id, message.delta.fragment_id
        if kind == "delta" and name == "levers":
            self.levers = component.id
        if kind == "delta" and name == "figures" and (sequence := SEQUENCE.search(component.json)):
            self.answered = int(sequence[1])
        if kind == "delta" and name == "ahead" and (piece := json.loads(component.json)["piece"]):
            self.known += piece["count"]
        return kind == "script_finished" and message.script_finished in ENDS
