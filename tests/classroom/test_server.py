"""The class server over real sockets: the interface that phones rely on."""

import asyncio
import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from yarl import URL

from game.classroom.server import ClassError, ClassServer
from game.core.showing.parts import CardView, SourceView
from game.core.story.model import Story
from game.lesson.alias import seat_of
from game.lesson.room import Room
from tests.classroom.phones import Hall, Phone, until
from tests.lesson.rooms import Class

FIELDS = {
    "version", "phase", "round", "scene", "title", "text", "options", "vote", "prediction",
    "alias", "in", "of",
}  # fmt: skip


async def test_a_phone_joins_with_the_four_letters_and_gets_a_seat(hall: Hall) -> None:
    phone = await hall.phone(joined=False)
    assert (await phone.ask("GET", "/state")).status == 401
    joined = await phone.join(f" {hall.code.lower()} ")
    cookie = joined.headers["Set-Cookie"]
    assert joined.status == 200
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert len(joined.json["seat"]) >= 22  # 128 bits, six a character
    state = await phone.state()
    assert set(state) >= FIELDS
    assert (state["phase"], state["of"], state["alias"]) == ("lobby", 1, joined.json["alias"])


async def test_a_wrong_code_opens_nothing(hall: Hall) -> None:
    phone = await hall.phone(joined=False)
    answer = await phone.join("AAAA" if hall.code != "AAAA" else "CCCC")
    assert answer.status == 404
    assert answer.json["error"].endswith(".")
    assert (await phone.ask("GET", "/state")).status == 401


async def test_joining_again_gives_the_same_seat_whatever_code_is_typed(hall: Hall) -> None:
    phone = await hall.phone()
    first = (await phone.state())["alias"]
    again = await phone.join("????")
    assert (again.status, again.json["alias"]) == (200, first)
    assert len(hall.room.lesson.seats) == 1


async def test_the_echo_of_a_seat_stands_in_for_a_lost_cookie(hall: Hall) -> None:
    phone = await hall.phone(joined=False)
    token = (await phone.join(hall.code)).json["seat"]
    phone.session.cookie_jar.clear()
    answer = await phone.ask("GET", "/state", headers={"X-Seat": token})
    assert answer.status == 200
    assert token not in hall.journal
    assert seat_of(token) in hall.journal


async def test_a_vote_is_acknowledged_with_the_version_that_has_it(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    answer = await phone.send("/vote", round=number, option="ill")
    assert answer.json == {"accepted": True, "version": hall.room.version}
    assert '"option":"ill"' in hall.journal
    state = await phone.state()
    assert (state["vote"], state["in"], state["version"]) == ("ill", 1, hall.room.version)


async def test_the_same_nonce_gets_the_same_answer_even_when_all_is_over(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    for _ in range(3):
        assert (await phone.send("/vote", round=number, option="ill", nonce="x")).status == 200
    await hall.do("toggle")
    assert (await phone.send("/vote", round=number, option="ill", nonce="x")).status == 200
    assert (await phone.send("/vote", round=number, option="ill", nonce="y")).status == 409
    assert hall.journal.count('"e":"answer"') == 1


async def test_ten_copies_at_the_same_moment_are_one_vote(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    vote = {"round": number, "option": "well", "nonce": "same"}
    answers = await asyncio.gather(*(phone.send("/vote", **vote) for _ in range(10)))
    assert [answer.status for answer in answers] == [200] * 10
    assert (await phone.state())["in"] == 1


async def test_the_tally_is_in_no_state_before_the_reveal(hall: Hall) -> None:
    phones = await hall.phones(3)
    number = await hall.open_vote()
    for phone in phones:
        await phone.send("/vote", round=number, option="ill")
    assert not any(["tally" in await phone.state() for phone in phones])
    await hall.do("toggle")
    assert not any(["tally" in await phone.state() for phone in phones])
    await hall.do("show")
    assert [(await phone.state())["tally"]["ill"] for phone in phones] == [3] * 3


async def test_a_second_vote_is_a_new_round_of_the_same_scene(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    await phone.send("/vote", round=number, option="ill")
    await hall.do("toggle", "show", "toggle")
    state = await phone.state()
    assert (state["scene"], state["round"], state["vote"]) == ("first", number + 1, None)
    assert (await phone.send("/vote", round=number, option="well")).status == 409
    assert (await phone.send("/vote", round=number + 1, option="well")).status == 200


async def test_a_prediction_and_a_statement_are_taken_alike(taster_hall: Hall) -> None:
    hall = taster_hall
    phone = await hall.phone()
    await hall.do("go_on")
    state = await phone.state()
    assert (state["phase"], state["text"][-1]) == ("statement", ".")
    judged = {"round": state["round"], "option": "true"}
    assert (await phone.send("/statement", **judged)).status == 400
    assert (await phone.send("/statement", **judged, confidence=3)).status == 200
    assert (await phone.state())["vote"] == "true"
    await hall.to_scene()
    await hall.do("toggle", "toggle", "predict")
    state = await phone.state()
    guess = state["options"][0]["id"]
    assert (await phone.send("/predict", round=state["round"], option=guess)).status == 200
    assert (await phone.state())["prediction"] == guess


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 4000, 400),
        (b'{"round": 1}', 400),
        (b'{"round": "x", "option": "ill", "nonce": "n"}', 400),
        (b'{"round": 1, "option": "strangest", "nonce": "n"}', 400),
        (b'{"round": 1, "option": ["ill"], "nonce": "n"}', 400),
        (b'{"round": 1, "option": "ill", "nonce": ""}', 400),
        (b'{"round": true, "option": "ill", "nonce": "n"}', 400),
        (b'{"round": 99, "option": "ill", "nonce": "n"}', 409),
        (b"x" * 5000, 413),
    ],
)
async def test_what_is_no_vote_gets_a_status_and_a_sentence(
    hall: Hall, body: bytes, status: int
) -> None:
    phone = await hall.phone()
    await hall.open_vote()
    answer = await phone.ask(
        "POST", "/vote", data=body, headers={"Content-Type": "application/json"}
    )
    assert (answer.status, answer.json["error"][-1]) == (status, ".")
    assert (await phone.state())["in"] == 0


async def test_a_vote_in_the_wrong_phase_is_told_what_is_open(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    answer = await phone.send("/predict", round=number, option="up")
    assert answer.status == 409
    assert "The vote is open" in answer.json["error"]


async def test_a_form_body_is_as_good_as_json(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    form = {"round": str(number), "option": "ill", "nonce": "f"}
    answer = await phone.ask("POST", "/vote", data=form, headers={"Accept": "application/json"})
    assert answer.json["accepted"] is True


async def test_an_unchanged_state_is_not_sent_again(hall: Hall) -> None:
    phone = await hall.phone()
    tag = (await phone.ask("GET", "/state")).headers["ETag"]
    again = await phone.ask("GET", "/state", headers={"If-None-Match": tag})
    assert (again.status, again.text) == (304, "")
    await hall.to_scene()
    changed = await phone.ask("GET", "/state", headers={"If-None-Match": tag})
    assert changed.status == 200


# Streams


async def next_version(stream: Any) -> int:
    """The data of the next event; anything else in it fails."""
    async with asyncio.timeout(5):
        while True:
            line = (await stream.content.readline()).decode().strip()
            if line.startswith("data:"):
                return int(line.removeprefix("data:"))
            assert line in ("", ":") or line.startswith("retry:")


async def test_a_stream_says_the_version_and_nothing_else(hall: Hall) -> None:
    phone = await hall.phone()
    async with phone.stream() as stream:
        assert stream.headers["Content-Type"] == "text/event-stream"
        assert await next_version(stream) == hall.room.version
        await hall.open_vote()
        while await next_version(stream) != hall.room.version:
            pass


async def test_the_newest_stream_of_a_seat_wins(hall: Hall) -> None:
    phone = await hall.phone()
    async with phone.stream() as old:
        await next_version(old)
        async with phone.stream() as new:
            await next_version(new)
            async with asyncio.timeout(5):
                await old.content.read()  # it has ended
            await hall.to_scene()
            while await next_version(new) != hall.room.version:
                pass
    await until(lambda: len(hall.server.routes.streams) == 0)


async def test_without_a_seat_there_is_no_stream(hall: Hall) -> None:
    phone = await hall.phone(joined=False)
    async with phone.stream() as stream:
        assert stream.status == 401


# Rooms, seats, reconnects


async def test_one_phone_reloaded_ten_times_keeps_seat_vote_and_screen(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    await phone.send("/vote", round=number, option="ill")
    before = await phone.state()
    for _ in range(10):
        page = await phone.page()
        assert 'value="ill" aria-pressed=true' in page.text
        assert await phone.state() == before
    assert len(hall.room.lesson.seats) == 1


async def test_sixty_phones_from_one_address_are_all_in(hall: Hall) -> None:
    phones = await hall.phones(60)
    number = await hall.open_vote()
    votes = (phone.send("/vote", round=number, option="well") for phone in phones)
    assert [a.status for a in await asyncio.gather(*votes)] == [200] * 60
    assert (await phones[0].state())["in"] == 60
    assert len({(await phone.state())["alias"] for phone in phones}) == 60


async def test_nothing_crosses_between_two_rooms_on_one_machine(
    hall: Hall, shipped: Story, tmp_path: Path
) -> None:
    path = tmp_path / "other.class.jsonl"
    async with Hall(Class(shipped, path, seats=0, cut="taster")) as other:
        phone = await hall.phone(joined=False)
        token = (await phone.join(hall.code)).json["seat"]
        number = await hall.open_vote()
        stranger = Phone(other.address)
        stranger.session.cookie_jar.update_cookies({"seat": token})
        assert (await stranger.ask("GET", "/state", headers={"X-Seat": token})).status == 401
        assert (await stranger.send("/vote", round=number, option="ill")).status == 401
        assert (await stranger.join(other.code)).status == 200
        assert (await phone.state())["in"] == 0
        # Browsers keep one cookie for both ports: the page's own echo tells the rooms apart.
        crossed = stranger.session.cookie_jar.filter_cookies(URL(other.address))["seat"].value
        headers = {"X-Seat": token}
        answer = await phone.ask("GET", "/state", cookies={"seat": crossed}, headers=headers)
        assert answer.status == 200
        await stranger.session.close()


async def test_everybody_out_means_joining_anew(hall: Hall) -> None:
    phone = await hall.phone()
    old = hall.code
    hall.teacher.change_code(everybody_out=True)
    await hall.settled()
    assert (await phone.ask("GET", "/state")).status == 401
    assert (await phone.join(old)).status == 404
    assert (await phone.join(hall.code)).status == 200


async def test_after_a_restart_the_same_phones_have_the_same_seats_untouched(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    await phone.send("/vote", round=number, option="ill")
    port, path = hall.server.port, hall.room.writer.journal.path
    await hall.server.stop()
    hall.room.close()
    again = Room.resume(hall.room.story, path)
    server = ClassServer(again, "127.0.0.1", port)
    await server.start()
    state = await phone.state()
    assert (state["phase"], state["vote"], state["in"], state["of"]) == ("vote", "ill", 1, 1)
    await server.stop()


async def test_an_unwritable_journal_acknowledges_nothing_and_tells_both(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    phone = await hall.phone()
    number = await hall.open_vote()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        answer = await phone.send("/vote", round=number, option="ill", nonce="v")
        assert answer.status == 503
        assert (await phone.state())["vote"] is None
    assert "No space left" in hall.room.notices[-1]
    assert (await phone.send("/vote", round=number, option="ill", nonce="v")).status == 200
    assert (await phone.state())["in"] == 1


# Without JavaScript


async def test_the_page_is_whole_without_javascript(hall: Hall) -> None:
    phone = await hall.phone(joined=False)
    door = await phone.page(f"/{hall.code}")
    assert f'value="{hall.code}"' in door.text
    entered = await phone.page("/join", {"room": hall.code})
    assert entered.status == 200
    assert "You are " in entered.text
    assert 'http-equiv="refresh"' in entered.text
    number = await hall.open_vote()
    (form,) = (await phone.page()).forms
    assert (form["action"], form["round"]) == ("/vote", str(number))
    fields = {key: value for key, value in form.items() if key != "action"}
    voted = await phone.page("/vote", fields | {"option": "ill"})
    assert "✓ Your answer is in" in voted.text
    again = await phone.page("/vote", fields | {"option": "ill"})
    assert again.status == 200
    assert (await phone.state())["in"] == 1
    await hall.do("toggle")
    late = await phone.page("/vote", fields | {"option": "well", "nonce": "late"})
    assert late.status == 409
    assert "Nothing is open now" in late.text


async def test_a_statement_is_one_tap_without_javascript(taster_hall: Hall) -> None:
    phone = await taster_hall.phone()
    await taster_hall.do("go_on")
    true, false = (await phone.page()).forms
    assert (true["option"], false["option"]) == ("true", "false")
    fields = {key: value for key, value in false.items() if key != "action"}
    page = await phone.page("/statement", fields | {"confidence": "3"})
    pressed = re.findall(r'aria-label="([^"]+)" aria-pressed=true', page.text)
    assert pressed == ["Not true, sure"]


async def test_the_page_is_small_and_asks_nobody_else(taster_hall: Hall) -> None:
    hall = taster_hall
    phone = await hall.phone()
    sizes = []
    while True:
        page = await phone.page()
        sizes.append(len(page.text.encode()))
        assert "http://" not in page.text
        assert "https://" not in page.text
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        if hall.room.lesson.stage.page == "end":
            break
        if hall.class_.shown.tie:
            hall.teacher.pick(hall.class_.shown.tie[0])
        else:
            hall.teacher.go_on()
        await hall.settled()
        hall.server.routes._by_seat._buckets.clear()
    assert max(sizes) <= 30_000


async def test_what_a_story_says_cannot_become_markup(hall: Hall) -> None:
    from game.classroom.pages import page

    phone = await hall.phone()
    state = await phone.state()
    bad = "<script>alert(1)</script>&\"'"
    option = {"id": bad, "letter": "A", "label": bad, "closed": False}
    for phase, open_ in (("vote", True), ("statement", True), ("predict", True), ("tally", False)):
        made = state | {
            "phase": phase, "open": open_, "title": bad, "text": bad, "question": bad + "?",
            "options": [option], "alias": bad,
        }  # fmt: skip
        assert "<script>alert" not in page(made, bad, bad)
    assert "<script>alert" not in page(None, bad, bad)


# The teacher's own page


async def test_the_notes_page_opens_with_its_secret_alone(hall: Hall) -> None:
    phone = await hall.phone()
    number = await hall.open_vote()
    await phone.send("/vote", round=number, option="ill")
    assert (await phone.page("/notes/guess")).status == 404
    told = await phone.page(hall.server.notes_path)
    assert "1 of 1 in" in told.text
    notes = (await phone.ask("GET", hall.server.notes_path)).json
    assert notes["live"]["in_"] == 1
    assert notes["connected"] == 1


async def test_the_notes_as_json_name_every_part_of_the_scenes_card(hall: Hall) -> None:
    phone = await hall.phone()
    await hall.to_scene()
    card = (await phone.ask("GET", hall.server.notes_path)).json["card"]
    assert set(card) == {field.name for field in fields(CardView)}
    parts = {field.name for field in fields(SourceView)}
    assert card["sources"]
    assert all(set(source) == parts for source in card["sources"])


async def test_the_notes_page_has_the_teachers_keys(hall: Hall) -> None:
    phone = await hall.phone()
    await phone.page(hall.server.notes_path, {"do": "go_on"})
    await hall.settled()
    assert hall.room.lesson.stage.page == "opening"
    assert (await phone.page(hall.server.notes_path, {"do": "show"})).status == 409
    answer = await phone.ask("POST", hall.server.notes_path, json={"do": "dance"})
    assert answer.status == 400


async def test_no_phone_can_do_what_the_teacher_does(hall: Hall) -> None:
    phone = await hall.phone()
    version = hall.room.version
    for path in ("/go_on", "/teacher", "/reveal", "/notes", "/notes/", "/close"):
        assert (await phone.send(path, do="go_on")).status in (404, 405)
    assert hall.room.version == version


# Starting and stopping


async def test_a_taken_port_gets_a_sentence_and_the_next_is_tried_unasked(
    hall: Hall, shipped: Story, tmp_path: Path
) -> None:
    room = Class(shipped, tmp_path / "x.class.jsonl", seats=0, cut="taster").room
    with pytest.raises(ClassError, match=f"Port {hall.server.port} is taken"):
        await ClassServer(room, "127.0.0.1", hall.server.port).start()
    free = ClassServer(room, "127.0.0.1")
    await free.start()
    assert free.port
    await free.stop()


async def test_an_address_that_is_not_ours_gets_a_sentence(shipped: Story, tmp_path: Path) -> None:
    room = Class(shipped, tmp_path / "x.class.jsonl", seats=0, cut="taster").room
    with pytest.raises(ClassError, match=r"can't be served on 203\.0\.113\.5"):
        await ClassServer(room, "203.0.113.5", 0).start()


async def test_stopping_keeps_what_was_done_last(hall: Hall) -> None:
    await hall.to_scene()
    hall.teacher.toggle()
    await hall.server.stop()
    assert hall.room.lesson.stage.open
    assert json.loads(hall.journal.splitlines()[-1])["e"] == "ask"
