"""The desk's drawer for looking back: what if, history, other runs, export and import.

Refuses what the session and the folder of runs refuse, in their own sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.core.playing.session import Session
from game.core.saves.runs import Runs, SaveError
from game.plain.blocks import Block, heading, item, passage, text
from game.plain.kept import kept_line
from game.plain.words import Unclear, list_words, near
from game.words import capital, many, say

if TYPE_CHECKING:
    from game.core.debrief.gallery import EndingStub, KeptRun

__all__ = ["LookingBack"]

Said = Sequence[Block] | None


class LookingBack:
    """The part of the desk that looks back; `session` is another one after `branch` and `open`."""

    session: Session
    keep: Callable[[], bool]
    _listed: tuple[KeptRun, ...] | None = None
    """The runs as they were listed last: `open 2` means the second of those."""

    def do_whatif(self, rest: str) -> Said:
        """Say two keepers' years over the same choices; without names, the run's and one more."""
        from game.core.debrief.whatif import what_if
        from game.plain import whatif

        session, head = self.session, self.session.story.head
        if len(head.keepers) < 2:
            raise Unclear(say("This story has one keeper, and no other to ask."))
        if session.pages.held is not None:
            raise Unclear(say("The scores wait until the end of this chapter; so does this."))
        if not session.trace.turns:
            raise Unclear(say("Nothing was chosen yet that another keeper could see."))
        said = [word for word in rest.split() if word.casefold() not in _articles()]
        named = list(dict.fromkeys(map(self._keeper, said)))
        if len(named) > 2:
            raise Unclear(say("Type whatif and one keeper or two."))
        here = session.game.keeper
        if named == [here]:
            raise Unclear(self._kept_it(here))
        first = here if len(named) < 2 else named[0]
        others = (id for id in (head.beside, *head.keepers) if id and id != first)
        second = named[-1] if named else next(others, first)
        view = what_if(session.game, session.trace, first, second, session.run.name)
        return whatif.what_if(
            view, [_typed(session.story.rulebooks[id].short) for id in head.keepers]
        )

    def _kept_it(self, here: str) -> str:
        """Why the keeper of the run is not laid beside itself."""
        books, head = self.session.story.rulebooks, self.session.story.head
        kept = say("{keeper} kept your score.", keeper=capital(books[here].short))
        others = list_words(_typed(books[id].short) for id in head.keepers if id != here)
        return passage(kept, say("Name another: {names}.", names=others))

    def _keeper(self, word: str) -> str:
        """The keeper that is meant: by its id, or by a word of its short name."""
        books, head = self.session.story.rulebooks, self.session.story.head
        names = {id: (id, *books[id].short.casefold().split()) for id in head.keepers}
        wanted = word.casefold()
        begun = [id for id, words in names.items() if any(w.startswith(wanted) for w in words)]
        exact = [id for id, words in names.items() if wanted in words]
        if len(exact or begun) == 1:
            return (exact or begun)[0]
        known = [name for words in names.values() for name in words if name not in _articles()]
        there = list_words(_typed(books[id].short) for id in head.keepers)
        none = say("There is no keeper {word}.", word=word[:40])
        raise Unclear(passage(none, near(word, known), say("There are {names}.", names=there)))

    def do_history(self, _: str) -> Said:
        from game.core.playing.history import history
        from game.plain import whatif

        return whatif.history(history(self.session))

    def do_scene(self, rest: str) -> Said:
        """Read a scene again, and what happened after it: its pages, as they were."""
        from game.plain import told

        turn, trace = self._turn(rest, "scene"), self.session.trace
        if turn == len(trace.turns):
            raise Unclear(say("You stand there: type again."))
        later = (n for n in self._chosen() if n > turn)
        until = next(later, len(trace.turns))
        kinds = ("scene", "outcome", "reveal", "card")
        stops = [s for s in self.session.stops if turn <= s.turn < until and s.kind in kinds]
        shown = [page for stop in stops if (page := self.session.page_at(stop)) is not None]
        return [block for page in shown for block in told.page(self.session, page)]

    def do_branch(self, rest: str) -> Said:
        """Go back to a scene in a run of its own."""
        from game.core.playing.branch import branch

        other = branch(self.session, self._turn(rest, "branch"))
        self._leave()
        self.session = other
        return None

    def _chosen(self) -> list[int]:
        """The turns with a choice, the one that waits with them: the scenes as they are counted."""
        trace = self.session.trace
        made = [n for n, turn in enumerate(trace.turns) if turn.option is not None]
        return [*made, len(trace.turns)] if trace.waiting else made

    def _turn(self, rest: str, word: str) -> int:
        """Return the turn of the scene of that number."""
        scenes = self._chosen()
        if not (rest.isascii() and rest.isdigit() and 0 < int(rest[:6]) <= len(scenes)):
            how = say("Type {word} and the number of a scene; history names them.", word=word)
            raise Unclear(how)
        return scenes[int(rest) - 1]

    def _leave(self) -> None:
        """Keep the run that is left; where that can't be done, stay with it."""
        if not self.keep():
            raise Unclear(say("This run could not be saved, so it stays open."))

    # Other runs

    @property
    def _runs(self) -> Runs:
        if self.session.runs is None:
            raise Unclear(say("No runs are kept here."))
        return self.session.runs

    def _look(self) -> tuple[tuple[KeptRun, ...], tuple[str, ...]]:
        from game.core.debrief.gallery import kept_runs

        self.keep()
        files, sentences = self._runs.all()
        self._listed = kept_runs(self.session.story, files)
        return self._listed, sentences

    def do_runs(self, _: str) -> Said:
        """List the runs, the one played last first."""
        runs, sentences = self._look()
        told = [text(words) for words in sentences]
        if not runs:
            return [*told, text(say("No run is kept yet."))]
        here = self.session.file.path if self.session.file else None
        told.append(heading(say("Your runs")))
        for n, run in enumerate(runs, 1):
            now = say("You play it now.") if run.file.path == here else ""
            told.append(item(passage(f"{n}. {kept_line(run)}", now)))
        return [*told, text(say("Type open and a number; or delete and a number."))]

    def _run(self, rest: str, word: str) -> KeptRun:
        runs = self._listed if self._listed is not None else self._look()[0]
        if not (rest.isascii() and rest.isdigit() and 0 < int(rest[:6]) <= len(runs)):
            raise Unclear(say("Type {word} and the number of a run; runs names them.", word=word))
        return runs[int(rest) - 1]

    def do_open(self, rest: str) -> Said:
        """Go on with another run, or read it; this one is kept."""
        run = self._run(rest, "open")
        self._leave()
        try:
            file = self._runs.load(run.file.path)
            other = Session.resume(self.session.story, file, self._runs, self.session.predictions)
        except SaveError as error:
            raise Unclear(str(error)) from error
        if other.over:
            other.jump(len(other.trace.turns))
        else:
            other.remind()
        self.session = other
        return None

    def do_delete(self, rest: str) -> Said:
        """Delete a run for good, once that was said twice."""
        number, _, sure = rest.partition(" ")
        run = self._run(number, "delete")
        if self.session.file and run.file.path == self.session.file.path:
            raise Unclear(say("That is the run you are playing; open another one first."))
        if sure.strip().casefold() != "yes":
            how = say("To delete it for good, type delete {number} yes.", number=number)
            return [text(passage(kept_line(run), how))]
        try:
            self._runs.remove(run.file)
        except SaveError as error:
            raise Unclear(str(error)) from error
        self._listed = None
        return [text(say("Deleted. The numbers of the others have changed: type runs."))]

    def do_gallery(self, _: str) -> Said:
        """Say which endings were found; the others are blank."""
        from game.core.debrief.gallery import endings

        runs, _sentences = self._look()
        stubs = endings(self.session.story, runs)
        found = [stub for stub in stubs if stub.title]
        told = [text(say("You have found {n} of {of} endings.", n=len(found), of=len(stubs)))]
        return [*told, *(item(f"{n}. {_stub(stub)}") for n, stub in enumerate(stubs, 1))]

    def do_export(self, rest: str) -> Said:
        """Write this run to a file; over one that is there only after `yes`."""
        from game.core.saves.handing import Exists, export_run, meant_path

        path, _, last = rest.rpartition(" ")
        over = bool(path) and last.casefold() == "yes"
        if not self.session.run.choices:
            raise Unclear(say("There is nothing to export yet: make a choice first."))
        self.keep()
        try:
            written = export_run(self.session.run, meant_path(path if over else rest), over)
        except Exists as error:
            how = say("To write over it, type export, the path and yes.")
            raise Unclear(passage(str(error), how)) from error
        except SaveError as error:
            raise Unclear(str(error)) from error
        return [text(say("Written to {path}", path=written))]

    def do_import(self, rest: str) -> Said:
        """Take a run in from a file; it stands first in the list then."""
        from game.core.saves.handing import import_run, meant_path

        try:
            file = import_run(self.session.story, self._runs, meant_path(rest))
        except SaveError as error:
            raise Unclear(str(error)) from error
        runs, _ = self._look()
        at = next((n for n, run in enumerate(runs, 1) if run.file.path == file.path), 0)
        how = say("Type open {n} to play it.", n=at) if at else ""
        return [text(passage(say("Taken in."), how))]


def _stub(stub: EndingStub) -> str:
    """Say an ending that was found: how often, and under whom; of another nothing."""
    if not stub.title:
        return say("A blank stub.")
    parts = {"title": stub.title, "keepers": list_words(stub.keepers)}
    if stub.times == 1:
        return say("{title}; under {keepers}.", **parts)
    return many(
        "{title}, {n} time; under {keepers}.",
        "{title}, {n} times; under {keepers}.",
        stub.times,
        **parts,
    )


def _typed(short: str) -> str:
    """A rulebook's short name as it is typed: without its article."""
    first, _, rest = short.casefold().partition(" ")
    return rest if rest and first in _articles() else short.casefold()


def _articles() -> list[str]:
    """What a name may begin with in the language that is spoken: `the`, or `der die das`."""
    return say("the").casefold().split()
