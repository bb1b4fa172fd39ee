"""Plays the terminal app without a terminal: keys in, the text of the screen out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from game.check.bench import Bench
from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.saves.settings import Preferences
from game.core.showing.views import PredictionPage
from game.core.story.model import Story
from game.folders import runs_folder
from game.tui.app import CarrotApp
from game.tui.screens.play import PlayScreen

__all__ = ["Table", "begin", "opened", "played"]


class Table:
    """An open app, and what can be seen of it."""

    def __init__(self, app: CarrotApp, pilot: "Pilot[int]") -> None:
        self.app, self.pilot = app, pilot

    @property
    def text(self) -> str:
        """The screen, row by row."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def flat(self) -> str:
        """The screen in one line: where a line breaks is not what most tests are about."""
        return " ".join(self.text.split())

    @property
    def session(self) -> Session:
        """The session that is being played."""
        return next(s for s in self.app.screen_stack if isinstance(s, PlayScreen)).session

    async def press(self, *keys: str) -> "Table":
        """Press keys one after another, then wait until all is painted and kept."""
        await self.pilot.press(*keys)
        return await self.rest()

    async def rest(self) -> "Table":
        screen = self.app.screen
        if isinstance(screen, PlayScreen):
            await screen.settled()
        await self.pilot.pause()
        return self

    async def click(self, words: str) -> "Table":
        """Click the first place where these words stand."""
        rows = self.text.splitlines()
        y, x = next((y, row.index(words)) for y, row in enumerate(rows) if words in row)
        await self.pilot.click(offset=(x + 1, y))
        return await self.rest()

    async def to_scene(self, id: str) -> "Table":
        """Press the first option again and again until a scene waits."""
        while self.session.trace.waiting is None or not self._at(id):
            waiting = self.session.waiting
            guessing = isinstance(self.session.page, PredictionPage)
            await self.press("1" if waiting or guessing else "enter")
        return self

    def _at(self, id: str) -> bool:
        waiting = self.session.trace.waiting
        return bool(waiting and waiting.id == id and self.session.waiting)


@asynccontextmanager
async def opened(
    story: Story,
    session: Session | None = None,
    size: tuple[int, int] = (100, 30),
    runs: Path | None = None,
    bench: Bench | None = None,
    settings: Preferences | None = None,
) -> AsyncIterator[Table]:
    """Open the app: on its title, or in the middle of a session."""
    app = CarrotApp(story, Runs(runs or runs_folder()), session, bench=bench, settings=settings)
    async with app.run_test(size=size) as pilot:
        yield await Table(app, pilot).rest()


def begin(story: Story, name: str = "", predictions: bool = False) -> Session:
    """A new session of a story's shortest cut under its first keeper, with a folder to keep it."""
    cut = "taster" if "taster" in story.head.cuts else story.default_cut
    return Session.new(story, story.default_keeper, cut, Runs(runs_folder()), name, predictions)


def played(story: Story, *steps: str) -> Session:
    """A session in which choices (`scene.option`) have been made."""
    from tests.builders import choices

    session = begin(story)
    session.play(choices(*steps))
    return session
