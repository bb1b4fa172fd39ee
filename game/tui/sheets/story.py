"""Pages of story: the opening, a chapter's card, a glance, a scene, an ending."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.showing.parts import CommentParts
from game.core.showing.views import (
    ChapterPage,
    EndingPage,
    GlancePage,
    OpeningPage,
    PredictionPage,
    ScenePage,
)
from game.tui import words
from game.tui.ink import (
    Lay,
    Lines,
    Room,
    beside,
    block,
    bullet,
    ink,
    join,
    para,
    paras,
    prose,
    rule,
    shift,
)
from game.tui.sheets.margin import strip
from game.words import capital, say

__all__ = ["chapter", "comment", "ending", "glance", "head", "opening", "prediction", "scene"]


def head(title: str, caption: str | None, room: Room) -> Lines:
    """A title with its caption: under it where there is room, else behind it."""
    named = ink(title, "bold $stamp")
    if not caption:
        return [named]
    said = ink(caption, "italic $muted")
    return [named, said] if room.tall else [join(named, ink("  "), said).truncate(room.width)]


def opening(page: OpeningPage) -> Lay:
    """The first page of a run, with the keeper's line."""

    def lay(room: Room) -> Lines:
        gap = [ink("")] if room.tall else []  # on a small page all of it is to be seen at once
        lines = [ink(page.title, "bold $stamp"), *gap]
        lines += [*prose(page.paragraphs, room), ink("")]
        said = para(page.keeper_line, room.measure - 4, "bold $ink")
        said += para(page.keeper_name, room.measure - 4, "$muted")
        lines += [*block(said, room.measure, "$stamp", "$clipping"), *gap]
        return [*lines, *para(page.about, room.measure, "$muted"), *_watching(page, room)]

    return lay


def _watching(page: OpeningPage, room: Room) -> Lines:
    """Who only watches, a line each."""
    lines: Lines = []
    for short, who in page.watching:
        named = ink(f"{capital(short)}  ", "bold $muted")
        lines += bullet(ink("· ", "$muted"), join(named, ink(who, "$muted")), room.measure)
    head = [ink(""), ink(say("These only watch:"), "$muted")] if room.tall else []
    return [*head, *lines] if lines else []


def chapter(page: ChapterPage) -> Lay:
    """A chapter's card: number, title, its small picture in text."""

    def lay(room: Room) -> Lines:
        picture = [ink(line, "$muted") for line in (page.picture or "").rstrip().splitlines()]
        lines = [ink(""), ink(say("Chapter {n}", n=page.number), "italic $muted")]
        lines += [ink(page.title, "bold $stamp"), rule(room.measure), ink(""), *picture]
        if page.so_far:
            lines += [ink(""), *para(page.so_far, room.measure, "$muted")]
        return ([ink("")] * 2 if room.tall else []) + lines

    return lay


def glance(page: GlancePage, aloud: bool) -> Lay:
    """Something seen once; `aloud` reads its long numbers out as words."""

    def lay(room: Room) -> Lines:
        lines = [*head(page.title, None, room), ink("")]
        said = paras(page.paragraphs, room.measure - 4, "$ink")
        lines += block([ink(""), *said, ink("")], room.measure, "$amber", "$clipping")
        if aloud:
            lines += [ink(""), *_read_out(page.read_out, room.measure)]
        return [*lines, ink(""), *para(say(words.GLANCE), room.measure, "italic $muted")]

    return lay


def _read_out(spelt: Sequence[str], width: int) -> Lines:
    lines: Lines = []
    for number in spelt:
        lines += bullet(ink(say("aloud: "), "bold $amber"), ink(number, "$ink"), width)
    return lines


def scene(page: ScenePage, short: str) -> Lay:
    """A scene's words, over its options."""

    def lay(room: Room) -> Lines:
        lines = head(page.title, page.time, room)
        if not room.margined:
            lines += strip(page.margin, short, room.width)
        lines += [ink(""), *prose(page.paragraphs, room), ink("")]
        if page.comment:
            lines += [*_comment(page.comment, room.measure), ink("")]
        return lines

    return lay


def _comment(parts: CommentParts, width: int) -> Lines:
    said = parts.text or say(words.COMMENT_EMPTY)
    style = "$ink" if parts.text else "italic $muted"
    lines = [ink(say(words.COMMENT), "bold $amber"), *para(said, width - 4, style)]
    return block(lines, width, "$amber", "$note")


def comment(parts: CommentParts) -> tuple[tuple[str, str, str, str], ...]:
    """The rows of the builder: part, letter, label, and what has been picked."""
    stances, claims, questions = dict(parts.stances), dict(parts.claims), dict(parts.questions)
    quoted = f"“{claims[parts.claim]}”" if parts.claim else say(words.NOTHING_YET)
    return (
        ("stance", "s", say(words.STANCE), stances.get(parts.stance or "", say(words.NOTHING_YET))),
        ("claim", "w", say(words.WEIGHED), quoted),
        (
            "question",
            "a",
            say(words.WANT),
            questions.get(parts.question or "", say(words.NOTHING_YET)),
        ),
    )


def prediction(page: PredictionPage) -> Lay:
    """Between the choice and its outcome: what will happen?"""

    def lay(room: Room) -> Lines:
        lines = [*head(page.caption.scene, None, room), ink("")]
        lines += bullet(ink("› ", "bold $stamp"), ink(page.option.label, "$ink"), room.measure)
        lines += [ink(""), *para(say(words.BEFORE_YOU_SEE), room.measure, "italic $muted"), ink("")]
        lines += para(page.question, room.measure, "bold $ink")
        why = para(page.why, room.measure, "$muted") if page.why else []
        return [*lines, *why, ink("")]

    return lay


def ending(page: EndingPage) -> Lay:
    """A page of the album: three stubs glued in, and what stands beside them."""

    def lay(room: Room) -> Lines:
        lines = [*head(page.title, say(words.ALBUM), room), ink("")]
        for scene_title, label in page.stubs:
            lines += [*_stub(scene_title, label, room), ink("")]
        return lines + prose(page.paragraphs, room)

    return lay


def _stub(scene_title: str, label: str, room: Room) -> Lines:
    """A ticket's stub, with its perforated edge."""
    width = min(room.measure - 2, 60)
    said = [ink(scene_title, "bold $ink"), *para(label, width - 10, "$muted")]
    holes = [ink("┊", "$rule")] * len(said)
    inner = beside(said, holes, width - 8)
    return shift(block(inner, width, "$stamp", "$clipping"), 2)
