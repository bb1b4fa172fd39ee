"""A run read aloud again: every page one after the other, to the debrief or to where it stops."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.playing.replay import Replay
from game.folders import command
from game.plain import told
from game.plain.blocks import Block, text
from game.words import say

__all__ = ["replay"]


def replay(run: Replay) -> Iterator[Block]:
    """Say the whole run; pages are turned as the player turned them, held reveals included."""
    yield from map(text, run.notices)
    while (page := run.page) is not None:
        yield from told.page(run, page)
        before = (run.stop, run.glanced)
        run.go_on()
        if (run.stop, run.glanced) == before:
            carrot = command("", run.story.folder)
            yield text(say("The run stops here. To go on with it, type {command}.", command=carrot))
            return
    yield from told.whole_debrief(run)
