"""Settings as the app carries them out: colours, motion, predictions, keys, air.

What is set while the app is open shows at once and is kept. Where NO_COLOR is set, no theme
brings a colour back: then the terminal gets bold, underlined and struck-out text, and not one
code for a colour.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual import constants
from textual.app import ScreenStackError
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Offset

from game.core.saves.settings import Preferences, Settings
from game.tui import themes
from game.tui.widgets.sheet import Sheet
from game.words import say

if TYPE_CHECKING:
    from textual.app import App

    _Base = App[int]
else:
    _Base = object

__all__ = ["Served", "wants_colour"]


class _Colourless(LineFilter):
    """Takes every colour out of a line; Textual's own filter leaves codes for the default ones."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, in no colour."""
        return [
            Segment(text, style.without_color if style else None, control)
            for text, style, control in segments
        ]


_COLOURLESS = (_Colourless(),)


def wants_colour(settings: Preferences) -> bool:
    """Whether colours are wanted: not under NO_COLOR, unless the command line named a theme."""
    by = settings.forced.get("theme", ("", ""))[1]
    return not os.environ.get("NO_COLOR") or by == "--set"


class Served(_Base):
    """The part of the app that knows how its player wants to be served."""

    settings: Preferences
    colourless = False
    _coloured = ""
    """The theme whose colours the styles were read with."""
    _typed_at = Offset(0, 0)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What a line goes through before it is painted."""
        return _COLOURLESS if self.colourless else super().get_line_filters()

    def serve(self) -> None:
        """Begin with what is in force."""
        wanted = self.settings.now.theme
        if self.colourless:
            wanted = themes.TERMINAL.name
        elif wanted not in self.available_themes:
            said = say("There is no theme {theme} here; newsprint serves.", theme=repr(wanted))
            self.settings.told += (said,)
            wanted = Settings().theme
        self._coloured = self.theme = wanted
        self.stylesheet.set_variables(self.get_css_variables())
        self._move_or_not()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our roles in a theme that doesn't know them; for the one before ours nobody asks."""
        theme = self.current_theme
        if not self._coloured or themes.knows_roles(theme):
            return {}
        return themes.derive(theme, theme.to_color_system().generate())

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles anew, where they don't have this theme's colours yet."""
        if self.theme != self._coloured:
            self._coloured = self.theme
            super().refresh_css(animate)

    def change_setting(self, key: str, value: str) -> str | None:
        """Set something, show it, keep it; where it can't be kept, a sentence says so."""
        problem = self.settings.change(key, value)
        if key == "theme" and not self.colourless and value in self.available_themes:
            self.theme = value
        elif key == "motion":
            self._move_or_not()
        elif key == "predictions":
            for screen in self.screen_stack:
                session: Any = getattr(screen, "session", None)
                if hasattr(session, "predictions"):
                    session.predictions = self.predicts
        elif key == "spacing":
            self._set_anew()
        self._tell_screens()
        return problem

    def _tell_screens(self) -> None:
        """A screen that shows the settings shows what they are now, whoever changed them."""
        for screen in self.screen_stack:
            changed: Any = getattr(screen, "settings_changed", None)
            if changed is not None:
                changed()

    def _set_anew(self) -> None:
        """Set every sheet's lines again."""
        for screen in self.screen_stack:
            for sheet in screen.query(Sheet):
                sheet.reset()

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands at each repaint: where the screen is read.

        Braille displays and magnifiers follow nothing else; no screen has to remember to move it.
        """
        try:
            place: Offset | None = getattr(self.screen, "reading", None)
        except ScreenStackError:
            place = None
        return self._typed_at if place is None else place

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        """A line in which something is typed says so itself."""
        self._typed_at = place

    @property
    def predicts(self) -> bool:
        """Whether the app asks for predictions."""
        return self.settings.now.predicts(plain=False)

    @property
    def airy(self) -> bool:
        """Whether each line of a story is followed by an empty one."""
        return self.settings.now.spacing == "wide"

    @property
    def chosen(self) -> str:
        """How a highlighted row stands out: by a ground, or where there is none, reversed."""
        return "reverse" if self.native_ansi_color else "on $chosen"

    def _move_or_not(self) -> None:
        still = self.settings.now.motion == "off"
        self.animation_level = "none" if still else constants.TEXTUAL_ANIMATIONS

    def watch_theme(self, theme: str) -> None:
        """A theme that was picked from Textual's own list is kept as well."""
        if not self.is_running:
            return
        self._set_anew()  # where there are no grounds, a highlighted row is set otherwise
        if not self.colourless and theme != self.settings.now.theme:
            self.settings.change("theme", theme)
            self._tell_screens()

    def action_turn_theme(self) -> None:
        """The next of our themes; where colours are not wanted, none."""
        if not self.colourless:
            self.change_setting("theme", themes.next_theme(self.theme))

    def action_still(self) -> None:
        """Motion off, or on again."""
        self.change_setting("motion", "on" if self.settings.now.motion == "off" else "off")
