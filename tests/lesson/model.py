"""An independent model of a lesson: a list of everything that was accepted, counted from scratch.

It shares nothing with the state machine but the events. Where the machine keeps what is, this
keeps what happened, and asks the whole list each time.
"""

import copy
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from game.lesson import events as e

OPTIONS = ("a", "b", "c")
GUESSES = ("up", "down", "nothing")
SEATED = ("phones", "tables")


@dataclass
class Model:
    """What a lesson must be, the slow way."""

    taken: list[tuple[int, str, str, str, str]] = field(default_factory=list)
    """(round, kind, rung, seat, option) of every accepted answer, oldest first."""
    hands: list[tuple[int, str, str, dict[str, int]]] = field(default_factory=list)
    nonces: set[tuple[int, str, str, str]] = field(default_factory=set)
    seats: list[str] = field(default_factory=list)
    away: list[tuple[int, str, str]] = field(default_factory=list)
    """(round, kind, seat): answered where the room was before it moved, and not back yet."""
    rung: str = "phones"
    rungs: dict[tuple[int, str], str] = field(default_factory=dict)
    kinds: dict[int, list[str]] = field(default_factory=dict)
    """Rounds ever made, and what was asked in each."""
    subjects: dict[int, str] = field(default_factory=dict)
    now: dict[str, Any] = field(
        default_factory=lambda: {
            "scene": "", "round": 0, "kind": "", "open": False, "shown": False,
            "live": [], "chosen": {},
        }
    )  # fmt: skip
    before: list[dict[str, Any]] = field(default_factory=list)

    def accepts(self, event: e.Event) -> bool:
        """Do what an event does; False, and nothing, where it may not happen."""
        name = type(event).__name__.lower()
        return bool(getattr(self, f"on_{name}")(event))

    def _remember(self) -> None:
        self.before.append(copy.deepcopy(self.now))

    @property
    def asked(self) -> tuple[int, str] | None:
        on = self.now["round"] and self.subjects[self.now["round"]] == self.now["scene"]
        return (self.now["round"], self.now["kind"]) if on and self.now["kind"] else None

    def on_join(self, event: e.Join) -> bool:
        if event.seat not in self.seats:
            self.seats.append(event.seat)
        self._is_back(event.seat)
        return True

    def on_back(self, event: e.Back) -> bool:
        self._is_back(event.seat)
        return event.seat in self.seats

    def _is_back(self, seat: str) -> None:
        self.away = [found for found in self.away if found[2] != seat]

    def on_gather(self, event: e.Gather) -> bool:
        if self.asked and self.now["open"] and self.rungs[self.asked] in SEATED:
            self.away += [(*self.asked, seat) for seat in self.seats]
        return True

    def on_answer(self, event: e.Answer) -> bool:
        if event.seat not in self.seats:
            return False
        key = (event.round, event.kind, event.seat, event.nonce)
        if key in self.nonces:
            return True
        if self.asked != (event.round, event.kind) or not self.now["open"]:
            return False
        rung = self.rungs[event.round, event.kind]
        if rung not in SEATED:
            return False
        if event.option not in (GUESSES if event.kind == "predict" else OPTIONS):
            return False
        self.nonces.add(key)
        self.taken.append((event.round, event.kind, rung, event.seat, event.option))
        self._is_back(event.seat)
        return True

    def on_count(self, event: e.Count) -> bool:
        key = (event.round, event.kind)
        if self.asked != key or self.now["shown"] or self.rungs[key] in SEATED:
            return False
        self.hands.append((*key, self.rungs[key], dict(event.counts)))
        return True

    def on_source(self, event: e.Source) -> bool:
        self.rung = event.rung
        if self.asked and not self.now["shown"]:
            self.rungs[self.asked] = event.rung
        return True

    def on_show(self, event: e.Show) -> bool:
        if self.now["open"]:
            return False
        self._remember()
        self.now["scene"] = event.subject
        live = [n for n in self.now["live"] if self.subjects[n] == event.subject]
        if live and event.subject not in self.now["chosen"] and live[-1] != self.now["round"]:
            kind = "predict" if "predict" in self.kinds[live[-1]] else "vote"
            self.now |= {"round": live[-1], "kind": kind, "shown": False}
        return True

    def on_ask(self, event: e.Ask) -> bool:
        if self.now["open"] or event.subject != self.now["scene"]:
            return False
        if event.kind == "predict":
            if self.asked is None or self.now["shown"]:
                return False
            number = self.now["round"]
        elif event.subject in self.now["chosen"]:
            return False
        else:
            number = len(self.kinds) + 1
        self._remember()
        self.kinds.setdefault(number, []).append(event.kind)
        self.subjects[number] = event.subject
        self.rungs.setdefault((number, event.kind), self.rung)
        if event.kind == "vote":
            self.now["live"].append(number)
            self.now["shown"] = False
        self.now |= {"round": number, "kind": event.kind, "open": True}
        return True

    def on_close(self, event: e.Close) -> bool:
        if not self.now["open"]:
            return False
        self._remember()
        self.now["open"] = False
        return True

    def on_reveal(self, event: e.Reveal) -> bool:
        if self.now["open"] or self.asked is None or self.now["shown"] is event.shown:
            return False
        self._remember()
        self.now["shown"] = event.shown
        return True

    def on_choose(self, event: e.Choose) -> bool:
        if self.asked is None or not self.now["shown"]:
            return False
        counts = self.tally(self.now["round"], "vote")
        if counts[event.option] < max(counts.values()):
            return False
        self._remember()
        self.now["chosen"][self.now["scene"]] = event.option
        self.now |= {"round": 0, "kind": "", "shown": False}
        return True

    def on_undo(self, event: e.Undo) -> bool:
        if not self.before:
            return False
        self.now = self.before.pop()
        return True

    def tally(self, number: int, kind: str) -> dict[str, int]:
        """Count a question from the whole list: of each seat its last answer under the rung."""
        rung = self.rungs[number, kind]
        options = GUESSES if kind == "predict" else OPTIONS
        if rung not in SEATED:
            counted = [h for *key, h in self.hands if tuple(key) == (number, kind, rung)]
            return {option: counted[-1].get(option, 0) if counted else 0 for option in options}
        last: dict[str, str] = {}
        for n, k, r, seat, option in self.taken:
            if (n, k, r) == (number, kind, rung) and (n, k, seat) not in self.away:
                last[seat] = option
        return {option: list(last.values()).count(option) for option in options}


def storm(
    rng: random.Random, newest: Callable[[], tuple[str, int]], seats: int = 30
) -> Iterator[e.Event]:
    """Random events without end: joins, votes, retries, duplicates, late and reordered packets.

    `newest` tells which scene is on screen and the newest round's number, so that most packets are
    about what is open and the others come early, late or after an undo.
    """
    names = [f"seat{n}" for n in range(seats)]
    sent: list[e.Answer] = []
    while True:
        what, (scene, rounds) = rng.random(), newest()
        if what < 0.52:
            number = rounds if rng.random() < 0.85 else rng.randrange(rounds + 2)
            options = OPTIONS if rng.random() < 0.8 else (*GUESSES, "strange")
            kind = "vote" if rng.random() < 0.7 else "predict"
            seat, nonce = rng.choice(names), f"n{rng.randrange(10**9)}"
            packet = e.Answer(kind, number, seat, rng.choice(options), nonce)
            sent = [*sent[-400:], packet]
            if rng.random() < 0.9:  # else it is on its way, and comes later or never
                yield packet
        elif what < 0.74 and sent:  # a duplicate, perhaps a very late one
            yield rng.choice(sent[-20:] if rng.random() < 0.7 else sent)
        elif what < 0.82:
            yield rng.choice([e.Join, e.Join, e.Back])(rng.choice(names))
        elif what < 0.85:
            counts = tuple((option, rng.randrange(15)) for option in OPTIONS)
            yield e.Count("vote", rounds, counts)
        elif what < 0.855:
            yield e.Gather()
        elif what < 0.87:
            yield e.Source(rng.choice(e.RUNGS if rng.random() < 0.5 else SEATED))
        else:
            yield _teacher(rng, scene)


def _teacher(rng: random.Random, scene: str) -> e.Event:
    pick = rng.random()
    if pick < 0.12 or not scene:
        at = int(scene or 0) + (rng.random() < 0.7) - (rng.random() < 0.1)
        return e.Show("scene", max(at, 0), str(max(at, 0)))
    if pick < 0.4:
        return e.Ask("vote", scene, OPTIONS)
    if pick < 0.5:
        return e.Ask("predict", scene, GUESSES)
    if pick < 0.7:
        return e.Close()
    if pick < 0.85:
        return e.Reveal(rng.random() < 0.8)
    if pick < 0.95:
        return e.Choose(rng.choice(OPTIONS))
    return e.Undo()
