"""The title screen: continue, begin, choose, look things up. Every entry works."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from game.tui import back_words, figure_words, words
from game.tui.found import Found, find
from game.tui.screens.base import Paged
from game.tui.screens.believing import Believing
from game.tui.screens.later import Later
from game.tui.screens.teachers import ForTeachers
from game.tui.screens.titled import AuthorsTitle
from game.tui.sheets.title import title
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.sheet import Sheet
from game.words import many, say

if TYPE_CHECKING:
    from game.core.playing.session import Session
    from game.core.saves.runs import RunFile

__all__ = ["TitleScreen"]

BEHIND = 0.05
"""Seconds between the painted page and the reading of the story, for the terminal to get it all.

Counted from the paint and not from the start: on a slow machine reading would come first.
"""


class TitleScreen(AuthorsTitle, Later, ForTeachers, Believing, Paged):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("enter,space", "take", show=False),
        Binding("e", "reload", show=False),
        Binding("p", "problems", show=False),
        Binding("question_mark", "help", show=False),
        Binding("q", "quit", show=False),
    ]

    _leaving = False

    def body(self) -> Iterable[Widget]:
        """The page, and the menu under it."""
        yield VerticalScroll(
            Sheet(id="sheet"), Choices(id="menu", notes_at=18), id="sheet-paper", can_focus=False
        )

    def on_mount(self) -> None:
        """Look for a run to go on with, and say what there is."""
        self.menu = self.query_one(Choices)
        self.found = Found()
        if self.carrot.shelf.is_read:
            self.look_around()
        else:
            self.show_cover()
            self.call_after_refresh(self.set_timer, BEHIND, self.look_inside)

    def show_cover(self) -> None:
        """What can be shown before the story is read: nothing on the first screen waits for it."""
        self.query_one("#sheet", Sheet).show(title(self.carrot.shelf.cover))
        self.menu.show_rows(tuple(Row(id, say(text)) for id, text in words.COVER_ROWS))
        self.tell_keys()

    def look_inside(self) -> None:
        """Read the story, and put in what only it knows."""
        if self.carrot.read_story():
            self.look_around()

    def on_screen_resume(self) -> None:
        """Come back from another screen."""
        if hasattr(self, "menu") and self.carrot.shelf.is_read:
            self.refresh_menu()

    def look_around(self) -> None:
        """Find the run to continue and the last whole year; tell what was set aside."""
        carrot = self.carrot
        if carrot.begun and carrot.begun.run.choices:  # they belong to that run now
            carrot.beliefs.clear()
        self.found = find(carrot.story, carrot.runs)
        self.look_later()
        self._tell(*carrot.settings.told, *self.found.notices, *self.read_anew)
        self.refresh_menu()
        self.tell_keys()

    def _tell(self, *notices: str) -> None:
        """Set the page, and what is to be told over the menu: until the next row is taken."""
        self.query_one("#sheet", Sheet).show(title(self.carrot.shelf.cover, notices))

    def tell_keys(self) -> None:
        """What the keys do here."""
        hints = (
            words.MOVE, words.OPEN, *self.author_hints, words.THEME, words.SETTINGS, words.QUIT,
            words.HELP,
        )  # fmt: skip
        self.tell("", "", hints, words.PLAIN)

    def refresh_menu(self) -> None:
        """Offer what works now."""
        app, story = self.carrot, self.carrot.story
        cut = story.head.cuts[app.cut].name
        book, scenes = story.rulebooks[app.keeper], self._scenes(app.cut)
        found = self.found
        rows = [Row("continue", say("Continue"), note=found.where)] if found.file else []
        rows += [
            Row("new", say("New year"), note=self._year(cut)),
            *([Row("last", say("Last year"), note=found.last_note)] if found.last else []),
            *self.booster_rows,
            Row("keeper", say("Keeper"), note=book.name),
        ]
        if len(story.head.cuts) > 1:
            note = many("{cut}: {n} scene", "{cut}: {n} scenes", scenes, cut=cut)
            rows.append(Row("cut", say("Length"), note=note))
        rows += self.statement_rows
        rows.append(Row("album", say(back_words.ALBUM_TITLE), note=found.album_note))
        shelves = figure_words.shelves(len(story.claims), len(story.trails), len(story.glossary))
        rows.append(Row("library", say("Library"), note=shelves))
        about = Row("about", say("Who wrote it?"), note=say(words.ABOUT_NOTE))
        rows += [*([about] if story.about else []), *self.guide_rows]
        rows.append(Row("settings", say("Settings"), note=say(words.SETTINGS_NOTE)))
        rows.append(Row("quit", say("Quit"), note=say(words.QUIT_NOTE)))
        self.menu.show_rows(rows, self._same_row(rows))

    def _same_row(self, rows: list[Row]) -> int:
        """Where the highlighted row is now; whoever has not moved stands on the first."""
        now = self.menu.row.id if self.menu.row and self.menu.at else ""
        return next((n for n, row in enumerate(rows) if row.id == now), 0)

    def _year(self, cut: str) -> str:
        """The year that would begin, and how long it takes to read."""
        from game.check.minutes import minutes
        from game.core.showing.telling import going_on

        about = round(minutes(self.carrot.story)[self.carrot.cut])
        name = going_on(self.carrot.story, cut)
        return say("{cut}, about {n} minutes", cut=name, n=about) if about > 1 else name

    def action_move(self, by: int) -> None:
        """Up and down."""
        self.menu.move(by)

    def action_take(self) -> None:
        """Enter."""
        self.menu.press()

    def action_quit(self) -> None:
        """Leave the game; where statements wait for a year that has not begun, say so once."""
        if self.carrot.beliefs and not self._leaving:
            self._leaving = True
            self._tell(say(back_words.JUDGED_ONLY))
        else:
            self.app.exit(0)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Open what was chosen."""
        event.stop()
        if self.carrot.read_story():
            self._tell()
            getattr(self, f"open_{event.row.id}")()

    def open_continue(self) -> None:
        """Go on with the newest run."""
        self._open(self.found.file)

    def open_last(self) -> None:
        """Turn to the last page of the newest run that is over: what it adds up to."""
        self._open(self.found.last)

    def _open(self, file: RunFile | None, years: bool = False, ending: bool = False) -> None:
        """Go on with a run; one that is over opens at what it adds up to, or at its `ending`."""
        session = self._resume(file)
        if session is None:
            return
        if session.over:
            session.jump(len(session.trace.turns))
        if ending:
            session.reopen(next(stop for stop in session.stops if stop.kind == "ending"))
        self.carrot.open_play(session, years=years)

    def open_album(self) -> None:
        """The endings that were found, and every run."""
        from game.tui.screens.album import AlbumScreen

        def chosen(opened: str | None) -> None:
            self.look_around()
            verb, _, name = (opened or "").partition(" ")
            files, _ = self.carrot.runs.all()
            file = next((file for file in files if file.path.name == name), None)
            if file is not None:
                self._open(file, years=True, ending=verb == "ending")

        self.app.push_screen(AlbumScreen(), chosen)

    def _resume(self, file: RunFile | None) -> Session | None:
        """A session of this run; where there can be none, a sentence says why."""
        from game.core.playing.session import Session
        from game.core.saves.runs import SaveError

        assert file is not None
        try:
            return Session.resume(self.carrot.story, file, self.carrot.runs, self.carrot.predicts)
        except SaveError as error:
            self._tell(str(error))
            return None

    def open_new(self) -> None:
        """Begin a run in a file of its own."""
        from game.core.playing.session import Session

        app = self.carrot
        app.begun = Session.new(app.story, app.keeper, app.cut, app.runs, predictions=app.predicts)
        for id, said in app.beliefs.items():
            app.begun.believe(words.SAID_BEFORE, id, *said)
        app.open_play(app.begun)

    def open_keeper(self) -> None:
        """Choose who keeps the score."""
        from game.tui.screens.chooser import ChooserScreen

        story = self.carrot.story
        books = [story.rulebooks[id] for id in story.head.keepers]
        rows = tuple(Row(b.id, b.name, str(n)) for n, b in enumerate(books, 1))
        about = {b.id: (b.opening, b.about) for b in books}
        at = list(story.head.keepers).index(self.carrot.keeper)

        def chosen(keeper: str | None) -> None:
            self.carrot.keeper = keeper or self.carrot.keeper
            self.refresh_menu()

        self.app.push_screen(ChooserScreen(say(words.WHO_KEEPS), rows, at, about), chosen)

    def open_cut(self) -> None:
        """Choose how long the year is."""
        from game.check.minutes import minutes
        from game.tui.screens.chooser import ChooserScreen

        cuts, times = self.carrot.story.head.cuts, minutes(self.carrot.story)
        rows = tuple(
            Row(id, cut.name, str(n), figure_words.length(self._scenes(id), times[id]))
            for n, (id, cut) in enumerate(cuts.items(), 1)
        )

        def chosen(cut: str | None) -> None:
            self.carrot.cut = cut or self.carrot.cut
            self.refresh_menu()

        at = list(cuts).index(self.carrot.cut)
        self.app.push_screen(ChooserScreen(say(words.HOW_LONG), rows, at), chosen)

    def _scenes(self, cut: str) -> int:
        return sum(1 for scene in self.carrot.story.cut_scenes(cut) if not scene.event)

    def open_library(self) -> None:
        """Every sentence, with its answer."""
        from game.tui.screens.library import LibraryScreen

        self.app.push_screen(LibraryScreen())

    def open_about(self) -> None:
        """Who wrote the page."""
        from game.tui.screens.about import AboutScreen

        self.app.push_screen(AboutScreen())

    def open_settings(self) -> None:
        """How the game is served."""
        self.call_later(self.run_action, "app.settings")

    open_quit = action_quit
