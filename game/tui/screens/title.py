"""The title screen: continue, begin, choose, look things up. Every entry works."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from game.core.gallery import endings, kept_runs
from game.tui import back_words, words
from game.tui.screens.base import Paged
from game.tui.screens.later import Later
from game.tui.sheets.title import title
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from game.core.save import RunFile
    from game.core.session import Session
    from game.core.statements import StatementView
    from game.core.trace import Trace

__all__ = ["TitleScreen"]


class TitleScreen(Later, Paged):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("enter,space", "take", show=False),
        Binding("question_mark", "help", show=False),
        Binding("q", "quit", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """The page, and the menu under it."""
        yield VerticalScroll(
            Sheet(id="sheet"), Choices(id="menu", notes_at=18), id="sheet-paper", can_focus=False
        )

    def on_mount(self) -> None:
        """Look for a run to go on with, and say what there is."""
        self.menu = self.query_one(Choices)
        self.file: RunFile | None = None
        self.last: RunFile | None = None
        self.look_around()

    def on_screen_resume(self) -> None:
        """Come back from another screen."""
        if hasattr(self, "menu"):
            self.refresh_menu()

    def look_around(self) -> None:
        """Find the run to continue and the last whole year; tell what was set aside."""
        story, runs = self.carrot.story, self.carrot.runs
        if self.carrot.begun and self.carrot.begun.run.choices:  # they belong to that run now
            self.carrot.beliefs.clear()
        files, notices = runs.all()
        ours = [file for file in files if file.run.story == story.head.id]
        self.file = next((file for file in ours if not file.run.finished), None)
        self.last, self.last_note = self._last_year(ours)
        kept = kept_runs(story, ours)
        stubs = endings(story, kept)
        found = sum(1 for stub in stubs if stub.title)
        self.album_note = back_words.years(len(kept), found, len(stubs))
        self.look_later()
        self.query_one("#sheet", Sheet).show(
            title(story.head, (*self.carrot.settings.told, *notices))
        )
        self.refresh_menu()
        hints = (
            words.MOVE, words.OPEN, words.THEME, words.SETTINGS, words.QUIT, words.HELP,
        )  # fmt: skip
        self.tell("", "", hints, words.PLAIN)

    def refresh_menu(self) -> None:
        """Offer what works now."""
        app, story = self.carrot, self.carrot.story
        cut = story.head.cuts[app.cut].name
        book, scenes = story.rulebooks[app.keeper], self._scenes(app.cut)
        rows = [Row("continue", "Continue", note=self._where(self.file))] if self.file else []
        rows += [
            Row("new", "New year", note=f"{cut.lower()}{self._minutes()}"),
            *([Row("last", "Last year", note=self.last_note)] if self.last else []),
            *self.booster_rows,
            Row("keeper", "Keeper", note=book.name),
        ]
        if len(story.head.cuts) > 1:
            rows.append(Row("cut", "Length", note=f"{cut}: {scenes} scenes"))
        if self._statements():
            note = self._judged() or words.BELIEFS_NOTE
            rows.append(Row("statements", words.statements(len(self._statements())), note=note))
        rows.append(Row("album", back_words.ALBUM_TITLE, note=self.album_note))
        shelves = words.shelves(len(story.claims), len(story.trails), len(story.glossary))
        rows.append(Row("library", "Library", note=shelves))
        if story.about:
            rows.append(Row("about", "About this page", note=words.ABOUT_NOTE))
        rows.append(Row("quit", "Quit", note=words.QUIT_NOTE))
        self.menu.show_rows(rows, self.menu.at)

    def _where(self, file: RunFile | None) -> str:
        """Where the run opens (with what the last choice did), and how long ago that was."""
        if file is None:
            return ""
        when, trace = self._when(file), self._fold(file)
        if trace is None:
            return when
        made = [turn.scene.title for turn in trace.turns if turn.option is not None]
        return f"{words.AFTER} {made[-1]} · {when}" if made else f"{words.AT_START} · {when}"

    def _fold(self, file: RunFile) -> Trace | None:
        """The run over the story as it is now; None where keeper or length aren't here."""
        from game.core.run import Game

        story, run = self.carrot.story, file.run
        if run.keeper not in story.rulebooks or run.cut not in story.head.cuts:
            return None
        return Game(story, run.keeper, run.cut, shadows=False).fold(run.choices)

    @staticmethod
    def _when(file: RunFile) -> str:
        try:
            touched = file.path.stat().st_mtime
        except OSError:
            touched = time.time()
        return words.ago(max(time.time() - touched, 0))

    def _last_year(self, files: Iterable[RunFile]) -> tuple[RunFile | None, str]:
        """The newest run that is over in this story as well, and what its row says."""
        for file in files:
            trace = self._fold(file) if file.run.finished else None
            if trace is not None and trace.over and not trace.misfits:
                keeper = self.carrot.story.rulebooks[file.run.keeper].short
                number = trace.state.standings[0].number
                return file, words.last_year(keeper, number, self._when(file))
        return None, ""

    def _minutes(self) -> str:
        from game.check.minutes import minutes

        about = round(minutes(self.carrot.story)[self.carrot.cut])
        return f", about {about} minutes" if about > 1 else ""

    def action_move(self, by: int) -> None:
        """Up and down."""
        self.menu.move(by)

    def action_take(self) -> None:
        """Enter."""
        self.menu.press()

    def action_quit(self) -> None:
        """Leave the game."""
        self.app.exit(0)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Open what was chosen."""
        event.stop()
        getattr(self, f"open_{event.row.id}")()

    def open_continue(self) -> None:
        """Go on with the newest run."""
        self._open(self.file)

    def open_last(self) -> None:
        """Turn to the last page of the newest run that is over: what it adds up to."""
        self._open(self.last)

    def _open(self, file: RunFile | None) -> None:
        """Go on with a run; one that is over opens at what it adds up to."""
        session = self._resume(file)
        if session is None:
            return
        if session.over:
            session.jump(len(session.trace.turns))
        self.carrot.open_play(session)

    def open_album(self) -> None:
        """The endings that were found, and every run."""
        from game.tui.screens.album import AlbumScreen

        def chosen(name: str | None) -> None:
            self.look_around()
            files, _ = self.carrot.runs.all()
            file = next((file for file in files if file.path.name == name), None)
            if file is not None:
                self._open(file)

        self.app.push_screen(AlbumScreen(), chosen)

    def _resume(self, file: RunFile | None) -> Session | None:
        """A session of this run; where there can be none, a sentence says why."""
        from game.core.save import SaveError
        from game.core.session import Session

        assert file is not None
        try:
            return Session.resume(self.carrot.story, file, self.carrot.runs, self.carrot.predicts)
        except SaveError as error:
            story = self.carrot.story
            self.query_one("#sheet", Sheet).show(title(story.head, (str(error),)))
            return None

    def open_new(self) -> None:
        """Begin a run in a file of its own."""
        from game.core.session import Session

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

        self.app.push_screen(ChooserScreen(words.WHO_KEEPS, rows, at, about), chosen)

    def open_cut(self) -> None:
        """Choose how long the year is."""
        from game.check.minutes import minutes
        from game.tui.screens.chooser import ChooserScreen

        cuts, times = self.carrot.story.head.cuts, minutes(self.carrot.story)
        rows = tuple(
            Row(id, cut.name, str(n), words.length(self._scenes(id), times[id]))
            for n, (id, cut) in enumerate(cuts.items(), 1)
        )

        def chosen(cut: str | None) -> None:
            self.carrot.cut = cut or self.carrot.cut
            self.refresh_menu()

        at = list(cuts).index(self.carrot.cut)
        self.app.push_screen(ChooserScreen(words.HOW_LONG, rows, at), chosen)

    def _scenes(self, cut: str) -> int:
        return sum(1 for scene in self.carrot.story.cut_scenes(cut) if not scene.event)

    def _statements(self) -> tuple[StatementView, ...]:
        from game.core.statements import statements

        return statements(self.carrot.story, {})

    def _judged(self) -> str:
        """How many statements wait for the run that begins."""
        count, of = len(self.carrot.beliefs), len(self._statements())
        return f"{count} of {of} judged, for the year that begins" if count else ""

    def open_statements(self) -> None:
        """Judge the statements; what is said is kept for the run that begins."""
        from game.tui.screens.statements import StatementsScreen

        beliefs = self.carrot.beliefs

        def believe(id: str, truth: bool, sure: int) -> None:
            beliefs[id] = (truth, sure)

        views = self._statements()
        self.app.push_screen(StatementsScreen(views, beliefs, words.BELIEFS_BEFORE, believe))

    def open_library(self) -> None:
        """Every sentence, with its answer."""
        from game.tui.screens.library import LibraryScreen

        self.app.push_screen(LibraryScreen())

    def open_about(self) -> None:
        """Who wrote the page."""
        from game.tui.screens.about import AboutScreen

        self.app.push_screen(AboutScreen())

    def open_quit(self) -> None:
        """Leave the game."""
        self.app.exit(0)
