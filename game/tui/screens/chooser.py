"""One question, a few answers: who keeps the score, how long a year, a part of the comment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from game.core.showing.parts import CardView
from game.tui import words
from game.tui.ink import Lines, Room, block, ink, para, quoted
from game.tui.screens.base import Paged
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.sheet import Sheet
from game.tui.words import Hint
from game.words import say

__all__ = ["ChooserScreen", "mark_chooser"]


class ChooserScreen(Paged):
    """Gives back the id of the row that was taken, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"digit('{n}')", show=False) for n in range(1, 10)),
        Binding("up", "move(-1)", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("enter,space", "take", show=False),
        Binding("question_mark", "help", show=False),
        Binding("q,escape,backspace", "leave", show=False),
    ]

    def __init__(
        self,
        title: str,
        rows: tuple[Row, ...],
        at: int = 0,
        about: Mapping[str, tuple[str, str]] | None = None,
        quote: str = "",
    ) -> None:
        super().__init__()
        self.asked, self.rows, self.at = title, rows, at
        self.about, self.quote = about or {}, quote

    def body(self) -> Iterable[Widget]:
        """Question, rows, and what the highlighted one is."""
        yield VerticalScroll(
            Sheet(self._head, id="sheet"), Choices(id="menu", moved=self._tell_about),
            Sheet(id="about"), id="sheet-paper", can_focus=False,
        )  # fmt: skip

    def _head(self, room: Room) -> Lines:
        return [
            *quoted(self.quote, room.measure),
            *para(self.asked, room.measure, "bold $stamp"),
            ink(""),
        ]

    def on_mount(self) -> None:
        """Offer the rows."""
        self.menu = self.query_one(Choices)
        self.menu.show_rows(self.rows, self.at)
        self._tell_about()
        chosen: tuple[Hint, ...] = (_choose([row.digit for row in self.rows]),)
        if self.carrot.settings.now.digits == "move":
            chosen = (words.going_to(chosen[0]), words.TAKE)
        hints = (*chosen, words.MOVE, words.CLOSE, words.HELP)
        self.tell("", "", hints)

    def _tell_about(self) -> None:
        """Say what the highlighted row is."""
        row = self.menu.row
        told = self.about.get(row.id) if row else None
        self.query_one("#about", Sheet).show(self._about_sheet if told else None)

    def _about_sheet(self, room: Room) -> Lines:
        row = self.menu.row
        opening, about = self.about[row.id] if row else ("", "")
        lines = [
            *para(opening, room.measure - 4, "bold $ink"),
            *para(about, room.measure - 4, "$ink"),
        ]
        return [ink(""), *block(lines, room.measure, "$stamp", "$clipping")]

    def action_digit(self, digit: str) -> None:
        """Take the row with that digit."""
        self.menu.by_digit(digit)

    def action_move(self, by: int) -> None:
        """Up and down."""
        self.menu.move(by)

    def action_take(self) -> None:
        """Enter."""
        self.menu.press()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Give the row back."""
        event.stop()
        self.dismiss(event.row.id)


def mark_chooser(view: CardView) -> ChooserScreen:
    """The four marks of a sentence; the one that is set is taken off by being picked again."""
    rows = tuple(
        Row(digit, say(word), digit, taken=word == view.mark) for digit, word in words.MARKS
    )
    at = next((n for n, row in enumerate(rows) if row.taken), 0)
    return ChooserScreen(say(words.MARK_AS), rows, at, quote=f"“{view.words}”")


def _choose(digits: Sequence[str]) -> Hint:
    """Digits pick; where one is left out, as `2–6` or `1 3–6`."""
    parts: list[list[str]] = []
    for digit in filter(None, digits):
        if parts and int(digit) == int(parts[-1][-1]) + 1:
            parts[-1].append(digit)
        else:
            parts.append([digit])
    said = (part[0] if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in parts)
    return replace(words.choose(1), key=" ".join(said))
