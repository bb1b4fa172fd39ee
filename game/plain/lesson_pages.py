"""A lesson's screens in words: what the projector shows, for a teacher who listens.

Renders the room's views and nothing else; a tally is said only where the view has one.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.playing.session import Session
from game.core.run.script import Stop
from game.core.showing.parts import CardView
from game.core.showing.views import OutcomePage, RevealPage, ScenePage
from game.lesson.looking_back import RoomDebrief, SceneVotes, room_debrief
from game.lesson.room import Room
from game.lesson.shown import LETTERS, AnswerView, Asked, Screen, letters
from game.lesson.tally import Tally
from game.plain import cards, pages, reveal, told
from game.plain.blocks import Block, heading, item, passage, text
from game.words import many, mark, say, sentence, series

__all__ = ["page", "question", "state", "tallied"]

_BY = {
    "phones": mark("on phones"),
    "tables": mark("on one device a table"),
    "hands": mark("by hands"),
    "paper": mark("with paper cards"),
}
_OPEN = {
    "vote": mark("The vote is open, {how}: {answered}."),
    "second": mark("The vote, the second one, is open, {how}: {answered}."),
    "predict": mark("The prediction is open, {how}: {answered}."),
    "statement": mark("The statement is open, {how}: {answered}."),
}
_CLOSED = {
    "vote": mark("The vote is closed, {how}: {answered}."),
    "second": mark("The vote, the second one, is closed, {how}: {answered}."),
    "predict": mark("The prediction is closed, {how}: {answered}."),
    "statement": mark("The statement is closed, {how}: {answered}."),
}


def page(room: Room, shown: Screen) -> list[Block]:
    """Say a screen from its top."""
    session, story = room.session(), shown.story
    match story:
        case ScenePage():
            return _scene(shown, story)
        case RevealPage():
            made = reveal.reveal(story, session.story.default_keeper, True, f"0{LETTERS}")
            return [*_lettered(made), *_held(session, story), *_guesses(shown)]
        case CardView():
            return cards.card(story, session.story.sources)
        case OutcomePage():
            return [*pages.outcome(story, room=True), *_guesses(shown)]
        case None:
            return _other(room, shown)
    return told.page(session, story)


def _scene(shown: Screen, view: ScenePage) -> list[Block]:
    where = view.caption
    made = [heading(pages.numbered(where, view.title))]
    when = sentence(view.time) if view.time else ""
    made.append(text(passage(when, pages.standing(view.margin, where))))
    made += map(text, view.paragraphs)
    for answer, option in zip(letters(view.options), view.options, strict=True):
        if answer.letter:
            made.append(item(f"{answer.letter}. {answer.label}"))
        elif option.closed:
            made.append(item(pages.barred(answer.label, pages.closed(option.closed))))
    return made


def _lettered(made: Sequence[Block]) -> list[Block]:
    """A class has letters where a player has numbers."""
    blocks = []
    for block in made:
        if block.kind == "option" and block.number:
            block = item(f"{LETTERS[block.number - 1]}. {block.text}")
        blocks.append(block)
    return blocks


def _held(session: Session, view: RevealPage) -> list[Block]:
    if view.gear != "held":
        return []
    outcome = session.page_at(Stop("outcome", session.stop.turn))
    effects = outcome.effects if isinstance(outcome, OutcomePage) else ()
    return [item(f"{view.title}: {words}") for words in effects]


def _guesses(shown: Screen) -> list[Block]:
    if shown.predicted is None or shown.hits is None:
        return []
    made = shown.predicted.in_
    return [text(say("Predictions: {n} of {of} came true.", n=shown.hits, of=made))]


def _other(room: Room, shown: Screen) -> list[Block]:
    said = shown.statement
    match shown.page:
        case "lobby":
            code = say("The lobby. Room code: {code}.", code=" ".join(shown.code))
            return [heading(shown.title), text(code)]
        case "before" if said:
            return [heading(say("Statement {n}", n=shown.n + 1)), text(said.says)]
        case "after" if said:
            return [heading(say("Statement {n}, once more", n=shown.n + 1)), text(said.says)]
        case "answers" if said:
            truth = say("This is so.") if said.truth else say("This is not so.")
            made = [heading(say("Statement {n}", n=shown.n + 1)), text(said.says)]
            return [*made, text(passage(truth, said.answer)), *_believed(room, said.id)]
        case "about" if shown.about:
            return [heading(shown.about.title), *map(text, shown.about.lines)]
        case "debrief":
            return _debrief(shown.n, room_debrief(room))
        case "ticket":
            asks = say("On a slip of paper, without a name:")
            return [heading(shown.title), text(asks), text(shown.transfer)]
    return [heading(shown.title), text(room_debrief(room).honesty)]


def _believed(room: Room, id: str) -> list[Block]:
    found = next((j for j in room_debrief(room).statements if j.statement.id == id), None)
    made = []
    if found and found.before:
        taken = _taken(found.before)
        said = say("Before: {n} of {of} took it for true.", **taken)
        sure = say("Before: {n} of {of} took it for true, {sure} were sure.", **taken)
        made.append(item(said if found.before.certain is None else sure))
    if found and found.after:
        taken = _taken(found.after)
        said = say("After: {n} of {of} took it for true.", **taken)
        sure = say("After: {n} of {of} took it for true, {sure} were sure.", **taken)
        made.append(item(said if found.after.certain is None else sure))
    return made


def _taken(counted: Tally) -> dict[str, int]:
    """What is said of a statement's count."""
    sure = counted.certain or 0
    return {"n": dict(counted.counts)["true"], "of": counted.in_, "sure": sure}


def _debrief(n: int, looked: RoomDebrief) -> list[Block]:
    if n == 0:
        chosen = [item(_chosen(votes)) for votes in looked.scenes]
        return [heading(say("What this room chose")), *chosen, text(looked.honesty)]
    if n == 1:
        years = [item(sentence(f"{y.short}: {y.summary}")) for y in looked.run.years]
        return [heading(say("The same choices under every rulebook")), *years]
    if n == 2:
        made = [heading(say("What no score saw"))]
        made += [item(f"{scene}: {words}") for scene, words in looked.run.unscored]
        lines = [_kept(looked), looked.run.unscored_note]
        return [*made, *(text(line) for line in lines if line)]
    asks = (looked.run.question, looked.run.transfer)
    return [heading(say("And now?")), *(text(line) for line in asks if line)]


def _chosen(votes: SceneVotes) -> str:
    label = dict(votes.options).get(votes.chosen, say("not chosen yet"))
    last = _counts(votes.options, votes.tallies[-1])
    told = f"{votes.title}: {sentence(label)} {last}."
    if len(votes.tallies) < 2:
        return told
    first = _counts(votes.options, votes.tallies[0])
    return passage(told, say("Before the talk: {counts}.", counts=first))


def _kept(looked: RoomDebrief) -> str:
    kept = series(
        say("{name} {value} of 5", name=name, value=value) for name, value in looked.run.kept
    )
    return say("And we kept score too: {kept}.", kept=kept) if kept else ""


def _counts(options: Sequence[tuple[str, str]], counted: Tally) -> str:
    numbers = dict(counted.counts)
    return series(f"{LETTERS[n]} {numbers.get(id, 0)}" for n, (id, _) in enumerate(options))


def question(asked: Asked) -> list[Block]:
    """Say what can be answered; a scene's own options were said with the scene."""
    if asked.kind == "vote":
        return []
    head = [text(asked.words)] if asked.kind == "predict" else []
    return [*head, *(item(f"{view.letter}. {view.label}") for view in asked.answers)]


def state(asked: Asked) -> Block:
    """Say what is open and how many are in; never how they answered."""
    kind = "second" if asked.second and asked.kind == "vote" else asked.kind
    answered = say("{n} in", n=asked.in_)
    if asked.of:
        answered = say("{n} of {of} in", n=asked.in_, of=asked.of)
    words = (_OPEN if asked.open else _CLOSED)[kind]
    left = ""
    if asked.seconds_left is not None:
        left = many("{n} second left.", "{n} seconds left.", asked.seconds_left)
        left = left if asked.seconds_left else say("Time is up.")
    return text(passage(say(words, how=say(_BY[asked.source]), answered=answered), left))


def tallied(answers: Sequence[AnswerView], now: Tally, before: Tally | None) -> list[Block]:
    """Say a tally; of a second vote, both."""
    made = []
    for view in answers:
        if view.letter:
            made.append(item(_row(view, now, before)))
    return made or [text(say("Nobody has answered."))]


def _row(view: AnswerView, now: Tally, before: Tally | None) -> str:
    parts = {
        "letter": view.letter,
        "label": view.label,
        "n": dict(now.counts).get(view.id, 0),
        "share": now.share(view.id),
    }
    if before is None:
        return say("{letter}. {label} {n}, {share} per cent.", **parts)
    return say(
        "{letter}. {label} {n}, {share} per cent; in the first vote {first}.",
        first=dict(before.counts).get(view.id, 0),
        **parts,
    )
