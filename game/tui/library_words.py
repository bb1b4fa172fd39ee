"""The library's own words: what it is narrowed down to, and by what."""

from __future__ import annotations

from game.core.library import Citing, Only
from game.core.model import Story

__all__ = ["ALL", "ASKS", "MET", "NOTHING", "NOT_MET", "cited", "narrowed"]

MET, NOT_MET = "●", "·"
NOTHING = "No sentence is all of that. Press esc to see every one again."
ASKS = {
    "speaker": "Whose sentences?",
    "verdict": "What is on record of them?",
    "chapter": "From which chapter?",
}
ALL = {"speaker": "Everybody's", "verdict": "Every verdict", "chapter": "Every chapter"}


def narrowed(story: Story, only: Only, count: int) -> str:
    """Say what the list is narrowed down to."""
    told = [story.speakers[only.speaker]] if only.speaker else []
    told += [only.verdict] if only.verdict else []
    if only.chapter:
        told.append(f"chapter {only.chapter}, {story.chapters[only.chapter - 1].chapter}")
    if only.met is not None:
        told.append("met in your years" if only.met else "not met yet")
    return f"{count} of {len(story.claims)} sentences. Only: {' · '.join(told)}. Esc: all again."


def cited(citing: Citing) -> str:
    """Say how much rests on a source."""
    if not citing.count:
        return "Nothing in the game rests on it; it stands here to be read."
    told = [_count(len(citing.claims), "sentence")] if citing.claims else []
    told += [_count(len(citing.rules), "rule")] if citing.rules else []
    told += [_count(len(citing.trails), "trail")] if citing.trails else []
    return f"What rests on it: {', '.join(told)}. A line opens."


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
