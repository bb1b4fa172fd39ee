"""What is proven, in plain lines: one a keeper and cut, and the balance of each keeper.

No colour and no table; `shown` has those, for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.check.balance import Balance, Year, percent
from game.check.proof import Proof
from game.check.proofs import Proofs
from game.core.model import Story

__all__ = ["balance_lines", "figures", "proof_lines", "proof_note", "year_words"]


def proof_lines(story: Story, proofs: Proofs) -> Iterator[str]:
    """Return a line for each keeper of each cut."""
    for cut, proven in proofs.by_cut.items():
        options = sum(len(scene.options) for scene in story.cut_scenes(cut))
        for keeper, proof in proven.items():
            told = ", ".join(f"{name} {value}" for name, value in figures(proof, options))
            print_ = told or f"not proven: too many states at {proof.gave_up}"
            yield f"proof of {cut} under {keeper}: {print_}"
    yield proof_note(proofs)


def figures(proof: Proof, options: int) -> list[tuple[str, str]]:
    """Return the figures of a proof, each with its name; none where it gave up."""
    if proof.gave_up:
        return []
    number = "none" if proof.score_min is None else f"{proof.score_min} to {proof.score_max}"
    reached = sum(plays > 0 for plays in proof.endings.values())
    return [
        ("plays", f"{proof.plays:,}"),
        ("states", f"{proof.states:,}"),
        ("number", number),
        ("endings", f"{reached} of {len(proof.endings)}"),
        ("options", f"{len(proof.offered)} of {options}"),
        ("texts unshown", str(len(proof.unshown))),
        ("soft locks", str(len(proof.locks))),
    ]


def proof_note(proofs: Proofs) -> str:
    """Say how long the proof took, or that it was known."""
    whole = f"{proofs.whole}: {proofs.seconds:.1f} s"
    all = sum(len(proven) for proven in proofs.by_cut.values())
    if proofs.kept == all:
        return f"proven before, and nothing that decides has changed ({whole})"
    known = f"; {proofs.kept} of {all} proofs were known" if proofs.kept else ""
    return f"proven over every play, {whole}{known}"


def balance_lines(one: Balance) -> Iterator[str]:
    """Return the balance of a keeper, a few lines."""
    yield f"balance of {one.cut} under {one.keeper}:"
    if one.spread is not None:
        least, low, middle, high, most = one.spread
        yield (
            f"  number at the end: {least} to {most}, the middle half {low} to {high}, "
            f"half above and half below {middle}"
        )
    else:
        yield f"  no number; on a list at the end: {percent(one.listed)}"
    yield "  endings: " + ", ".join(f"{id} {percent(share)}" for id, share in one.endings)
    if one.closed:
        shut = ", ".join(f"{door} {percent(share)}" for door, share in one.closed)
        yield f"  closed at the end, in part of the plays: {shut}"
    for year in one.years:
        yield f"  {year.name}: {year_words(year)}"
    yield f"  {one.words or 'Nothing stands out.'}"


def year_words(year: Year) -> str:
    """Say how a policy's year ends."""
    number = "" if year.number is None else f" at {year.number}"
    if year.share < 1:
        return (
            f"most often {year.ending} ({percent(year.share)}){number and ', the middle' + number}"
        )
    return f"{year.ending}{number}"
