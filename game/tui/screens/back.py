"""Looking back over a run: what if, history, doors; and a run of its own from an earlier turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.events import Key

from game.core.playing.session import Refused, Session
from game.core.run.script import Stop
from game.core.showing.views import PredictionPage
from game.tui import back_words, words
from game.tui.words import Hint
from game.words import mark, say

if TYPE_CHECKING:
    from game.tui.screens.looking import Looking as _Base
else:
    _Base = object

__all__ = ["LookingBack"]

UNMADE = mark(
    "Your choice isn't made yet: it waits for a guess, or for Enter without one. Press q again to "
    "leave it unmade."
)
ASKED_TWICE = (UNMADE, back_words.UNFINISH, back_words.LAST_CHANCE)
"""What asks for the same key once more; Escape is the other answer."""
WAIT = mark("The scores wait until the end of this chapter; so does this.")


class LookingBack(_Base):
    """The part of the play screen that looks back."""

    session: Session
    notice: str
    years: bool
    """It was opened from the list of years; Escape comes back to it."""
    _left: Stop | None = None
    """The page that was left for an old one."""
    listed = False
    """The old page was opened from a list; else pages were turned back to it."""
    _row: int | None = None
    """The turn whose page is read, out of a list."""
    _list: Callable[[int], None]
    """Opens that list again."""

    def action_what_if(self) -> None:
        """The same choices under any two keepers; while something is held back, not yet."""
        from game.tui.screens.whatif import WhatIfScreen

        if len(self.session.story.head.keepers) < 2:
            self.refuse(Refused(say("This story has one keeper, and no other to ask.")))
        elif self.session.pages.held is not None:
            self.refuse(Refused(say(WAIT)))
        elif self.session.trace.turns:
            self.app.push_screen(WhatIfScreen(self.session))
        else:
            self.refuse(Refused(say("Nothing was chosen yet that another keeper could see.")))

    def action_doors(self) -> None:
        """Which doors moved, and the sentence that closed each."""
        from game.core.showing.doors import door_log
        from game.tui.screens.behind import DoorsScreen

        trace, held = self.session.trace, self.session.pages.held
        turns = trace.turns if held is None else trace.turns[:held]
        state = trace.state if held is None else trace.turns[held].before
        doors = door_log(self.session.game, turns, state, lines=True)
        self.app.push_screen(DoorsScreen(self.session, doors))

    def action_guesses(self) -> None:
        """What was predicted, and what came; while something is held back, not yet."""
        if self.session.pages.held is not None:
            self.refuse(Refused(say(WAIT)))
        else:
            self._open_guesses(None)

    def _open_guesses(self, at: int | None) -> None:
        from game.core.playing.looking_back import looking_back
        from game.tui.screens.behind import GuessesScreen

        guesses = looking_back(self.session).guesses
        out = partial(self._gone_back, opens=self._open_guesses)
        self.app.push_screen(GuessesScreen(self.session, guesses, at), out)

    def action_history(self) -> None:
        """Every turn so far."""
        self._open_history(None)

    def _open_history(self, at: int | None) -> None:
        from game.tui.screens.history import HistoryScreen

        out = partial(self._gone_back, opens=self._open_history)
        self.app.push_screen(HistoryScreen(self.session, at), out)

    def guess_waits(self) -> bool:
        """Whether a choice waits for its guess; said once to whoever leaves, and then let go."""
        waits = isinstance(self.session.page, PredictionPage) and not self.too_small
        if not waits or self.notice == say(UNMADE):
            return False
        self.refuse(Refused(say(UNMADE)))
        return True

    @property
    def reading_back(self) -> bool:
        """Whether this page was opened from history, and lies before the one that was left."""
        stops = self.session.stops
        left = self._left
        return left in stops and stops.index(self.session.stop) < stops.index(left)

    async def action_undo(self) -> None:
        """Take the last choice back; not from an old page, on which it can't be seen.

        Of a year that is over it is asked for twice: the sentence that asks goes with its page.
        """
        ask = say(back_words.UNFINISH)
        if self.reading_back and self.listed:
            self.refuse(Refused(self._old_page))
        elif self.session.over and self.session.can_undo and self.notice != ask:
            self.refuse(Refused(ask))
        else:
            await super().action_undo()

    def on_key(self, event: Key) -> None:
        """In the debrief a sentence over the footer has been read at the next key.

        What asks for the same key once more waits for that key.
        """
        asked = self.notice in map(say, ASKED_TWICE) and event.key in ("o", "u", "q")
        if self.session.page is None and self.notice and self.kept_well and not asked:
            self.call_later(self._forget, self.notice)

    def _forget(self, said: str) -> None:
        if self.notice is said:
            self.notice = ""
            self.set_leaf(keep=True)

    def action_cancel(self) -> None:
        """Out of a question, a prediction, an old page or the grid; never out of the run."""
        asked = self.notice in map(say, ASKED_TWICE)
        self.notice = "" if asked else self.notice
        if self.session.cancel():
            self.turn()
        elif asked:
            self.set_leaf(keep=True)
        elif self.read_on():
            self.keep_bookmark()
        elif self.grid.leave():
            self.tell_foot()
        elif self.notice:
            self.action_close_notice()
        elif self.look.aloud:
            self.action_read_out()
        elif self.years:
            self.call_later(self.action_leave, True)

    def action_close_notice(self) -> None:
        """What was told has been read."""
        self.notice = ""
        self.set_leaf(keep=True)

    @property
    def _old_page(self) -> str:
        """That a page is old, and where Escape goes from it."""
        if self._row is not None:
            return say(back_words.READING_LISTED)
        return say(back_words.READING_BACK)

    @property
    def back_hints(self) -> tuple[Hint, ...]:
        """The ways from an old page: to the one that was left, and into a run of its own."""
        if not self.reading_back:
            return ()
        way = words.TO_YOURS if self._row is None else words.TO_TURNS
        return (way, words.TRY_OTHER) if self._other_turn else (way,)

    @property
    def _other_turn(self) -> str:
        """The turn of this old page, where something was chosen in it."""
        turn = self.session.stop.turn
        turns = self.session.trace.turns if self.reading_back else ()
        there = 0 <= turn < len(turns)
        return str(turn) if there and turns[turn].option is not None else ""

    async def action_branch(self) -> None:
        """From an old page: go back to its choice and try the other, in a run of its own."""
        if self._other_turn:
            await self._gone_back(f"branch {self._other_turn}")

    def left_by_paging(self, left: Stop) -> None:
        """Remember the page from which pages are turned back."""
        self._left, self._row, self.listed = left, None, False

    def read_on(self) -> bool:
        """Back to the page that was left for an old one, and to the list that led there."""
        if not self.reading_back or self._left is None:
            return False
        row, self._row = self._row, None
        self.session.reopen(self._left)
        self.notice = ""
        self.turn()
        if row is not None:
            self._list(row)
        return True

    async def _gone_back(self, to: str | None, opens: Callable[[int], None] | None = None) -> None:
        from game.core.playing.branch import branch

        verb, _, turn = (to or "").partition(" ")
        if verb == "read":
            self._left = self._left if self.reading_back else self.session.stop
            self.listed = True
            self.session.jump(int(turn))
            self._row = int(turn) if opens and self.reading_back else None
            self._list = opens or self._open_history
            self.notice = self._old_page if self.reading_back else ""
            self.turn()
        elif verb == "branch" and await self.keep_now():
            try:
                other = branch(self.session, int(turn))
            except Refused as error:
                self.refuse(error)
                return
            self.carrot.open_play(other, keep=True)
