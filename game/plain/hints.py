"""What is said once in a sitting, under the first page that makes it worth saying."""

from __future__ import annotations

import re

from game.core.playing.session import Session
from game.core.showing.parts import CardView
from game.core.showing.views import OutcomePage, Page, RevealPage
from game.plain.blocks import text
from game.plain.voice import Voice
from game.words import mark, say

__all__ = ["Hints"]

_WORDS = {
    "options": mark("Type a number, or help for all other words."),
    "statements": mark("Six statements to judge first, if you like: type statements."),
    "whole": mark("For every option under every rulebook, type more."),
    "keeps": mark("No loss: it looked, and you had done enough. A number stays where it is."),
    "mark": mark("Mark it, if you like: mark {claim} stands; or in part, falls, can't tell."),
    "name": mark("{claim} is the sentence that this rests on. To hear it, type card {claim}."),
}


class Hints:
    """Says each hint at most once."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._left = set(_WORDS)

    def once(self, which: str, claim: str = "") -> None:
        """Say a hint, unless it was said."""
        if which in self._left:
            self._left.remove(which)
            self._voice.tell([text(say(_WORDS[which], claim=claim))])

    def after(self, page: Page, session: Session) -> None:
        """Say what a page has made worth saying."""
        match page:
            case OutcomePage():
                self._name(page, session)
            case RevealPage():
                if any(
                    cell.shown and cell.kind == "keeps" for row in page.rows for cell in row.cells
                ):
                    self.once("keeps")
                self.once("whole")
            case CardView():
                self.once("mark", page.id)

    def before(self, session: Session) -> None:
        """Where a choice waits: how one chooses; and before the first, what may be judged."""
        self.once("options")
        if session.story.statements and not session.run.choices:
            self.once("statements")

    def _name(self, page: OutcomePage, session: Session) -> None:
        """The first time that a sentence is named in brackets, say what that is."""
        names = re.findall(r"\((\w+)\)", " ".join(page.effects))
        claim = next((name for name in names if name in session.story.claims), None)
        if claim:
            self.once("name", claim)
