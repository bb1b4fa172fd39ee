"""The desk: what each typed command does to a session, and what is said of it.

Every command is a method `do_<word>`; it returns blocks to say, or None where the page is to
be said anew. Refuses to decide anything about the game: that is the session's. What is seldom
asked for is imported late, so that the first prompt is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.core.playing.session import Session
from game.core.saves.settings import Preferences
from game.core.showing.telling import spell_numbers
from game.core.showing.views import OutcomePage, PredictionPage, RevealPage, ScenePage
from game.plain import pages
from game.plain.authoring import Authoring
from game.plain.back import LookingBack
from game.plain.blocks import Block, option, text
from game.plain.sentences import Sentences
from game.plain.up import LookingUp
from game.plain.words import Unclear, help_blocks, is_sentence, list_words, meant
from game.words import say

if TYPE_CHECKING:
    from game.check.bench import Bench

__all__ = ["Desk", "Leave"]

Said = Sequence[Block] | None


class Leave(Exception):
    """The player wants to go."""


class Desk(Authoring, LookingBack, LookingUp, Sentences):
    """Carries out the commands of one session."""

    def __init__(
        self,
        session: Session,
        keep: Callable[[], bool],
        bench: Bench | None = None,
        settings: Preferences | None = None,
    ) -> None:
        self.session, self.keep, self.bench = session, keep, bench
        self.settings = settings or Preferences()

    def do(self, line: str) -> Said:
        """Carry out a typed line; raises Unclear, Refused or Leave."""
        if self.answers(line):
            return self.do_answer(line)
        word, _, rest = line.partition(" ")
        if is_sentence(line):
            raise Unclear(self.how_to_say())
        method = getattr(self, f"do_{meant(word, self.bench is not None)}")
        said: Said = method(rest.strip())
        return said

    def do_help(self, rest: str) -> Said:
        page = self.session.page
        count = len(page.choices) if isinstance(page, PredictionPage) else 0
        if isinstance(page, ScenePage):
            count = sum(1 for view in page.options if view.digit)
        claims = self.session.story.claims
        name = "A19" if "A19" in claims else next(iter(claims), "A19")
        every, author = rest.casefold() == "all", self.bench is not None
        chosen = self.settings.kept.plain == "on" and "plain" not in self.settings.forced
        return help_blocks(count, name, author, every, chosen)

    def do_again(self, _: str) -> Said:
        return None

    def do_debrief(self, _: str) -> Said:
        if not self.session.over:
            raise Unclear(say("The year is looked back at when it is over."))
        from game.plain import told

        return told.debrief(self.session)

    def do_last(self, _: str) -> Said:
        stops = [stop for stop in self.session.stops if stop.kind in ("outcome", "reveal")]
        last = [stop for stop in stops if stop.turn == stops[-1].turn]
        if not last:
            raise Unclear(say("Nothing has happened yet."))
        said: list[Block] = []
        for stop in last:
            page = self.session.page_at(stop)
            said += pages.outcome(page) if isinstance(page, OutcomePage) else []
            said += self._reveal(page) if isinstance(page, RevealPage) else []
        return said

    def _reveal(self, page: RevealPage) -> list[Block]:
        from game.plain import reveal

        return reveal.reveal(page, self.session.story.default_keeper)

    def do_undo(self, _: str) -> Said:
        if not self.session.cancel():
            self.session.undo()
        return None

    def do_redo(self, _: str) -> Said:
        self.session.redo()
        return None

    def do_read(self, _: str) -> Said:
        page = self.session.page
        views = page.options if isinstance(page, ScenePage) else ()
        spelt = [option(v.digit, f"{d}.") for v in views for d in spell_numbers([v.label])]
        if not spelt:
            raise Unclear(say("There is no long number on this page."))
        return spelt

    def _grid(self, of_choice: bool = False) -> RevealPage:
        """The last reveal that was shown, or the last choice's, with everything opened."""
        turns = [stop.turn for stop in self.session.stops if stop.kind == "reveal"]
        if of_choice:
            made = self.session.trace.turns
            turns = [turn for turn in turns if made[turn].option is not None]
        if not turns:
            raise Unclear(say("No grid yet: it comes after your first choice."))
        return self.session.pages.reveal(turns[-1], whole=True)

    def do_more(self, _: str) -> Said:
        from game.plain import reveal

        return reveal.whole_grid(self._grid())

    def do_why(self, rest: str) -> Said:
        from game.plain import reveal

        grid = self._grid(of_choice=bool(rest))
        digits = [str(column.digit) for column in grid.columns]
        if not rest and grid.event:
            rest = digits[0]
        if rest not in digits:
            numbers = list_words(digits)
            raise Unclear(
                say("Type why and a number of the last grid: {numbers}.", numbers=numbers)
            )
        return reveal.why(grid, digits.index(rest))

    def do_ledger(self, _: str) -> Said:
        from game.plain.ledger import ledger

        return ledger(self.session.margin.ledger)

    def do_doors(self, _: str) -> Said:
        from game.core.showing.doors import door_log
        from game.plain import debrief, places

        trace, held = self.session.trace, self.session.pages.held
        turns = trace.turns if held is None else trace.turns[:held]
        state = trace.state if held is None else trace.turns[held].before
        moved = [d for d in door_log(self.session.game, turns, state) if d.turns]
        told = places.doors(self.session.margin)
        if not moved:
            return told
        return [*told, text(say("What moved them:")), *debrief.doors(tuple(moved))]

    def do_met(self, _: str) -> Said:
        from game.core.playing.looking_back import looking_back
        from game.plain import debrief

        return debrief.met(looking_back(self.session))

    def do_unscored(self, _: str) -> Said:
        from game.core.playing.looking_back import looking_back
        from game.plain import debrief

        told = debrief.unscored(looking_back(self.session))
        return told or [text(say("Nothing was left unscored so far."))]

    def do_guesses(self, _: str) -> Said:
        from game.core.playing.looking_back import looking_back
        from game.plain import debrief

        if self.session.pages.held is not None:
            raise Unclear(say("The scores wait until the end of this chapter; so does this."))
        return debrief.guesses(looking_back(self.session))

    def do_lists(self, _: str) -> Said:
        from game.plain import places

        return places.lists(self.session.margin)

    def do_predict(self, rest: str) -> Said:
        if rest not in ("on", "off"):
            on = say("Type predict on or predict off; it is on.")
            off = say("Type predict on or predict off; it is off.")
            raise Unclear(on if self.session.predictions else off)
        self.session.predictions = rest == "on"
        return [text(say("Predictions are on.") if rest == "on" else say("Predictions are off."))]

    def do_settings(self, rest: str) -> Said:
        from game.plain import settings

        return settings.answer(self.settings, self.session, rest)

    def do_name(self, rest: str) -> Said:
        if not rest:
            raise Unclear(say("Type name and the name, as in name Robin."))
        self.session.rename(rest)
        name = self.session.run.name
        return [text(say("You are {name}.", name=name) if name else say("You are nameless."))]

    def do_save(self, _: str) -> Said:
        if not self.session.run.choices:
            raise Unclear(say("There is nothing to save yet: make a choice first."))
        return [text(say("Saved.") if self.keep() else say("Not saved."))]

    def do_quit(self, _: str) -> Said:
        raise Leave
