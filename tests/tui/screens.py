"""Every screen of the terminal app: as classes, and open, with something on each.

What `GALLERY` opens is what snapshots hold, what contrast is reckoned on, and what is looked at
where no colour is left. Plays go by a fixed rule, so that the same story gives the same screens.
"""

import importlib
import os
import pkgutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

from game.check.bench import Bench
from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.saves.settings import Preferences, Settings
from game.core.showing.views import PredictionPage, RevealPage
from game.core.story.model import Story
from game.folders import runs_folder
from game.tui import screens
from game.tui.screens.base import Paged
from game.tui.widgets.choices import Choices
from tests.builders import shipped_story
from tests.tui.helpers import Table, begin, opened

__all__ = ["GALLERY", "SIZES", "Shot", "every_screen", "hung"]

SIZES = ((80, 24), (100, 30), (160, 45), (220, 60))
LONG_AGO = 1_700_000_000.0
"""A time at which kept runs were last touched, so that no clock is in a picture."""


def every_screen() -> list[type[Paged]]:
    """Return every class of screen that can be opened."""
    found: set[type[Paged]] = set()
    for module in pkgutil.iter_modules(screens.__path__):
        made = importlib.import_module(f"{screens.__name__}.{module.name}")
        for each in vars(made).values():
            if (
                isinstance(each, type)
                and issubclass(each, Paged)
                and each.__module__ == made.__name__
            ):
                found.add(each)
    bases = {base for kind in found for base in kind.__mro__[1:]}
    return sorted(found - bases, key=lambda kind: kind.__name__)


KNOWN = Settings(hinted=True)
"""Somebody who has been here before."""
Begin = Callable[[Story], Session | None]


@dataclass(frozen=True, slots=True)
class Shot:
    """One screen with something on it: from where, and by which keys.

    A key such as `@library` opens the title's row of that name, wherever it stands.
    """

    name: str
    begin: Begin = lambda story: None
    """None opens the title."""
    keys: tuple[str, ...] = ()
    before: Callable[[Story], object] = lambda story: None
    """What was there before the app was opened."""
    settings: Settings = KNOWN
    folder: Callable[[], Path] | None = None
    """An author plays the story in this folder, not the shipped one."""


@asynccontextmanager
async def hung(shot: Shot, size: tuple[int, int] = SIZES[0]) -> AsyncIterator[Table]:
    """Open a shot's screen."""
    bench = Bench(shot.folder()) if shot.folder else None
    story = (bench and bench.read()) or shipped_story()
    shot.before(story)
    session = shot.begin(story)
    kept = Preferences(kept=replace(shot.settings))
    async with opened(story, session, size, bench=bench, settings=kept) as table:
        await table.rest()  # a busy machine lays a page out in several goes
        for key in shot.keys:
            if key.startswith("@"):
                menu = table.app.screen.query_one(Choices)
                menu.highlight([row.id for row in menu.rows].index(key[1:]))
            await table.press("enter" if key.startswith("@") else key)
        yield table


def _run(story: Story, keeper: str, cut: str, predictions: bool, kept: bool) -> Session:
    runs = Runs(runs_folder()) if kept else None
    return Session.new(story, keeper, cut, runs, predictions=predictions)


def at(
    scene: str | None = None,
    kind: str = "scene",
    *,
    take: str = "",
    keeper: str = "article",
    cut: str = "year",
    predictions: bool = False,
) -> Begin:
    """Play until a page: always the first open option, at `scene` the option `take`.

    Without a scene the year is played to its end.
    """

    def play(story: Story) -> Session:
        session = _run(story, keeper, cut, predictions, kept=False)
        while session.page is not None and not _there(session, scene, kind):
            if isinstance(session.page, PredictionPage):
                session.predict(session.page.choices[0][0])
            elif session.waiting:
                here = session.pages.scene_of(session.stop.turn).id == scene
                open_ = [o.id for o in session.waiting.options if o.closed is None]
                session.choose(take if here and take else open_[0])
            else:
                session.go_on()
        return session

    return play


def _there(session: Session, scene: str | None, kind: str) -> bool:
    if scene is None:
        return False
    if kind == "prediction":
        return isinstance(session.page, PredictionPage)
    if session.stop.turn < 0:
        return False
    found = session.pages.scene_of(session.stop.turn).id == scene
    if kind == "reveal":
        return found and isinstance(session.page, RevealPage)
    return found and session.stop.kind == kind and not isinstance(session.page, PredictionPage)


def lived() -> Callable[[Story], object]:
    """A finished taster and one that was broken off, kept in the folder of runs."""

    def keep(story: Story) -> None:
        # A second apart: of two runs written at once either may stand first.
        for ago, (keeper, until) in enumerate((("article", None), ("record", "sixteen-digits"))):
            session = at(until, keeper=keeper, cut="taster")(story)
            assert session is not None
            session.runs = Runs(runs_folder())
            session.save()
            assert session.file is not None
            os.utime(session.file.path, (LONG_AGO - ago, LONG_AGO - ago))

    return keep


def first(story: Story) -> Session:
    return begin(story)


def example() -> Path:
    """A story in which everything is right."""
    return Path(__file__).parents[2] / "docs" / "example"


def flawed() -> Path:
    """The same with too many words in its first scene, and a word too strong in another."""
    made = Path(mkdtemp()) / "flawed"
    copytree(example(), made)
    chapter = made / "chapters" / "1-spring.yaml"
    words = chapter.read_text(encoding="utf-8")
    words = words.replace("Hand the drill over.", "Hand the drill over" + " and over" * 10 + ".")
    words = words.replace("Whoever comes", "A thief, or whoever else comes")
    chapter.write_text(words, encoding="utf-8")
    return made


def unplayable() -> Path:
    """The same with a key that nobody knows, so that it can't be played."""
    made = flawed()
    chapter = made / "chapters" / "1-spring.yaml"
    words = chapter.read_text(encoding="utf-8")
    chapter.write_text(words.replace("    text:", "    test:", 1), encoding="utf-8")
    return made


def author(keeper: str) -> Begin:
    """The first scene of the author's story."""

    def play(story: Story) -> Session:
        session = _run(story, keeper, story.default_cut, predictions=False, kept=False)
        session.jump(0)
        return session

    return play


GALLERY = (
    Shot("title-empty"),
    Shot("title-with-runs", before=lived()),
    Shot("keepers", keys=("@keeper",)),
    Shot("lengths", keys=("@cut",)),
    Shot("statements-before", keys=("@statements", "t", "3")),
    Shot("album-empty", keys=("@album",)),
    Shot("album", before=lived(), keys=("@album",)),
    Shot("library", keys=("@library",)),
    Shot("library-found", keys=("@library", "slash", *"debt", "enter")),
    Shot("library-card", keys=("@library", "enter")),
    Shot("library-source", keys=("@library", "end", "enter")),
    Shot("library-trail", keys=("@library", "home", "enter", "2")),
    Shot("library-term", keys=("@library", "slash", *"laolai", "enter", "end", "enter")),
    Shot("about", keys=("@about",)),
    Shot("guide", keys=("@guide",)),
    Shot("guide-page", keys=("@guide", "enter")),
    Shot("settings", keys=("comma",)),
    Shot("settings-predictions", keys=("comma", "down", "down")),
    Shot("opening", first),
    Shot("chapter", first, ("enter",)),
    Shot("scene-first", first, ("enter", "enter")),
    Shot("scene-hint", first, ("enter", "enter"), settings=Settings()),
    Shot(
        "scene-airy",
        first,
        ("enter", "enter", "enter"),
        settings=Settings(spacing="wide", hinted=True),
    ),
    Shot("scene-closed", at("long-way-home")),
    Shot("scene-closed-read", at("long-way-home"), ("down", "down")),
    Shot("scene-record", at("three-days", keeper="record")),
    Shot("glance", at("sixteen-digits", "glance")),
    Shot("prediction", at("red-man", "prediction", predictions=True)),
    Shot("outcome-falls", at("red-man", "outcome")),
    Shot("outcome-listed", at("three-days", "outcome", take="refuse", keeper="record")),
    Shot("outcome-still", at("half-price", "outcome", take="shoes")),
    Shot("outcome-held", at("noors-post", "outcome", take="share")),
    Shot("event", at("notice", "outcome", keeper="record")),
    Shot("reveal-first", at("red-man", "reveal")),
    Shot("reveal-full", at("sixteen-digits", "reveal")),
    Shot("reveal-open", at("sixteen-digits", "reveal"), ("o", "down", "down", "right")),
    Shot("reveal-short", at("rota", "reveal")),
    Shot("reveal-held", at("noors-post", "reveal", take="share")),
    Shot("rule", at("sixteen-digits", "reveal"), ("1",)),
    Shot("card", at("red-man", "reveal"), ("c",)),
    Shot("task-pick", at("sixteen-digits", "reveal"), ("a",)),
    Shot("task-write", at("visa-desk", "reveal"), ("a",)),
    Shot("comment", at("under-the-article")),
    Shot("comment-part", at("under-the-article"), ("s",)),
    Shot("ledger", at("table-for-three"), ("l",)),
    Shot("doors", at("the-file"), ("d",)),
    Shot("history", at("the-file"), ("h",)),
    Shot("what-if", at("the-file"), ("i",)),
    Shot("ending", at("under-the-article", "ending", cut="taster")),
    Shot("debrief", at(cut="season")),
    Shot("debrief-end", at(cut="season"), ("pagedown",) * 9),
    Shot("met", at(cut="taster"), ("c",)),
    Shot("guesses", at(cut="season", predictions=True), ("g",)),
    Shot("statements-after", at(cut="taster"), ("s", "f", "1")),
    Shot("debrief-record", at(cut="season", keeper="record")),
    Shot("help-scene", first, ("enter", "enter", "question_mark")),
    Shot("help-reveal", at("red-man", "reveal"), ("question_mark",)),
    Shot("author-scene", author("article"), folder=flawed),
    Shot("author-help", author("article"), ("question_mark",), folder=flawed),
    Shot("problems", author("article"), ("p",), folder=flawed),
    Shot("problems-none", author("article"), ("p",), folder=example),
    Shot("author-broken", folder=unplayable),
    Shot("author-title", folder=flawed),
    Shot("booster", before=lived(), keys=("@booster",)),
    Shot("booster-answered", before=lived(), keys=("@booster", "t", "3")),
)
"""Names are file names."""
