"""What the projector shows for each kind of page; nowhere else is a page's type looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from game.core.playing.session import Session
from game.core.showing.parts import CardView, Margin
from game.core.showing.views import (
    ChapterPage,
    EndingPage,
    GlancePage,
    OpeningPage,
    OutcomePage,
    RevealPage,
    ScenePage,
)
from game.core.story.statements import statements
from game.lesson.looking_back import RoomDebrief, room_debrief
from game.lesson.room import Room as Class
from game.lesson.shown import LETTERS, Screen, screen
from game.tui.ink import Lay, Lines, Room, beside, ink, para
from game.tui.projector import looking, words
from game.tui.projector.joining import Way, joining, without
from game.tui.projector.round import scene, statement
from game.tui.projector.sentence import brief, sentence
from game.tui.sheets import outcome, story
from game.tui.sheets.grid import Heads, set_grid
from game.words import say

__all__ = ["Wall"]

BARS = 2


@dataclass
class Wall:
    """One moment of a lesson, ready to be set."""

    room: Class
    way: Way = field(default_factory=Way)
    joining: bool = False
    """The way in was asked for in the middle of the lesson."""
    whole: bool = False
    """Every cell of the reveal is open."""
    at: str | None = None
    """The answer whose hands are being counted."""
    taken: int = 0
    """Rows under the page that are taken: a notice."""
    notice: str = ""
    """The same notice: the square leaves no rows, so there it stands beside it."""

    shown: Screen = field(init=False)
    """The room's own view."""
    session: Session = field(init=False)
    """The run at the page on screen."""

    def __post_init__(self) -> None:
        """Keep the moment: the room may have gone on before this is painted."""
        self.shown, self.session = screen(self.room), self.room.session()

    @cached_property
    def looked(self) -> RoomDebrief:
        """The room's debrief; made only where a page needs it."""
        return room_debrief(self.room)

    @property
    def is_way_in(self) -> bool:
        """Whether the page says how to join."""
        return self.joining or self.shown.page == "lobby"

    @property
    def is_square(self) -> bool:
        """Whether the square is on screen: it takes all rows but one."""
        return self.is_way_in and self.way.shown is not None

    @property
    def lay(self) -> Lay:
        """The page's lines."""
        code = self.way.shown
        if code is None or not self.is_way_in:
            return self._page
        return joining(self._title, self.way, code, self.notice)

    @property
    def _title(self) -> str:
        return say(words.JOIN) if self.joining else self.shown.title

    def _page(self, room: Room) -> Lines:
        """The page, a little down from the top where there is much room."""
        rows = room.height - BARS - self.taken
        lines = self._set(room, rows)
        return [ink("")] * min(max(rows - len(lines) - 4, 0) // 4, 6) + lines

    def _set(self, room: Room, rows: int) -> Lines:
        shown, page = self.shown, self.shown.story
        if self.is_way_in:
            return without(self._title, self.way, room)
        match page:
            case ScenePage():
                return scene(shown, page, room, rows, self.at)
            case OutcomePage():
                return self._outcome(page, room)
            case RevealPage():
                return self._reveal(page, room, rows)
            case CardView():
                return sentence(page, min(room.width, 108), rows)
            case OpeningPage():
                return story.opening(page)(room)
            case ChapterPage():
                return story.chapter(page)(room)
            case GlancePage():
                return story.glance(page, aloud=False)(room)
            case EndingPage():
                return story.ending(page)(room)
        return self._other(room)

    def _other(self, room: Room) -> Lines:
        shown = self.shown
        match shown.page:
            case "before" | "after":
                return statement(shown, self._of, room, self.at)
            case "about" if shown.about:
                return looking.about(shown.about, room)
            case "debrief":
                return looking.debrief(shown, self.looked, room)
            case "answers":
                return looking.answer(shown, self._of, self.looked, room)
            case "ticket":
                return looking.ticket(shown, room)
        return looking.end(shown, self.looked, room)

    @property
    def _of(self) -> int:
        """How many statements there are."""
        return len(statements(self.room.story, {}))

    def _outcome(self, page: OutcomePage, room: Room) -> Lines:
        lines = outcome.outcome(page, self.session.game.books[0].short)(room)
        return lines + self._guesses(room.width)

    def _guesses(self, width: int) -> Lines:
        counted, hits = self.shown.predicted, self.shown.hits
        if counted is None or hits is None:
            return []
        return [ink(""), *para(words.hits(hits, counted), width, "bold $green")]

    def _reveal(self, page: RevealPage, room: Room, rows: int) -> Lines:
        wide = room.width >= 140
        width = (room.width - 4) // 2 if wide else min(room.width, 108)
        lines = []
        if page.gear == "held":
            lines = outcome.settled(self.session.told_now)(room)
        grid = (self.session.whole_reveal or page) if self.whole else page
        heads = Heads(LETTERS, say(words.US))
        lines += [ink(page.title, "bold $stamp"), *set_grid(grid, width, None, heads)]
        if page.gear == "held":
            lines += self._guesses(width)
        if not wide:
            said = sentence(page.card, width, rows - len(lines) - 1, page.task)
            if page.gear == "full" and page.task is None:  # its card is the next page
                said = brief(page.card, width)
            return [*lines, ink(""), *said]
        return beside(lines, sentence(page.card, width, rows, page.task), width + 4)

    def where(self) -> tuple[str, str]:
        """The line over the page: place and keeper at the left, the room at the right."""
        caption = getattr(self.shown.story, "caption", None)
        left = self.room.story.head.title
        if caption:
            nth = words.nth(caption.number, caption.of)
            left = f"{caption.chapter} · {nth}"
        return left, self._number(self.shown.margin)

    def _number(self, margin: Margin) -> str:
        book = self.session.game.books[0]
        here = self.shown.story is not None and margin.number is not None
        number = f" · {margin.number}" if here else ""
        return f"{book.short}{number}"
