"""The app: themes, the first screen, and what every screen shares. Nothing about the story."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from game.core.saves.settings import Preferences, Settings
from game.core.story.shelf import Shelf
from game.tui import palette_words, themes
from game.tui.screens.base import Paged
from game.tui.served import Served, wants_colour
from game.words import say, speak

if TYPE_CHECKING:
    from game.check.bench import Bench
    from game.core.playing.booster import Booster
    from game.core.playing.session import Session
    from game.core.saves.runs import Runs
    from game.core.story.model import Story

__all__ = ["CarrotApp", "run"]

INTERRUPTED = 130

COLUMNS = [(0, "-narrow"), (80, "-book"), (100, "-broad"), (140, "-spread"), (200, "-vast")]
ROWS = [(0, "-low"), (24, "-full"), (38, "-tall"), (50, "-lofty")]
"""Sizes from which a screen gets a class; `carrot.tcss` says what then changes."""


class CarrotApp(Served, App[int]):
    """Carrot & Stick in a terminal."""

    TITLE = "Carrot & Stick"
    CSS_PATH = Path(__file__).with_name("carrot.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "turn_theme", show=False),
        Binding("full_stop", "still", show=False),
        Binding("comma", "settings", show=False),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
    ]

    def __init__(
        self,
        story: Story | Shelf,
        runs: Runs | Path,
        session: Session | None = None,
        booster: Booster | None = None,
        bench: Bench | None = None,
        settings: Preferences | None = None,
        report: Callable[[Session], str] | None = None,
    ) -> None:
        self.report = report
        """Writes a year as a page and says where."""
        self.settings = settings or Preferences(kept=Settings(hinted=True))
        self.colourless = not wants_colour(self.settings)
        super().__init__(ansi_color=True if self.colourless else None)
        self.no_color = self.colourless
        self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS = COLUMNS, ROWS
        self.shelf = story if isinstance(story, Shelf) else Shelf.of(story)
        self._runs, self.session, self.booster = runs, session, booster
        self.bench = bench
        """For an author who plays while writing: the story's folder and its problems."""
        self._keeper = self._cut = ""
        self.failure: Exception | None = None
        """Why the story could not be read, once that was tried."""
        self.beliefs: dict[str, tuple[bool, int]] = {}
        """What was said of the statements before there was a run; for the one that begins."""
        self.begun: Session | None = None
        """The session that was begun with them."""
        for theme in themes.OURS:
            self.register_theme(theme)
        self.serve()

    @property
    def story(self) -> Story:
        """The story; read now, where nobody has asked for it before."""
        return self.shelf.story

    @cached_property
    def runs(self) -> Runs:
        """The runs; of a folder, opened now, where nobody has asked for it before."""
        from game.core.saves.runs import Runs  # late: the first screen shows nothing of them

        return Runs(self._runs) if isinstance(self._runs, Path) else self._runs

    @property
    def keeper(self) -> str:
        """Who keeps the score in the year that begins next."""
        last, story = self.settings.kept.keeper, self.story
        known = last if last in story.head.keepers else story.default_keeper
        return self._keeper or known

    @keeper.setter
    def keeper(self, keeper: str) -> None:
        if keeper != self.keeper:
            self._keeper = keeper
            self.settings.change("keeper", keeper)  # where it can't be kept, it holds till the end

    @property
    def cut(self) -> str:
        """How long that year is."""
        last, story = self.settings.kept.cut, self.story
        return self._cut or (last if last in story.head.cuts else story.default_cut)

    @cut.setter
    def cut(self, cut: str) -> None:
        if cut != self.cut:
            self._cut = cut
            self.settings.change("cut", cut)

    def read_story(self) -> bool:
        """Read the story behind a screen that is painted; where it can't be, leave and say why."""
        try:
            return bool(self.story)
        except Exception as error:  # whatever it is: the entry point knows how to say it
            self.failure = error
            self.exit(1)
            return False

    def on_mount(self) -> None:
        """Straight into play where there is a session, else the title."""
        if self.session is not None:
            from game.tui.screens.play import PlayScreen

            self.push_screen(PlayScreen(self.session))
        elif self.bench is not None and not self.bench.plays:
            from game.tui.screens.broken import BrokenScreen

            self.push_screen(BrokenScreen(self.bench))
        else:
            from game.tui.screens.title import TitleScreen

            self.push_screen(TitleScreen())
        if self.booster is not None:
            from game.tui.screens.booster import BoosterScreen

            self.push_screen(BoosterScreen(self.booster))

    def take_story(self, story: Story) -> None:
        """Play another state of the story; a keeper or a length that it lacks is not offered."""
        self.shelf = Shelf.of(story)
        speak(story.head.language)
        self._keeper = self._keeper if self._keeper in story.rulebooks else ""
        self._cut = self._cut if self._cut in story.head.cuts else ""

    def open_title(self, years: bool = False) -> None:
        """Put the title screen in the place of the one that is open; or `years`, over it."""
        from game.tui.screens.title import TitleScreen

        title = TitleScreen()
        self.switch_screen(title)
        if years:
            self.call_later(title.open_album)

    def open_play(self, session: Session, keep: bool = False, years: bool = False) -> None:
        """Put a session in its place; Escape goes back to `years`, where it came from there."""
        from game.tui.screens.play import PlayScreen

        self.switch_screen(PlayScreen(session, keep, years))

    def open_help(self, kind: str) -> None:
        """Lay help over it."""
        from game.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(kind))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Textual's commands, without the one that would show a second, rawer help."""
        from game.tui.palette import commands

        yield from (SystemCommand(*command) for command in commands(screen))
        for name, says, action in palette_words.EVERYWHERE:
            yield SystemCommand(say(name), say(says), partial(self.run_action, action))
        kept = {name: says for name, says in palette_words.TEXTUALS if self._keeps(name)}
        for theirs in super().get_system_commands(screen):
            if theirs.title in kept:
                says = say(kept[theirs.title])
                yield SystemCommand(say(theirs.title), says, theirs.callback)

    def _keeps(self, name: str) -> bool:
        """Whether one of Textual's commands is offered here: no picture goes to a browser."""
        return not (self.is_web and name == palette_words.PICTURE)

    @on(events.DeliveryComplete)
    def say_where(self, event: events.DeliveryComplete) -> None:
        """Say where a picture was put, in the language of the story."""
        event.prevent_default()
        path = str(event.path or "").replace(str(Path.home()), "~", 1)
        self.told_at_foot(palette_words.pictured(path))

    @on(events.DeliveryFailed)
    def say_failed(self, event: events.DeliveryFailed) -> None:
        """Say that a picture could not be put anywhere."""
        event.prevent_default()
        self.told_at_foot(say(palette_words.NO_PICTURE))

    def told_at_foot(self, said: str) -> None:
        """Say something in the footer, where it covers nothing that is being read."""
        if isinstance(self.screen, Paged):
            self.screen.remark(said)

    def action_command_palette(self) -> None:
        """Open the palette, once."""
        from game.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            searched = say("Search for commands…")
            self.push_screen(Palette(id="--command-palette", placeholder=searched))

    def search_themes(self) -> None:
        """Open the palette on the themes alone."""
        from game.tui.palette import Palette, ThemeProvider

        searched = say("Search for themes…")
        self.push_screen(Palette(providers=[ThemeProvider], placeholder=searched))

    def action_settings(self) -> None:
        """Open the settings; they close by the same key."""
        from game.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def action_interrupt(self) -> None:
        """Ctrl+C: what is kept is kept."""
        self.exit(INTERRUPTED)


def run(
    story: Story | Shelf,
    runs: Runs | Path,
    *,
    session: Session | None = None,
    booster: Booster | None = None,
    bench: Bench | None = None,
    settings: Preferences | None = None,
    report: Callable[[Session], str] | None = None,
) -> int:
    """Open the terminal app; return the exit code. Raises what the story's reader raised."""
    app = CarrotApp(story, runs, session, booster, bench, settings, report)
    code = app.run()
    if app.failure is not None:
        raise app.failure
    return code if code is not None else app.return_code or 0
