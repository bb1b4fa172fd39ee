"""What a page says is read strictly: nothing but keys, sizes and focus reaches a game."""

import asyncio
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.serve.packets import data, meta, packets, said, whole_size

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_keys_are_passed_on_as_they_were_typed() -> None:
    assert said('["stdin", "é\\u001b[A"]') == data("é\x1b[A")
    assert data("é") == b"D\x00\x00\x00\x02\xc3\xa9"


def test_a_new_size_is_told_within_reason() -> None:
    assert said('["resize", {"width": 90, "height": 30}]') == meta("resize", width=90, height=30)
    assert said('["resize", {"width": 1e99, "height": null}]') == meta(
        "resize", width=80, height=24
    )


@pytest.mark.parametrize("kind", ["focus", "blur"])
def test_focus_is_told(kind: str) -> None:
    assert said(f'["{kind}"]') == meta(kind)


@pytest.mark.parametrize(
    "text", ['["quit"]', '["exit"]', '["again"]', '["stdin", 1]', '["stdin"]', "{", "[" * 9999, ""]
)
def test_nothing_else_reaches_a_game(text: str) -> None:
    assert said(text) == b""


@given(ANYTHING)
def test_whatever_a_page_says_is_a_packet_or_nothing(what: object) -> None:
    for message in (what, ["stdin", what], ["resize", what]):
        packet = said(json.dumps(message))
        assert packet == b"" or int.from_bytes(packet[1:5], "big") == len(packet) - 5


@given(ANYTHING, ANYTHING)
def test_a_size_is_one_that_a_terminal_could_have(width: object, height: object) -> None:
    columns, rows = whole_size(width, height)
    assert 20 <= columns <= 500
    assert 5 <= rows <= 200


async def heard(stream: bytes) -> list[tuple[bytes, bytes]]:
    reader = asyncio.StreamReader()
    reader.feed_data(stream)
    reader.feed_eof()
    return [packet async for packet in packets(reader)]


async def test_what_a_game_says_comes_out_packet_by_packet() -> None:
    stream = b"hello\n__GANGLION__\n" + data("one") + meta("exit") + b"D\x00\x00\x00\x09cut"
    assert await heard(stream) == [(b"D", b"one"), (b"M", b'{"type": "exit"}')]


async def test_a_program_that_speaks_otherwise_says_nothing() -> None:
    assert await heard(b"Carrot & Stick\n" * 20) == []
    assert await heard(b"__GANGLION__\nD\xff\xff\xff\xff" + b"x" * 99) == []
