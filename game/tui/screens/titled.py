"""The title page of somebody who writes: reading the story anew, and its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.tui import author_words
from game.tui.words import Hint
from game.words import say, speak

if TYPE_CHECKING:
    from game.tui.screens.base import Paged as _Base
else:
    _Base = object

__all__ = ["AuthorsTitle"]


class AuthorsTitle(_Base):
    """The part of the title page that an author uses; without a bench its keys do nothing."""

    read_anew: tuple[str, ...] = ()
    """What is told on the page of the last reading."""

    @property
    def author_hints(self) -> tuple[Hint, ...]:
        """What the footer teaches an author."""
        bench = self.carrot.bench
        return author_words.hints(len(bench.problems)) if bench else ()

    def action_problems(self) -> None:
        """What is wrong with the story."""
        from game.tui.screens.problems import ProblemsScreen

        bench = self.carrot.bench
        if bench is not None:
            self.app.push_screen(ProblemsScreen(None, bench.problems), self._after_problems)

    def _after_problems(self, wanted: str | None) -> None:
        if wanted == "reload":
            self.action_reload(show=True)

    def action_reload(self, show: bool = False) -> None:
        """Read the story anew; its problems are shown where it can't be played, or if asked."""
        bench = self.carrot.bench
        if bench is None:
            return
        story = bench.read()
        if story is None:
            speak(self.carrot.story.head.language)
            self.read_anew = (say(author_words.OLD_PLAYS_ON),)
        else:
            self.carrot.take_story(story)
            self.read_anew = (author_words.reloaded(bench.problems),)
        self.look_around()
        if story is None or (show and bench.problems):
            self.action_problems()

    def look_around(self) -> None:
        """Set the page by the story as it is now."""
        raise NotImplementedError
