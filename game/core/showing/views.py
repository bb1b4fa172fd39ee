"""What a face is given to render: frozen views, already decided and already in words.

A face chooses where things stand and in which colour, and nothing else. Whatever two faces
must agree on is a field here, so it can't differ between them.
"""

from __future__ import annotations

from typing import NamedTuple

from game.core.showing.parts import (
    Caption,
    CardView,
    CommentParts,
    GridRow,
    Margin,
    OptionView,
    TaskView,
)
from game.words import mark

__all__ = [
    "HAPPENS",
    "ChapterPage",
    "EndingPage",
    "GlancePage",
    "OpeningPage",
    "OutcomePage",
    "Page",
    "PredictionPage",
    "RevealPage",
    "ScenePage",
]


HAPPENS = mark("There is nothing to choose here. It happens.")
"""Over an event: it may follow from what was chosen, so it isn't said that nobody chose it."""


class OpeningPage(NamedTuple):
    """The first page of a run."""

    title: str
    paragraphs: tuple[str, ...]
    keeper_line: str
    keeper_name: str
    about: str
    watching: tuple[tuple[str, str], ...]
    """The rulebooks that only watch, by their short names, and who each of them is: told once."""


class ChapterPage(NamedTuple):
    """A chapter's card."""

    number: int
    title: str
    picture: str | None
    picture_in_words: str | None
    so_far: str = ""
    """How many of the choices before it moved something; empty before the first."""


class GlancePage(NamedTuple):
    """Seen once, before a scene."""

    caption: Caption
    title: str
    paragraphs: tuple[str, ...]
    read_out: tuple[str, ...]
    """Its long numbers, spelt digit by digit in groups, to be read out on request."""


class ScenePage(NamedTuple):
    """A scene and its options; `waiting` where a choice can be made."""

    caption: Caption
    title: str
    time: str | None
    paragraphs: tuple[str, ...]
    options: tuple[OptionView, ...]
    margin: Margin
    waiting: bool
    comment: CommentParts | None
    read_out: tuple[str, ...]
    """Long numbers of the options, spelt digit by digit, to be read out on request."""


class PredictionPage(NamedTuple):
    """Between the choice and its outcome: what will happen?"""

    caption: Caption
    option: OptionView
    question: str
    choices: tuple[tuple[str, str], ...]
    """Key and words of each answer."""
    margin: Margin
    why: str = ""
    """Why one is asked to guess; said the first time."""


class OutcomePage(NamedTuple):
    """What happened, as story; and what moved, in sentences."""

    caption: Caption
    title: str
    event: bool
    label: str | None
    """The option taken; None for an event."""
    paragraphs: tuple[str, ...]
    effects: tuple[str, ...]
    """What the keeper did, one sentence a change; what it pointedly didn't."""
    still: bool
    """Nothing moved under the keeper, and what stands in `effects` says no more than that."""
    unscored: str | None
    prediction: str | None
    """How the player's prediction turned out, in a sentence."""
    before: Margin
    margin: Margin
    waits: str
    """That this scene is judged later, where it is held; said once."""
    held: bool
    """The effects are kept back, this scene's or those of one before it."""
    claim: str | None = None
    """The sentence behind the first rule that moved something."""


class RevealPage(NamedTuple):
    """The grid and the sentence, with its answer, on one page."""

    caption: Caption
    title: str
    gear: str
    """`full`, `short` or `held`."""
    event: bool
    columns: tuple[OptionView, ...]
    """For an event one column, marked as taken."""
    rows: tuple[GridRow, ...]
    folded: tuple[str, ...]
    """What the rulebooks make of it whose rows are left out; sentences without their stop."""
    quiet: tuple[str, ...]
    """The same of the chosen column alone, for a face that tells no grid."""
    size_notes: tuple[str, ...]
    """Whose sizes these are, a sentence for each rulebook that shows one."""
    card: CardView
    more_claims: tuple[str, ...]
    """Other claims of this scene, one key away."""
    task: TaskView | None
    """What the chapter asks of this sentence: help fades as the year goes on."""
    prediction: str | None
    margin: Margin
    alone: bool = False
    """The first of `quiet` says that one rulebook alone counts it."""


class EndingPage(NamedTuple):
    """A page of the album."""

    id: str
    title: str
    stubs: tuple[tuple[str, str], ...]
    """Scene title and the label taken, three of this run."""
    paragraphs: tuple[str, ...]
    margin: Margin


Page = (
    OpeningPage
    | ChapterPage
    | GlancePage
    | ScenePage
    | PredictionPage
    | OutcomePage
    | RevealPage
    | CardView
    | EndingPage
)
