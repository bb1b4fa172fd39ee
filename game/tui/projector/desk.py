"""The projector's screen: a room's views on the wall, the teacher's keys under the hand.

Every key is one verb of the lesson's; what is refused is said in a line at the foot. Repaints when
the journal has something new, and not oftener than an eye needs, however many phones there are.
"""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from game.folders import typed
from game.lesson.events import RUNGS
from game.lesson.notes import onward
from game.lesson.room import Room as Class
from game.lesson.tally import is_seated, present
from game.lesson.teacher import Teacher
from game.tui.ink import Lines, Room, ends, ink, para
from game.tui.projector import words
from game.tui.projector.asking import rung_line, typed_line
from game.tui.projector.foot import footer
from game.tui.projector.joining import Way
from game.tui.projector.keys import KEYS, Verbs
from game.tui.projector.wall import Wall
from game.tui.widgets.sheet import Bar, Sheet
from game.words import say

__all__ = ["Desk"]

STAYS = 6.0
"""Seconds for which what the room tells stays at least."""
EYE = 0.1
"""Seconds between two repaints for what phones do."""
CROWD, LATER = 250, 0.25
"""More phones than any class has ask all at once: they are answered before the wall is painted."""


class Desk(Verbs):
    """One lesson on the wall."""

    class New(Message):
        """The journal has something new."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, show=False) for key, action in KEYS
    ]
    DEFAULT_CSS = """
    Desk { background: $background; color: $ink; }
    Desk #head, Desk #foot { padding: 0 1; background: $bar; }
    Desk #wall { height: 1fr; padding: 0 2; align: center top; scrollbar-size-vertical: 0; }
    Desk #page { max-width: 130; }
    Desk #notice { padding: 0 1; background: $note; }
    Desk.-join #wall { padding: 0; }
    Desk #too-small { padding: 1; }
    """

    def __init__(self, room: Class) -> None:
        super().__init__()
        self.room, self.teacher = room, Teacher(room)
        self._told = 0
        """How many of the room's notices were shown already."""
        self._warning = (0.0, "")
        """When the room told something last, and what."""
        self._due = False
        self.wall = Wall(room)

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        with VerticalScroll(id="wall", can_focus=False):
            yield Sheet(id="page")
        yield Sheet(id="notice")
        yield Bar(id="foot")
        small = typed(say(words.TOO_SMALL))
        yield Sheet(lambda room: para(small, room.width, "$ink"), id="too-small")

    def on_mount(self) -> None:
        """Repaint whenever the journal has something new."""
        self._stop = self.room.watch(self._changed)
        self.set_interval(1.0, self._tick)
        self.repaint()

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._stop()

    def on_resize(self, event: events.Resize) -> None:
        """Set anew; below the budget a sentence."""
        self.repaint()

    @property
    def cramped(self) -> bool:
        """Below 66 by 18 nothing can be read from the last row of a room."""
        return self.app.size.width < 66 or self.app.size.height < 18

    def _changed(self) -> None:
        """Called from wherever the journal was written: no place to paint from."""
        if not self._due:
            self._due = True
            self.post_message(self.New())

    def on_desk_new(self) -> None:
        """The journal has something new."""
        crowd = present(self.room.lesson) > CROWD
        self.set_timer(LATER if crowd else EYE, self._now)

    def _now(self) -> None:
        self._due = False
        self.repaint()

    def _tick(self) -> None:
        """A timer runs; an address may have changed."""
        asked, moved = self.wall.shown.asked, self.carrot.address_moved()
        if moved == "moved" and is_seated(self.room.lesson.source):
            self.joining = self.wall.shown.page != "lobby"
        if (asked and asked.seconds_left is not None) or moved:
            self.repaint()

    # Painting

    def repaint(self) -> None:
        """Show what the journal has now."""
        was = _view(self.wall)
        self._hear()
        self.wall = Wall(self.room, self._way(), self.joining, at=self._counted())
        self.wall.notice, self.wall.whole = self.notice, self.whole
        self.set_class(self.wall.is_square, "-join")
        note = self.query_one("#notice", Sheet)
        note.show(
            (lambda room: para(self.notice, room.width, "bold $ink")) if self.notice else None
        )
        taken = len(para(self.notice, self.app.size.width - 2)) if self.notice else 0
        self.wall.taken = taken
        self.query_one("#page", Sheet).show(self.wall.lay)
        self.query_one("#head", Bar).show(self._head)
        self.query_one("#foot", Bar).show(self._foot)
        if was[:2] != _view(self.wall)[:2]:
            self.whole = self.wall.whole = False
        if was != _view(self.wall):
            self.query_one("#wall", VerticalScroll).scroll_home(animate=False)
        self._arrange()
        self.call_after_refresh(self._foot_again)

    def _arrange(self) -> None:
        """The square needs every row but the foot's; a window too small needs a sentence."""
        square, told = self.wall.is_square, bool(self.notice)
        shown = {"head": not square, "wall": True, "notice": told and not square, "foot": True}
        for id, here in shown.items():
            self.query_one(f"#{id}").display = here and not self.cramped
        self.query_one("#too-small").display = self.cramped

    def _hear(self) -> None:
        """What the room has to tell stays a while, whatever key is pressed; a refusal does not."""
        now, notices = monotonic(), self.room.notices[self._told :]
        if notices:
            self._warning = now, " ".join(notices[-2:])
            self._told = len(self.room.notices)
        since, words = self._warning
        if words and (notices or (not self.notice and now - since < STAYS)):
            self.notice = words

    def _foot_again(self) -> None:
        """Only once it is laid out is it known whether there is more below."""
        self.query_one("#foot", Bar).reset()

    def _way(self) -> Way:
        return self.carrot.way(self.room)

    def _counted(self) -> str | None:
        """The answer whose hands are counted with + and −."""
        asked = self.wall_asked
        if asked is None:
            return None
        ids = [view.id for view in asked.answers if view.letter]
        self.at = self.at if self.at in ids else ids[0]
        return self.at

    def _head(self, room: Room) -> Lines:
        left, right = self.wall.where()
        return [ends(ink(left, "$muted"), ink(right, "bold $ink"), room.width)]

    def _foot(self, room: Room) -> Lines:
        if self.asking is not None:
            return [ink(typed_line(self.asking), "bold $stamp")]
        if self.choosing_rung:
            return [ink(rung_line(), "bold $stamp")]
        return footer(self.wall, self.more_below, room.width, onward(self.room))

    # Keys that are typed

    def on_key(self, event: events.Key) -> None:
        """A line that is being typed comes before every verb."""
        if self.cramped:
            return
        if self.asking is not None:
            event.stop()
            event.prevent_default()
            self._type(event)
        elif self.choosing_rung:
            event.stop()
            event.prevent_default()
            self._choose_rung(event.key)
        elif event.key != "q":
            self.leaving = False

    def _type(self, event: events.Key) -> None:
        assert self.asking is not None
        done: bool | None = True
        with self.said():
            done = self.asking.press(event)
        if done is not False:
            self.asking = None
        self.repaint()

    def _choose_rung(self, key: str) -> None:
        self.choosing_rung = False
        if key.isdigit() and 0 < int(key) <= len(RUNGS):
            with self.said():
                self.teacher.use(RUNGS[int(key) - 1])
        self.repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, and in a window too small to read, verbs wait."""
        if action in ("leave", "interrupt", "turn_theme"):
            return self.asking is None and not self.choosing_rung
        return self.asking is None and not self.choosing_rung and not self.cramped


def _view(wall: Wall) -> tuple[object, ...]:
    """What is looked at: when it changes, the page begins at its top."""
    shown = wall.shown
    asked = shown.asked and (shown.asked.round, shown.asked.kind, shown.asked.open)
    return shown.page, shown.n, wall.joining, asked, shown.tally is not None
