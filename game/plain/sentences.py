"""The desk's drawer for sentences: cards, marks, answers, comment, statements.

Refuses to judge an answer: what the card holds is set beside it, and that is all.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.playing.session import Session
from game.core.saves.runs import MARKS
from game.core.showing.parts import CardView, CommentParts, TaskView
from game.core.showing.views import Page, RevealPage, ScenePage
from game.plain import asking, cards, pages, trails
from game.plain.blocks import Block, passage, text
from game.plain.words import Unclear, near
from game.words import say, series

__all__ = ["Sentences"]

Said = Sequence[Block] | None
FULL = "full"  # not said: typed


class Sentences:
    """The part of the desk that deals in sentences."""

    session: Session
    card_shown: str | None = None
    """The claim that `card` and `mark` mean when they name none."""
    _questions: tuple[str, ...] = ()
    """The claims of the sentences of which something was asked since the last choice, in order."""
    _asked_at: int = -1
    """After how many choices that was."""

    @property
    def _asked(self) -> str | None:
        """The latest of them that isn't answered yet: it was just read. Where all are, the last."""
        answers = self.session.run.answers
        waiting = (claim for claim in reversed(self._questions) if claim not in answers)
        return next(waiting, self._questions[-1] if self._questions else None)

    def shown(self, page: Page) -> None:
        """Remember the sentence that was said last."""
        if isinstance(page, RevealPage):
            self.card_shown = page.card.id
            if page.task:
                at = len(self.session.run.choices)
                before = self._questions if at == self._asked_at else ()
                self._questions = tuple(dict.fromkeys([*before, page.card.id]))
                self._asked_at = at
        elif isinstance(page, CardView):
            self.card_shown = page.id

    def open_question(self) -> TaskView | None:
        """What was asked after the last choice, as long as it isn't answered."""
        asked = self.session.pages.task_of(self._asked) if self._asked else None
        here = self._asked_at == len(self.session.run.choices)
        return asked if asked is not None and asked.said is None and here else None

    def still_asked(self) -> list[Block]:
        """Ask it once more at the prompt; nothing where nothing is open."""
        asked = self.open_question()
        if asked is None or self._asked is None:
            return []
        card, scene = self.session.card(self._asked), self._scene_of(self._asked)
        return [asking.asked_still(asked, card, scene)]

    def _scene_of(self, claim: str) -> str:
        """The title of the scene on this path that asked of a sentence."""
        scenes = (turn.scene for turn in reversed(self.session.trace.turns))
        return next(scene.title for scene in scenes if scene.claims[:1] == (claim,))

    def answers(self, line: str) -> bool:
        """Whether a line is a letter that answers the open question."""
        asked = self.open_question()
        return asked is not None and line.casefold() in asking.letters(asked)

    def do_card(self, rest: str) -> Said:
        """A sentence's card, its sources by their names; `full` says all of each source."""
        name, _, last = rest.rpartition(" ")
        full = last.casefold() == FULL
        rest = name if full else rest
        claim = self._claim(rest) if rest else self.card_shown
        if claim is None:
            name = next(iter(self.session.story.claims))
            raise Unclear(
                say(
                    "No sentence was shown yet. Type card and its name, as in card {name}.",
                    name=name,
                )
            )
        self.card_shown = claim
        leads = trails.leads(self.session.story, claim)
        if full:
            return [*cards.card(self.session.card(claim)), *leads]
        return [*self._card(claim), *leads]

    def _card(self, claim: str) -> list[Block]:
        view = self.session.card(claim)
        return [*cards.card(view, self.session.story.sources), *cards.sources_word(view)]

    def _claim(self, word: str) -> str:
        claims = self.session.story.claims
        named = {id.casefold(): id for id in claims}
        if word.casefold() in named:
            return named[word.casefold()]
        none = say("There is no sentence {word}.", word=word[:40])
        raise Unclear(passage(none, near(word, claims)))

    def do_mark(self, rest: str) -> Said:
        first, _, words = rest.partition(" ")
        ids = {id.casefold() for id in self.session.story.claims}
        claim = self._claim(first) if first.casefold() in ids else self.card_shown
        said = words if first.casefold() in ids else rest
        mark = said.strip().casefold().replace("cant", "can't").replace("’", "'")
        mark = {"part": "in part", "can't": "can't tell"}.get(mark, mark)  # not said: typed
        if claim is None or mark not in MARKS:
            how = say("Type mark, a sentence, and one of: {marks}.", marks=", ".join(MARKS))
            raise Unclear(passage(how, near(mark, MARKS) if mark else ""))
        taken = self.session.run.marks.get(claim) == mark
        self.session.mark(claim, None if taken else mark)
        if taken:
            return [text(say("Taken off: {claim} has no mark.", claim=claim))]
        marked = say("{claim} is marked: {mark}.", claim=claim, mark=say(mark))
        return [text(passage(marked, say("The same again takes it off.")))]

    def do_answer(self, rest: str) -> Said:
        """Answer what was asked of the last sentence: by a letter, or in words of one's own."""
        claim = self._asked
        asked = self.session.pages.task_of(claim) if claim else None
        talk = self.card_shown and not self.session.pages.task_of(self.card_shown)
        if talk and (asked is None or asked.said is not None):
            raise Unclear(say("That one is for talking; there is nothing to fill in."))
        if claim is None or asked is None:
            raise Unclear(say("Nothing has been asked of a sentence yet."))
        letters = asking.letters(asked)
        if not letters and not rest:
            raise Unclear(say("Type answer and your sentence. To hear it again, type question."))
        if letters and rest.casefold() not in letters:
            known = series(letters)
            again = say("To hear them again, type question.")
            how = say("Type answer and one letter of {letters}.", letters=known)
            raise Unclear(passage(how, again))
        before = self._wrote_before(claim)
        self.session.answer(letters.get(rest.casefold(), rest), claim)
        asked = self.session.pages.task_of(claim) or asked
        card = self.session.card(claim)
        sources = self.session.story.sources
        if asked.kind == "pick":
            told = [*asking.answered(asked), *asking.picked(card, sources)]
            return [*told, *self.still_asked()]
        if asked.kind == "write":
            return [*asking.written(asked, card, before, sources), *self.still_asked()]
        return [*asking.answered(asked), *self._card(claim), *self.still_asked()]

    def how_to_say(self) -> str:
        """Say to whoever typed a sentence what it could have been meant for."""
        asked = self.open_question()
        if asked is not None and asked.kind == "write":
            return say("To answer with that, type answer before it.")
        page = self.session.page
        if isinstance(page, ScenePage) and page.comment is not None:
            return say("Your comment is built part by part: type stance.")
        return say("I don't know that as a word. Type help all for all words.")

    def do_question(self, _: str) -> Said:
        """What was asked of the last sentence, in full once more."""
        claim = self._asked
        asked = self.session.pages.task_of(claim) if claim else None
        if claim is None or asked is None:
            return self._to_talk_about()
        return asking.asked_again(asked, self.session.card(claim))

    def _to_talk_about(self) -> list[Block]:
        """What the last card asks, where nothing is to be filled in."""
        view = self.session.card(self.card_shown) if self.card_shown else None
        if view is None or not view.question:
            raise Unclear(say("Nothing has been asked of a sentence yet."))
        return [text(passage(view.question, say("That one is for talking; no answer is kept.")))]

    def _wrote_before(self, claim: str) -> bool:
        """Whether another sentence of this run was answered in the player's own words."""
        others = (self.session.pages.task_of(id) for id in self.session.run.answers if id != claim)
        return any(asked is not None and asked.kind == "write" for asked in others)

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
            return pages.comment_part(parts, part)
        self.session.say(part, self._begun(parts, part, key) if parts else key)
        page = self.session.waiting
        parts = page.comment if page else None
        return pages.comment(parts) if parts else []

    def _begun(self, parts: CommentParts, part: str, key: str) -> str:
        """The one offered part that begins so; else what was typed."""
        offered = {"stance": parts.stances, "claim": parts.claims, "question": parts.questions}
        typed = key.casefold().replace(" ", "-")
        begun = [word for word, _ in offered[part] if word.startswith(typed)]
        return begun[0] if len(begun) == 1 and part != "claim" else key

    def do_statements(self, rest: str) -> Said:
        from game.plain import statements

        if rest.casefold() == statements.KEY:
            return statements.key(self.session)
        return statements.listed(self.session)

    def do_believe(self, rest: str) -> Said:
        from game.plain import statements

        return statements.believe(self.session, rest)
