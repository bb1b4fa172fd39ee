"""The booster in the app: a question a page. What is said is kept at once, in a file of its own."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from game.core.playing.booster import Booster, Question
from game.tui import words
from game.tui.screens.sheeted import Sheeted
from game.tui.sheets import booster as sheets
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["BoosterScreen"]


JUDGES = (("t", "judge(True)"), ("f", "judge(False)"))
DIGITS = tuple((str(n), f"digit('{n}')") for n in range(1, 5))


class BoosterScreen(Sheeted):
    """Asks one thing after another, and tells at once what is on record."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"digit('{n}')", show=False) for n in range(1, 5)),
        Binding("t", "judge(True)", show=False),
        Binding("f", "judge(False)", show=False),
        Binding("enter,right", "next", show=False),
        Binding("b,left,backspace", "back", show=False),
    ]

    def __init__(self, booster: Booster) -> None:
        super().__init__()
        self.booster = booster
        asked = booster.questions
        self.at = next((n for n, one in enumerate(asked) if not one.answered), 0)
        self.problem = ""

    def show(self) -> None:
        """Set the question at which this stands; after the last, what was believed."""
        self._set()
        self.top()

    def _set(self) -> None:
        asked = self.booster.questions
        if self.at < len(asked):
            self.sheet.show(sheets.question(asked[self.at], self.at, len(asked)))
        else:
            self.sheet.show(sheets.closing(self.booster))
        self.tell_foot()
        self.call_after_refresh(self.tell_foot)

    def tell_foot(self) -> None:
        """What the keys do to this question."""
        asked = self.booster.questions
        if self.at == len(asked):
            hints: tuple[Hint, ...] = (Hint(mark("enter"), mark("close"), "next"), words.HELP)
        else:
            one = asked[self.at]
            each = ((say("true"), JUDGES[0][1]), (say("false"), JUDGES[1][1]))
            marks = Hint("1 2 3 4", mark("mark it"), "ask('mark')", DIGITS)
            truth = Hint("t f", mark("true or false"), "ask('truth')", JUDGES, each)
            sure = (words.surely(DIGITS[:3]),) if one.statement else ()
            first = (truth, *sure) if one.statement and one.answered else (truth,)
            first = first if one.statement else (marks,)
            go_on = Hint(mark("enter"), mark("go on") if one.answered else mark("leave it"), "next")
            hints = (
                *first,
                go_on,
                Hint("b", mark("back"), "back"),
                Hint("q", mark("stop"), "leave"),
            )
            hints += (words.HELP,)
        self.tell(say(words.BOOSTER), "", hints, self.problem or self.more)

    def action_judge(self, truth: bool) -> None:
        """Say true or false of the statement; the same again takes it back."""
        one = self._here()
        if one and one.statement:
            said = one.statement.after
            again = said is not None and said[0] is truth
            self.booster.judge(one.statement.id, None if again else truth, said[1] if said else 2)
            self._keep()

    def action_digit(self, digit: str) -> None:
        """Mark the sentence, the same again takes it off; or say how sure of true or false."""
        one = self._here()
        if one and one.card:
            word = dict(words.MARKS)[digit]
            self.booster.mark(one.card.id, None if one.card.mark == word else word)
            self._keep()
        elif one and one.statement and one.statement.after and int(digit) < 4:
            self.booster.judge(one.statement.id, one.statement.after[0], int(digit))
            self._keep()

    def _here(self) -> Question | None:
        asked = self.booster.questions
        return asked[self.at] if self.at < len(asked) else None

    def _keep(self) -> None:
        self.problem = words.NOT_SAVED if self.booster.save_or_say() else ""
        self._set()

    async def action_next(self) -> None:
        """Further down; then the next question; after the last, out."""
        if self.more:
            self.action_page(1)
        elif self._here() is None:
            await self.action_leave()
        else:
            self.at += 1
            if self._here() is None:
                self.booster.end()
                self.problem = words.NOT_SAVED if self.booster.save_or_say() else ""
            self.show()

    def action_back(self) -> None:
        """The question before."""
        self.at = max(self.at - 1, 0)
        self.show()
