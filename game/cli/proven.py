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
        for keeper, proof in proven.items():
            told = ", ".join(f"{name} {value}" for name, value in figures(proof))
            given_up = f"not proven: too many states from {proof.gave_up} on"
            yield f"proof of {cut} under {keeper}: {told or given_up}"
    yield proof_note(proofs)


def figures(proof: Proof) -> list[tuple[str, str]]:
    """Return the figures of a proof, each with its name; none where it gave up."""
    if proof.gave_up:
        return []
    return [
        ("plays", f"{proof.plays:,}"),
        ("states", f"{proof.states:,}"),
        ("number", "none" if proof.score_min is None else f"{proof.score_min}–{proof.score_max}"),
        ("endings", str(len(proof.reached))),
        ("options", str(len(proof.offered))),
        ("unshown", str(len(proof.unshown))),
        ("locks", str(len(proof.locks))),
    ]


def proof_note(proofs: Proofs) -> str:
    """Say how long the proof took, or that it was known, and what its columns count."""
    took = f"{proofs.whole} took {proofs.seconds:.1f} s"
    all = sum(len(proven) for proven in proofs.by_cut.values())
    kept = "all" if proofs.kept == all else f"{proofs.kept} of {all}"
    known = (
        f"; {kept} known from before, as nothing that decides has changed" if proofs.kept else ""
    )
    return (
        f"Proven over every play: {took}{known}. Endings reached, options offered somewhere, "
        "texts unshown under this keeper, scenes that lock."
    )


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
