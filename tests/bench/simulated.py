"""Simulated phones, as a process of its own: what the page does, without a browser around it.

    python -m tests.bench.simulated PORT CODE HOW_MANY [quiet]

Each phone joins, holds an event stream (not when `quiet`), and asks for the state when the stream
says so, or every 2 s without one; it reconnects as the page does. Commands on stdin: `join`,
`vote`, `seen`, `watch`; each is answered on stdout with JSON.
"""

import asyncio
import contextlib
import json
import random
import resource
import sys
import time
from typing import Any

Answer = tuple[int, dict[str, Any]]


class Phone:
    """One simulated phone: a connection for asking, another for the stream."""

    def __init__(self, port: int, code: str, streams: bool) -> None:
        self.port, self.code, self.streams = port, code, streams
        self.token = ""
        self.state: dict[str, Any] = {}
        self.shown_at = 0.0
        """When it first saw the tally of the round."""
        self.changed_at = 0.0
        self._pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._busy = asyncio.Lock()
        self.live = asyncio.Event()

    async def ask(self, method: str, path: str, body: object = None) -> Answer:
        """Ask on the kept connection; opens it anew where it was closed."""
        async with self._busy:
            for attempt in (0, 1):
                try:
                    return await self._ask(method, path, body)
                except (OSError, asyncio.IncompleteReadError):
                    self._pipe = None
                    if attempt:
                        raise
        raise OSError

    async def _ask(self, method: str, path: str, body: object) -> Answer:
        if self._pipe is None:
            self._pipe = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._pipe
        writer.write(self._head(method, path, json.dumps(body).encode() if body else b""))
        head = await reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0)
        data = await reader.readexactly(length) if length else b"{}"
        return status, json.loads(data)

    def _head(self, method: str, path: str, data: bytes) -> bytes:
        seat = f"Cookie: seat={self.token}\r\n" if self.token else ""
        kind = "Content-Type: application/json\r\n" if data else ""
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{seat}{kind}"
        return f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data

    async def join(self) -> None:
        while not self.token:
            status, said = await self.ask("POST", "/join", {"room": self.code})
            if status == 200:
                self.token = said["seat"]
            else:
                await asyncio.sleep(1)
        await self.pull()
        self._task = asyncio.create_task(self._listen() if self.streams else self._poll())
        if self.streams:
            await self.live.wait()

    async def pull(self) -> None:
        status, state = await self.ask("GET", "/state")
        if status == 200:
            self.state, self.changed_at = state, time.monotonic()
            if "tally" not in state:
                self.shown_at = 0.0
            self.shown_at = self.shown_at or (self.changed_at if "tally" in state else 0.0)

    async def _poll(self) -> None:
        while True:
            await asyncio.sleep(2)
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                await self.pull()

    async def _listen(self) -> None:
        while True:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                writer.write(self._head("GET", "/events", b""))
                await reader.readuntil(b"\r\n\r\n")
                self.live.set()
                while line := await reader.readline():
                    if line.startswith(b"data: ") and int(line[6:]) != self.state.get("version"):
                        await self.pull()
            await asyncio.sleep(1.5)
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                await self.pull()

    async def vote(self) -> tuple[float, str]:
        """Vote once, as tapped now; returns how long the acknowledgement took, and the option."""
        option = random.choice([o["id"] for o in self.state["options"] if not o["closed"]])
        vote = {"round": self.state["round"], "option": option, "nonce": f"n{random.random()}"}
        began = time.monotonic()
        status = 0
        while status != 200:
            status, said = await self.ask("POST", "/vote", vote)
            if status not in (200, 429, 503):
                raise RuntimeError(f"{status} {said}")
        return time.monotonic() - began, option


async def main(port: int, code: str, many: int, streams: bool) -> None:
    phones = [Phone(port, code, streams) for _ in range(many)]
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := (await reader.readline()).decode().strip():
        verb, _, rest = line.partition(" ")
        print(json.dumps(await obey(phones, verb, rest)), flush=True)


async def obey(phones: list[Phone], verb: str, rest: str) -> object:
    if verb == "join":
        for start in range(0, len(phones), 25):
            await asyncio.gather(*(phone.join() for phone in phones[start : start + 25]))
        return len(phones)
    if verb == "vote":
        await until(lambda: all(p.state.get("open") for p in phones))
        spread = float(rest or 0)

        async def one(phone: Phone) -> tuple[float, str]:
            await asyncio.sleep(random.random() * spread)
            return await phone.vote()

        began = time.monotonic()
        made = await asyncio.gather(*(one(phone) for phone in phones))
        return {"began": began, "all": time.monotonic() - began, "took": [t for t, _ in made],
                "options": [option for _, option in made]}  # fmt: skip
    if verb == "seen":
        await until(lambda: all(p.shown_at for p in phones))
        return [p.shown_at for p in phones]
    if verb == "watch":  # when did every phone hear from the room after this moment?
        since = float(rest)
        await until(lambda: all(p.changed_at > since for p in phones))
        return [{"at": p.changed_at, "vote": p.state["vote"]} for p in phones]
    raise ValueError(verb)


async def until(true: Any) -> None:
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0.002)


if __name__ == "__main__":
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, hard), hard))
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), "quiet" not in sys.argv))
