"""The desk's drawer for looking things up: the library, trails, what this is, the guide.

Refuses to change anything: what stands here is only read. All of it is imported late.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.playing.session import Session
from game.plain.blocks import Block, passage
from game.plain.words import Unclear
from game.words import say

__all__ = ["LookingUp"]

Said = Sequence[Block] | None


class LookingUp:
    """The part of the desk that looks things up."""

    session: Session

    def do_library(self, rest: str) -> Said:
        from game.core.debrief.gallery import known_from
        from game.core.library.asking import Unfit, asked
        from game.core.library.catalogue import find, suggested
        from game.plain import library

        session = self.session
        try:
            typed = asked(session.story, rest)
        except Unfit as error:
            raise Unclear(str(error)) from error
        here = {*session.pages.claims_met(), *session.run.marks}
        met = here | (known_from(session.story, session.runs).met if session.runs else set())
        found = find(session.story, typed.word, typed.only, met)
        if not found.count:
            close = suggested(session.story, rest)
            hint = say("Did you mean {word}?", word=close) if close else ""
            none = say("The library has nothing on {word}.", word=rest[:40])
            raise Unclear(passage(none, hint))
        return library.library(session.story, found)

    def do_trail(self, rest: str) -> Said:
        from game.plain import trails

        return trails.trail(self.session, rest)

    def do_about(self, _: str) -> Said:
        from game.plain import places

        return places.about(self.session.story, self.session.game.books[0])

    def do_guide(self, rest: str) -> Said:
        from game.pack import PackError
        from game.pack.guide import guide_of
        from game.plain.guide import guide

        story = self.session.story
        try:
            return guide(story, guide_of(story), rest)
        except (PackError, OSError) as error:
            raise Unclear(say("The guide can't be read. {why}", why=error)) from error
