"""Playing while writing: one key reads the story anew, another shows what is wrong with it.

Only where the play was begun with `--author`. A story that can't be played changes nothing:
the old one plays on, and its problems are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.playing.session import Refused, Session
from game.tui import author_words
from game.tui.words import Hint
from game.words import say, speak

if TYPE_CHECKING:
    from game.check.bench import Bench
    from game.tui.screens.keeping import Keeping as _Base
else:
    _Base = object

__all__ = ["Authoring"]


class Authoring(_Base):
    """The part of the play screen that an author uses."""

    session: Session

    @property
    def bench(self) -> Bench | None:
        """The story's folder and its problems; None for somebody who only plays."""
        return self.carrot.bench

    @property
    def author_hints(self) -> tuple[Hint, ...]:
        """What the footer teaches an author."""
        return author_words.hints(len(self.bench.problems)) if self.bench else ()

    def action_problems(self) -> None:
        """What is wrong with the story, this scene's first."""
        from game.core.playing.reload import scene_here
        from game.tui.screens.problems import ProblemsScreen

        if self.bench is not None:
            here, others = self.bench.by_scene(scene_here(self.session), self.session.story)
            self.app.push_screen(ProblemsScreen(here, others), self._after_problems)

    async def _after_problems(self, wanted: str | None) -> None:
        if wanted == "reload":
            await self.reload(show=True)

    async def action_reload(self) -> None:
        """Read the story anew, and stay where this is."""
        await self.reload()

    async def reload(self, show: bool = False) -> None:
        """Read the story anew; its problems are shown where it can't be played, or if asked."""
        from game.core.playing.reload import reloaded

        bench = self.bench
        if bench is None:
            return
        await self.settled()
        story = bench.read()
        if story is None:
            speak(self.session.story.head.language)  # what can't be read may name another, or none
            self.notice = say(author_words.OLD_PLAYS_ON)
            self.set_leaf(keep=True)
            self.action_problems()
            return
        try:
            other = reloaded(self.session, story)
        except Refused as error:
            self.refuse(error)
            return
        self.carrot.take_story(story)
        self.session, self._told = other, len(other.notices)
        self.notice = " ".join((author_words.reloaded(bench.problems), *other.notices))
        self.turn()
        self.keep()
        if show and bench.problems:
            self.action_problems()
