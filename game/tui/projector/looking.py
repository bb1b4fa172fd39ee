"""Looking back on the wall: what is so, what this room chose, the year under every rulebook.

Says what was believed and chosen, never that anybody improved.
"""

from __future__ import annotations

from textual.content import Content

from game.core.story.claims import About
from game.lesson.looking_back import RoomDebrief, SceneVotes
from game.lesson.shown import LETTERS, Screen
from game.lesson.tally import Tally
from game.tui import words as ours
from game.tui.ink import Lines, Room, block, bullet, cell, ink, join, para, paras
from game.tui.projector import words
from game.tui.projector.marks import badge, pulse
from game.tui.sheets.chart import strip
from game.tui.sheets.story import head
from game.words import many, mark, say

__all__ = ["about", "answer", "debrief", "end", "ticket"]


def about(view: About, room: Room) -> Lines:
    """Who wrote the page."""
    return [*head(view.title, None, room), ink(""), *paras(view.lines, min(room.width, 84), "$ink")]


def answer(shown: Screen, of: int, looked: RoomDebrief, room: Room) -> Lines:
    """What is so of a statement; what the room took for true before and after stands beside it."""
    said, width = shown.statement, room.width
    if said is None:
        return head(shown.title, None, room)
    lines = [*head(shown.title, words.nth(shown.n + 1, of), room), ink("")]
    lines += [*para(said.says, min(width, 72), "bold $ink"), ink("")]
    style = "$green" if said.truth else "$stamp"
    told = [ink(say(words.SO[said.truth]), f"bold {style}")]
    told += para(said.answer, min(width, 76) - 4, "$ink")
    lines += [*block(told, min(width, 76), style, "$card" if said.truth else "$note"), ink("")]
    found = next((j for j in looked.statements if j.statement.id == said.id), None)
    if found is not None:
        before, after = ink(say(words.ROUND_BEFORE)), ink(say(words.ROUND_AFTER))
        side = max(before.cell_length, after.cell_length, 7)
        cells = 20 if width >= 76 else 8
        lines += [_believed(before, side, cells, found.before)] if found.before else []
        lines += [_believed(after, side, cells, found.after)] if found.after else []
    return lines


def _believed(when: Content, side: int, cells: int, counted: Tally) -> Content:
    taken = dict(counted.counts).get("true", 0)
    return join(
        when.pad_left(side - when.cell_length).stylize("bold $ink"),
        ink("  "),
        pulse(taken, counted.in_, cells),
        ink(f"  {words.believed(counted)}", "$ink"),
    )


def debrief(shown: Screen, looked: RoomDebrief, room: Room) -> Lines:
    """One of the four pages of the debrief."""
    make = (_chosen, _year, _unscored, _question)[min(shown.n, 3)]
    return make(shown, looked, room)


def _chosen(shown: Screen, looked: RoomDebrief, room: Room) -> Lines:
    lines = [*head(say(words.CHOICES), None, room), ink("")]
    side = max((ink(votes.title).cell_length for votes in looked.scenes), default=0) + 2
    for votes in looked.scenes:
        lines += _votes(votes, side, room.width)
    if looked.predicted:
        told = many(
            "{hits} of {n} guesses came true.",
            "{hits} of {n} guesses came true.",
            looked.predicted,
            hits=looked.hits,
        )
        lines += [ink(""), *para(told, room.width, "$muted")]
    return [*lines, ink(""), *para(looked.honesty, room.width, "italic $muted")]


def _votes(votes: SceneVotes, side: int, width: int) -> Lines:
    ids = [id for id, _ in votes.options]
    labels = dict(votes.options)
    title = cell(votes.title, side, "bold $stamp")
    if not votes.chosen:
        return bullet(title, ink(say("not chosen yet"), "italic $muted"), width)
    letter = LETTERS[ids.index(votes.chosen)] if votes.chosen in ids else "A"
    said = ink(labels.get(votes.chosen, votes.chosen), "$ink")
    count = ink(f"  {_count(votes)}", "$muted")
    *lines, last = bullet(join(title, badge(letter), ink("  ")), said, width)
    if last.cell_length + count.cell_length <= width:
        return [*lines, join(last, count)]
    # A count that has no room beside the words stands whole under them.
    left = side + badge(letter).cell_length
    return [*lines, last, *bullet(ink(" " * (left + 2)), count[2:], width)]


def _count(votes: SceneVotes) -> str:
    """How many chose what the room chose; and before the talk, where there were two votes."""
    now = words.share(votes.tallies[-1], votes.chosen)
    if len(votes.tallies) == 1:
        return say("{now}, a tie", now=now) if votes.tie else now
    told = mark("{now}, {first} before the talk")
    if votes.tie:
        told = mark("{now}, {first} before the talk, a tie")
    return say(told, now=now, first=words.share(votes.tallies[0], votes.chosen))


def _year(shown: Screen, looked: RoomDebrief, room: Room) -> Lines:
    width = min(room.width, 110)
    lines = head(say(words.YEAR), None, room)
    for year in looked.run.years:
        style = "bold $stamp" if year.is_keeper else "bold $ink"
        name = join(ink(f"{year.short}  ", style), ink(year.summary, "$ink"))
        lines += para(name, width)
        lines += strip(year, width) if room.height >= 30 else []
    return lines


def _unscored(shown: Screen, looked: RoomDebrief, room: Room) -> Lines:
    width, run = min(room.width, 96), looked.run
    lines = [*head(say(ours.UNSEEN), None, room), ink("")]
    for scene, says in run.unscored:
        said = join(ink(f"{scene}: ", "bold $ink"), ink(says, "italic $ink"))
        lines += bullet(ink("· ", "bold $green"), said, width)
    for title, told in ((ours.UNCONTROLLED, run.together), (ours.LATER, run.came_of_it)):
        lines += [ink(""), ink(say(title), "bold $stamp")] if told else []
        for scenes, says in told:
            said = join(ink(f"{scenes}: ", "bold $ink"), ink(f"{says}.", "$ink"))
            lines += bullet(ink("· ", "bold $amber"), said, width)
    if run.memories or run.unscored_note:
        kept = "   ".join(
            say("{name} {value} of {most}", name=name, value=value, most=5)
            for name, value in run.kept
        )
        lines += [ink(""), ink(say(ours.WE_KEPT), "bold $stamp"), *para(kept, width, "$ink")]
        lines += para(run.unscored_note, width, "$ink")
    return lines


def _question(shown: Screen, looked: RoomDebrief, room: Room) -> Lines:
    width = min(room.width, 76)
    lines = [*head(say(words.LAST), None, room), ink("")]
    if looked.run.question:
        lines += [*para(looked.run.question, width, "bold $ink"), ink("")]
    return lines + para(looked.run.transfer, width, "$ink")


def ticket(shown: Screen, room: Room) -> Lines:
    """The exit ticket."""
    lines = [*head(shown.title, None, room), ink(""), ink(say(words.TICKET), "$muted"), ink("")]
    return lines + para(shown.transfer, min(room.width, 76), "bold $ink")


_BELIEVED = {"before": mark("Before: {told}."), "after": mark("After: {told}.")}


def end(shown: Screen, looked: RoomDebrief, room: Room) -> Lines:
    """The last page: what the room believed, and how far to trust the counts."""
    lines = head(shown.title, None, room)
    lines += [ink("")] if looked.believed else []
    for when, said in looked.believed:
        lines += para(say(_BELIEVED[when], told=said), min(room.width, 76), "$ink")
    lines += [ink(""), *para(looked.honesty, room.width, "italic $muted"), ink("")]
    bye = say(words.BYE_PHONES if shown.seats else words.BYE)
    return lines + para(bye, room.width, "bold $ink")
