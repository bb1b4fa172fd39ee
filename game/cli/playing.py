"""A year that is played: which story, which run, in the app or as plain text.

Everything that could be wrong with the arguments is found before anything is played or
written.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.keeping import kept_for_good
from game.cli.story import Unusable, known, load_story, problem_line
from game.cli.streams import complain, is_terminal
from game.core.playing.session import Session
from game.core.saves.runs import Runs, SaveError
from game.core.saves.settings import Preferences
from game.core.story.model import Story
from game.core.story.shelf import Shelf
from game.folders import program, runs_folder, story_folder
from game.words import many, say, speak

if TYPE_CHECKING:
    from argparse import Namespace

    from game.check.bench import Bench
    from game.check.plays import Play
    from game.cli.play import Terminal
    from game.plain.log import Log

__all__ = ["play"]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the arguments ask for, all of it found usable."""

    story: Story
    runs: Runs
    keeper: str
    cut: str
    new: bool
    plain: bool
    play: Play | None
    log: Path | None
    settings: Preferences
    bench: Bench | None = None


def play(args: Namespace, settings: Preferences, plain: bool, terminal: Terminal) -> int:
    """Play; return the exit code."""
    with kept_for_good(tidy=not plain):
        bench = _bench(args) if getattr(args, "author", False) else None
        if bench is not None and not bench.plays and bench.folder.is_dir() and not plain:
            return _broken(bench, settings, terminal)
        wanted = _wanted(args, settings, plain, bench)
    session, says = _session(wanted)
    short = _shortfalls(wanted)
    for line in _strays(wanted.story):
        complain(line)
    if wanted.plain:
        code = _plain(wanted, session, says)
    else:
        code = _in_terminal(wanted, session, terminal) if not short else _keep(session)
    for line in short:
        complain(line)
    return code or (1 if short else 0)


def _broken(bench: Bench, settings: Preferences, terminal: Terminal) -> int:
    """Open the app on what is wrong with an author's story, to be read anew from there."""
    from game.cli.cover import cover

    shelf = Shelf(lambda: load_story(str(bench.folder)), lambda: cover(bench.folder))
    speak(shelf.cover.language)
    return terminal(shelf, runs_folder(), None, settings, bench)


def _wanted(args: Namespace, settings: Preferences, plain: bool, bench: Bench | None) -> _Wanted:
    story = load_story(getattr(args, "story", None))
    keeper, cut, log = (getattr(args, name, None) for name in ("keeper", "cut", "log"))
    if keeper is not None:
        known("keeper", keeper, story.rulebooks)
    if cut is not None:
        known("cut", cut, story.head.cuts)
    last_keeper, last_cut = ("", "") if args.command else _chosen_last(story, settings)
    file = getattr(args, "choices", None)
    play = _read(Path(file), story, keeper, cut) if file else None
    return _Wanted(
        story,
        Runs(runs_folder()),
        play.keeper if play else keeper or last_keeper or story.default_keeper,
        play.cut if play else cut or last_cut or story.default_cut,
        new=bool(args.fresh or keeper or cut or play),
        plain=plain,
        play=play,
        log=_writable(Path(log)) if log else None,
        settings=settings,
        bench=bench,
    )


def _chosen_last(story: Story, settings: Preferences) -> tuple[str, str]:
    """The keeper and the cut that the title screen would offer: what was chosen there last."""
    keeper, cut = settings.kept.keeper, settings.kept.cut
    return (
        keeper if keeper in story.head.keepers else "",
        cut if cut in story.head.cuts else "",
    )


def _strays(story: Story) -> list[str]:
    """Say in a line that quotes of an author's story are not the text that was fingerprinted."""
    folder = Path(story.folder)
    if folder.resolve() == story_folder().resolve():
        return []
    import shlex

    from game.check.fingerprint import check_fingerprint
    from game.pack.problems import Problems

    problems = Problems()
    check_fingerprint(story, folder, problems)
    run = f"{program()} check {shlex.quote(str(folder))}"
    told = say("This story's quotes are not held by its fingerprint: see {run}", run=run)
    return [told] if problems.errors else []


def _bench(args: Namespace) -> Bench:
    """The story's folder, for an author; looked through once, to begin with."""
    from game.check.bench import Bench

    bench = Bench(Path(args.story).expanduser() if args.story else story_folder())
    bench.read()
    return bench


def _read(path: Path, story: Story, keeper: str | None, cut: str | None) -> Play:
    """Read a file of choices; raises Unusable with every problem in it."""
    try:
        words = path.read_text(encoding="utf-8")
    except OSError as error:
        why = error.strerror
        raise Unusable(
            say("The choices in {path} can't be read: {why}.", path=path, why=why)
        ) from error
    except UnicodeDecodeError as error:
        raise Unusable(
            say("The choices in {path} can't be read: they are not UTF-8 text.", path=path)
        ) from error
    from game.check.plays import read_play

    play, problems = read_play(words, str(path), story, keeper, cut)
    if problems:
        raise Unusable("\n".join(problem_line(Path(), problem) for problem in problems))
    return play


def _writable(path: Path) -> Path:
    """Make sure that a log can be written, before anything is played."""
    if path.is_dir():
        raise Unusable(say("The log {path} can't be written: it is a folder.", path=path))
    try:
        with path.open("a", encoding="utf-8"):
            return path
    except OSError as error:
        why = error.strerror
        raise Unusable(
            say("The log {path} can't be written: {why}.", path=path, why=why)
        ) from error


def _shortfalls(wanted: _Wanted) -> list[str]:
    if wanted.play is None:
        return []
    from game.check.plays import shortfalls

    return [problem_line(Path(), problem) for problem in shortfalls(wanted.play, wanted.story)]


def _session(wanted: _Wanted) -> tuple[Session, str]:
    """Go on with the newest unfinished run, or begin one; say which."""
    predictions = wanted.settings.now.predicts(wanted.plain)
    if not wanted.new:
        file, sentences = wanted.runs.newest_unfinished(wanted.story.head.id)
        for words in sentences:
            complain(words)
        if file is not None:
            try:
                session = Session.resume(wanted.story, file, wanted.runs, predictions)
                return session, many(
                    "Going on with your last run, {n} choice made: {book}.",
                    "Going on with your last run, {n} choices made: {book}.",
                    len(session.run.choices),
                    book=session.game.books[0].name,
                )
            except SaveError as error:
                complain(str(error))
    session = Session.new(
        wanted.story, wanted.keeper, wanted.cut, wanted.runs, predictions=predictions
    )
    return session, say("A new run: {cut}.", cut=wanted.story.head.cuts[wanted.cut].name)


def _plain(wanted: _Wanted, session: Session, says: str) -> int:
    from game.plain.blocks import text
    from game.plain.face import Face, Script
    from game.plain.voice import Voice

    typed = is_terminal(sys.stdin)
    voice = Voice(sys.stdin, sys.stdout, echo=not typed)
    alone = wanted.play is not None and not (typed and is_terminal(sys.stdout))
    script = Script(wanted.play.choices if wanted.play else (), alone)
    voice.tell([text(says)])
    for sentence in wanted.settings.told:
        complain(sentence)
    log, bench, settings = _log(wanted), wanted.bench, wanted.settings
    return Face(session, voice, complain, script, log, bench, settings).run()


def _log(wanted: _Wanted) -> Log | None:
    if wanted.log is None:
        return None
    from game.plain.log import Log

    return Log(wanted.log)


def _in_terminal(wanted: _Wanted, session: Session, terminal: Terminal) -> int:
    if wanted.play:
        session.play(wanted.play.choices)
    shelf = Shelf.of(wanted.story)
    try:
        code = terminal(shelf, wanted.runs, session, wanted.settings, wanted.bench)
    finally:
        if log := _log(wanted):
            log.write(session, complain)
    return code


def _keep(session: Session) -> int:
    why = session.save_or_say()
    if why:
        complain(why)
    return 1
