"""What every screen has: a bar at the top, a footer that teaches, and a sentence when too small."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import cast

from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from game.folders import typed
from game.tui import words
from game.tui.hints import ASKED, hint_line
from game.tui.host import Host
from game.tui.ink import Lines, Room, act, ends, ink, para
from game.tui.widgets.choices import Choices
from game.tui.widgets.sheet import FURTHER, Bar, Sheet
from game.tui.words import Hint
from game.words import say

__all__ = ["Paged"]

ALWAYS = frozenset({"leave", "quit", "turn_theme", "interrupt"})
"""Actions that work in a window that is too small to read."""


class Paged(Screen[str | None]):
    """A screen made of a bar, its own body, and a footer."""

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        yield from self.body()
        yield Bar(id="foot")
        yield Sheet(self._too_small, id="too-small")

    def body(self) -> Iterable[Widget]:
        """The screen's own widgets."""
        return ()

    @property
    def carrot(self) -> Host:
        """The app, as far as this is a screen's business."""
        return cast("Host", self.app)

    @staticmethod
    def _too_small(room: Room) -> Lines:
        return para(typed(say(words.TOO_SMALL)), room.width, "$ink")

    hints: tuple[Hint, ...] = ()
    """What the footer teaches now."""
    choosing = True
    """Rows that are shown can be chosen."""

    def tell(self, left: str, right: str, hints: Iterable[Hint], note: str = "") -> None:
        """Put words into the bars; `note`, said here, stands at the right end of the footer."""
        hints = self.hints = tuple(hints)
        self._bars, self._noted = (left, right), note

        def head(room: Room) -> Lines:
            return [ends(ink(left, "$muted"), ink(right, "$muted"), room.width)]

        def foot(room: Room) -> Lines:
            end = ink(typed(say(note)), "$muted")
            if note == words.MORE:
                end = act(end, FURTHER)
            taught = hint_line(hints, room.width - (end.cell_length + 2 if note else 0))
            return [ends(taught[0], end, room.width)] if note else taught

        # What waited for a refresh may come when the screen has been left: no bar is there then.
        with contextlib.suppress(NoMatches):
            self.query_one("#head", Bar).show(head)
            self.query_one("#foot", Bar).show(foot)

    def remark(self, said: str) -> None:
        """Say something in the footer, until it is set anew."""
        self.tell(*self._bars, self.hints, said)

    def mention(self, said: str) -> None:
        """Say something until the bars are set anew; at the top where a hint would give way to it.

        Who clicks needs the hints: between two of them nothing is lost.
        """
        room = self.query_one("#foot", Bar).content_size.width
        wide = ink(typed(say(said))).cell_length + 2
        if hint_line(self.hints, room)[0].plain == hint_line(self.hints, room - wide)[0].plain:
            self.remark(said)
        else:
            bars = self._bars
            self.tell(bars[0], typed(say(said)), self.hints, self._noted)
            self._bars = bars

    _bars = ("", "")
    _noted = ""

    async def action_further(self) -> None:
        """A click on what says that there is more."""
        await self.run_action("onward" if hasattr(self, "action_onward") else "page(1)")

    def action_ask(self, what: str) -> None:
        """A click on a hint that stands for several things: show them, and ask for one of them."""
        for choices in self.query(Choices):
            choices.follow()
        self.mention(ASKED[what])

    @property
    def too_small(self) -> bool:
        """The window has less than the 80 by 24 that pages are set for."""
        return self.app.size.width < 80 or self.app.size.height < 24

    @property
    def reading(self) -> Offset | None:
        """Where on the screen somebody reads; None where something is typed.

        That is the highlighted row, or the top of the page where there is none.
        """
        if isinstance(self.focused, Input):
            return None
        if self.too_small:
            return Offset(2, 1)
        places = [choices.place for choices in self.query(Choices)]
        return next((place for place in places if place is not None), Offset(2, 1))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody chooses blindly: what can't be seen can't be done."""
        return not self.too_small or action in ALWAYS

    async def action_leave(self) -> None:
        """Close this screen; in a window too small to read, the one below it as well."""
        self.dismiss(None)
        if self.too_small:
            self.call_later(self._leave_below)

    async def _leave_below(self) -> None:
        below = self.app.screen
        if isinstance(below, Paged) and below is not self:
            await below.run_action("quit" if hasattr(below, "action_quit") else "leave")

    @property
    def help_on(self) -> str:
        """Which help fits: a key of `help.HELP`."""
        return type(self).__name__

    def action_help(self) -> None:
        """Say what the keys do here."""
        self.carrot.open_help(self.help_on)
