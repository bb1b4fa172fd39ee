"""A session: one run being played, as a list of pages with a place in it.

Every face drives the game through these verbs and renders `page`; none of them decides
anything. A choice takes effect at once and is *kept* (acknowledged) when `save` returns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from game.core.playing.reading import Reading
from game.core.run.saved import LONGEST_NAME, SURE, needs_cut, needs_keeper, printable
from game.core.run.script import Stop
from game.core.run.told import differences, told
from game.core.run.trace import Choice
from game.core.saves.bookmark import bookmark_of, keep_bookmark
from game.core.saves.runs import MARKS, Run, RunFile, Runs, SaveError, new_run
from game.core.showing.task import LONGEST
from game.core.showing.views import RevealPage
from game.core.story.model import Story
from game.words import many, mark, say, series

__all__ = ["KEY_TOLD", "Refused", "Session"]


KEY_TOLD = mark("The answers have been told; what you said before stands.")


class Refused(Exception):
    """Something that can't be done now; the message is a sentence for the player."""


class Session(Reading):
    """One run being played. `page` is what to show; the verbs move it on."""

    read_only = False
    """Opened to be read again: every verb that would change it is refused."""
    key_told = False
    """A face has told which statements are true: whoever judges them now repeats it."""

    def __init__(
        self,
        story: Story,
        run: Run,
        runs: Runs | None = None,
        file: RunFile | None = None,
        predictions: bool = True,
    ) -> None:
        super().__init__(story, run)
        self.runs, self.file, self.predictions = runs, file, predictions
        self.notices: tuple[str, ...] = ()
        """Sentences to show once: what changed since the run was saved, what was set aside."""
        self._undone: list[Choice] = []

    @classmethod
    def new(
        cls,
        story: Story,
        keeper: str,
        cut: str,
        runs: Runs | None = None,
        name: str = "",
        predictions: bool = True,
    ) -> Session:
        """Begin a run of its own file, written with its first choice."""
        run = new_run(story.head.id, story.digest, keeper, cut, name)
        return cls(story, run, runs, predictions=predictions)

    @classmethod
    def resume(
        cls, story: Story, file: RunFile, runs: Runs | None, predictions: bool = True
    ) -> Session:
        """Go on with a saved run: replayed over the story as it is now, differences told.

        Raises SaveError when keeper or cut are unknown to this story.
        """
        run = file.run
        if run.keeper not in story.rulebooks:
            raise needs_keeper(file.path, run)
        if run.cut not in story.head.cuts:
            raise needs_cut(file.path, run)
        session = cls(story, run, runs, file, predictions)
        session.tell_differences()
        session.remind()
        if runs is not None:
            session.back_to(bookmark_of(file.path))
        return session

    def tell_differences(self) -> None:
        """Say what differs from what was told before, and let go of choices that don't fit."""
        notices = []
        misfits = self.trace.misfits
        if misfits:
            kept = self.run.choices[: len(self.run.choices) - len(misfits)]
            notices.append(
                many(
                    "The story has changed: {n} choice from `{scene}` on could not be replayed "
                    "({why}).",
                    "The story has changed: {n} choices from `{scene}` on could not be replayed "
                    "({why}).",
                    len(misfits),
                    scene=misfits[0].choice.scene,
                    why=misfits[0].why,
                )
            )
            if self.file:
                notices.append(say("The old run is kept in {file}.", file=self.file.path.name))
            self.file = None
            self._refold(replace(self.run, choices=kept, finished=False))
        notices += differences(self.game, self.trace, self.run.told)
        self.notices = (*self.notices, *notices)

    def keep_bookmark(self) -> None:
        """Put the page that is open beside the run, if that is on disk."""
        if self.file is not None and self.runs is not None and not self.read_only:
            keep_bookmark(self.file.path, self.bookmark)

    @cached_property
    def seen(self) -> frozenset[str]:
        """`scene.option` for what other runs of this story took; looked up once."""
        if self.runs is None:
            return frozenset()
        return self.runs.taken(self.story.head.id, self.file.path if self.file else None)

    @property
    def can_undo(self) -> bool:
        return bool(self.run.choices)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    @property
    def can_judge(self) -> bool:
        """Whether the statements can still be judged after the year: nobody has told what is so."""
        from game.core.story.statements import all_judged, statements  # not before a choice

        told = self.key_told or all_judged(statements(self.story, self.run.statements))
        return bool(self.story.statements) and not told and not self.read_only

    @property
    def saved(self) -> bool:
        """Whether everything done so far is on disk (nothing done yet counts as saved)."""
        if self.runs is None or self.run == (self.file.run if self.file else None):
            return True
        return self.file is None and not self.run.choices

    # The verbs

    def choose(self, option: str) -> None:
        """Choose an option by id; where the gear asks, a prediction comes first.

        Raises Refused with a sentence for an option that isn't there or is closed.
        """
        page = self.waiting
        if page is None:
            raise Refused(say("There is nothing to choose on this page."))
        view = next((v for v in page.options if v.id == option), None)
        if view is None:
            raise Refused(say("There is no option `{option}` here.", option=option))
        if view.closed:
            raise Refused(say("That is {closed}.", closed=view.closed.sentence))
        scene = self.pages.scene_of(self.stop.turn)
        chosen = scene.option(option)
        if self.predictions and scene.predict and chosen:
            self._pending = chosen
            return
        self._add(Choice(scene.id, option))

    def predict(self, answer: str | None) -> None:
        """Answer the prediction, or (None) go on without a guess: then the choice takes effect."""
        if self._pending is None or self.trace.waiting is None:
            raise Refused(say("There is nothing to predict now."))
        scene, option = self.trace.waiting, self._pending
        if answer is not None and answer not in dict(self.pages.prediction(option).choices):
            raise Refused(say("There is no answer `{answer}` here.", answer=answer))
        self._pending = None
        self._add(Choice(scene.id, option.id, answer))

    def _add(self, choice: Choice) -> None:
        self._undone.clear()
        self._extend(choice)

    def _extend(self, choice: Choice) -> None:
        self._pending = None
        turn = len(self.trace.turns)
        if self.trace.waiting is not None:
            self._glanced.add(self.trace.waiting.id)
        self._refold(replace(self.run, choices=(*self.run.choices, choice)))
        self._at = self._stops.index(Stop("outcome", turn))

    def undo(self) -> None:
        """Take the last choice back, with its prediction, and stand before it again."""
        self._pending = None
        if not self.run.choices:
            raise Refused(say("There is nothing to undo yet."))
        *kept, last = self.run.choices
        self._undone.append(last)
        self._glanced.add(last.scene)
        self._refold(replace(self.run, choices=tuple(kept), finished=False))
        self._at = len(self._stops) - 1

    def redo(self) -> None:
        """Make the choice that was undone last again."""
        if not self._undone:
            raise Refused(say("There is nothing to redo."))
        self._extend(self._undone.pop())

    def mark(self, claim: str, word: str | None) -> None:
        """Mark a claim as stands, in part, falls or can't tell; None takes the mark off."""
        if claim not in self.story.claims:
            raise Refused(say("There is no claim `{claim}`.", claim=claim))
        if word is not None and word not in MARKS:
            raise Refused(say("Mark it as one of: {marks}.", marks=series(MARKS)))
        marks = {id: mark for id, mark in self.run.marks.items() if id != claim}
        self.run = replace(self.run, marks=marks | ({claim: word} if word else {}))

    def answer(self, said: str, claim: str | None = None) -> None:
        """Answer what the chapter asks of a sentence (pick, guess, file or write).

        Without a claim, of this page's sentence.
        """
        page, asked = self.page, self.pages.task_of(claim) if claim else None
        if claim is None and isinstance(page, RevealPage):
            claim, asked = page.card.id, page.task
        if asked is None or claim is None:
            raise Refused(say("Nothing is asked of this sentence."))
        keys = [key for key, _ in asked.choices]
        said = printable(said, LONGEST)
        if not said or (keys and said not in keys):
            known = say("Answer with one of: {answers}.", answers=series(keys))
            raise Refused(known if keys else say("Write a sentence."))
        self.run = replace(self.run, answers={**self.run.answers, claim: said})

    def believe(self, when: str, id: str, truth: bool | None, sure: int = 2) -> None:
        """Say if a statement is true (None: unsaid), `before` or `after`; how surely, 1 to 3."""
        if when not in ("before", "after") or sure not in SURE:
            raise Refused(
                say("Statements are judged before or after, with 1, 2 or 3 for how sure.")
            )
        if id not in {statement.id for statement in self.story.statements}:
            raise Refused(say("There is no statement `{id}`.", id=id))
        if when == "after" and self.key_told:
            raise Refused(say(KEY_TOLD))
        part = {**self.run.statements.get(when, {}), id: (bool(truth), sure)}
        if truth is None:
            del part[id]
        said = {**self.run.statements, when: part}
        self.run = replace(self.run, statements={when: part for when, part in said.items() if part})

    def say(self, part: str, key: str) -> None:
        """Pick a part (`stance`, `claim`, `question`) of the player's own comment."""
        waiting = self.trace.waiting
        parts = self.pages.comment(waiting) if waiting else None
        if parts is None:
            raise Refused(say("There is no comment to build on this page."))
        offered = {"stance": parts.stances, "claim": parts.claims, "question": parts.questions}
        if part not in offered or key not in dict(offered[part]):
            keys = series(dict(offered.get(part, ()))) or say("nothing")
            raise Refused(say("There is no `{key}` here; there is {keys}.", key=key, keys=keys))
        self.run = replace(self.run, comment={**self.run.comment, part: key})

    def rename(self, name: str) -> None:
        """Give the player a name of their own; control characters are dropped."""
        self.run = replace(self.run, name=printable(name, LONGEST_NAME))

    def play(self, choices: Sequence[Choice]) -> None:
        """Play choices without stopping at pages; raises Refused at the first that doesn't fit."""
        for choice in choices:
            trace = self.game.fold((*self.run.choices, choice))
            if trace.misfits:
                raise Refused(trace.misfits[0].why)
            self._add(choice)

    def save(self) -> None:
        """Put the run on disk; raises SaveError, and then the last kept choice is still there."""
        if self.runs is None or self.saved:
            return
        run = replace(
            self.run,
            digest=self.story.digest,
            told=told(self.game, self.trace),
            finished=self.over,
        )
        path = self.file.path if self.file else None
        self.file = self.runs.save(self.file, run) if self.file else self.runs.create(run)
        self.run = run
        if path is not None and self.file.path != path:
            notice = say("This run went on in another window; yours goes on in a file of its own.")
            self.notices = (*self.notices, notice)

    def save_or_say(self) -> str | None:
        """Save; return a sentence instead of raising where it can't be done."""
        try:
            self.save()
        except SaveError as error:
            return str(error)
        return None
