"""The fading help: what the player does with a sentence, chapter by chapter.

First the game answers; then the player picks the stronger of two answers, guesses the
verdict, files it in a drawer, and at last writes the answer. A task never hides the
correction: on the reveal the sentence always stands with one line of answer.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import reduce
from typing import get_args

from game.core.run.saved import LONGEST_ANSWER
from game.core.showing import telling
from game.core.showing.parts import CardView, TaskView
from game.core.story.claims import Claim, Verdict
from game.core.story.model import Story
from game.words import mark, say

__all__ = ["LONGEST", "shorter", "task", "veil"]

LONGEST = LONGEST_ANSWER
"""Characters of an answer that the player writes."""

_DRAWERS = {
    "list": mark("an office, by a list with a reason and a way out"),
    "company": mark("a company's own business"),
    "police": mark("police or censorship"),
    "court": mark("a court"),
}

_VERDICTS = {
    mark("documented"): mark("good sources agree"),
    mark("partly documented"): mark("true in part, in some places, or for another reason"),
    mark("outdated"): mark("was nearly right once"),
    mark("contested"): mark("good sources disagree, or it is a comparison"),
    mark("not found"): mark("no good source was found"),
    mark("false"): mark("good sources say otherwise"),
    mark("opinion"): mark("a judgment, not a fact"),
}
"""Each verdict, as it is written in a story, and what it means: both are yet to be said."""


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


def shorter(asked: TaskView) -> TaskView:
    """What was asked in the same way before: what it was answered with is said in fewer words."""
    told = asked.told
    if asked.kind == "pick" and asked.said is not None:
        stronger = asked.said == "stronger"
        told = (
            say("We find that one stronger, too.")
            if stronger
            else say("We find the other one stronger. Hold both against what is on record.")
        )
    return asked._replace(again=True, told=told)


def _pick(claim: Claim, said: str | None) -> TaskView:
    """Two answers, in an order that says nothing about which is the stronger."""
    pair = [("stronger", claim.against or ""), ("weaker", claim.weaker or "")]
    if hashlib.sha256(claim.id.encode()).digest()[0] % 2:
        pair.reverse()
    told = None
    if said == "stronger":
        told = say("We find that one stronger, too: it answers what the sentence says.")
    elif said is not None:
        told = say(
            "We find the other one stronger: more of it answers what the sentence says. "
            "Somebody would give this one, and it has a point."
        )
    return TaskView(
        "pick", say("Which reply to the quote is the stronger?"), tuple(pair), said, told
    )


def _verdict(claim: Claim, said: str | None) -> TaskView:
    choices = tuple(
        (word, say("{verdict}: {meaning}", verdict=say(word), meaning=say(_VERDICTS[word])))
        for word in get_args(Verdict)
    )
    told = None if said is None else _compared(claim.record.verdict, said)
    if told is not None:
        told += f" {telling.first_sentence(claim.record.says)}"
    return TaskView("verdict", say("What do good sources say of it?"), choices, said, told)


def _compared(verdict: str, said: str) -> str:
    """How a guess compares with the record."""
    if said == verdict:
        return say("The card says so, too: {verdict}.", verdict=say(verdict))
    return say(
        "You said “{said}” ({meaning}). The card has “{verdict}” ({ours}).",
        said=say(said),
        meaning=say(_VERDICTS.get(said, "")),
        verdict=say(verdict),
        ours=say(_VERDICTS[verdict]),
    )


def _drawer(claim: Claim, said: str | None) -> TaskView:
    told = None if said is None else _filed(claim, said)
    question = claim.drawer_asks or say(
        "What the sentence tells of, where it happens: whose doing is that?"
    )
    drawers = tuple((drawer, say(words)) for drawer, words in _DRAWERS.items())
    return TaskView("drawer", question, drawers, said, told)


def _filed(claim: Claim, said: str) -> str:
    """How a drawer compares with those that fit."""
    others = [say(_DRAWERS[drawer]) for drawer in claim.drawers if drawer != said]
    drawers = reduce(
        lambda one, other: say("{one}; or {other}", one=one, other=other), others or [""]
    )
    if said not in claim.drawers:
        return say("We file it elsewhere: {drawers}.", drawers=drawers)
    if not others:
        return say("We file it there, too.")
    return say("We file it there, too. It belongs in one more drawer: {drawers}.", drawers=drawers)


def _write(claim: Claim, said: str | None) -> TaskView:
    told = None if said is None else _held_against(claim)
    question = say("In one sentence of your own: reply to the quote.")
    if claim.question:
        question = say(
            "In one sentence: answer the question put to the quote, or reply to the quote."
        )
    return TaskView("write", question, (), said, told)


def _held_against(claim: Claim) -> str:
    """Nobody judges what was written; both sides stand on the same page."""
    if claim.against and claim.for_:
        return say("Nobody marks it. Hold it against both sides above.")
    return say("Nobody marks it. Hold it against what stands above.")
