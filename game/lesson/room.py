"""A room: one lesson, kept. Faces and the server drive it through its verbs and read its views.

What is shown and acknowledged is only what the journal has: `lesson` is that, and `ahead` is what
will be once the writer is done. Refuses to acknowledge anything earlier; where the journal can't
be written, everything not yet in it is as if it had not been.
"""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.core.playing.session import Session
from game.core.story.model import Story
from game.lesson.alias import alias
from game.lesson.code import new_code
from game.lesson.events import Answer, Back, Begin, Event, Fit, Join, Sitting
from game.lesson.journal import Journal, Read
from game.lesson.machine import apply, known
from game.lesson.plan import Sessions, place_of, places
from game.lesson.refused import Refused
from game.lesson.state import Lesson
from game.lesson.writer import Now, Writer
from game.words import mark, say

__all__ = ["Done", "Room", "same_story"]

Done = Callable[[str | None], None]
"""Told once: None when the event is in the journal, else why it is not."""


@dataclass(slots=True)
class _Waiting:
    after: Lesson
    told: list[Done]


class Room:
    """One lesson in a room. Everything runs in one thread; a writer may write in another."""

    def __init__(
        self,
        story: Story,
        lesson: Lesson,
        writer: Writer,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.story, self.now = story, now
        self.lesson = self.ahead = lesson
        self._sessions = Sessions(story)
        self.notices: list[str] = []
        """Sentences for the teacher, newest last: a cut-off line, a full disk, a noisy phone."""
        self.watchers: list[Callable[[], None]] = []
        """Called after every change that is kept."""
        self.connected: Callable[[], int] | None = None
        """How many phones are in touch now; the server's to say, None without one."""
        self.writer = writer
        self._queue: deque[_Waiting] = deque()

    @classmethod
    def begin(
        cls,
        story: Story,
        keeper: str,
        cut: str,
        path: Path,
        now: Callable[[], float] = time.time,
    ) -> Room:
        """Begin a lesson in a journal of its own; raises JournalError."""
        first = Begin(story.head.id, story.digest, keeper, cut, new_code(), int(now()))
        lesson = apply(Lesson(), first)
        return cls(story, lesson, Now(Journal.create(path, [first])), now)

    @classmethod
    def resume(cls, story: Story, path: Path, now: Callable[[], float] = time.time) -> Room:
        """Go on with a lesson, after a fault or in the next lesson; raises JournalError.

        Raises Refused where the journal is of another story.
        """
        journal, found = Journal.resume(path)
        try:
            same_story(story, found)
            room = cls(story, found.lesson, Now(journal), now)
            room.notices += found.notices
            room.submit(Sitting(int(now())))
            room._fit()
        except Refused:
            journal.close()
            raise
        return room

    def _fit(self) -> None:
        """Where the story was edited, go on after the choices that still fit it."""
        misfits = self.session(_lobby(self.lesson)).trace.misfits
        keep = len(self.lesson.stage.choices) - len(misfits)
        if misfits:
            words = mark(
                "The story has changed since: from `{scene}` on the room's choices could not be "
                "replayed ({why})."
            )
            self.notices.append(say(words, scene=misfits[0].choice.scene, why=misfits[0].why))
        kept = _lobby(self.lesson, keep)
        there = places(self.session(kept))
        place = place_of(self.lesson)
        if not misfits and place in there:
            return
        scenes = [p for p in there if p.page in ("scene", "ending")]
        self.submit(Fit(keep, *(scenes or there)[-1]))

    def session(self, lesson: Lesson | None = None) -> Session:
        """Return the room's run as a session of the core, at the page on screen."""
        return self._sessions.at(lesson or self.lesson)

    # What is kept, and who is told

    @property
    def version(self) -> int:
        """How many events are in the journal."""
        return self.lesson.events

    def submit(self, event: Event, done: Done | None = None) -> None:
        """Put an event into the journal; raises Refused at once where it doesn't fit."""
        after = apply(self.ahead, event)
        told = [done] if done else []
        if after is self.ahead:  # it came twice: told when the first is kept
            if self._queue:
                self._queue[-1].told += told
            else:
                _tell(told, None)
            return
        self.ahead = after
        self._queue.append(_Waiting(after, told))
        self.writer.put(event, self._written)

    def _written(self, count: int, error: str | None) -> None:
        """The writer has written `count` events, or none of all that wait."""
        if error is not None:
            lost, self.ahead = list(self._queue), self.lesson
            self._queue.clear()
            self.warn(error)
            for waiting in lost:
                _tell(waiting.told, error)
            return
        done = [self._queue.popleft() for _ in range(count)]
        self.lesson = done[-1].after
        for waiting in done:
            _tell(waiting.told, None)
        self._changed()

    def warn(self, sentence: str) -> None:
        """Tell the teacher something, once."""
        if sentence not in self.notices[-5:]:
            self.notices.append(sentence)
            self._changed()

    def _changed(self) -> None:
        for watcher in list(self.watchers):
            watcher()

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Call `watcher` after every kept change; returns what stops it."""
        self.watchers.append(watcher)
        return lambda: self.watchers.remove(watcher) if watcher in self.watchers else None

    def close(self) -> None:
        """Let the journal go, after what waits is written."""
        self.writer.close()

    # Phones

    def seated(self, seat: str) -> bool:
        """Whether a seat is known here; one that is being written counts."""
        return seat in self.ahead.seats

    def here(self, seat: str) -> bool:
        """Whether a seat was seen in this sitting."""
        found = self.ahead.seats.get(seat)
        return found is not None and found.sitting == self.ahead.sitting

    def join(self, seat: str, done: Done | None = None) -> None:
        """Give a phone its seat."""
        self.submit(Join(seat), done)

    def back(self, seat: str, done: Done | None = None) -> None:
        """Note that a phone with a seat came back."""
        self.submit(Back(seat), done)

    def answer(
        self,
        kind: str,
        number: int,
        seat: str,
        option: str,
        nonce: str,
        sure: int = 0,
        done: Done | None = None,
    ) -> None:
        """Take a vote, a prediction or a judgment; raises Refused with a sentence.

        The same nonce again is told the same as the first time, whatever is open by then.
        """
        short = hashlib.sha256(nonce.encode()).hexdigest()[:12] if nonce else ""
        self.submit(Answer(kind, number, seat, option, short, sure), done)

    def took(self, kind: str, number: int, seat: str, nonce: str) -> bool:
        """Whether this very answer is in the journal."""
        short = hashlib.sha256(nonce.encode()).hexdigest()[:12]
        return known(self.lesson, Answer(kind, number, seat, "", short))

    def alias(self, seat: str) -> str:
        """The two words that a phone knows itself by."""
        found = self.lesson.seats.get(seat)
        return alias(found.number) if found else ""


def _tell(told: list[Done], error: str | None) -> None:
    for done in told:
        done(error)


def same_story(story: Story, found: Read) -> None:
    """Raise Refused where a journal is not of this story."""
    lesson = found.lesson
    if lesson.story != story.head.id:
        words, name = mark("{path} is a lesson of the story `{name}`."), lesson.story
    elif lesson.keeper not in story.rulebooks:
        words, name = mark("{path} needs the keeper `{name}`."), lesson.keeper
    elif lesson.cut not in story.head.cuts:
        words, name = mark("{path} needs the cut `{name}`."), lesson.cut
    else:
        return
    raise Refused("malformed", say(words, path=found.path, name=name))


def _lobby(lesson: Lesson, keep: int | None = None) -> Lesson:
    """The same run, seen from the lobby: a page that may be gone can't be turned to."""
    from dataclasses import replace

    choices = lesson.stage.choices[:keep]
    return replace(lesson, stage=replace(lesson.stage, page="lobby", choices=choices))
