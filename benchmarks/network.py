"""A longer way between browser and server: python -m benchmarks.network PORT TARGET_PORT MILLISECONDS.

A TCP proxy on the loopback that holds every piece for the given time, in each direction. Pieces wait beside each
other, not in line, so that the throughput stays what it was.
"""

import asyncio
import sys
from asyncio import Queue, StreamReader, StreamWriter
from collections.abc import Iterator
from contextlib import contextmanager

from tests.browser.serving import free_port, served

HOST = "127.0.0.1"
CHUNK = 1 << 16


@contextmanager
def slow_way(address: str, delay_ms: int) -> Iterator[str]:
    """The address behind which ``address``, ``http://host:port/path``, is so much further away in each direction."""
    origin, _, path = address.removeprefix("http://").partition("/")
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.network", str(port), origin.rpartition(":")[2], str(delay_ms)]
    with served(command, port, f"/{path}") as server:
        yield f"{server}/{path}"


async def _carry(reader: StreamReader, writer: StreamWriter, seconds: float) -> None:
    """Everything from ``reader`` to ``writer``, each piece ``seconds`` after it came."""
    waiting: Queue[tuple[float, bytes]] = Queue()
    clock = asyncio.get_running_loop().time

    async def deliver() -> None:
        data = b"first"
        while data:
            due, data = await waiting.get()
            await asyncio.sleep(due - clock())
            writer.write(data)
            await writer.drain()
        writer.close()

    delivery = asyncio.create_task(deliver())
    try:
        while data := await reader.read(CHUNK):
            waiting.put_nowait((clock() + seconds, data))
    finally:
        waiting.put_nowait((clock() + seconds, b""))
        await delivery


async def _serve(port: int, target: int, seconds: float) -> None:
    async def connected(reader: StreamReader, writer: StreamWriter) -> None:
        answers, questions = await asyncio.open_connection(HOST, target)
        both = _carry(reader, questions, seconds), _carry(answers, writer, seconds)
        await asyncio.gather(*both, return_exceptions=True)

    server = await asyncio.start_server(connected, HOST, port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    listening, behind, milliseconds = map(int, sys.argv[1:])
    asyncio.run(_serve(listening, behind, milliseconds / 1000))
