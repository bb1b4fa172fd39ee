"""History: every turn so far; each can be read again, and from each another run can begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from game.core.debrief.counting import HAPPENED
from game.core.playing.history import Past, history
from game.core.playing.session import Session
from game.tui import back_words, words
from game.tui.ink import Lines, Room, cell, ink, join, para, shift
from game.tui.screens.lists import Listed
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["HistoryScreen"]

NARROW = 76
"""Columns of a list in the smallest window."""
LEAST = 16
"""Columns of a choice that still say which it was."""


class HistoryScreen(Listed):
    """Gives back `read N` or `branch N`, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("n", "branch", show=False)]

    def __init__(self, session: Session, at: int | None = None) -> None:
        super().__init__()
        self.session, self.at = session, at
        self.places = history(session)

    def head(self, room: Room) -> Lines:
        """What this is."""
        said = para(say(back_words.HISTORY_SAYS), room.measure, "italic $muted")
        return [ink(say(back_words.HISTORY), "bold $stamp"), *said, ink("")]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """The turns, under their chapters."""
        chapter = None
        for past in self.places:
            if past.chapter != chapter:
                chapter = past.chapter
                yield "", ink(chapter, "bold $ink")
            first, *below = _lines(past, self._width)
            yield str(past.turn), first
            yield from (("", line) for line in below)

    @property
    def _width(self) -> int:
        """Columns of a line; before the list is laid out, those of a narrow one."""
        return (self.list.scrollable_content_region.width or NARROW) - 1

    def on_resize(self) -> None:
        """A choice is cut for the width at hand."""
        if hasattr(self, "list"):
            self.call_after_refresh(self._set_anew)

    def _set_anew(self) -> None:
        if self._filled_at != self._width:
            at = self.list.highlighted
            id = self.list.get_option_at_index(at).id if at is not None else None
            turn = (id or "").partition(":")[2]
            self.at = int(turn) if turn else self.at
            self.fill()
        self.list.scroll_to_highlight()

    def fill(self) -> None:
        """Put the turns into the list, for its width now."""
        self._filled_at = self._width
        super().fill()

    _filled_at = 0

    @property
    def begin_at(self) -> int | None:
        """Begin at the turn that was read, or at the page from which this was opened."""
        here = next((str(past.turn) for past in self.places if past.here), None)
        here = here if self.at is None else str(self.at)
        return next((n for n, (id, _) in enumerate(self.lines()) if id == here), None)

    def tell_foot(self) -> None:
        """Read it again, or try the other."""
        hints = (
            words.MOVE,
            Hint(mark("enter"), mark("read it"), "take"),
            Hint("n", mark("try the other: a new run"), "branch"),
            words.CLOSE,
            words.HELP,
        )
        self.tell(say(back_words.HISTORY), "", hints)

    def offers(self, id: str) -> tuple[Hint, ...]:
        """Another run begins where something was chosen."""
        chosen = any(past.chosen for past in self.places if str(past.turn) == id)
        return (words.TRY_OTHER,) if chosen else ()

    def open(self, id: str) -> None:
        """Turn to that page."""
        self.dismiss(f"read {id}")

    def action_branch(self) -> None:
        """Begin another run at the highlighted turn."""
        at = self.list.highlighted
        id = self.list.get_option_at_index(at).id if at is not None else None
        turn = (id or "").partition(":")[2]
        if self.offers(turn):
            self.dismiss(f"branch {turn}")
        else:
            self.mention(back_words.NO_CHOICE_HERE)


def _lines(past: Past, width: int) -> Lines:
    """A turn in one line; the choice gives way to what it moved, and what is long goes below."""
    head = join(ink("  "), cell(past.number, 4, "bold $stamp"))
    scene = join(head, ink(past.scene, "bold $ink"))
    here = ink("  " + say("◀ you read here") if past.here else "", "bold $stamp")
    said = ink(f"  {past.says}" if past.says else "", "italic $muted")
    room = width - scene.cell_length - said.cell_length - here.cell_length
    label = ink(f": {past.label}" if past.label else "", "$ink")
    if past.number.endswith(HAPPENED):
        happened = ink(f" · {say(words.HAPPENED)}", "$muted")  # its number has a sign for it, too
        label = happened if happened.cell_length <= room else label
    if room >= min(label.cell_length, LEAST):
        return [join(scene, label.truncate(max(room, 0), ellipsis=True), said, here)]
    free = width - scene.cell_length - here.cell_length
    first = join(scene, label.truncate(max(free, 0), ellipsis=True), here)
    below = para(ink(past.says, "italic $muted"), width - head.cell_length)
    return [first, *shift(below, head.cell_length)]
