"""`carrot serve` as a program: what it says, how it ends, and that nothing outlives it."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.cli.helpers import carrot, environment
from tests.serve.players import NO_PROC, Player, alive, children, until

pytestmark = pytest.mark.skipif(NO_PROC, reason="looks for processes in /proc")


@asynccontextmanager
async def program(*more: str) -> AsyncIterator[tuple[Process, Player, str]]:
    """A server that runs, a player of it, and what it said first."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "game", "serve", "--port", "0", *more, stdout=PIPE, env=environment()
    )
    assert process.stdout is not None
    said = (await asyncio.wait_for(process.stdout.readuntil(b"Ctrl+C ends it.\n"), 30)).decode()
    player = Player(said.split()[5])
    try:
        yield process, player, said
    finally:
        await player.session.close()
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_a_server_that_is_killed_leaves_no_game_behind() -> None:
    async with program() as (process, player, _):
        await player.play()
        (game,) = children(process.pid)
        os.kill(process.pid, signal.SIGKILL)
        await until(lambda: not alive(game), "the game to end")


async def test_a_game_that_is_still_starting_does_not_outlive_it_either() -> None:
    async with program() as (process, player, _):
        await player.get()
        await player.connect()
        await until(lambda: bool(children(process.pid)), "a game")
        (game,) = children(process.pid)
        os.kill(process.pid, signal.SIGKILL)
        await until(lambda: not alive(game), "the game to end")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_a_server_that_is_ended_ends_its_games_and_says_goodbye(how: signal.Signals) -> None:
    async with program() as (process, player, _):
        await player.play()
        (game,) = children(process.pid)
        process.send_signal(how)
        assert await asyncio.wait_for(process.wait(), 30) == 0
        assert not alive(game)
        assert process.stdout is not None
        assert "Closed. What was chosen is kept." in (await process.stdout.read()).decode()


async def test_it_says_where_it_is_and_who_reaches_it(carrot_home: object) -> None:
    async with program("--most", "3") as (_, _, said):
        assert said.startswith("The game, in a browser: http://127.0.0.1:")
        assert "Only this machine reaches it" in said
        assert "3 can play at once." in said
        assert f"{carrot_home}/browsers" in said


async def test_opened_to_the_network_it_says_so() -> None:
    async with program("--host", "0.0.0.0") as (_, _, said):
        assert "Open to the network" in said
        assert "without a password" in said


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--most", "0"), "0 is no whole number from 1 to 500"),
        (("--port", "70000"), "70000 is no whole number from 0 to 65535"),
        (("--prot", "1"), "Did you mean `--port`?"),
        (("--host", "203.0.113.9", "--port", "0"), "Cannot listen on 203.0.113.9"),
    ],
)
def test_what_cannot_be_is_a_sentence(args: tuple[str, ...], sentence: str) -> None:
    done = carrot("serve", *args)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_help_says_who_can_reach_it_and_that_a_reload_resumes() -> None:
    said = carrot("serve", "--help").stdout
    for words in ("this machine alone", "a reload finds it as it was", "no password", "--most N"):
        assert words in said
    assert "{mb}" not in said
