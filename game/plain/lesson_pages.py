"""A lesson's screens in words: what the projector shows, for a teacher who listens.

Renders the room's views and nothing else; a tally is said only where the view has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.core.parts import CardView
from game.core.script import Stop
from game.core.session import Session
from game.core.views import OutcomePage, RevealPage, ScenePage
from game.lesson.looking_back import RoomDebrief, room_debrief
from game.lesson.room import Room
from game.lesson.shown import LETTERS, AnswerView, Asked, Screen, letters
from game.lesson.tally import Tally
from game.plain import pages, reveal, told
from game.plain.blocks import Block, heading, item, sentence, text

__all__ = ["page", "question", "state", "tallied"]

BY = {
    "phones": "on phones",
    "tables": "on one device a table",
    "hands": "by hands",
    "paper": "with paper cards",
}
NAMES = {"vote": "The vote", "predict": "The prediction", "statement": "The statement"}
_CHOSE = re.compile(r"^Your choice was (\d)\.")


def page(room: Room, shown: Screen) -> list[Block]:
    """Say a screen from its top."""
    session, story = room.session(), shown.story
    match story:
        case ScenePage():
            return _scene(shown, story)
        case RevealPage():
            made = reveal.reveal(story, session.story.default_keeper, last=True)
            return [*_lettered(made), *_held(session, story), *_guesses(shown)]
        case CardView():
            return reveal.card(story, session.story.sources)
        case OutcomePage():
            made = told.page(session, story)
            return [*map(_ours, made), *_guesses(shown)]
        case None:
            return _other(room, shown)
    return told.page(session, story)


def _scene(shown: Screen, view: ScenePage) -> list[Block]:
    where = view.caption
    made = [heading(f"{where.number} of {where.of}. {view.title}")]
    when = sentence(view.time) + " " if view.time else ""
    made.append(text(f"{when}{pages.standing(view.margin, where.speaks)}"))
    made += map(text, view.paragraphs)
    for answer, option in zip(letters(view.options), view.options, strict=True):
        if answer.letter:
            made.append(item(f"{answer.letter}. {answer.label}"))
        elif option.closed:
            why = pages.closed(option.closed)
            made.append(item(f"Not to be chosen: {sentence(answer.label)} {why}"))
    return made


def _lettered(made: Sequence[Block]) -> list[Block]:
    """A class has letters where a player has numbers."""
    blocks = []
    for block in made:
        if block.kind == "option" and block.number:
            block = item(f"{LETTERS[block.number - 1]}. {block.text}")
        found = _CHOSE.match(block.text)
        if found:
            letter = LETTERS[int(found[1]) - 1]
            block = text(_CHOSE.sub(f"The room chose {letter}.", block.text))
        blocks.append(block)
    return blocks


def _ours(block: Block) -> Block:
    """What a player chose alone, a room chose together."""
    if block.text.startswith("Your choice: "):
        return text(f"The room chose: {block.text.removeprefix('Your choice: ')}")
    return block


def _held(session: Session, view: RevealPage) -> list[Block]:
    if view.gear != "held":
        return []
    outcome = session.page_at(Stop("outcome", session.stop.turn))
    effects = outcome.effects if isinstance(outcome, OutcomePage) else ()
    return [item(f"{view.title}: {words}") for words in effects]


def _guesses(shown: Screen) -> list[Block]:
    if shown.predicted is None or shown.hits is None:
        return []
    return [text(f"Predictions: {shown.hits} of {shown.predicted.in_} came true.")]


def _other(room: Room, shown: Screen) -> list[Block]:
    said = shown.statement
    match shown.page:
        case "lobby":
            return [heading(shown.title), text(f"The lobby. Room code: {' '.join(shown.code)}.")]
        case "before" | "after" if said:
            when = "" if shown.page == "before" else ", once more"
            return [heading(f"Statement {shown.n + 1}{when}"), text(said.says)]
        case "answers" if said:
            truth = "This is so." if said.truth else "This is not so."
            made = [heading(f"Statement {shown.n + 1}"), text(said.says)]
            return [*made, text(f"{truth} {said.answer}"), *_believed(room, said.id)]
        case "about" if shown.about:
            return [heading(shown.about.title), *map(text, shown.about.lines)]
        case "debrief":
            return _debrief(shown.n, room_debrief(room))
        case "ticket":
            asks = "On a slip of paper, without a name:"
            return [heading(shown.title), text(asks), text(shown.transfer)]
    return [heading(shown.title), text(room_debrief(room).honesty)]


def _believed(room: Room, id: str) -> list[Block]:
    found = next((j for j in room_debrief(room).statements if j.statement.id == id), None)
    both = (("Before", found.before), ("After", found.after)) if found else ()
    return [
        item(f"{when}: {dict(counted.counts)['true']} of {counted.in_} took it for true.")
        for when, counted in both
        if counted
    ]


def _debrief(n: int, looked: RoomDebrief) -> list[Block]:
    if n == 0:
        made = [heading("What this room chose")]
        for votes in looked.scenes:
            label = dict(votes.options).get(votes.chosen, "not chosen yet")
            first = votes.tallies[0] if len(votes.tallies) > 1 else None
            was = f" Before the talk: {_counts(votes.options, first)}." if first else ""
            last = _counts(votes.options, votes.tallies[-1])
            made.append(item(f"{votes.title}: {sentence(label)} {last}.{was}"))
        return [*made, text(looked.honesty)]
    if n == 1:
        years = [item(sentence(f"{y.short}: {y.summary}")) for y in looked.run.years]
        return [heading("The same choices under every rulebook"), *years]
    if n == 2:
        made = [heading("What no score saw")]
        made += [item(f"{scene}: {words}") for scene, words in looked.run.unscored]
        kept = ", ".join(f"{name} {value} of 5" for name, value in looked.run.memories)
        words = [kept and f"And we kept score too: {kept}.", looked.run.unscored_note]
        return [*made, *(text(line) for line in words if line)]
    asks = (looked.run.question, looked.run.transfer)
    return [heading("And now?"), *(text(line) for line in asks if line)]


def _counts(options: Sequence[tuple[str, str]], counted: Tally) -> str:
    numbers = dict(counted.counts)
    return ", ".join(f"{LETTERS[n]} {numbers.get(id, 0)}" for n, (id, _) in enumerate(options))


def question(asked: Asked) -> list[Block]:
    """Say what can be answered; a scene's own options were said with the scene."""
    if asked.kind == "vote":
        return []
    head = [text(asked.words)] if asked.kind == "predict" else []
    return [*head, *(item(f"{view.letter}. {view.label}") for view in asked.answers)]


def state(asked: Asked) -> Block:
    """Say what is open and how many are in; never how they answered."""
    open_ = "is open" if asked.open else "is closed"
    second = ", the second one," if asked.second and asked.kind == "vote" else ""
    many = f"{asked.in_} of {asked.of} in" if asked.of else f"{asked.in_} in"
    left = ""
    if asked.seconds_left is not None:
        left = f" {asked.seconds_left} seconds left." if asked.seconds_left else " Time is up."
    return text(f"{NAMES[asked.kind]}{second} {open_}, {BY[asked.source]}: {many}.{left}")


def tallied(answers: Sequence[AnswerView], now: Tally, before: Tally | None) -> list[Block]:
    """Say a tally; of a second vote, both."""
    made = []
    for view in answers:
        if view.letter:
            number, share = dict(now.counts).get(view.id, 0), now.share(view.id)
            was = f"; in the first vote {dict(before.counts).get(view.id, 0)}" if before else ""
            made.append(item(f"{view.letter}. {view.label} {number}, {share} per cent{was}."))
    return made or [text("Nobody has answered.")]
