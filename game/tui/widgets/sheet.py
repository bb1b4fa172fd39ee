"""A sheet of paper: shows what a `Lay` sets for its width, and lets clicks do actions."""

from __future__ import annotations

from typing import cast

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset, Size
from textual.widget import Widget

from game.tui.host import Host
from game.tui.ink import Lay, Lines, Room, ink, underlined
from game.tui.words import WAYS

__all__ = ["FURTHER", "Bar", "Paper", "Sheet"]


FURTHER = "further"
"""The action of the words that say there is more."""
AWAY = {hint.action for hint in WAYS}


class Sheet(Widget):
    """Lines set for the width at hand; set anew only when width, height or words change."""

    DEFAULT_CSS = """
    Sheet { height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    auto_links = False
    """No word of a story becomes a link of itself; looking for some costs time at every key."""
    grows = True
    """Other words may need other rows, so the page is laid out anew."""

    def __init__(self, lay: Lay | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lay: Lay | None = lay
        self._set: tuple[Room, Lines] | None = None
        self.margined = False
        self._under = ""
        """The action of the words under the mouse."""

    @property
    def host(self) -> Host:
        """The app, as far as this is a widget's business."""
        return cast("Host", self.app)

    def show(self, lay: Lay | None) -> None:
        """Put other words on this sheet; None leaves it out."""
        self._lay = lay
        self.reset()

    def reset(self) -> None:
        """Set the same words anew."""
        self._set = None
        self.set_class(self.empty, "-empty")  # a style of its own would be seen in a small window
        self.refresh(layout=self.grows)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to set, so that the sheet takes no room."""
        return self._lay is None

    def set_lines(self, width: int) -> Lines:
        """The lines for a width."""
        room = Room(width, self.app.size.height, self.margined, self.host.airy)
        if self._set is None or self._set[0] != room:
            self._set = (room, self.lay(room))
        return self._set[1]

    def lay(self, room: Room) -> Lines:
        """Set the words; widgets with a state of their own do it their own way."""
        return self._lay(room) if self._lay else []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Say how many rows the lines need."""
        return len(self.set_lines(width))

    def render(self) -> Content:
        """The lines, as one text that is not wrapped again; what the mouse is on is underlined."""
        lines = self.set_lines(self.content_size.width)
        if self._under:
            lines = [underlined(line, self._under) for line in lines]
        return Content("\n").join(lines)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would take."""
        self._mouse_on(event.style.meta.get("act", ""))

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._mouse_on("")

    def _mouse_on(self, action: str) -> None:
        if action != self._under:
            self._under = action
            self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked words stand for."""
        action = event.style.meta.get("act")
        if action:
            event.stop()
            await self.screen.run_action(action)


class Paper(VerticalScroll):
    """What scrolls; its screen is told when it got other room, as when a notice comes or goes."""

    def on_resize(self) -> None:
        """There may be more below now, or less; the row that is highlighted stays in sight."""
        for part in self.children:
            getattr(part, "on_resize", lambda: None)()
        tell = getattr(self.screen, "tell_foot", None)
        if tell is not None and hasattr(self.screen, "paper"):
            tell()


class Bar(Sheet):
    """One line, at the top or the bottom."""

    DEFAULT_CSS = """
    Bar { height: 1; }
    """
    grows = False

    @property
    def empty(self) -> bool:
        """A bar without words is still there."""
        return False

    def lay(self, room: Room) -> Lines:
        """Never more than one line, and never an empty page."""
        return super().lay(room)[:1] or [ink("")]

    async def on_click(self, event: events.Click) -> None:
        """Who clicks down a page at one place is led away by no click too many at its end."""
        at, action = event.screen_offset, event.style.meta.get("act")
        led_away = at == self._further_at and action in AWAY
        self._further_at = at if action == FURTHER else None
        if led_away:
            event.prevent_default()  # what a sheet does with a click

    _further_at: Offset | None = None
    """Where it was clicked that there is more."""
