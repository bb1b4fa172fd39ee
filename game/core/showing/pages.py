"""Pages out of a folded run: one function a kind of page, each returning a frozen view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.run.fold import Game
from game.core.run.rulebook import Standing
from game.core.run.saved import Run
from game.core.run.trace import State, Trace
from game.core.showing import telling, withheld
from game.core.showing.cards import quote_of
from game.core.showing.margin import closed_view, margin
from game.core.showing.parts import Caption, CommentParts, Margin, OptionView, TaskView
from game.core.showing.recalled import recalled
from game.core.showing.so_far import so_far
from game.core.showing.task import shorter, task
from game.core.showing.views import (
    ChapterPage,
    EndingPage,
    GlancePage,
    OpeningPage,
    OutcomePage,
    PredictionPage,
    RevealPage,
    ScenePage,
)
from game.core.story.model import Also, Option, Scene
from game.core.story.text import paragraphs
from game.words import say

__all__ = ["Pages"]


@dataclass(frozen=True)
class Pages:
    """The pages of one run, as it stands; `held` is the turn whose reveal is held back, if any."""

    game: Game
    trace: Trace
    run: Run
    held: int | None = None
    seen: frozenset[str] = frozenset()
    """`scene.option` for what was taken in other runs."""

    def opening(self) -> OpeningPage:
        head = self.game.story.head
        book = self.game.books[0]
        text = paragraphs(self.fill(head.opening))
        others = (b for b in self.game.story.rulebooks.values() if b.who and b.id != book.id)
        watching = tuple((other.short, other.who) for other in others)
        return OpeningPage(head.title, text, book.opening, book.name, book.about, watching)

    def chapter(self, number: int) -> ChapterPage:
        chapter = self.game.story.chapters[number]
        told, drawn = so_far(self.game, self.trace, number), chapter.picture
        return ChapterPage(number + 1, chapter.chapter, drawn, chapter.picture_in_words, told)

    def caption(self, n: int) -> Caption:
        """The caption of turn `n`, or of the waiting scene for the number of turns."""
        scene = self.scene_of(n)
        made = sum(1 for turn in self.trace.turns[:n] if turn.option is not None)
        number = made if scene.event else made + 1
        of = sum(1 for scene in self.game.scenes if not scene.event)
        chapter, speaks = self._heads(n)
        before = next((m for m in reversed(range(n)) if self.trace.turns[m].option), None)
        anew = before is None or (chapter, speaks) != self._heads(before)
        moved = anew or before is None or self._stood(n) != self._stood(before)
        return Caption(chapter, scene.title, number, of, speaks, anew, moved)

    def _heads(self, n: int) -> tuple[str, str]:
        """The chapter of turn `n`, and who keeps the score there."""
        story = self.game.story
        chapter = story.chapters[story.chapter_of[self.scene_of(n).id]].chapter
        return chapter, telling.speaks(self.game.books[0], self.state_before(n).standings[0])

    def _stood(self, n: int) -> Standing:
        """The number and the lists as the page of turn `n` shows them, before what is held."""
        shown = n if self.held is None else min(n, self.held)
        return self.state_before(shown).standings[0]

    def scene_of(self, n: int) -> Scene:
        turns = self.trace.turns
        if n < len(turns):
            return turns[n].scene
        return self.trace.waiting or turns[-1].scene

    def state_before(self, n: int) -> State:
        turns = self.trace.turns
        return turns[n].before if n < len(turns) else self.trace.state

    def margin(self, n: int, after: bool = False) -> Margin:
        """The margin before turn `n` (or after it); while a reveal is held, as before that one."""
        turns = self.trace.turns
        if self.held is not None and n + after > self.held:
            waits = withheld.judged_when(self, self.held, n)
            return margin(self.game, turns[: self.held], turns[self.held].before, waits=waits)
        if after:
            return margin(self.game, turns[: n + 1], turns[n].after)
        return margin(self.game, turns[:n], self.state_before(n))

    def glance(self, n: int) -> GlancePage:
        scene = self.scene_of(n)
        text = self.fill(scene.glance or "")
        return GlancePage(
            self.caption(n), scene.title, paragraphs(text), telling.spell_numbers([text])
        )

    def scene(self, n: int) -> ScenePage:
        scene, state = self.scene_of(n), self.state_before(n)
        turn = self.trace.turns[n] if n < len(self.trace.turns) else None
        taken = turn.option.id if turn and turn.option else None
        options = self.options(scene, state, taken)
        return ScenePage(
            self.caption(n),
            scene.title,
            scene.time,
            self.prose(scene.text, recalled(self.game, scene, state), state),
            options,
            self.margin(n),
            waiting=turn is None,
            comment=self.comment(scene),
            read_out=telling.spell_numbers([option.label for option in options]),
        )

    def fill(self, text: str) -> str:
        """Put the player's name in."""
        return telling.fill(text, self.run.name)

    def prose(
        self, text: str, also: Sequence[Also], state: State, *more: str | None
    ) -> tuple[str, ...]:
        extra = [part.text for part in also if self.game.holds(part.if_, state)]
        return paragraphs(*(self.fill(t) for t in (text, *extra, *more) if t))

    def options(
        self, scene: Scene, state: State, taken: str | None = None
    ) -> tuple[OptionView, ...]:
        """Options as offered; only those that can be chosen have a digit."""
        views, digit = [], 0
        for option in self.game.offered(scene, state):
            shut = self.game.closings(option, state)
            closed = closed_view(self.game, self.game.books[0], shut[0]) if shut else None
            digit += not shut
            views.append(
                OptionView(
                    option.id,
                    self.fill(option.label),
                    option.short or telling.shorten(self.fill(option.label)),
                    None if shut else digit,
                    closed,
                    option.id == taken,
                    f"{scene.id}.{option.id}" in self.seen,
                )
            )
        return tuple(views)

    def asked(self, n: int) -> TaskView | None:
        """What is asked at turn `n`, and whether the same was asked on an earlier page."""
        asked = self.task(self.trace.turns[n].scene)
        if asked is None:
            return None
        before = (self.task(self.scene_of(m)) for m in withheld.revealed_before(self, n))
        again = any(other is not None and other.kind == asked.kind for other in before)
        return shorter(asked) if again else asked

    # What follows a choice is imported late: the first prompt doesn't wait for it.

    def prediction(self, option: Option) -> PredictionPage:
        from game.core.showing import after

        return after.prediction(self, option)

    def outcome(self, n: int) -> OutcomePage:
        from game.core.showing import after

        return after.outcome(self, n)

    def reveal(self, n: int, whole: bool = False) -> RevealPage:
        """The grid and its sentence; `whole` shows every rulebook and every cell."""
        from game.core.showing import after

        return after.reveal(self, n, whole)

    def task(self, scene: Scene) -> TaskView | None:
        """What the scene's chapter asks of its sentence; nothing of events."""
        if scene.event or not scene.claims:
            return None
        chapter = self.game.story.chapters[self.game.story.chapter_of[scene.id]]
        claim = scene.claims[0]
        return task(self.game.story, claim, chapter.help, self.run.answers.get(claim))

    def task_of(self, claim: str) -> TaskView | None:
        """What is asked of a claim by the scene of this path whose sentence it is."""
        turns = enumerate(self.trace.turns)
        at = [n for n, turn in turns if turn.scene.claims[:1] == (claim,)]
        asked = [view for n in at if (view := self.asked(n)) is not None]
        return asked[-1] if asked else None

    def ending(self) -> EndingPage:
        state = self.trace.state
        ending = self.game.ending(state)
        taken = {t.scene.id: t for t in self.trace.turns if t.option is not None}
        shown = [*dict.fromkeys([*(s for s in ending.stubs if s in taken), *taken])][:3]
        stubs = tuple(
            (turn.scene.title, self.fill(turn.option.label))
            for id, turn in taken.items()
            if id in shown and turn.option is not None
        )
        text = self.prose(ending.text, ending.also, state)
        return EndingPage(ending.id, ending.title, stubs, text, self.margin(len(self.trace.turns)))

    def comment(self, scene: Scene) -> CommentParts | None:
        """The parts of the player's comment, with the claims met so far on this path."""
        if scene.comment is None:
            return None
        said = self.run.comment
        stances, questions = dict(scene.comment.stances), dict(scene.comment.questions)
        met = {id: quote_of(self.game.story, id) or "" for id in self._weighable()}
        stance, claim, question = said.get("stance"), said.get("claim"), said.get("question")
        words = [
            stances.get(stance or ""),
            _weighed(met[claim]) if claim in met else None,
            questions.get(question or ""),
        ]
        return CommentParts(
            tuple(stances.items()),
            tuple(met.items()),
            tuple(questions.items()),
            stance if stance in stances else None,
            claim if claim in met else None,
            question if question in questions else None,
            " ".join(word.strip() for word in words if word),
        )

    def _weighable(self) -> tuple[str, ...]:
        """What can have weighed: sentences read, those that a move rested on, those marked."""
        from game.core.showing import effects

        turns = self.trace.turns
        read = [claim for turn in turns for claim in turn.scene.claims[:1]]
        behind = [claim for turn in turns for claim in effects.rests_on(self.game, turn)]
        return tuple(dict.fromkeys([*read, *behind, *self.run.marks]))

    def claims_met(self) -> tuple[str, ...]:
        """Sentences shown on this path, in the order met, and any the player marked."""
        return tuple(dict.fromkeys([*self.trace.sentences, *self.run.marks]))


def _weighed(words: str) -> str:
    """Say which sentence weighed most; the full stop of its own is enough."""
    if words.endswith((".", "!", "?")):
        return say("What weighed most, true or not: “{words}”", words=words)
    return say("What weighed most, true or not: “{words}”.", words=words)
