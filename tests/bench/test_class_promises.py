"""What else the last table of `classroom.md` promises, in the real program with its real face.

Nothing here is a time: a line says what was tried, and that it holds. The phone's page in a browser
stands in `tests/classroom/test_whole_lesson.py`.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from tests.bench.hosts import Host
from tests.classroom.phones import Phone

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a pty")


def holds(what: str) -> None:
    print(f"\n{what:<76} holds")


@asynccontextmanager
async def opened(home: Path) -> AsyncIterator[Host]:
    host = await Host.start(home)
    try:
        yield host
    finally:
        await host.end()


@asynccontextmanager
async def phones(host: Host, many: int) -> AsyncIterator[list[Phone]]:
    async with AsyncExitStack() as stack:
        made = [Phone(f"http://127.0.0.1:{host.port}") for _ in range(many)]
        for phone in made:
            await stack.enter_async_context(phone.session)
        answers = await asyncio.gather(*(phone.join(host.code) for phone in made))
        assert [answer.status for answer in answers] == [200] * many
        yield made


async def vote(phone: Phone, option: str) -> None:
    state = await phone.state()
    answer = await phone.send("/vote", round=state["round"], option=option)
    assert answer.status == 200, answer.text


async def test_one_phone_reloaded_ten_times(carrot_home: Path) -> None:
    async with opened(carrot_home) as host, phones(host, 1) as (phone,):
        await host.scene()
        await host.toggle()
        await vote(phone, "wait")
        was = await phone.state()
        for _ in range(10):
            page = await phone.page()
            assert f"You are {was['alias']}" in page.text
            assert "✓" in page.text
            assert await phone.state() == was
        assert (await host.notes())["live"]["in_"] == 1
        assert host.journal.read_text().count('"e":"join"') == 1
    holds("one phone reloaded 10 times: same seat, same vote, same screen")


async def test_sixty_phones_from_one_address(carrot_home: Path) -> None:
    async with opened(carrot_home) as host, phones(host, 60) as all_:
        assert (await host.notes())["seats"] == 60
        await host.scene()
        await host.toggle()
        await asyncio.gather(*(vote(phone, "wait") for phone in all_))
        await asyncio.to_thread(host.wall.wait, "60 of 60 in")
    holds("60 phones from one address, joining and voting at once: all in")


async def test_without_a_stream_and_without_a_script(carrot_home: Path) -> None:
    async with opened(carrot_home) as host, phones(host, 2) as (asking, bare):
        await host.scene()
        await host.toggle()
        await vote(asking, "wait")  # has never opened a stream
        (form,) = [f for f in (await bare.page()).forms if f["action"] == "/vote"]
        hidden = {"round": form["round"], "nonce": form["nonce"], "option": "wait"}
        assert "✓" in (await bare.page("/vote", hidden)).text
        await asyncio.to_thread(host.wall.wait, "2 of 2 in")
    holds("event stream off; JavaScript off: still votes")


async def test_two_rooms_on_one_machine(carrot_home: Path, tmp_path: Path) -> None:
    other_home = tmp_path / "other"
    async with opened(carrot_home) as one, opened(other_home) as other:
        assert (one.port, one.code) != (other.port, other.code)
        async with phones(one, 2) as (here, guest):
            assert (await Phone.join(guest, one.code)).status == 200
            for host in (one, other):
                await host.scene()
                await host.toggle()
            await vote(here, "wait")
            guest.address = f"http://127.0.0.1:{other.port}"  # a cookie goes to both: one machine
            assert (await guest.ask("GET", "/state")).status == 401
            assert (await guest.join(one.code)).status == 404
            assert (await one.notes())["live"]["in_"] == 1
            assert (await other.notes())["live"]["in_"] == 0
    holds("two rooms on one machine: nothing crosses")
