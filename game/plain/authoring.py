"""Playing while writing, in plain text: `reload` and `problems`, with `carrot play --author`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from game.core.playing.session import Session
from game.folders import typed
from game.plain.blocks import Block, heading, item, text
from game.words import say

if TYPE_CHECKING:
    from game.check.bench import Bench
    from game.pack.problems import Problem

__all__ = ["Authoring"]

Said = Sequence[Block] | None


class Authoring:
    """The part of the desk that an author uses; its words are known only with a bench."""

    session: Session
    keep: Callable[[], bool]
    bench: Bench | None

    def do_reload(self, _: str) -> Said:
        """Read the story anew; one that can't be played leaves the old one playing."""
        from game.check.bench import count
        from game.core.playing.reload import reloaded

        assert self.bench is not None
        self.keep()
        story = self.bench.read()
        if story is None:
            on = say("The story can't be played as it is now, so the one from before plays on.")
            return [text(on), *self._problems()]
        other = reloaded(self.session, story)
        read = say("Read anew: {problems}.", problems=count(self.bench.problems))
        other.notices = (read, *other.notices)
        self.session = other
        return None

    def do_problems(self, _: str) -> Said:
        """Say every problem at its place, those of this scene first."""
        return self._problems()

    def _problems(self) -> list[Block]:
        from game.core.playing.reload import scene_here

        assert self.bench is not None
        here, others = self.bench.by_scene(scene_here(self.session), self.session.story)
        if not here and not others:
            none = say("No problems that can be seen without exploring; see carrot check.")
            return [text(typed(none))]
        told = [heading(say("In this scene")), *_items(here)] if here else []
        rest = say("Elsewhere") if here else say("Problems")
        return [*told, heading(rest), *_items(others)] if others else told


def _items(problems: Iterable[Problem]) -> list[Block]:
    return [item(str(problem)) for problem in problems]
