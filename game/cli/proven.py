"""What is proven, in plain lines: one a keeper and cut, and the balance of each keeper.

No colour and no table; `shown` has those, for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.check.balance import Balance, Year, percent
from game.check.proof import Proof
from game.check.proofs import Proofs
from game.core.story.model import Story
from game.words import mark, say

__all__ = ["balance_lines", "counted", "figures", "proof_lines", "proof_note", "year_words"]

_COUNTED = {
    "scenes": mark("scenes"),
    "events": mark("events"),
    "options": mark("options"),
    "deeds": mark("deeds"),
    "rules": mark("rules"),
    "claims": mark("claims"),
    "claims_in_play": mark("claims in play"),
    "quotes_verbatim": mark("quotes verbatim"),
    "sources": mark("sources"),
    "endings": mark("endings"),
}


def counted(name: str) -> str:
    """Say what a count of the story counts."""
    return say(_COUNTED[name])


def proof_lines(story: Story, proofs: Proofs) -> Iterator[str]:
    """Return a line for each keeper of each cut."""
    for cut, proven in proofs.by_cut.items():
        for keeper, proof in proven.items():
            told = ", ".join(f"{name} {value}" for name, value in figures(proof))
            if proof.gave_up:
                told = say("not proven: too many states from {scene} on", scene=proof.gave_up)
            yield say("proof of {cut} under {keeper}: {told}", cut=cut, keeper=keeper, told=told)
    yield proof_note(proofs)


def figures(proof: Proof) -> list[tuple[str, str]]:
    """Return the figures of a proof, each with its name; none where it gave up."""
    if proof.gave_up:
        return []
    least, most = proof.score_min, proof.score_max
    return [
        (say("plays"), f"{proof.plays:,}"),
        (say("states"), f"{proof.states:,}"),
        (say("number"), say("none") if least is None else f"{least}–{most}"),
        (say("endings"), str(len(proof.reached))),
        (say("options"), str(len(proof.offered))),
        (say("unshown"), str(len(proof.unshown))),
        (say("locks"), str(len(proof.locks))),
    ]


def proof_note(proofs: Proofs) -> str:
    """Say how long the proof took, or that it was known, and what its columns count."""
    all = sum(len(proven) for proven in proofs.by_cut.values())
    if not proofs.kept:
        words = mark("Proven over every play: {cut} took {seconds} s.")
    elif proofs.kept == all:
        words = mark(
            "Proven over every play: {cut} took {seconds} s; all known from before, "
            "as nothing that decides has changed."
        )
    else:
        words = mark(
            "Proven over every play: {cut} took {seconds} s; {kept} of {all} known from before, "
            "as nothing that decides has changed."
        )
    parts = {
        "cut": proofs.whole,
        "seconds": f"{proofs.seconds:.1f}",
        "kept": proofs.kept,
        "all": all,
    }
    columns = say(
        "Endings reached, options offered somewhere, texts unshown under this keeper, "
        "scenes that lock."
    )
    return f"{say(words, **parts)} {columns}"


def balance_lines(one: Balance) -> Iterator[str]:
    """Return the balance of a keeper, a few lines."""
    yield say("balance of {cut} under {keeper}:", cut=one.cut, keeper=one.keeper)
    for line in _balance(one):
        yield f"  {line}"


def _balance(one: Balance) -> Iterator[str]:
    if one.spread is not None:
        least, low, middle, high, most = one.spread
        yield say(
            "number at the end: {least} to {most}, the middle half {low} to {high}, "
            "half above and half below {middle}",
            least=least, most=most, low=low, high=high, middle=middle,
        )  # fmt: skip
    else:
        yield say("no number; on a list at the end: {share}", share=percent(one.listed))
    ends = ", ".join(f"{id} {percent(share)}" for id, share in one.endings)
    yield say("endings: {endings}", endings=ends)
    if one.closed:
        shut = ", ".join(f"{door} {percent(share)}" for door, share in one.closed)
        yield say("closed at the end, in part of the plays: {doors}", doors=shut)
    for year in one.years:
        yield f"{year.name}: {year_words(year)}"
    yield one.words or say("Nothing stands out.")


def year_words(year: Year) -> str:
    """Say how a policy's year ends."""
    parts = {"ending": year.ending, "share": percent(year.share), "number": year.number}
    match year.share < 1, year.number is None:
        case True, True:
            return say("most often {ending} ({share})", **parts)
        case True, False:
            return say("most often {ending} ({share}), the middle at {number}", **parts)
        case False, False:
            return say("{ending} at {number}", **parts)
    return str(year.ending)
