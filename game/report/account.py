"""The account: all that a report tells of one run, gathered once for every format.

Figures come from `core/debrief` through `looking_back`, and from nowhere else; sources get their
footnote's number here, so that two formats can't number them differently.
"""

from __future__ import annotations

from dataclasses import dataclass

from game import __version__
from game.core.dates import month
from game.core.debrief.figures import Debrief
from game.core.playing.looking_back import looking_back
from game.core.playing.session import Session
from game.core.showing.parts import CardView, SourceView, TaskView
from game.core.story.claims import About
from game.report.shown import cleaned
from game.words import capital, say

__all__ = ["Account", "Sentence", "account"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that was met, its card, and what the player made of it."""

    card: CardView
    sources: tuple[int, ...]
    """Numbers of its footnotes."""
    asked: str
    """What the chapter asked of it; empty where nothing was answered."""
    said: str
    """What the player answered, in words."""
    told: str
    """What the game said to that."""


@dataclass(frozen=True, slots=True)
class Account:
    """One run, told once."""

    program: str
    """The version that made this account."""
    story: str
    story_id: str
    digest: str
    subtitle: str
    language: str
    name: str
    cut: str
    """The cut's id; the debrief has its name."""
    played: str
    """The day on which the run was last written, as 2026-03-01; empty where nobody knows."""
    over: bool
    made: int
    """Choices made."""
    of: int
    """Scenes of the cut."""
    notices: tuple[str, ...]
    """What no longer fits, since the story was changed after the run."""
    view: Debrief
    sentences: tuple[Sentence, ...]
    footnotes: tuple[SourceView, ...]
    """Sources in the order in which they are first named; the first is number 1."""
    about: About | None
    booster: int
    """How many other statements wait for a week later."""

    @property
    def heading(self) -> str:
        """What stands over the report."""
        if not self.over:
            return say("Your year so far")
        return say("Your year: {title}", title=self.view.title)

    @property
    def byline(self) -> str:
        """Who, under whom, how much, when."""
        kept = say("Keeper: {keeper}", keeper=capital(self.view.years[0].name))
        parts = (self.name, kept, self.view.cut, _day(self.played))
        return " · ".join(part for part in parts if part)


def _day(played: str) -> str:
    """Say a day in words: `1 March 2026`."""
    if not played:
        return ""
    year, of, day = map(int, played.split("-"))
    return say("{day} {month} {year}", day=day, month=month(of), year=year)


def account(session: Session, played: str = "") -> Account:
    """Gather what is told of a session's run, as far as it was played."""
    view = looking_back(session)
    head = session.story.head
    numbers: dict[str, int] = {}
    notes: list[SourceView] = []
    sentences = []
    for met in view.claims:
        card = session.card(met.id)
        for source in card.sources:
            if source.key not in numbers:
                notes.append(source)
                numbers[source.key] = len(notes)
        cited = tuple(numbers[source.key] for source in card.sources)
        sentences.append(_sentence(card, cited, session.pages.task_of(met.id)))
    return cleaned(
        Account(
            program=__version__,
            story=head.title,
            story_id=head.id,
            digest=session.story.digest,
            subtitle=head.subtitle,
            language=head.language,
            name=session.run.name,
            cut=session.run.cut,
            played=played,
            over=session.over,
            made=len(session.run.choices),
            of=sum(1 for scene in session.game.scenes if not scene.event),
            notices=session.notices,
            view=view,
            sentences=tuple(sentences),
            footnotes=tuple(notes),
            about=session.story.about,
            booster=sum(1 for s in session.story.statements if s.set == "booster"),
        )
    )


def _sentence(card: CardView, cited: tuple[int, ...], task: TaskView | None) -> Sentence:
    if task is None or task.said is None:
        return Sentence(card, cited, "", "", "")
    said = dict(task.choices).get(task.said, task.said)
    return Sentence(card, cited, task.question, said, task.told or "")
