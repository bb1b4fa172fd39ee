"""A lesson read aloud again: each screen in its order, with the counts that it showed."""

from __future__ import annotations

from collections.abc import Iterator

from game.lesson.replay import Replay
from game.lesson.shown import screen
from game.plain.blocks import Block, text
from game.plain.lesson import LessonDesk
from game.words import say

__all__ = ["replay"]


class _Nowhere:
    """There is no way in any more."""

    known: tuple[str, ...] = ()
    link = ""

    def next_address(self) -> None:
        """None."""


def replay(room: Replay) -> Iterator[Block]:
    """Say the whole lesson."""
    yield from map(text, room.notices)
    room.turn(-len(room.moments))
    desk = LessonDesk(room, _Nowhere())
    desk.news()
    keeper = room.session().game.books[0].name
    yield text(say("A lesson under {keeper}, read again.", keeper=keeper))
    for _ in room.moments[1:]:
        room.turn(1)
        yield from desk.news()
    over = screen(room).page == "end"
    yield text(say("It ends here.") if over else say("It stops here."))
