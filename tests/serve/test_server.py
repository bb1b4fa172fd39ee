"""The server with real games behind it: seats, reloads, and who is let in."""

import asyncio
import re
from pathlib import Path

import aiohttp
import pytest

from game.serve import pages, seats
from game.serve.server import AppServer, ServeError
from tests.serve.players import Player, alive, house, until


async def refused(player: Player, **headers: str) -> int:
    """The status with which a socket is refused."""
    with pytest.raises(aiohttp.WSServerHandshakeError) as error:
        await player.connect(**headers)
    return error.value.status


async def to_the_first_scene(player: Player) -> None:
    await player.press("\r")
    await player.sees("begin")
    while "Canal Street" not in player.glass.flat:
        await player.press("\r")
        await player.rest()


async def test_a_reload_shows_the_same_game_as_it_was(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        player = await served.player().play()
        await to_the_first_scene(player)
        await player.rest()
        before, pid = player.glass.rows, served.pid(player)
        await player.leave()
        await player.get()
        await player.connect()
        await until(lambda: player.glass.rows == before, "the page as it was")
        assert served.pid(player) == pid


async def test_after_a_restart_the_title_offers_to_continue(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        player = await served.player().play()
        await to_the_first_scene(player)
        await player.press("1")  # the option
        await player.press("1")  # the guess; only then is it written
        token = player.token
        folder = tmp_path / seats.folder_of(token) / "runs"
        await until(lambda: bool(list(folder.glob("*.run.json"))), "a saved run")
    async with house(tmp_path) as served:
        player = served.player()
        player.session.cookie_jar.update_cookies(
            {"carrot": token}, aiohttp.client.URL(served.address)
        )
        await player.play()
        await player.sees("Continue")


async def test_players_are_kept_apart(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        one, two = await served.player().play(), await served.player().play()
        assert served.pid(one) != served.pid(two)
        assert len(list(tmp_path.iterdir())) == 2
        assert not any(name in one.token for name in map(str, tmp_path.iterdir()))


async def test_the_tab_that_was_opened_last_shows_the_game(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        player = await served.player().play()
        pid, first = served.pid(player), player._reader
        assert first is not None
        await player.connect()
        await player.sees("Your years")
        await asyncio.wait_for(first, 10)
        assert served.pid(player) == pid


async def test_one_too_many_gets_a_friendly_page_and_then_a_seat(tmp_path: Path) -> None:
    async with house(tmp_path, most=1) as served:
        first, second = await served.player().play(), served.player()
        status, text = await second.get()
        assert status == 503
        assert "The one seat is taken just now." in text
        assert "src=/wait.js data-seconds=10" in text
        await first.press("q")
        await first.ended()
        await until(lambda: len(served.server.seats) == 0, "the seat to be free")
        await second.play()


async def test_a_socket_gets_no_seat_either_where_all_are_taken(tmp_path: Path) -> None:
    async with house(tmp_path, most=1) as served:
        late = served.player()
        await late.get()
        await served.player().play()
        assert await refused(late) == 503


async def test_a_seat_that_nobody_looks_at_is_given_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path, most=1) as served:
        first = await served.player().play()
        pid = served.pid(first)
        await first.leave()
        await until(lambda: first.socket is not None and first.socket.closed)
        second = served.player()
        assert (await second.get())[0] == 503  # it may be a reload
        monkeypatch.setattr(seats, "RELOAD_SECONDS", 0.0)
        await second.play()
        assert not alive(pid)


async def test_a_game_waits_only_so_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "GRACE_SECONDS", 0.0)
    async with house(tmp_path) as served:
        player = await served.player().play()
        pid = served.pid(player)
        await player.leave()
        await until(lambda: not alive(pid), "the game to end")
        assert len(served.server.seats) == 0


async def test_pages_that_come_and_go_in_haste_hold_no_seat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seats, "GRACE_SECONDS", 0.0)
    async with house(tmp_path) as served:
        player = served.player()
        await player.get()
        for _ in range(8):
            await player.connect()
            assert player.socket is not None
            player.socket._response.close()  # no goodbye: the connection is just gone
        await until(lambda: len(served.server.seats) == 0, "the seat to be free")


async def test_stopping_ends_every_game(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        pids = [served.pid(await served.player().play()) for _ in range(2)]
        await served.server.stop()
        assert not any(map(alive, pids))


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "https://127.0.0.1"])
async def test_another_page_gets_no_socket(tmp_path: Path, origin: str) -> None:
    async with house(tmp_path) as served:
        player = served.player()
        await player.get()
        assert await refused(player, Origin=origin) == 403
        assert len(served.server.seats) == 0


async def test_a_name_that_is_not_this_machines_gets_nothing(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        player = served.player()
        status, text = await player.get(Host="evil.example")
        assert (status, "not reached under that name" in text) == (403, True)
        assert await refused(player, Host="evil.example", Origin="http://evil.example") == 403


async def test_without_its_cookie_a_socket_gets_no_game(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        assert await refused(served.player()) == 401
        assert not list(tmp_path.iterdir())


async def test_other_addresses_and_verbs_get_a_sentence(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        player = served.player()
        assert (await player.get("/etc/passwd"))[0] == 404
        assert (await player.get("/ws"))[0] in (401, 403)
        async with player.session.post(served.address, data=b"x") as answer:
            assert answer.status == 405


async def test_the_terminals_script_takes_no_orders_from_a_link(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        assert (await served.player().get("/?ping=http://evil.example"))[0] == 303


async def test_garbage_on_the_socket_does_no_harm(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        player = await served.player().play()
        assert player.socket is not None
        for text in ("{", '["quit"]', '["stdin", 7]', "null", "[" * 5000):
            await player.socket.send_str(text)
        await player.socket.send_bytes(b"\xff" * 100)
        await player.press("?")
        await player.sees("this help")


async def test_a_player_in_a_browser_names_no_file_of_this_machine(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        player = await served.player().play()
        await player.choose("Your years")
        await player.sees("No run is kept yet. Begin a year.")
        await player.press("i")
        await player.sees("Files by name are for whoever sits at the machine")


def test_nothing_on_the_pages_is_from_elsewhere() -> None:
    for page in (pages.game(), pages.full(3), pages.refused("No.")):
        loaded = re.findall(r"(?:src|href)=\"?([^\s>\"]+)", page)
        assert set(loaded) <= {*pages.FILES, "data:,"}
    for path in pages.FILES:
        if not path.endswith(".ttf"):
            text = pages.file(path).decode()
            assert not re.findall(r"url\(\s*['\"]?(?:https?:)?//", text), path
            assert "@import" not in text, path
    assert pages.HEADERS["Content-Security-Policy"].startswith("default-src 'none'")


async def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    async with house(tmp_path) as served:
        other = AppServer(tmp_path, "127.0.0.1", served.server.port, 1)
        with pytest.raises(ServeError, match=r"Port \d+ is taken by another program"):
            await other.start()


async def test_an_address_that_is_not_ours_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ServeError, match=r"Cannot listen on 203\.0\.113\.9:0"):
        await AppServer(tmp_path, "203.0.113.9", 0, 1).start()


@pytest.mark.parametrize(
    ("host", "open_"),
    [
        ("127.0.0.1", False),
        ("::1", False),
        ("localhost", False),
        ("0.0.0.0", True),
        ("10.0.0.7", True),
    ],
)
def test_it_knows_whether_others_reach_it(tmp_path: Path, host: str, open_: bool) -> None:
    assert AppServer(tmp_path, host, 0, 1).is_open is open_
