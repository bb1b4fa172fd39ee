"""The teacher's keys: each is a verb of the lesson's."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, cast

from textual.containers import VerticalScroll
from textual.screen import Screen

from game.core.showing.views import RevealPage
from game.folders import typed
from game.lesson.refused import Refused
from game.lesson.room import Room as Class
from game.lesson.shown import Asked, pickable
from game.lesson.tally import is_seated
from game.lesson.teacher import Teacher
from game.tui.projector import words
from game.tui.projector.asking import Asking
from game.tui.projector.joining import Way
from game.tui.projector.wall import Wall
from game.words import say

if TYPE_CHECKING:
    from game.classroom.doorway import Move

__all__ = ["KEYS", "Host", "Verbs"]

KEYS = (
    ("right,pagedown", "go_on"),
    ("left,pageup", "go_back"),
    ("space", "open_close"),
    ("enter", "show_tally"),
    ("down", "move(1)"),
    ("up", "move(-1)"),
    ("u", "undo"),
    ("r", "rung"),
    ("p", "predict"),
    ("plus,equals_sign", "hand(1)"),
    ("minus", "hand(-1)"),
    ("n", "people"),
    ("m", "minute(60)"),
    ("M", "minute(0)"),
    ("o", "open_all"),
    ("w", "way_in"),
    ("a", "other_address"),
    ("c", "code(False)"),
    ("C", "code(True)"),
    ("d", "to_debrief"),
    ("s", "to_statements"),
    ("question_mark", "help"),
    ("q", "leave"),
    *((str(n), f"digit({n})") for n in range(10)),
)


class Host(Protocol):
    """The app, as far as the wall is concerned."""

    def way(self, room: Class) -> Way:
        """How phones get here now."""

    def next_address(self) -> None:
        """Show another of this machine's addresses."""

    def address_moved(self) -> Move | None:
        """How the address that is shown had to be changed, if it had."""


class Verbs(Screen[None]):
    """What keys do; how it looks is the desk's business."""

    room: Class
    teacher: Teacher
    wall: Wall
    asking: Asking | None = None
    at: str | None = None
    """The answer whose hands are being counted."""
    notice: str = ""
    choosing_rung = False
    leaving = False
    joining = False
    whole = False

    @property
    def carrot(self) -> Host:
        """The app, which knows the way in."""
        return cast("Host", self.app)

    @property
    def more_below(self) -> bool:
        """Whether part of the page is below the window."""
        wall = self.query_one("#wall", VerticalScroll)
        return bool(wall.max_scroll_y - wall.scroll_offset.y > 0)

    def repaint(self) -> None:
        """Show what the journal has now."""
        raise NotImplementedError

    def answer(self) -> None:
        """Show what a verb did: at once, or with what the journal is about to have.

        Painting what is there already would only keep the phones waiting for it.
        """
        if self.room.lesson is self.room.ahead:
            self.repaint()

    def refuse(self, why: Refused | str) -> None:
        """Say in a line why something can't be done now."""
        self.notice = str(why)

    @contextlib.contextmanager
    def said(self) -> Iterator[None]:
        """Do something of the teacher's; what is refused is said, and nothing has changed."""
        self.notice = ""
        try:
            yield
        except Refused as why:
            self.refuse(why)

    @property
    def wall_asked(self) -> Asked | None:
        """The question whose hands or cards are counted now."""
        shown = self.wall.shown
        asked = shown.asked
        if asked is None or is_seated(asked.source) or shown.tally is not None:
            return None
        return asked

    def action_go_on(self) -> None:
        """The next thing; first the rest of the page, where there is more of it."""
        if self.joining:
            self.action_way_in()
        elif self.more_below and self.wall.shown.asked is None and not self.wall.is_way_in:
            self.action_move(1)
        else:
            with self.said():
                self.teacher.go_on()
            self.answer()

    def action_go_back(self) -> None:
        """A page back."""
        with self.said():
            self.teacher.go_back()
        self.answer()

    def action_open_close(self) -> None:
        """Open or close what is asked."""
        with self.said():
            self.teacher.toggle()
        self.answer()

    def action_show_tally(self) -> None:
        """Show the tally, or hide it."""
        with self.said():
            self.teacher.show()
        self.answer()

    def action_predict(self) -> None:
        """Ask what the score will do."""
        with self.said():
            self.teacher.predict()
        self.answer()

    def action_undo(self) -> None:
        """Take the last step back."""
        with self.said():
            self.teacher.undo()
        self.answer()

    def action_move(self, by: int) -> None:
        """Among answers that are counted, the next one; else further down the page."""
        asked = self.wall_asked
        if asked is not None and not self.joining:
            ids = [view.id for view in asked.answers if view.letter]
            here = ids.index(self.at) if self.at in ids else 0
            self.at = ids[(here + by) % len(ids)]
            self.repaint()
            return
        wall = self.query_one("#wall", VerticalScroll)
        wall.scroll_relative(y=by * max(wall.size.height - 3, 1), animate=False)
        self.call_after_refresh(self.repaint)

    def action_hand(self, by: int) -> None:
        """One hand more or less for the answer that is marked."""
        if self.at is not None and self.wall_asked is not None:
            with self.said():
                self.teacher.adjust(self.at, by)
        else:
            why = say("Count hands or cards while their question is asked; r switches to them.")
            self.refuse(why)
        self.repaint()

    def action_digit(self, n: int) -> None:
        """Counts where hands are counted; else what is picked: in a tie, or what the room said."""
        if self.wall_asked is not None:
            self.asking = Asking(say(words.COUNT_ASKS), self.teacher.count_line, str(n))
            self.repaint()
            return
        with self.said():
            self.teacher.pick(self._picked(n))
        self.answer()

    def _picked(self, n: int) -> str:
        shown = self.wall.shown
        page = shown.story
        if isinstance(page, RevealPage) and page.task is not None:
            keys = [key for key, _ in page.task.choices] or ["aloud"]
        else:
            keys = [v.id for v in pickable(shown) if v.letter]
        if not 0 < n <= len(keys):
            raise Refused("malformed", say("There is nothing to pick with that digit."))
        return keys[n - 1]

    def action_rung(self) -> None:
        """Phones, tables, hands, paper."""
        self.choosing_rung = True
        self.repaint()

    def action_people(self) -> None:
        """How many are in the room."""

        def take(typed: str) -> None:
            if not typed.strip().isdigit():
                raise Refused("malformed", say("Type a number, such as 28."))
            self.teacher.people(int(typed.strip()[:6]))

        self.asking = Asking(say(words.PEOPLE_ASKS), take)
        self.repaint()

    def action_minute(self, seconds: int) -> None:
        """A minute, or one more; or no timer."""
        with self.said():
            self.teacher.time(seconds)
        self.answer()

    def action_way_in(self) -> None:
        """The square once more, for whoever comes late."""
        self.joining = not self.joining and self.wall.shown.page != "lobby"
        self.repaint()

    def action_open_all(self) -> None:
        """Every rulebook and every cell of a reveal; or folded again."""
        self.whole = not self.whole
        self.repaint()

    def action_other_address(self) -> None:
        """Another of this machine's addresses."""
        self.carrot.next_address()
        self.repaint()

    def action_code(self, everybody_out: bool) -> None:
        """Another room code."""
        with self.said():
            self.teacher.change_code(everybody_out)
        self.answer()

    def action_to_debrief(self) -> None:
        """Time is short: who wrote this, and looking back."""
        with self.said():
            self.teacher.to_debrief()
        self.answer()

    def action_to_statements(self) -> None:
        """Time is shorter: the statements once more."""
        with self.said():
            self.teacher.to_statements()
        self.answer()

    def action_help(self) -> None:
        """What the keys do."""
        from game.tui.projector.help import KeysScreen

        self.app.push_screen(KeysScreen())

    def action_leave(self) -> None:
        """Close, when it is asked for twice."""
        if self.leaving:
            self.app.exit(0)
        self.leaving, self.notice = True, typed(say(words.LEAVE))
        self.repaint()
