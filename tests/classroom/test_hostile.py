"""A client that means harm is refused, others are not disturbed, and nothing is written of it."""

import asyncio
import logging
import re
from contextlib import suppress

import pytest

from game.classroom import routes
from game.classroom.limits import Buckets
from tests.classroom.phones import Hall


async def raw(hall: Hall, data: bytes, read: int = 1000) -> bytes:
    """Send bytes as they are, and return the beginning of what comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", hall.server.port)
    with suppress(ConnectionError):
        writer.write(data)
        await writer.drain()
    async with asyncio.timeout(5):
        try:
            return await reader.read(read)
        except ConnectionError:
            return b""
        finally:
            writer.close()


def post(hall: Hall, path: str, more: str, body: bytes = b"{}") -> bytes:
    host = f"127.0.0.1:{hall.server.port}"
    if "Host:" not in more:
        more += f"Host: {host}\r\n"
    return f"POST {path} HTTP/1.1\r\n{more}\r\n".encode() + body


async def test_another_phones_secret_cannot_be_guessed_from_anything_shown(hall: Hall) -> None:
    phone, thief = await hall.phone(), await hall.phone(joined=False)
    number = await hall.open_vote()
    seat = next(iter(hall.room.lesson.seats))
    for token in (seat, "x" * 32, (await phone.state())["alias"], ""):
        answer = await thief.ask(
            "POST", "/vote", json={"round": number, "option": "ill", "nonce": "n"},
            headers={"X-Seat": token},
        )  # fmt: skip
        assert answer.status == 401
    assert (await phone.state())["in"] == 0


async def test_a_page_elsewhere_cannot_vote_with_a_pupils_cookie(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    vote = {"round": number, "option": "ill", "nonce": "n"}
    for origin in ("http://evil.example", "null", "https://127.0.0.1"):
        answer = await phone.ask("POST", "/vote", json=vote, headers={"Origin": origin})
        assert answer.status == 403
    own = await phone.ask("POST", "/vote", json=vote, headers={"Origin": hall.address})
    assert own.status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8080", "", "localhost.evil.example"]
)
async def test_a_name_that_points_at_this_machine_opens_nothing(hall: Hall, host: str) -> None:
    phone = await hall.phone()
    for method, path in (("GET", "/"), ("GET", "/state"), ("GET", "/events"), ("POST", "/join")):
        answer = await phone.ask(method, path, headers={"Host": host})
        assert answer.status in (400, 403)


@pytest.mark.parametrize("host", ["localhost", "[::1]:9", "192.168.7.7:80", "127.0.0.1"])
async def test_any_address_of_a_machine_is_a_good_name(hall: Hall, host: str) -> None:
    phone = await hall.phone()
    assert (await phone.ask("GET", "/state", headers={"Host": host})).status == 200


async def test_ten_megabytes_are_refused_before_they_are_read(hall: Hall) -> None:
    head = post(hall, "/vote", "Cookie: seat=x\r\nContent-Length: 10000000\r\n", b"x" * 70_000)
    assert b" 401 " in (await raw(hall, head))[:20]
    phone = await hall.phone()
    await hall.open_vote()
    answer = await phone.ask("POST", "/vote", data=b"x" * 10_000_000)
    assert answer.status == 413


async def test_a_long_body_in_pieces_is_refused_too(hall: Hall) -> None:
    phone = await hall.phone()

    async def pieces():  # type: ignore[no-untyped-def]
        for _ in range(3000):
            yield b"x" * 1000

    with suppress(ConnectionError, OSError):
        answer = await phone.ask("POST", "/vote", data=pieces())
        assert answer.status == 413
    assert (await phone.state())["in"] == 0


async def test_a_body_that_trickles_is_given_up(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.classroom.asked.BODY_SECONDS", 0.05)
    answer = await raw(hall, post(hall, "/join", "Content-Length: 50\r\n", b'{"room'))
    assert answer.startswith(b"HTTP/1.1 408")


async def test_a_compressed_body_is_not_unpacked(hall: Hall) -> None:
    more = "Content-Encoding: gzip\r\nContent-Length: 2\r\n"
    assert b" 400 " in (await raw(hall, post(hall, "/join", more)))[:20]


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 50,
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 10_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"A: b\r\n" * 500 + b"\r\n",
        b"NONSENSE\r\n\r\n",
        b"GET http://[ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET //..%2f..%2fetc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ],
)
async def test_what_is_no_request_gets_an_answer_or_a_closed_door(hall: Hall, data: bytes) -> None:
    answer = await raw(hall, data)
    assert answer == b"" or re.match(rb"HTTP/1\.[01] [45]\d\d", answer)
    assert (await (await hall.phone()).state())["phase"] == "lobby"


async def test_half_open_connections_are_dropped(hall: Hall) -> None:
    kept = []
    for connection in range(20):
        _, writer = await asyncio.open_connection("127.0.0.1", hall.server.port)
        writer.write(b"GET /state HT" if connection % 2 else b"")
        kept.append(writer)
    phone = await hall.phone()
    await phone.state()
    web = hall.server._web
    assert len(web.connections) >= 20
    for connection in web.connections:  # as if their time were over
        if connection._waiter is not None:
            connection._next_keepalive_close_time = 0.0
            connection._process_keepalive()
    async with asyncio.timeout(5):
        while web.connections:
            await asyncio.sleep(0.01)
    for writer in kept:
        writer.close()


async def test_a_phone_that_asks_without_end_is_told_to_wait(hall: Hall) -> None:
    phone = await hall.phone()
    statuses = [(await phone.ask("GET", "/state")).status for _ in range(120)]
    assert statuses.count(429) > 10
    other = await hall.phone()
    assert (await other.ask("GET", "/state")).status == 200


async def test_a_device_that_floods_is_slowed_and_the_teacher_is_told(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "SLOW_SECONDS", 0.0)
    hall.server.routes._by_connection = Buckets(5, 0)
    phone = await hall.phone(joined=False)
    statuses = [(await phone.ask("GET", "/nowhere")).status for _ in range(7)]
    assert statuses[:5] == [404] * 5
    assert 429 in statuses[5:]
    assert routes.NOISY in hall.room.notices
    assert hall.room.notices.count(routes.NOISY) == 1


async def test_who_tries_codes_is_slowed_and_the_teacher_is_told(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "SLOW_SECONDS", 0.0)
    hall.server.routes._wrong_codes = Buckets(3, 0)
    phone = await hall.phone(joined=False)
    for n in range(5):
        assert (await phone.join(f"B{n}BB")).status == 404
    assert routes.GUESSING in hall.room.notices
    assert (await phone.join(hall.code)).status == 200


async def test_a_bucket_fills_again_with_time() -> None:
    now = [0.0]
    bucket = Buckets(2, 1, clock=lambda: now[0])
    assert [bucket.take("a") for _ in range(3)] == [True, True, False]
    assert bucket.take("b")
    now[0] = 1.0
    assert [bucket.take("a"), bucket.take("a")] == [True, False]


async def test_buckets_do_not_grow_without_end() -> None:
    bucket = Buckets(2, 1, most=10)
    for n in range(100):
        bucket.take(n)
    assert len(bucket._buckets) == 10


async def test_no_address_is_written_anywhere(
    hall: Hall, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Journal, log, stdout and stderr of a lesson with good, bad and broken clients."""
    caplog.set_level(logging.DEBUG)
    for name in ("aiohttp", "aiohttp.access", "aiohttp.server", "asyncio"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    phone = await hall.phone()
    number = await hall.open_vote()
    await phone.send("/vote", round=number, option="ill")
    await phone.ask("POST", "/vote", data=b"\xff")
    await raw(hall, b"\x16\x03\x01\r\n\r\n")
    await raw(hall, post(hall, "/join", "Content-Length: 9000\r\n"))

    def broken(*_: object) -> None:
        raise RuntimeError("a fault of ours")

    hall.server.routes.phones.own = broken  # type: ignore[method-assign,assignment]
    assert (await phone.ask("GET", "/state")).status == 500
    hall.room.warn("a line")
    told = capfd.readouterr()
    everything = hall.journal + caplog.text + told.out + told.err + "".join(hall.room.notices)
    assert "127.0.0.1" not in everything
    assert not re.search(r"\b\d{1,3}(\.\d{1,3}){3}\b", everything)


async def test_one_phones_flood_does_not_cost_another_its_vote(hall: Hall) -> None:
    flooder, phone = await hall.phone(), await hall.phone()
    number = await hall.open_vote()
    flood = [
        asyncio.create_task(flooder.send("/vote", round=number, option="ill")) for _ in range(200)
    ]
    answer = await phone.send("/vote", round=number, option="well")
    assert answer.status == 200
    statuses = {(await made).status for made in flood}
    assert statuses <= {200, 429}
    assert 429 in statuses
    assert (await phone.state())["in"] == 2
