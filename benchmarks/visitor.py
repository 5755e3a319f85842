"""A visitor without a browser: opens the page over Streamlit's websocket, moves a lever, waits for the whole answer."""

import asyncio
import json
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
PAGE, LEVER, LOW, STEP, STEPS = "oversikt", "risk_margin", 2.0, 0.5, 8


class Visitor:
    """An open visit; ``levers`` is what Streamlit calls the component of the levers."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket, self.levers, self.page, self.moves, self.answered = socket, "", "", 0, 0

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
        self.moves += 1
        value = LOW + STEP * (self.moves % STEPS)
        gesture = {"sequence": self.moves, "moving": False, "changes": [{"path": LEVER, "value": value}]}
        state = WidgetState(id=self.levers, json_value=json.dumps({"gesture": gesture}))
        started = time.perf_counter()
        await self.run(ClientState(page_script_hash=self.page, widget_states=WidgetStates(widgets=[state])))
        if self.answered != self.moves:
            raise RuntimeError(f"The server has answered move {self.answered}; {self.moves} were made.")
        return time.perf_counter() - started

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
        if kind == "delta" and component.component_name == "levers":
            self.levers, self.answered = component.id, json.loads(component.json)["sequence"]
        return kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
