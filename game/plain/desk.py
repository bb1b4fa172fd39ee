"""The desk: what each typed command does to a session, and what is said of it.

Every command is a method `do_<word>`; it returns blocks to say, or None where the page is to
be said anew. Refuses to decide anything about the game: that is the session's. What is seldom
asked for is imported late, so that the first prompt is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.core.parts import CardView
from game.core.save import MARKS
from game.core.session import Session
from game.core.settings import Preferences
from game.core.telling import spell_numbers
from game.core.views import OutcomePage, Page, PredictionPage, RevealPage, ScenePage
from game.plain import pages, reveal
from game.plain.authoring import Authoring
from game.plain.back import LookingBack
from game.plain.blocks import Block, item, option, text
from game.plain.up import LookingUp
from game.plain.words import Unclear, help_blocks, list_words, meant, near

if TYPE_CHECKING:
    from game.check.bench import Bench

__all__ = ["Desk", "Leave"]

Said = Sequence[Block] | None


class Leave(Exception):
    """The player wants to go."""


class Desk(Authoring, LookingBack, LookingUp):
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
        self.card_shown: str | None = None
        """The claim that `card` and `mark` mean when they name none."""
        self._asked: str | None = None
        """The claim of the last sentence of which something was asked."""

    def shown(self, page: Page) -> None:
        """Remember the sentence that was said last."""
        if isinstance(page, RevealPage):
            self.card_shown = page.card.id
            self._asked = page.card.id if page.task else self._asked
        elif isinstance(page, CardView):
            self.card_shown = page.id

    def do(self, line: str) -> Said:
        """Carry out a typed line; raises Unclear, Refused or Leave."""
        word, _, rest = line.partition(" ")
        method = getattr(self, f"do_{meant(word, self.bench is not None)}")
        said: Said = method(rest.strip())
        return said

    def do_help(self, _: str) -> Said:
        page = self.session.page
        count = len(page.choices) if isinstance(page, PredictionPage) else 0
        if isinstance(page, ScenePage):
            count = sum(1 for view in page.options if view.digit)
        claims = self.session.story.claims
        return help_blocks(
            count, "A19" if "A19" in claims else next(iter(claims), "A19"), self.bench is not None
        )

    def do_again(self, _: str) -> Said:
        return None

    def do_last(self, _: str) -> Said:
        stops = [stop for stop in self.session.stops if stop.kind in ("outcome", "reveal")]
        last = [stop for stop in stops if stop.turn == stops[-1].turn]
        if not last:
            raise Unclear("Nothing has happened yet.")
        said: list[Block] = []
        for stop in last:
            page = self.session.page_at(stop)
            said += pages.outcome(page) if isinstance(page, OutcomePage) else []
            said += self._reveal(page) if isinstance(page, RevealPage) else []
        return said

    def _reveal(self, page: RevealPage) -> list[Block]:
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
            raise Unclear("There is no long number on this page.")
        return spelt

    def _grid(self, of_choice: bool = False) -> RevealPage:
        """The last reveal that was shown, or the last choice's, with everything opened."""
        turns = [stop.turn for stop in self.session.stops if stop.kind == "reveal"]
        if of_choice:
            made = self.session.trace.turns
            turns = [turn for turn in turns if made[turn].option is not None]
        if not turns:
            raise Unclear("No grid yet: it comes after your first choice.")
        return self.session.pages.reveal(turns[-1], whole=True)

    def do_more(self, _: str) -> Said:
        return reveal.whole_grid(self._grid())

    def do_why(self, rest: str) -> Said:
        grid = self._grid(of_choice=bool(rest))
        digits = [str(column.digit) for column in grid.columns]
        if not rest and grid.event:
            rest = digits[0]
        if rest not in digits:
            raise Unclear(f"Type why and a number of the last grid: {list_words(digits)}.")
        return reveal.why(grid, digits.index(rest))

    def do_card(self, rest: str) -> Said:
        claim = self._claim(rest) if rest else self.card_shown
        if claim is None:
            name = next(iter(self.session.story.claims))
            raise Unclear(f"No sentence was shown yet. Type card and its name, as in card {name}.")
        self.card_shown = claim
        return reveal.card(self.session.card(claim))

    def _claim(self, word: str) -> str:
        claims = self.session.story.claims
        named = {id.casefold(): id for id in claims}
        if word.casefold() in named:
            return named[word.casefold()]
        raise Unclear(f"There is no sentence {word[:40]}.{near(word, claims)}")

    def do_mark(self, rest: str) -> Said:
        first, _, words = rest.partition(" ")
        ids = {id.casefold() for id in self.session.story.claims}
        claim = self._claim(first) if first.casefold() in ids else self.card_shown
        said = words if first.casefold() in ids else rest
        mark = said.strip().casefold().replace("cant", "can't").replace("’", "'")
        mark = {"part": "in part", "can't": "can't tell"}.get(mark, mark)
        if claim is None or mark not in MARKS:
            hint = near(mark, MARKS) if mark else ""
            raise Unclear(f"Type mark, a sentence, and one of: {', '.join(MARKS)}.{hint}")
        self.session.mark(claim, mark)
        return [text(f"{claim} is marked: {mark}.")]

    def do_answer(self, rest: str) -> Said:
        """Answer what was asked of the last sentence: by a letter, or in words of one's own."""
        claim = self._asked
        asked = self.session.pages.task_of(claim) if claim else None
        talk = self.card_shown and not self.session.pages.task_of(self.card_shown)
        if talk and (asked is None or asked.said is not None):
            raise Unclear("That one is for talking; there is nothing to fill in.")
        if claim is None or asked is None:
            raise Unclear("Nothing has been asked of a sentence yet.")
        letters = dict(zip("abcdefgh", (key for key, _ in asked.choices), strict=False))
        if letters and rest.casefold() not in letters:
            raise Unclear(f"Type answer and one letter of {', '.join(letters)}.")
        if not rest:
            raise Unclear("Type answer and your sentence.")
        self.session.answer(letters.get(rest.casefold(), rest), claim)
        asked = self.session.pages.task_of(claim) or asked
        card = self.session.card(claim)
        written = asked.kind == "write"
        return [*reveal.answered(asked), *(reveal.behind(card) if written else reveal.card(card))]

    def do_ledger(self, _: str) -> Said:
        from game.plain import debrief

        return debrief.ledger(self.session.margin.ledger)

    def do_doors(self, _: str) -> Said:
        from game.core.doors import door_log
        from game.plain import debrief, places

        trace, held = self.session.trace, self.session.pages.held
        turns = trace.turns if held is None else trace.turns[:held]
        state = trace.state if held is None else trace.turns[held].before
        moved = [d for d in door_log(self.session.game, turns, state) if d.turns]
        told = places.doors(self.session.margin)
        return [*told, text("What moved them:"), *debrief.doors(tuple(moved))] if moved else told

    def do_met(self, _: str) -> Said:
        from game.core.looking_back import looking_back
        from game.plain import debrief

        return debrief.met(looking_back(self.session))

    def do_guesses(self, _: str) -> Said:
        from game.core.looking_back import looking_back
        from game.plain import debrief

        if self.session.pages.held is not None:
            raise Unclear("The scores wait until the end of this chapter; so does this.")
        return debrief.guesses(looking_back(self.session))

    def do_lists(self, _: str) -> Said:
        from game.plain import places

        return places.lists(self.session.margin)

    def do_stance(self, rest: str) -> Said:
        return self._say("stance", rest)

    def do_weighed(self, rest: str) -> Said:
        return self._say("claim", self._claim(rest) if rest else rest)

    def do_ask(self, rest: str) -> Said:
        return self._say("question", rest)

    def _say(self, part: str, key: str) -> Said:
        page = self.session.waiting
        parts = page.comment if page else None
        if parts and not key:
            offered = {"stance": parts.stances, "claim": parts.claims, "question": parts.questions}
            return [item(f"{name}: {words}") for name, words in offered[part]]
        self.session.say(part, key)
        page = self.session.waiting
        parts = page.comment if page else None
        return [text(f"Your comment so far: {parts.text}")] if parts else []

    def do_predict(self, rest: str) -> Said:
        if rest not in ("on", "off"):
            now = "on" if self.session.predictions else "off"
            raise Unclear(f"Type predict on or predict off; it is {now}.")
        self.session.predictions = rest == "on"
        return [text(f"Predictions are {rest}.")]

    def do_settings(self, rest: str) -> Said:
        from game.plain import settings

        return settings.answer(self.settings, self.session, rest)

    def do_statements(self, _: str) -> Said:
        from game.plain import statements

        return statements.listed(self.session)

    def do_believe(self, rest: str) -> Said:
        from game.plain import statements

        return statements.believe(self.session, rest)

    def do_name(self, rest: str) -> Said:
        if not rest:
            raise Unclear("Type name and the name, as in name Robin.")
        self.session.rename(rest)
        return [text(f"You are {self.session.run.name or 'nameless'}.")]

    def do_save(self, _: str) -> Said:
        if not self.session.run.choices:
            raise Unclear("There is nothing to save yet: make a choice first.")
        return [text("Saved." if self.keep() else "Not saved.")]

    def do_quit(self, _: str) -> Said:
        raise Leave
