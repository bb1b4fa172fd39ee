"""A program that is killed in mid-vote: whatever a phone was told is there when it comes back."""

import asyncio
import json
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from typing import Any

import aiohttp

from tests.builders import ROOT
from tests.classroom.phones import Phone, until


async def start(journal: Path, port: int) -> tuple[Process, dict[str, Any]]:
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.classroom.program", str(journal), str(port),
        cwd=ROOT, stdin=PIPE, stdout=PIPE,
    )  # fmt: skip
    return program, await answer(program)


async def answer(program: Process) -> dict[str, Any]:
    assert program.stdout
    async with asyncio.timeout(30):
        return json.loads(await program.stdout.readline())


async def say(program: Process, verb: str) -> dict[str, Any]:
    assert program.stdin
    program.stdin.write(f"{verb}\n".encode())
    await program.stdin.drain()
    return await answer(program)


async def vote_on(phone: Phone, number: int, told: dict[str, str]) -> None:
    """Vote, change, vote again, until the room is gone; note what was acknowledged."""
    turn = 0
    while True:
        option = ("cross", "wait", "arm", "walk")[turn % 4]
        try:
            said = await phone.send("/vote", round=number, option=option)
        except (aiohttp.ClientError, OSError):
            return
        if said.status == 200:
            told[phone.address] = option
        turn += 1
        await asyncio.sleep(0.03)


async def test_every_acknowledged_vote_outlives_kill_9(tmp_path: Path) -> None:
    journal = tmp_path / "killed.class.jsonl"
    program, ready = await start(journal, 0)
    address = f"http://127.0.0.1:{ready['port']}"
    phones = [Phone(address) for _ in range(12)]
    for phone in phones:
        await phone.join(ready["code"])
    await say(program, "scene")
    number = (await say(program, "toggle"))["round"]
    told: list[dict[str, str]] = [{} for _ in phones]
    votes = [
        asyncio.create_task(vote_on(phone, number, kept))
        for phone, kept in zip(phones, told, strict=True)
    ]
    await until(lambda: all(told))
    program.send_signal(signal.SIGKILL)
    await program.wait()
    await asyncio.gather(*votes)

    program, ready = await start(journal, ready["port"])
    for phone, kept in zip(phones, told, strict=True):
        state = await phone.state()
        assert (state["phase"], state["round"], state["open"]) == ("vote", number, True)
        # The last vote may have reached the journal although its answer did not reach the phone.
        options = ("cross", "wait", "arm", "walk")
        last = kept[phone.address]
        following = options[(options.index(last) + 1) % 4]
        assert state["vote"] in (last, following)
    assert (await phones[0].state())["in"] == len(phones)
    for phone in phones:
        await phone.session.close()
    assert program.stdin
    program.stdin.close()
    await program.wait()
