"""What tests of the server are built from: a hall (a room, served) and phones over real sockets."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from game.classroom.server import ClassServer
from game.lesson.room import Room
from game.lesson.teacher import Teacher
from tests.lesson.rooms import Class

__all__ = ["Hall", "Phone", "until"]


class Hall:
    """A room with its server on the loopback; the teacher sits at `teacher`."""

    def __init__(self, class_: Class, host: str = "127.0.0.1") -> None:
        self.class_ = class_
        self.room: Room = class_.room
        self.teacher: Teacher = class_.teacher
        self.server = ClassServer(self.room, host, 0)
        self._phones: list[Phone] = []

    async def __aenter__(self) -> "Hall":
        await self.server.start()
        self.address = f"http://127.0.0.1:{self.server.port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        for phone in self._phones:
            await phone.session.close()
        await self.server.stop()

    @property
    def code(self) -> str:
        return self.room.lesson.code

    @property
    def journal(self) -> str:
        return self.room.writer.journal.path.read_text()

    async def phone(self, joined: bool = True) -> "Phone":
        """A phone with cookies of its own."""
        phone = Phone(self.address)
        self._phones.append(phone)
        if joined:
            answer = await phone.join(self.code)
            assert answer.status == 200
        return phone

    async def phones(self, many: int) -> "list[Phone]":
        return [await self.phone() for _ in range(many)]

    async def settled(self) -> None:
        """Wait until the journal has everything that the teacher did."""
        await until(lambda: self.room.lesson is self.room.ahead)

    async def do(self, *verbs: str) -> None:
        """Let the teacher do something, and wait until it is kept."""
        for verb in verbs:
            getattr(self.teacher, verb)()
            await self.settled()

    async def to_scene(self) -> None:
        """Go on to the first scene."""
        while self.room.ahead.stage.page != "scene":
            self.teacher.go_on()
        await self.settled()

    async def open_vote(self) -> int:
        """Go to the first scene and open its vote; returns the round."""
        await self.to_scene()
        await self.do("toggle")
        return self.room.lesson.stage.round


class Answer:
    """A status, what came with it, and its headers."""

    def __init__(self, status: int, text: str, headers: Any) -> None:
        self.status, self.text, self.headers = status, text, headers

    @property
    def json(self) -> dict[str, Any]:
        import json

        return json.loads(self.text)

    @property
    def forms(self) -> list[dict[str, str]]:
        """Every form of a page: its action, and its hidden fields."""
        forms = []
        for attributes, body in re.findall(r"<form ([^>]*)>(.*?)</form>", self.text, re.S):
            fields = dict(re.findall(r'type=hidden name=(\w+) value="([^"]*)"', body))
            action = re.search(r"action=(\S+)", attributes)
            forms.append({"action": action[1] if action else ""} | fields)
        return forms


class Phone:
    """A client with cookies; `page` asks as a browser without JavaScript does."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self._nonce = 0

    async def ask(self, method: str, path: str, **more: Any) -> Answer:
        async with self.session.request(method, self.address + path, **more) as answer:
            return Answer(answer.status, await answer.text(), answer.headers)

    async def join(self, code: str) -> Answer:
        return await self.ask("POST", "/join", json={"room": code})

    async def state(self) -> dict[str, Any]:
        answer = await self.ask("GET", "/state")
        assert answer.status == 200, answer.text
        return answer.json

    async def send(self, path: str, **body: Any) -> Answer:
        """POST JSON; a nonce of its own unless one is given."""
        self._nonce += 1
        return await self.ask("POST", path, json={"nonce": f"n{self._nonce}"} | body)

    async def page(self, path: str = "/", form: dict[str, str] | None = None) -> Answer:
        headers = {"Accept": "text/html,*/*;q=0.8"}
        method = "GET" if form is None else "POST"
        return await self.ask(method, path, headers=headers, data=form)

    def stream(self) -> Any:
        """Open an event stream; a context manager."""
        return self.session.get(self.address + "/events")


async def until(true: Callable[[], bool | Awaitable[bool]], seconds: float = 10.0) -> None:
    """Wait for something to come true."""
    async with asyncio.timeout(seconds):
        while True:
            found = true()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(0.005)
