"""The screen of the app when it is a page in a browser (`carrot serve`): Textual's web driver.

Two things more than Textual's: the game ends when whoever serves it is gone, however that died,
and it can be shown again on a page that was reloaded. Refuses to outlive its server.
"""

from __future__ import annotations

import os

from textual import events
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size

__all__ = ["PageDriver"]

ALONE = 1
"""The exit code of a game whose server has gone."""


class PageDriver(WebDriver):
    """Reads from its server's pipe; the pipe's end is the game's end."""

    def run_input_thread(self) -> None:
        """Pass on what is typed; at the end of the input nobody is there to play for."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            # Every choice is on the disk, whole; there is nobody to say goodbye to, and a goodbye
            # into a pipe that nobody reads would only raise.
            os._exit(ALONE)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """What the server says of the page."""
        if packet_type == "again":
            # In the app's own thread: two threads would write into each other's packets.
            self._loop.call_soon_threadsafe(self.show_again)
        else:
            super().on_meta(packet_type, payload)

    def show_again(self) -> None:
        """A new page shows the game: it needs to be told what the first was told, and all of it."""
        self.write("\x1b[?1049h\x1b[?25l")
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        size = Size(*self._size) if self._size else Size(80, 24)
        self._app.post_message(events.Resize(size, size))
        self._app.screen.refresh(layout=True)
