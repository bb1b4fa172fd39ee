"""What can be looked up from a page: cards, cells, the ledger; and the player's own words.

Nothing here changes what happens: marks, answers and the comment are kept beside the choices.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from game.core.playing.session import KEY_TOLD, Refused, Session
from game.core.showing.parts import CardView, ClosedView
from game.core.showing.views import RevealPage
from game.core.story.statements import statements
from game.tui import back_words, words
from game.tui.widgets.choices import Choices, Row
from game.words import say, sentence

if TYPE_CHECKING:
    from game.tui.leaves import Leaf, Look
    from game.tui.screens.keeping import Keeping
    from game.tui.screens.seeing import Seeing
    from game.tui.widgets.grid import Grid

    class _Base(Seeing, Keeping):
        """What the play screen is besides."""
else:
    _Base = object

__all__ = ["Looking"]


class Looking(_Base):
    """The part of the play screen that opens things."""

    session: Session
    leaf: Leaf
    look: Look
    grid: Grid
    choices: Choices
    said_now = ""
    """What a key has just done, said in the footer: what it changed may be out of sight."""
    _draft = ("", "")
    """A sentence and what was half written of it, while its page is looked at or come back to."""

    @property
    def sentence(self) -> CardView | None:
        """The card of the sentence on this page, if there is one."""
        page = self.session.page
        if isinstance(page, RevealPage):
            return page.card
        return page if isinstance(page, CardView) else None

    def action_card(self) -> None:
        """Open the whole card of this page's sentence, the others of the scene behind it."""
        page, view = self.session.page, self.sentence
        if page is None:
            self.show_met()
        elif view is None:
            self.show_cards(tuple(self.session.pages.claims_met()))
        elif isinstance(page, RevealPage):
            self.show_cards((view.id, *page.more_claims))
        else:
            self.show_cards((view.id,))

    def show_cards(self, claims: tuple[str, ...], at: int = 0) -> None:
        """Open cards; closing them comes back to this page."""
        from game.tui.screens.card import CardScreen

        if claims:
            self.app.push_screen(CardScreen(self.session, claims, at), self._looked)

    def _looked(self, _: str | None) -> None:
        self.turn(keep=True)
        self.keep()

    def show_met(self) -> None:
        """The sentences of the year, with verdict and mark."""
        from game.core.playing.looking_back import looking_back
        from game.tui.screens.behind import MetScreen

        claims = looking_back(self.session).claims
        self.app.push_screen(MetScreen(self.session, claims), self._looked)

    def show_closed(self, closed: ClosedView) -> None:
        """Open the sentence that closed an option."""
        if closed.claim:
            self.show_cards((closed.claim,))
        else:
            self.notice = sentence(closed.sentence)
            self.set_leaf(keep=True)

    def action_open_cell(self, row: int, column: int) -> None:
        """Open one rulebook's answer to one option."""
        from game.tui.screens.rule import RuleScreen

        page = self.leaf.grid
        if page is not None:
            self.app.push_screen(RuleScreen(self.session, page, row, column), self._looked)

    def action_open_claim(self, claim: str) -> None:
        """Open the card that a line names."""
        self.show_cards((claim,))

    def action_open_all(self) -> None:
        """Every rulebook and every cell, or the page as it was; in the debrief, the answers."""
        page = self.session.page
        if isinstance(page, RevealPage):
            self.look = replace(self.look, whole=not self.look.whole)
            self.grid.cursor = None
            self.turn(keep=True)
        elif page is None:
            self._tell_key()

    def _tell_key(self) -> None:
        """What is so of each statement; asked for twice, where they could still be judged."""
        session, ask = self.session, say(back_words.LAST_CHANCE)
        if session.run.statements and session.can_judge and self.notice != ask:
            self.refuse(Refused(ask))
        else:
            session.key_told = session.key_told or bool(session.run.statements)
            self.notice = ""
            self.turn(keep=True)
        self.call_after_refresh(self.show_statements)

    def action_report(self) -> None:
        """Write the year as a page to keep or print, and say where it lies."""
        if self.session.page is None:
            make = None if self.app.is_web else self.carrot.report
            self.notice = make(self.session) if make else say(back_words.NO_PAGE_HERE)
            self.set_leaf(keep=True)

    def action_read_out(self) -> None:
        """Long numbers as words, or not."""
        self.look = replace(self.look, aloud=not self.look.aloud)
        self.turn(keep=True)
        if self.leaf.waiting and self.look.aloud:
            self.call_after_refresh(self.show_read_out)

    def action_ledger(self) -> None:
        """Every change so far."""
        from game.tui.screens.ledger import LedgerScreen

        self.app.push_screen(LedgerScreen(self.session), self._looked)

    async def action_mark(self, digit: str) -> None:
        """Mark this page's sentence; the same mark again takes it off."""
        view = self.sentence
        word = dict(words.MARKS).get(digit)
        if view is not None and word:
            taken = None if view.mark == word else word
            await self.do(lambda: self.session.mark(view.id, taken), turn=False)
            changed = view.mark and taken
            told = (self.paper.scroll_y or changed) and not self.session.read_only
            key = digit if self.session.stop.kind == "card" else words.MARK_IT.key
            self.said_now = words.marked_now(taken, view.mark, key) if told else ""
            self.tell_foot()

    async def action_mark_next(self) -> None:
        """Offer the four marks; the one that is set is taken off by being picked again."""
        view = self.sentence
        if view is None:
            return
        if self.session.read_only:
            await self.action_mark("1")  # refused, with its sentence
            return
        from game.tui.screens.chooser import mark_chooser

        async def picked(digit: str | None) -> None:
            if digit is not None:
                await self.action_mark(digit)

        self.app.push_screen(mark_chooser(view), picked)

    async def action_part(self, letter: str) -> None:
        """A letter of the comment's builder; else what this letter opens on this page."""
        row = self.choices.digit(letter)
        if row is not None:
            self.ask_part(row.id.removeprefix("say "))
        elif letter == "a":
            self.ask_task()
        elif letter == "s":
            await self.ask_statements()
        elif self.session.page is None and self.session.story.about:
            from game.tui.screens.about import AboutScreen

            self.app.push_screen(AboutScreen())

    async def ask_statements(self) -> None:
        """Offer the statements: before the first choice, and once more at the debrief."""
        session = self.session
        when = words.SAID_AFTER if session.page is None else words.SAID_BEFORE
        views = statements(session.story, session.run.statements)
        judged = session.page is not None and session.run.choices
        if not views or judged or session.read_only:
            return
        if when == words.SAID_AFTER and not session.can_judge:
            self.refuse(Refused(say(KEY_TOLD)))
            self.call_after_refresh(self.show_statements)
            return
        from game.tui.screens.statements import StatementsScreen

        await self.settled()
        said = session.run.statements.get(when, {})
        first = when == words.SAID_BEFORE or not session.run.statements.get(words.SAID_BEFORE)
        asks = words.BELIEFS_AFTER
        if first:
            asks = words.BELIEFS_BEFORE if when == words.SAID_BEFORE else words.BELIEFS_FIRST
        believe = partial(session.believe, when)
        self.app.push_screen(StatementsScreen(views, said, say(asks), believe), self._judged)

    def _judged(self, _: str | None) -> None:
        self._looked(None)
        self.call_after_refresh(self.show_statements)

    def ask_part(self, part: str, onward: bool = False) -> None:
        """Offer what a part of the comment can be; `onward` moves to the next row after it."""
        from game.tui.screens.chooser import ChooserScreen

        waiting = self.session.waiting
        parts = waiting.comment if waiting else None
        if parts is None:
            return
        offered = {"stance": parts.stances, "claim": parts.claims, "question": parts.questions}
        rows = tuple(
            Row(key, self._said_by(key, text) if part == "claim" else text, str(n))
            for n, (key, text) in enumerate(offered[part], 1)
        )
        title = {
            "stance": say(words.STANCE),
            "claim": say(words.WEIGHED),
            "question": say(words.WANT),
        }[part]

        async def said(key: str | None) -> None:
            if key is not None:
                self.said_now = ""
                await self.do(lambda: self.session.say(part, key), turn=False)
                self.choices.move(1 if onward else 0)  # what was built is brought into view

        self.app.push_screen(ChooserScreen(title, rows), said)

    def _said_by(self, claim: str, text: str) -> str:
        """A sentence as a quote, and whose it is."""
        story = self.session.story
        who = story.speakers[story.claims[claim].speaker]
        return say("“{words}”, {who}", words=text, who=who)

    async def answer(self, answer: str) -> None:
        """Answer what is asked here, and bring what is said of it into view."""
        self._draft, self.said_now = ("", ""), ""
        await self.do(lambda: self.session.answer(answer), turn=False)
        self.replied = self.session.stop
        self.call_after_refresh(self.show_reply)

    def ask_task(self) -> None:
        """Offer the answers to what the chapter asks of this page's sentence."""
        page = self.session.page
        task = page.task if isinstance(page, RevealPage) else None
        if task is None:
            return

        async def said(answer: str | None) -> None:
            if answer:
                await self.answer(answer)

        quote = f"“{page.card.words}”" if isinstance(page, RevealPage) else ""
        if isinstance(page, RevealPage) and task.kind == "write" and page.card.question:
            quote += f"\n\n{page.card.question}"
        if task.choices:
            from game.tui.screens.chooser import ChooserScreen

            rows = tuple(Row(key, text, str(n)) for n, (key, text) in enumerate(task.choices, 1))
            self.app.push_screen(ChooserScreen(task.question, rows, quote=quote), said)
        else:
            from game.tui.screens.writing import WritingScreen

            claim = page.card.id if isinstance(page, RevealPage) else ""

            def left(draft: str) -> None:
                self._draft = (claim, draft)

            draft = self._draft[1] if self._draft[0] == claim else ""
            here = draft or task.said or ""
            self.app.push_screen(WritingScreen(task.question, here, quote=quote, left=left), said)
