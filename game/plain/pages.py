"""Pages in words: what plain mode says of each page of the story.

Renders views and nothing else: no number is made here, no rule is read. Reveal and card are
in `reveal`, the debrief in `debrief`.
"""

from __future__ import annotations

from game.core.showing.parts import Caption, ClosedView, CommentParts, Margin, OptionView
from game.core.showing.views import (
    HAPPENS,
    ChapterPage,
    EndingPage,
    GlancePage,
    OpeningPage,
    OutcomePage,
    PredictionPage,
    ScenePage,
)
from game.plain.blocks import Block, heading, item, option, passage, quoted, text
from game.words import capital, joined, mark, say, sentence

__all__ = [
    "barred",
    "chapter",
    "closed",
    "comment",
    "comment_part",
    "ending",
    "glance",
    "numbered",
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
    told += [text(page.keeper_line), text(passage(sentence(page.keeper_name), page.about))]
    watching = [item(f"{capital(short)}: {sentence(who)}") for short, who in page.watching]
    return [*told, text(say("These only watch:")), *watching] if watching else told


def chapter(page: ChapterPage) -> list[Block]:
    """Say a chapter's card; its picture in words."""
    told = [heading(say("Chapter {n}: {title}", n=page.number, title=page.title))]
    if page.picture_in_words:
        told.append(text(say("Picture: {words}", words=page.picture_in_words)))
    return [*told, text(page.so_far)] if page.so_far else told


def glance(page: GlancePage) -> list[Block]:
    """Say a page that is seen once, its long numbers spelt as well."""
    told = [heading(page.title), text(say("You see this once."))]
    spelt = [text(say("Digit by digit: {digits}.", digits=digits)) for digits in page.read_out]
    return [*told, *map(text, page.paragraphs), *spelt]


def scene(page: ScenePage) -> list[Block]:
    """Say a scene: where it is, where you stand, what happens, what can be done."""
    where = page.caption
    told = [heading(numbered(where, page.title))]
    when = sentence(page.time) if page.time else ""
    told.append(text(passage(when, standing(page.margin, where))))
    told += map(text, page.paragraphs)
    if page.waiting and page.comment:
        told += comment(page.comment)
    return told + options(page.options)


def numbered(where: Caption, title: str) -> str:
    """Say which scene this is, and of how many."""
    return say("{n} of {of}. {title}", n=where.number, of=where.of, title=title)


def standing(margin: Margin, where: Caption) -> str:
    """Say where the player stands, once a chapter and where it changed: a listener knows it else.

    `lists` says it at any time.
    """
    told = [sentence(where.speaks)] if where.anew else []
    if not where.moved:
        return ""
    if margin.counter:
        told.append(say("Your points: {n}.", n=margin.number))
    elif margin.number is not None:
        told.append(say("Your number is {n}.", n=margin.number))
    if margin.lists:
        told.append(say("You are {held}.", held=joined(view.held for view in margin.lists)))
    elif margin.number is None:
        told.append(say("You are on no list."))
    return passage(*told)


def options(views: tuple[OptionView, ...]) -> list[Block]:
    """Say options: a number for each that can be chosen, the reason for each that can't."""
    told: list[Block] = []
    said: ClosedView | None = None
    for view in views:
        if view.closed is None:
            before = view.seen and not view.taken
            words = say("{label} (taken before)", label=view.label) if before else view.label
            told.append(option(view.digit, words))
        else:
            same = view.closed == said
            why = say("Closed for the same reason.") if same else closed(view.closed)
            told.append(option(None, barred(view.label, why)))
            said = view.closed
    return told


def barred(label: str, why: str) -> str:
    """Say what can't be chosen, and why."""
    return say("Not to be chosen: {label} {why}", label=sentence(label), why=why)


def closed(view: ClosedView) -> str:
    """Say why something is closed: the rule, and the sentence that it rests on."""
    told = [sentence(view.sentence)]
    if view.says:
        told.append(say("The rule: {says}", says=sentence(view.says)))
    if view.quote:
        told.append(say("The text's words for it: {quote}", quote=quoted(view.quote)))
    return passage(*told)


def comment(parts: CommentParts) -> list[Block]:
    """Say how the comment reads so far, and the one word that goes on with it."""
    if not parts.text:
        how = say("You can build your comment before you choose, part by part: type stance.")
        return [text(passage(how, say("A number chooses with it empty.")))]
    said = {"stance": parts.stance, "weighed": parts.claim, "ask": parts.question}
    goes_on = next((word for word, key in said.items() if key is None), None)
    how = say("Each part can be changed by its word: stance, weighed or ask.")
    if goes_on:
        how = say("Go on with the word {word}, or leave it as it is.", word=goes_on)
    return [text(passage(say("Your comment so far: {words}", words=parts.text), how))]


def comment_part(parts: CommentParts, part: str) -> list[Block]:
    """Say what one part of the comment can be: `stance`, `claim` or `question`."""
    word, offered, what = {
        "stance": ("stance", parts.stances, mark("What you think. Type {word} and one of these:")),
        "claim": ("weighed", parts.claims, mark("What weighed most. Type {word} and its name:")),
        "question": ("ask", parts.questions, mark("What you ask. Type {word} and one of these:")),
    }[part]
    return [text(say(what, word=word)), *(item(f"{key}: {words}") for key, words in offered)]


def prediction(page: PredictionPage) -> list[Block]:
    """Ask for a prediction, between the choice and its outcome."""
    told = [text(say("Your choice: {label}", label=page.option.label))]
    told.append(text(passage(page.question, page.why)))
    return told + [option(n, words) for n, (_, words) in enumerate(page.choices, 1)]


def outcome(page: OutcomePage, room: bool = False) -> list[Block]:
    """Say what happened, then what moved, a sentence a change; a `room` chose together."""
    if page.event:
        told = [heading(page.title), text(say(HAPPENS))]
    elif room:
        told = [text(say("The room chose: {label}", label=page.label))]
    else:
        told = [text(say("Your choice: {label}", label=page.label))]
    told += map(text, page.paragraphs)
    # Where nothing moved, the judging that follows says so: here it is said once a chapter.
    if page.caption.anew or not page.still:
        told += [item(words) for words in page.effects]
    told += [item(page.waits)] if page.waits else []
    if page.unscored:
        told.append(item(say("Not scored: {words}", words=page.unscored)))
    if page.prediction:
        told.append(item(page.prediction))
    return told


def ending(page: EndingPage) -> list[Block]:
    """Say the ending: three stubs, then the page of the album."""
    stubs = [
        item(say("A stub of {scene}: “{label}”", scene=scene, label=label))
        for scene, label in page.stubs
    ]
    return [
        heading(say("The last page of the album: {title}", title=page.title)),
        *stubs,
        *map(text, page.paragraphs),
    ]
