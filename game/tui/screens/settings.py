"""The settings: a row for each, changed where it stands, shown at once and kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from game.core.saves.settings import SETTINGS, Setting
from game.tui import palette_words, words
from game.tui.ink import Lines, Room, act, block, ink, join, para
from game.tui.screens.base import Paged
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.sheet import Sheet
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["SettingsScreen"]


class SettingsScreen(Paged):
    """Enter, or → and ←, go round the values of the highlighted row; a click takes one of them.

    A row under the mouse is not highlighted: its values stand below the others, and whoever goes
    down to them would lose them on the way. The first click on a row opens it and changes nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("left", "set(-1)", show=False),
        Binding("right", "set(1)", show=False),
        Binding("enter,space", "take", show=False),
        Binding("question_mark", "help", show=False),
        Binding("q,escape,backspace,comma", "leave", show=False),
    ]

    problem = ""

    def body(self) -> Iterable[Widget]:
        """The rows, and what the highlighted one is about."""
        yield VerticalScroll(
            Sheet(self._head, id="sheet"), self._menu(),
            Sheet(self._about, id="about"), id="sheet-paper", can_focus=False,
        )  # fmt: skip

    def _menu(self) -> Choices:
        return Choices(id="menu", notes_at=18, moved=self._tell_about, hovers=False)

    def on_mount(self) -> None:
        """Offer the rows."""
        self.menu = self.query_one(Choices)
        self._fill()
        hints = (
            words.MOVE,
            Hint(mark("enter ←→"), mark("change"), "take"),
            words.CLOSE,
            words.HELP,
        )
        self.tell(say(palette_words.SETTINGS), "", hints)

    def settings_changed(self) -> None:
        """Show what they are now: a key that works everywhere changed one."""
        self._fill()

    def _fill(self) -> None:
        now = self.carrot.settings.now
        rows = [Row(s.key, say(s.name), note=say(s.words(getattr(now, s.key)))) for s in SETTINGS]
        self.menu.show_rows(rows, self.menu.at)
        self.query_one("#about", Sheet).reset()

    def _head(self, room: Room) -> Lines:
        title = ink(say(palette_words.SETTINGS), "bold $stamp")
        said = para(self.problem, room.measure, "bold $amber") if self.problem else []
        return [
            title,
            *para(say(palette_words.SETTINGS_SAYS), room.measure, "italic $muted"),
            *said,
            ink(""),
        ]

    @property
    def here(self) -> Setting:
        """The highlighted setting."""
        return SETTINGS[self.menu.at]

    def _about(self, room: Room) -> Lines:
        """What it is about, every value it can have, and who else has a say in it."""
        if not hasattr(self, "menu"):
            return []
        setting, preferences = self.here, self.carrot.settings
        now = getattr(preferences.now, setting.key)
        lines = para(say(setting.says), room.measure - 4, "bold $ink")
        for value, said in setting.values:
            dot, style = ("● ", "bold $stamp") if value == now else ("○ ", "$muted")
            line = join(ink(dot, style), ink(say(said), "$ink"))
            lines.append(act(line, f"pick('{value}')"))
        if setting.key == "plain" and now == "on":
            lines += para(say(palette_words.PLAIN_NEXT), room.measure - 4, "bold $amber")
        if self._locked:
            lines += para(say(palette_words.NO_COLOUR), room.measure - 4, "italic $muted")
        elif setting.key in preferences.forced:
            said = palette_words.decided(preferences.forced[setting.key][1])
            lines += para(said, room.measure - 4, "italic $muted")
        return [ink(""), *block(lines, room.measure, "$stamp", "$clipping")]

    @property
    def _locked(self) -> bool:
        return self.here.key == "theme" and self.carrot.colourless

    def action_move(self, by: int) -> None:
        """Up and down."""
        self.menu.move(by)

    def _tell_about(self) -> None:
        """Say what the highlighted row is about."""
        self.query_one("#about", Sheet).reset()

    def action_take(self) -> None:
        """Enter."""
        self.action_set(1)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """A click on the row that is highlighted, or its name out of the palette."""
        event.stop()
        self.menu.highlight(self.menu.rows.index(event.row))
        self.action_set(1)

    def action_set(self, by: int) -> None:
        """The next value of the highlighted row, or the one before."""
        if self._locked:
            return
        setting = self.here
        values = [value for value, _ in setting.values]
        now = getattr(self.carrot.settings.now, setting.key)
        at = values.index(now) if now in values else -1 if by > 0 else 0
        self.action_pick(values[(at + by) % len(values)])

    def action_pick(self, value: str) -> None:
        """One value of the highlighted row."""
        if self._locked:
            return
        self.problem = self.carrot.change_setting(self.here.key, value) or ""
        self.query_one("#sheet", Sheet).reset()
