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
from game.tui.ink import Lines, Room, cell, ink, join, para
from game.tui.screens.lists import Listed
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["HistoryScreen"]


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
            yield str(past.turn), _line(past, self.app.size.width - 4)

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
            self.remark(say(back_words.NO_CHOICE_HERE))


def _line(past: Past, width: int) -> Content:
    head = join(ink("  "), cell(past.number, 4, "bold $stamp"))
    scene = join(head, ink(past.scene, "bold $ink"))
    here = "  " + say("◀ you read here") if past.here else ""
    said = f"  {past.says}" if past.says else ""
    if past.label:  # it gives way: what it moved is said whole
        room = width - ink(f"{said}{here}").cell_length - scene.cell_length
        scene = join(scene, ink(f": {past.label}", "$ink").truncate(max(room, 12), ellipsis=True))
    elif past.number.endswith(HAPPENED):  # which the sign after its number says, too
        happened = join(scene, ink(f" · {say(words.HAPPENED)}", "$muted"))
        fits = happened.cell_length + ink(f"{said}{here}").cell_length <= width
        scene = happened if fits else scene
    return join(scene, ink(said, "italic $muted"), ink(here, "bold $stamp"))
