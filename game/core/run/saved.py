"""A run as data, and as the JSON of its file. Strict in reading: a file may come from anywhere.

Refuses what is of the wrong kind with a sentence, and drops control characters from what a
player wrote: nothing that is read here can do a terminal harm or fail to be written again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.core.run.trace import Choice
from game.words import mark, say

__all__ = [
    "FORMAT",
    "MARKS",
    "Run",
    "SaveError",
    "decode",
    "encode",
    "needs_cut",
    "needs_keeper",
    "new_run",
    "printable",
]

FORMAT = 1
MARKS = (mark("stands"), mark("in part"), mark("falls"), mark("can't tell"))
"""As they are saved, and in words that are yet to be said."""
LONGEST_NAME = 40
LONGEST_ANSWER = 200
SURE = range(1, 4)


class SaveError(Exception):
    """A run that can't be read or written; the message is a sentence for the player."""


@dataclass(frozen=True, slots=True)
class Run:
    """Story, keeper, cut and the list of choices; what the player said beside them."""

    story: str
    digest: str
    keeper: str
    cut: str
    name: str = ""
    choices: tuple[Choice, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    """Claim to one of MARKS."""
    statements: Mapping[str, Mapping[str, tuple[bool, int]]] = field(default_factory=dict)
    """`before` and `after`: statement to answer and confidence (1 to 3)."""
    comment: Mapping[str, str] = field(default_factory=dict)
    """`stance`, `claim`, `question`: keys of what was picked."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Claim to what the player picked, guessed, filed or wrote."""
    told: Mapping[str, Any] = field(default_factory=dict)
    """What the player was told, so that an edited story can say what changed."""
    finished: bool = False


def needs_keeper(where: object, run: Run) -> SaveError:
    """The story has no such keeper."""
    told = say(
        "{path} needs the keeper `{keeper}`, which is not here.", path=where, keeper=run.keeper
    )
    return SaveError(told)


def needs_cut(where: object, run: Run) -> SaveError:
    """The story has no such cut."""
    return SaveError(
        say("{path} needs the cut `{cut}`, which is not here.", path=where, cut=run.cut)
    )


def new_run(story: str, digest: str, keeper: str, cut: str, name: str = "") -> Run:
    """Return a run that has made no choice yet."""
    return Run(story, digest, keeper, cut, printable(name, LONGEST_NAME))


def printable(text: str, longest: int) -> str:
    """Return what a player wrote without control characters, and not too long."""
    return "".join(c for c in text if c.isprintable()).strip()[:longest]


def encode(run: Run) -> bytes:
    """Return a run as its file's bytes: readable JSON."""
    data: dict[str, Any] = {"format": FORMAT, "story": {"id": run.story, "digest": run.digest}}
    data |= {"keeper": run.keeper, "cut": run.cut, "name": run.name, "finished": run.finished}
    data["choices"] = [
        {"scene": c.scene, "option": c.option}
        | ({"predicted": c.predicted} if c.predicted is not None else {})
        for c in run.choices
    ]
    statements = {
        when: {id: list(said) for id, said in part.items()} for when, part in run.statements.items()
    }
    data |= {"marks": dict(run.marks), "statements": statements}
    data |= {"comment": dict(run.comment), "answers": dict(run.answers), "told": dict(run.told)}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def decode(data: bytes) -> Run:
    """Read a run's bytes; raises SaveError with a sentence."""
    try:
        raw = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise SaveError(say("it is not readable JSON")) from error
    if not isinstance(raw, dict) or type(raw.get("format")) is not int:
        raise SaveError(say("it is not a saved run"))
    if raw["format"] != FORMAT:
        found = str(raw["format"])[:20]
        raise SaveError(
            say("its format is {found}; this program knows format {ours}", found=found, ours=FORMAT)
        )
    try:
        return _decode(raw)
    except KeyError as error:
        raise SaveError(say("a part of it is missing ({part})", part=error)) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise SaveError(say("a part of it is of the wrong kind ({why})", why=error)) from error


def _decode(raw: dict[str, Any]) -> Run:
    choices = tuple(
        Choice(_id(c["scene"]), _id(c["option"]), _id(c["predicted"]) if "predicted" in c else None)
        for c in raw["choices"]
    )
    statements = {
        _id(when): {_id(id): _said(said) for id, said in part.items()}
        for when, part in raw.get("statements", {}).items()
    }
    marks = {_id(id): mark for id, mark in raw.get("marks", {}).items() if mark in MARKS}
    answers = raw.get("answers", {}).items()
    return Run(
        story=_id(raw["story"]["id"]),
        digest=_id(raw["story"]["digest"]),
        keeper=_id(raw["keeper"]),
        cut=_id(raw["cut"]),
        name=printable(_text(raw.get("name", "")), LONGEST_NAME),
        choices=choices,
        marks=marks,
        statements=statements,
        comment={_id(part): _id(key) for part, key in raw.get("comment", {}).items()},
        answers={_id(id): printable(_text(said), LONGEST_ANSWER) for id, said in answers},
        told=_kind(raw.get("told", {}), dict),
        finished=_kind(raw.get("finished", False), bool),
    )


def _kind(value: Any, wanted: type) -> Any:
    if type(value) is not wanted:
        kinds = {"wanted": wanted.__name__, "found": type(value).__name__}
        raise TypeError(say("{wanted} expected, {found} found", **kinds))
    return value


def _text(value: object) -> str:
    return str(_kind(value, str))


def _id(value: object) -> str:
    """Ids go into sentences and file names: one line of printable characters."""
    text = _text(value)
    if not text.isprintable():
        raise ValueError(say("an id with control characters"))
    return text


def _said(value: object) -> tuple[bool, int]:
    truth, sure = _kind(value, list)
    if _kind(sure, int) not in SURE:
        raise ValueError(say("how sure goes from 1 to 3"))
    return _kind(truth, bool), sure
