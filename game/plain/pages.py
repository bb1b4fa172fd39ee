"""Pages in words: what plain mode says of each page of the story.

Renders views and nothing else: no number is made here, no rule is read. Reveal and card are
in `reveal`, the debrief in `debrief`.
"""

from __future__ import annotations

from game.core.parts import ClosedView, CommentParts, Margin, OptionView
from game.core.views import (
    HAPPENS,
    ChapterPage,
    EndingPage,
    GlancePage,
    OpeningPage,
    OutcomePage,
    PredictionPage,
    ScenePage,
)
from game.plain.blocks import Block, heading, item, option, quoted, sentence, text
from game.words import joined

__all__ = [
    "chapter",
    "closed",
    "comment",
    "ending",
    "glance",
    "opening",
    "options",
    "outcome",
    "prediction",
    "scene",
    "standing",
]


def opening(page: OpeningPage) -> list[Block]:
    """Say the first page."""
    told = [heading(page.title), *map(text, page.paragraphs)]
    return [*told, text(page.keeper_line), text(f"{sentence(page.keeper_name)} {page.about}")]


def chapter(page: ChapterPage) -> list[Block]:
    """Say a chapter's card; its picture in words."""
    told = [heading(f"Chapter {page.number}: {page.title}")]
    return [*told, text(f"Picture: {page.picture_in_words}")] if page.picture_in_words else told


def glance(page: GlancePage) -> list[Block]:
    """Say a page that is seen once, its long numbers spelt as well."""
    told = [heading(page.title), text("You see this once.")]
    spelt = [text(f"Digit by digit: {digits}.") for digits in page.read_out]
    return [*told, *map(text, page.paragraphs), *spelt]


def scene(page: ScenePage) -> list[Block]:
    """Say a scene: where it is, where you stand, what happens, what can be done."""
    where = page.caption
    told = [heading(f"{where.number} of {where.of}. {page.title}")]
    when = sentence(page.time) + " " if page.time else ""
    told.append(text(f"{when}{standing(page.margin, where.speaks)}"))
    told += map(text, page.paragraphs)
    if page.waiting and page.comment:
        told += comment(page.comment)
    return told + options(page.options)


def standing(margin: Margin, speaks: str) -> str:
    """Say in a sentence or two where the player stands."""
    told = [sentence(speaks)]
    if margin.counter:
        told.append(f"Your points: {margin.number}.")
    elif margin.number is not None:
        told.append(f"Your number is {margin.number}.")
    if margin.lists:
        told.append(f"You are on {joined(view.name for view in margin.lists)}.")
    elif margin.number is None:
        told.append("You are on no list.")
    return " ".join(told)


def options(views: tuple[OptionView, ...]) -> list[Block]:
    """Say options: a number for each that can be chosen, the reason for each that can't."""
    told: list[Block] = []
    said: ClosedView | None = None
    for view in views:
        if view.closed is None:
            seen = " (taken before)" if view.seen and not view.taken else ""
            told.append(option(view.digit, f"{view.label}{seen}"))
        else:
            why = "Closed for the same reason." if view.closed == said else closed(view.closed)
            told.append(option(None, f"Not to be chosen: {sentence(view.label)} {why}"))
            said = view.closed
    return told


def closed(view: ClosedView) -> str:
    """Say why something is closed: the rule, and the sentence that it rests on."""
    told = [sentence(view.sentence)]
    if view.says:
        told.append(f"The rule: {sentence(view.says)}")
    if view.quote:
        told.append(f"The sentence: {quoted(view.quote)}")
    return " ".join(told)


def comment(parts: CommentParts) -> list[Block]:
    """Say what a comment can be built of, and how it reads so far."""
    if parts.text:
        told = [text(f"Your comment so far: {parts.text}")]
    else:
        told = [text("You can build your comment before you choose, or leave it.")]
    told.append(text("Type stance and one of these words:"))
    told += [item(f"{key}: {words}") for key, words in parts.stances]
    told.append(text("Type ask and one of these words:"))
    told += [item(f"{key}: {words}") for key, words in parts.questions]
    return [*told, text("Type weighed to hear the sentences you met; one of them may weigh most.")]


def prediction(page: PredictionPage) -> list[Block]:
    """Ask for a prediction, between the choice and its outcome."""
    told = [text(f"Your choice: {page.option.label}"), text(page.question)]
    return told + [option(n, words) for n, (_, words) in enumerate(page.choices, 1)]


def outcome(page: OutcomePage) -> list[Block]:
    """Say what happened, then what moved, a sentence a change."""
    if page.event:
        told = [heading(page.title), text(HAPPENS)]
    else:
        told = [text(f"Your choice: {page.label}")]
    told += map(text, page.paragraphs)
    told += [item(words) for words in page.effects]
    told += [item(page.waits)] if page.waits else []
    if page.unscored:
        told.append(item(f"Not scored: {page.unscored}"))
    if page.prediction:
        told.append(item(page.prediction))
    return told


def ending(page: EndingPage) -> list[Block]:
    """Say the ending: three stubs, then the page of the album."""
    stubs = [item(f"Stub: {scene}. {label}") for scene, label in page.stubs]
    return [
        heading(f"The last page of the album: {page.title}"),
        *stubs,
        *map(text, page.paragraphs),
    ]
