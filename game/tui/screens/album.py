"""The album: the endings that were found, and every run, to be opened, handed on or deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from game.core.debrief.gallery import EndingStub, KeptRun, endings, kept_runs
from game.core.saves.handing import Exists, export_run, import_run, meant_path
from game.core.saves.runs import SaveError
from game.tui import back_words, words
from game.tui.ink import Lines, Room, act, cell, ink, join, para
from game.tui.screens.lists import Listed
from game.tui.widgets.choices import Row
from game.tui.widgets.sheet import Sheet
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["AlbumScreen"]

LONGEST_PATH = 1000
DIGITS = "1234567890"
"""Each opens a found ending, the first to the tenth."""
EXPORT, DELETE = Hint("e", mark("export"), "export"), Hint("d", mark("delete"), "delete")


class AlbumScreen(Listed):
    """Gives back `run NAME` or `ending NAME`, the file of the run to open; or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(digit, f"ending({n})", show=False) for n, digit in enumerate(DIGITS)),
        Binding("e", "export", show=False),
        Binding("i", "import", show=False),
        Binding("d,delete", "delete", show=False),
    ]

    notice = ""

    def look(self) -> None:
        """Read the folder of runs."""
        files, sentences = self.carrot.runs.all()
        self.runs = {kept.file.path.name: kept for kept in kept_runs(self.carrot.story, files)}
        self.notice = " ".join(sentences) or self.notice
        self.stubs = endings(self.carrot.story, self.runs.values())

    def fill(self) -> None:
        """Read the folder, and put the runs into the list."""
        self.look()
        self.query_one("#list-head", Sheet).reset()
        super().fill()

    def head(self, room: Room) -> Lines:
        """The pages of the album: found ones by name, the others blank; and what must be told."""
        found = [stub for stub in self.stubs if stub.title] if hasattr(self, "runs") else []
        if not hasattr(self, "runs"):
            return []
        lines = [ink(back_words.album(len(found), len(self.stubs)), "bold $stamp")]
        lines += [*_stubs(self.stubs, room.width), ink("")]
        if self.notice:
            lines += [*para(self.notice, room.width, "bold $amber"), ink("")]
        return [*lines, ink(self._over_the_list, "bold $stamp")]

    @property
    def _over_the_list(self) -> str:
        if self.runs:
            return say(back_words.RUNS)
        return say(back_words.NO_RUNS_HERE) if self.app.is_web else say(back_words.NO_RUNS)

    def lines(self) -> Iterable[tuple[str, Content]]:
        """The runs, the one that was played last first."""
        for name, kept in self.runs.items():
            yield name, _line(kept)

    def tell_foot(self) -> None:
        """Open, hand on, take in, delete."""
        away = self.app.is_web
        hand_on = () if away else (EXPORT,)
        take_in = () if away else (Hint("i", mark("import"), "import"),)
        open_ = Hint(mark("enter"), mark("open"), "take")
        some = (words.MOVE, open_, *hand_on, DELETE)
        hints = (*(some if self.runs else ()), *take_in, words.CLOSE, words.HELP)
        self.tell(say(back_words.ALBUM_TITLE), "", hints)

    def offers(self, id: str) -> tuple[Hint, ...]:
        """Hand on and delete."""
        return (DELETE,) if self.app.is_web else (EXPORT, DELETE)

    def open(self, id: str, verb: str = "run") -> None:
        """Give the run back, to be opened."""
        if self.runs[id].fits:
            self.dismiss(f"{verb} {id}")
        else:
            self.tell_over(say(back_words.FITS_NO_MORE))

    def action_ending(self, nth: int) -> None:
        """Open the found ending of a digit."""
        found = [at for at, stub in enumerate(self.stubs) if stub.title]
        if nth < len(found):
            self.action_stub(found[nth])

    def action_stub(self, at: int) -> None:
        """Open the album's page of a stub, in the run that came to it last."""
        title = self.stubs[at].title
        runs = self.runs.items()
        self.open(next(name for name, kept in runs if title and kept.ending == title), "ending")

    def tell_over(self, sentence: str) -> None:
        """Say something over the list."""
        self.notice = sentence
        self.query_one("#list-head", Sheet).reset()

    @property
    def here(self) -> KeptRun | None:
        """The highlighted run."""
        at = self.list.highlighted
        id = self.list.get_option_at_index(at).id if at is not None else None
        return self.runs.get((id or "").partition(":")[2])

    def action_export(self) -> None:
        """Write the highlighted run to a file of the player's."""
        kept = self.here
        if kept is not None:
            proposed = f"~/{kept.file.run.story}.run.json"
            self._ask_path(
                say(back_words.EXPORT_TO), lambda typed: self._export(kept, typed), proposed
            )

    def _export(self, kept: KeptRun, typed: str, over: bool = False) -> None:
        try:
            path = export_run(kept.file.run, meant_path(typed), over)
        except Exists as error:
            asked = back_words.write_over(str(error))
            self._confirm(
                asked, say(back_words.YES_OVER), lambda: self._export(kept, typed, over=True)
            )
        except SaveError as error:
            self.tell_over(str(error))
        else:
            self.tell_over(back_words.written_to(path))

    def action_import(self) -> None:
        """Take a run in from a file."""
        self._ask_path(say(back_words.IMPORT_FROM), self._import)

    def _import(self, typed: str) -> None:
        try:
            file = import_run(self.carrot.story, self.carrot.runs, meant_path(typed))
        except SaveError as error:
            self.tell_over(str(error))
        else:
            self.notice = back_words.taken_in(file.path.name)
            self.fill()

    def action_delete(self) -> None:
        """Delete the highlighted run, once that was said twice."""
        kept = self.here
        if kept is not None:
            alone = sum(run.ending == kept.ending for run in self.runs.values()) == 1
            asked = back_words.delete(_said(kept), kept.ending if kept.ending and alone else "")
            self._confirm(asked, say(back_words.YES_DELETE), lambda: self._delete(kept))

    def _delete(self, kept: KeptRun) -> None:
        try:
            self.carrot.runs.remove(kept.file)
        except SaveError as error:
            self.notice = str(error)
        else:
            self.notice = say(back_words.DELETED)
        self.fill()

    def _ask_path(self, asked: str, then: Callable[[str], None], said: str = "") -> None:
        """Ask for a path; never in a browser, whose player would write on somebody's machine."""
        self.tell_over("")  # what was told of the last one
        if self.app.is_web:
            self.tell_over(say(back_words.IN_A_BROWSER))
            return
        from game.tui.screens.writing import WritingScreen

        def typed(path: str | None) -> None:
            if path is not None:
                then(path)

        asks = WritingScreen(asked, said, say(back_words.A_PATH), LONGEST_PATH)
        self.app.push_screen(asks, typed)

    def _confirm(self, asked: str, yes: str, then: Callable[[], None]) -> None:
        """Ask; the harmless answer comes first."""
        self.tell_over("")
        from game.tui.screens.chooser import ChooserScreen

        def chosen(answer: str | None) -> None:
            if answer == "yes":
                then()

        rows = (Row("no", say(back_words.NO_LEAVE_IT), "1"), Row("yes", yes, "2"))
        self.app.push_screen(ChooserScreen(asked, rows), chosen)


def _stubs(stubs: Iterable[EndingStub], width: int) -> Lines:
    """Set the stubs side by side; none is broken over two lines."""
    lines: Lines = []
    found = 0
    for n, stub in enumerate(stubs):
        digit = DIGITS[found] if stub.title and found < len(DIGITS) else ""
        made = _stub(stub.title, stub.times, digit)
        if stub.title:
            made, found = act(made, f"stub({n})"), found + 1
        if lines and lines[-1].cell_length + 1 + made.cell_length <= width:
            lines[-1] = join(lines[-1], ink(" "), made)
        else:
            lines.append(made)
    return lines


def _stub(title: str | None, times: int, digit: str) -> Content:
    if title is None:
        return ink(back_words.BLANK_STUB, "$muted")
    often = f" ×{times}" if times > 1 else ""
    key = ink(f"{digit} " if digit else "", "bold $stamp")
    name = join(ink("▐ ", "bold $ink"), key, ink(title, "bold $ink"))
    return join(name, ink(often, "$muted"), ink(" ▌", "bold $ink"))


def _line(kept: KeptRun) -> Content:
    name = f" · {kept.name}" if kept.name else ""
    number = f"{kept.number}" if kept.number is not None else ""
    style = "bold $ink" if kept.ending else "italic $muted"
    return join(
        cell(f"  {back_words.date(kept.when)}", 20, "$muted"),
        cell(kept.keeper, 15, "bold $stamp"),
        cell(kept.cut, 15, "$ink"),
        ink(f"{number:>4}  ", "bold $ink"),
        ink(_where(kept), style),
        ink(name, "$muted"),
    )


def _where(kept: KeptRun) -> str:
    """Where a run stands."""
    if kept.ending:
        return kept.ending
    if not kept.fits:
        return say("the year as it is now differs")
    if kept.last:
        return say("after {scene}, {n} of {of}", scene=kept.last, n=kept.made, of=kept.of)
    return say("at the beginning")


def _said(kept: KeptRun) -> str:
    said = f"{back_words.date(kept.when)}, {kept.keeper}, {kept.cut}, {_where(kept)}"
    return said if kept.number is None else f"{said}, {kept.number}"
