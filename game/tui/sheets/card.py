"""The sentence and what answers it: a clipping, two margin notes, the record's card."""

from __future__ import annotations

from textual.content import Content

from game.core.showing.cards import said_where, source_signs
from game.core.showing.parts import CardView, SourceView, TaskView
from game.tui import words
from game.tui.ink import (
    MEASURE,
    Lay,
    Lines,
    Room,
    act,
    beside,
    block,
    bullet,
    ends,
    ink,
    inner,
    join,
    para,
    shift,
)
from game.words import many, say, series

__all__ = ["answered", "card", "clipping", "marks", "sources"]


def clipping(view: CardView, width: int, measure: int = MEASURE) -> Lines:
    """The sentence as it was printed: its words, who says them and where, in plain words."""
    within = min(width - 4, measure)
    sic = ink(say(words.SIC) if view.sic else "", "$muted")
    said = para(join(ink(f"“{view.words}”", "italic $ink"), sic), within)
    where = ink(said_where(view), "$muted")
    if view.mark:
        where = join(where, ink(f" · {words.marked(view.mark)}", "bold $ink"))
    if said[-1].cell_length + where.cell_length + 3 <= within:
        said[-1] = join(said[-1], ink("   "), where)
    else:
        said += para(where, within)
    if not view.verbatim:
        said += para(say(words.NOT_VERBATIM), within, "italic $muted")
    plain = ink(f"{say(words.IN_PLAIN_WORDS)} ", "bold $ink")
    said += para(join(plain, ink(view.plain, "$ink")), within)
    return block(said, width, "$stamp", "$clipping")


def answered(view: CardView, task: TaskView | None, room: Room, free: int = 0) -> Lines:
    """What a reveal shows of a card: the sentence, a line for either side, the verdict.

    Where the chapter asks for one of these, the question stands in its place. Beside the grid
    there is room for both arguments and the whole record. Both sides always stand; only the
    question to think about is left to the card where the page would else be longer than the
    `free` rows.
    """
    width = room.width
    question = _question(view, width)
    if room.margined and not (task and task.said is None):
        asked = _task(task, width) if task else []
        behind = sources(view.sources, width) if room.lofty else []
        return [*_whole(view, width), *question, *asked, *behind]
    lines = _short(view, task, width)
    return [*lines, *question] if len(lines) + len(question) <= free else lines


def _short(view: CardView, task: TaskView | None, width: int) -> Lines:
    said = clipping(view, width)
    asks = task.kind if task and task.said is None else ""
    if asks == "pick" and task:
        answer = _two_answers(task, width)
    elif task and task.kind == "pick":
        answer = []  # both stand below, the player's marked
    else:
        answer = _two_lines(view, width)
    record = _asked_verdict(task, width) if asks == "verdict" and task else _verdict(view, width)
    lines = [*answer, *record, *said] if view.why_believed else [*said, *answer, *record]
    if task and (task.told or asks in ("drawer", "write")):
        lines += _task(task, width)
    return lines


def _two_lines(view: CardView, width: int) -> Lines:
    """Either side in one line; of what is plainly wrong, first what is so."""
    against = say(words.FIRST_SO) if view.why_believed else _titled(say(words.OTHER_SIDE))
    lines: Lines = []
    for title, says in (
        (against, view.answer_line),
        (_titled(say(words.AND_FOR_IT)), view.for_line),
    ):
        said = join(ink(f"{title} ", "bold $amber"), ink(says, "$ink"))
        lines += para(said, inner(width)) if says else []
    return block(lines, width, "$amber", "$note")


def _titled(words: str) -> str:
    """A title that stands before its text, in one line with it."""
    return say("{title}:", title=words)


def _two_answers(task: TaskView, width: int) -> Lines:
    """Each reply is chosen by a click on it."""
    parts: list[tuple[Lines, str]] = []
    for n, (_, text) in enumerate(task.choices):
        said = bullet(ink(f"{n + 1} ", "bold $amber"), ink(text, "$ink"), inner(width))
        parts.append((said, f"reply({n})"))
    parts.append((_asks(ink(""), task, inner(width)), "part('a')"))
    return [
        act(line, action)
        for lines, action in parts
        for line in block(lines, width, "$amber", "$note")
    ]


def _picked(task: TaskView, width: int) -> Lines:
    """Both answers as they were asked, the player's marked: what is said of them names neither."""
    lines: Lines = []
    for n, (key, text) in enumerate(task.choices, 1):
        taken = key == task.said
        yours = ink(f"  {say(words.YOU)}" if taken else "", "bold $stamp")
        said = join(ink(text, "$ink" if taken else "$muted"), yours)
        lines += bullet(ink(f"{n} ", "bold $amber"), said, inner(width))
    return block(lines, width, "$amber", "$note")


def _asked_verdict(task: TaskView, width: int) -> Lines:
    asked = _asks(ink(f"{say(words.ON_RECORD)} · ", "bold $green"), task, inner(width))
    return [act(part, "part('a')") for part in block(asked, width, "$green", "$card")]


def _asks(before: Content, task: TaskView, width: int) -> Lines:
    """The question and the key that answers it, which stay together."""
    lines = para(join(before, ink(task.question, "bold $ink")), width)
    key = ink(say("▸ press a"), "bold $stamp")
    if lines[-1].cell_length + 3 + key.cell_length > width:
        return [*lines, key]
    return [*lines[:-1], join(lines[-1], ink("   "), key)]


def _task(task: TaskView, width: int) -> Lines:
    if task.said is None:
        return [act(line, "part('a')") for line in _asks(ink(""), task, width)]
    said = dict(task.choices).get(task.said, task.said)
    if task.kind == "pick":
        lines = _picked(task, width)
    elif task.kind == "verdict" and f"“{say(task.said)}”" in (task.told or ""):
        lines = []  # what is told begins with it
    else:
        lines = bullet(ink(say("You: "), "bold $ink"), ink(said, "$muted"), width)
    return [*lines, *para(task.told or "", width, "italic $ink")]


def _verdict(view: CardView, width: int) -> Lines:
    head = ink(f"{say(words.ON_RECORD)} · {say(view.verdict)}", "bold $green")
    where = ink(f"   {_where(view)}" if view.where else "", "$ink")
    count = len(view.sources)
    seen = many("{n} source", "{n} sources", count)
    more = ink(f"   {say('{sources}: c', sources=seen)}", "$muted") if count else ink("")
    whole = join(head, where, more)
    line = para(whole if whole.cell_length <= inner(width) else join(head, where), inner(width))
    return [act(part, "card") for part in block(line, width, "$green", "$card")]


def _where(view: CardView) -> str:
    """Where and when it happened; or where somebody looked for it, and it was not so."""
    return words.placed(view.where, view.verdict) if view.where else ""


def card(view: CardView) -> Lay:
    """The whole card."""

    def lay(room: Room) -> Lines:
        width = min(room.width, 108)
        return [*_whole(view, width), *_question(view, width), *sources(view.sources, width)]

    return lay


def _whole(view: CardView, width: int) -> Lines:
    """Sentence, both arguments, record; where a sentence is false, its correction stands first."""
    said, answer = clipping(view, width), [*_arguments(view, width), *_record(view, width)]
    if not view.why_believed:
        return [*said, *answer]
    first = ink(say(words.FIRST_SO), "bold $ink")
    return [first, *answer, *said, *_note(say(words.WHY_BELIEVED), view.why_believed, width)]


def _note(title: str, text: str, width: int) -> Lines:
    lines = [ink(title, "bold $amber"), *para(text, inner(width), "$ink")]
    return block(lines, width, "$amber", "$note")


def _arguments(view: CardView, width: int) -> Lines:
    both = [(say(words.OTHER_SIDE), view.against), (say(words.AND_FOR_IT), view.for_)]
    given = [(title, text) for title, text in both if text]
    if len(given) < 2 or width < 90:
        return [line for title, text in given for line in _note(title, text, width)]
    half = (width - 1) // 2
    halves = half, width - half - 1
    notes = [_note(title, text, at) for (title, text), at in zip(given, halves, strict=True)]
    rows = max(map(len, notes))
    first, second = (
        [*note, *block([ink("")] * (rows - len(note)), at, "$amber", "$note")]
        for note, at in zip(notes, halves, strict=True)
    )
    return beside(first, second, half + 1)


def _record(view: CardView, width: int) -> Lines:
    head = ink(f"{say(words.ON_RECORD)} · {say(view.verdict)}", "bold $green")
    where = ink(_where(view), "$muted")
    fits = head.cell_length + 1 + where.cell_length <= width - 4
    lines = [ends(head, where, width - 4)] if fits else [head, *para(where, inner(width))]
    return block([*lines, *para(view.record, inner(width), "$ink")], width, "$green", "$card")


def _question(view: CardView, width: int) -> Lines:
    if not view.question:
        return []
    asks = ink(f"{say(words.ASK)} ", "bold $ink")
    return [ink(""), *bullet(asks, ink(view.question, "italic $ink"), min(width, MEASURE))]


def sources(views: tuple[SourceView, ...], width: int) -> Lines:
    """Sources, each with what was seen of it."""
    if not views:
        return []
    lines = [ink(""), ink(say(words.SOURCES), "bold $muted")]
    for view in views:
        weak = " · " + say("weak") if view.weak else ""
        seen = say("seen: {what}", what=view.seen) if view.seen else say("not seen")
        lines += bullet(
            ink("· ", "$muted"),
            join(ink(view.text, "$ink"), ink(f" · {seen}{weak}", "$muted")),
            width,
        )
        if view.address:
            lines += shift(para(view.address, width - 2, "$muted"), 2)
    signs = source_signs(views, " ".join(view.text for view in views))
    return [*lines, *para(signs, width, "italic $muted")] if signs else lines


def marks(view: CardView) -> words.Hint:
    """The four marks in one hint, so that none is left out; the one that is set is dotted."""
    said = [(f"● {say(word)}" if word == view.mark else say(word)) for _, word in words.MARKS]
    actions = [f"mark('{digit}')" for digit, _ in words.MARKS]
    ends = (("1", actions[0]), (str(len(said)), actions[-1]))
    each = tuple(zip(said, actions, strict=True))
    return words.Hint(f"1–{len(said)}", series(said), "ask('mark')", ends, each)
