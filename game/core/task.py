"""The fading help: what the player does with a sentence, chapter by chapter.

First the game answers; then the player picks the stronger of two answers, guesses the
verdict, files it in a drawer, and at last writes the answer. A task never hides the
correction: on the reveal the sentence always stands with one line of answer.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import get_args

from game.core import telling
from game.core.claims import Claim, Verdict
from game.core.model import Story
from game.core.parts import CardView, TaskView
from game.core.saved import LONGEST_ANSWER

__all__ = ["LONGEST", "task", "veil"]

LONGEST = LONGEST_ANSWER
"""Characters of an answer that the player writes."""

_DRAWERS = {
    "list": "an office, by a list with a reason and a way out",
    "company": "a company's own business",
    "police": "police or censorship",
    "court": "a court",
}

_VERDICTS = {
    "documented": "good sources agree",
    "partly documented": "true in part, in some places, or for another reason",
    "outdated": "was nearly right once",
    "contested": "good sources disagree",
    "not found": "no good source was found",
    "false": "good sources say otherwise",
    "opinion": "a judgment, not a fact",
}


def task(story: Story, claim_id: str, help: str, said: str | None) -> TaskView | None:
    """Return what a chapter asks of a claim, and what became of it; None where it asks nothing."""
    claim = story.claims[claim_id]
    match help:
        case "pick" if claim.against and claim.weaker:
            return _pick(claim, said)
        case "verdict":
            return _verdict(claim, said)
        case "drawer" if claim.drawers:
            return _drawer(claim, said)
        case "write":
            return _write(claim, said)
    return None


def veil(card: CardView, asked: TaskView | None) -> CardView:
    """Hold back on a reveal what the player is still asked; the correction is never held back.

    Where two answers stand to choose from, the correction is one of them.
    """
    if asked is None or asked.said is not None:
        return card
    if asked.kind == "pick":
        return replace(card, answer_line="", for_line="")
    if asked.kind == "verdict":
        return replace(card, verdict="", record="", where=None)
    return card


def _pick(claim: Claim, said: str | None) -> TaskView:
    """Two answers, in an order that says nothing about which is the stronger."""
    pair = [("stronger", claim.against or ""), ("weaker", claim.weaker or "")]
    if hashlib.sha256(claim.id.encode()).digest()[0] % 2:
        pair.reverse()
    told = None
    if said is not None:
        told = "We find that one stronger, too: it answers what the sentence says."
        if said != "stronger":
            told = (
                "We find the other one stronger: it answers what the sentence says. "
                "This one argues about something else."
            )
    return TaskView("pick", "Which answer is the stronger?", tuple(pair), said, told)


def _verdict(claim: Claim, said: str | None) -> TaskView:
    verdict = claim.record.verdict
    choices = tuple((word, f"{word}: {_VERDICTS[word]}") for word in get_args(Verdict))
    told = None
    if said is not None:
        told = f"We have that, too: {verdict}."
        if said != verdict:
            ours = f"We have {verdict} ({_VERDICTS[verdict]})."
            told = f"You said {said} ({_VERDICTS.get(said, '')}). {ours}"
        told += f" {telling.first_sentence(claim.record.says)}"
    return TaskView("verdict", "What does the record say of it?", choices, said, told)


def _drawer(claim: Claim, said: str | None) -> TaskView:
    told = None
    if said is not None:
        others = "; or ".join(_DRAWERS[drawer] for drawer in claim.drawers if drawer != said)
        told = f"We file it elsewhere: {others}."
        if said in claim.drawers:
            told = "We file it there, too" + (f", and also here: {others}." if others else ".")
    question = "If it happens at all, whose doing is it?"
    return TaskView("drawer", question, tuple(_DRAWERS.items()), said, told)


def _write(claim: Claim, said: str | None) -> TaskView:
    told = None
    if said is not None:
        sides = [f"One answer to it: {claim.against}"] if claim.against else []
        sides += [f"One case for it: {claim.for_}"] if claim.for_ else []
        told = " ".join(sides) or "Kept."
    what = "that question, or the sentence" if claim.question else "the sentence"
    return TaskView("write", f"Answer {what}, in one sentence of your own.", (), said, told)
