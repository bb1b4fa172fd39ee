"""The command palette: every action of the screen that is open, by its name in words.

What can be chosen on the page is offered as well, so that the palette alone is enough to play.
Refuses to list what can't be done here and now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from textual.binding import Binding
from textual.command import CommandList, CommandPalette
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.widgets.option_list import Option

from game.tui import palette_words as words
from game.tui.screens.base import Paged
from game.tui.widgets.choices import Choices
from game.words import say

__all__ = ["Palette", "ThemeProvider", "bound", "commands"]

Command = tuple[str, str, Callable[[], Any]]


class Palette(CommandPalette):
    """Textual's palette, which a page turned before its list is laid out would upset."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region.height:
            super()._action_command_list(action)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """As Textual has it, but in the words of the game."""
        self._stop_no_matches_countdown()

        def nothing_found() -> None:
            if search_value:
                said = Option(say(words.NOTHING_FOUND), disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(said)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, nothing_found)


def commands(screen: Screen[Any]) -> Iterator[Command]:
    """Yield name, what it does, and the doing."""
    if not isinstance(screen, Paged) or screen.too_small:
        return
    yield from _rows(screen)
    taught = [
        action for hint in screen.hints for action in (hint.action, *(to for _, to in hint.keys))
    ]
    for action in dict.fromkeys((*bound(type(screen)), *taught)):
        named = words.ACTIONS.get(action)
        if named and (action in taught or action in words.ANYTIME):
            name, says = named
            yield say(name), say(says), partial(screen.run_action, action)


def bound(kind: type[Screen[Any]]) -> Iterator[str]:
    """Yield the actions that a kind of screen has keys for."""
    for part in kind.__mro__:
        if part.__module__.startswith("game."):
            made = vars(part).get("BINDINGS", ())
            yield from (each.action for each in Binding.make_bindings(made))


def _rows(screen: Paged) -> Iterator[Command]:
    for choices in screen.query(Choices):
        for row in choices.rows if not choices.empty and screen.choosing else ():
            yield words.choosing(row.text), row.note, partial(choices.press, row)
