"""The statements, judged: true or false, and how sure. Nobody marks it here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region

from game.core.story.statements import StatementView
from game.tui import words
from game.tui.ink import Lines, Room
from game.tui.screens.sheeted import Sheeted
from game.tui.sheets.statements import Beliefs, Said, judge, last_statement
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["StatementsScreen"]

Believe = Callable[[str, bool | None, int], None]
"""Keeps what was said of a statement: its id, its truth (None: nothing any more), how surely."""

FAIRLY = 2
"""How sure somebody is who has said only true or false."""


JUDGES = (("t", "say(None, True)"), ("f", "say(None, False)"))  # not said
DIGITS = tuple((str(n), f"sure(None, {n})") for n in (1, 2, 3))
SURELY = words.surely(DIGITS)


class StatementsScreen(Sheeted):
    """Asks; where the answers are kept is the business of who called."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"sure(None, {n})", show=False) for n in (1, 2, 3)),
        Binding("t", "say(None, True)", show=False),  # not said
        Binding("f", "say(None, False)", show=False),  # not said
        Binding("up,shift+tab", "move(-1)", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("enter", "next", show=False),
    ]

    def __init__(
        self, views: Sequence[StatementView], said: Said, asks: str, believe: Believe
    ) -> None:
        super().__init__()
        self.believe = believe
        self.places: tuple[int, ...] = (0,)
        self.beliefs = Beliefs(views, dict(said), asks, 0)
        self.hinted = ""

    def show(self) -> None:
        """Set all of them."""
        self.sheet.show(self._lay)
        self.tell_foot()
        self.call_after_refresh(self._follow)

    def _lay(self, room: Room) -> Lines:
        now = replace(self.beliefs, chosen=self.carrot.chosen)
        lines, self.places = judge(now, room)
        return lines

    def tell_foot(self) -> None:
        """Two letters, three digits."""
        true, false = (action for _, action in JUDGES)
        each = ((say("true"), true), (say("false"), false))
        hints = (
            Hint("t f", mark("true or false"), "ask('truth')", JUDGES, each),
            *((SURELY,) if self.beliefs.views[self.beliefs.at].id in self.beliefs.said else ()),
            Hint(mark("enter"), mark("next"), "next"),
            Hint(mark("esc"), mark("done"), "leave"),
            words.HELP,
        )
        answered, of = self.beliefs.answered, len(self.beliefs.views)
        count = say("{n} of {of} judged", n=answered, of=of)
        self.tell(words.statements(of), count, hints, self.hinted or self.more)

    def _follow(self) -> None:
        """The view follows the statement."""
        row = self.places[self.beliefs.at]
        region = Region(0, row + self.sheet.virtual_region.y, self.sheet.size.width, 3)
        self.paper.scroll_to_region(region, animate=False, force=True)

    @property
    def reading(self) -> Offset | None:
        """The statement that is looked at."""
        if self.too_small:
            return super().reading
        return self.sheet.content_region.offset + Offset(0, self.places[self.beliefs.at])

    def _change(self, at: int, said: Said | None = None) -> None:
        old = self.beliefs
        self.beliefs = Beliefs(old.views, old.said if said is None else said, old.asks, at)
        self.show()

    def action_look(self, at: int) -> None:
        """Move to a statement."""
        self.hinted = ""
        self._change(at)

    def action_move(self, by: int) -> None:
        """Up and down; past the end comes the beginning."""
        self.action_look((self.beliefs.at + by) % len(self.beliefs.views))

    def action_next(self) -> None:
        """The next statement; on the last, say what is left and which way is on."""
        if self.beliefs.at + 1 == len(self.beliefs.views):
            self.hinted = last_statement(self.beliefs.answered, len(self.beliefs.views))
            self.tell_foot()
        else:
            self.action_move(1)

    def action_say(self, at: int | None, truth: bool) -> None:
        """Say true or false of one, or of the one under the cursor; said again, it is unsaid."""
        self._keep(at, truth, None)

    def action_sure(self, at: int | None, sure: int) -> None:
        """Say how sure; true or false comes first."""
        self._keep(at, None, sure)

    def _keep(self, at: int | None, truth: bool | None, sure: int | None) -> None:
        at = self.beliefs.at if at is None else at
        id = self.beliefs.views[at].id
        was = self.beliefs.said.get(id)
        self.hinted = words.JUDGE_FIRST if truth is None and was is None else ""
        said = dict(self.beliefs.said)
        if was is None and truth is not None:
            said[id] = (truth, FAIRLY)
        elif was is not None and was[0] is truth:
            del said[id]
        elif was is not None:
            said[id] = (was[0] if truth is None else truth, sure or was[1])
        if said != self.beliefs.said:
            self.believe(id, *said.get(id, (None, FAIRLY)))
        self._change(at, said)
