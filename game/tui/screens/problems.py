"""What is wrong with the story, each at its place, those of the present scene first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from game.folders import typed
from game.tui import author_words, words
from game.tui.ink import Lines, Room, ink, join, para, shift
from game.tui.screens.sheeted import Sheeted
from game.words import say

if TYPE_CHECKING:
    from game.pack.problems import Problem

__all__ = ["ProblemList", "ProblemsScreen"]

_STYLE = {"error": "bold $stamp", "warning": "bold $amber", "advice": "bold $muted"}


class ProblemList(Sheeted):
    """A sheet of problems; what its keys do is the business of who shows it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("e", "reload", show=False)]

    def __init__(self, here: Sequence[Problem] | None, others: Sequence[Problem]) -> None:
        super().__init__()
        self.here, self.others = here, others
        """Those of the scene in front of the author, where there is one, and all others."""

    def show(self) -> None:
        """Set them."""
        self.sheet.show(self._lay)
        self.top()

    def _lay(self, room: Room) -> Lines:
        lines = [ink(say(author_words.PROBLEMS), "bold $stamp"), ink("")]
        if not self.here and not self.others:
            return [*lines, *para(typed(say(author_words.NO_PROBLEMS)), room.measure, "$ink")]
        if self.here is None:
            return [*lines, *self.says(room), *_set(self.others, room.width)]
        lines += [ink(say(author_words.HERE), "bold $ink")]
        lines += _set(self.here, room.width) or [ink(say(author_words.NOTHING_HERE), "$muted")]
        if self.others:
            lines += [ink(""), ink(say(author_words.ELSEWHERE), "bold $ink")]
            lines += _set(self.others, room.width)
        return lines

    def says(self, room: Room) -> Lines:
        """What stands over problems that belong to no scene."""
        return []


class ProblemsScreen(ProblemList):
    """Gives back `reload` where the story is to be read anew."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("p", "leave", show=False)]

    def tell_foot(self) -> None:
        """Mend it, then read it anew."""
        hints = (author_words.RELOAD, words.CLOSE, words.HELP)
        self.tell(say(author_words.PROBLEMS), "", hints, self.more)

    def action_reload(self) -> None:
        """Read the story anew, and show what is left."""
        self.dismiss("reload")


def _set(problems: Iterable[Problem], width: int) -> Lines:
    lines: Lines = []
    for problem in problems:
        at = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
        lines.append(
            join(ink(f"{say(problem.severity)}  ", _STYLE[problem.severity]), ink(at, "$ink"))
        )
        lines += shift(para(problem.message, min(width, 90) - 4, "$ink"), 4)
        lines += (
            shift(para(problem.hint, min(width, 90) - 4, "italic $muted"), 4)
            if problem.hint
            else []
        )
    return lines
