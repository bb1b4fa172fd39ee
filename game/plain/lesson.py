"""The teacher's face without a screen: the projector's keys as words, append-only text.

Says what is new after each word, and nothing early: how a room votes is said when the tally is
shown, or when the teacher asks for it with `tally`. Refuses to guess a word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from game.core.nearest import nearest
from game.core.showing.parts import CardView
from game.core.showing.views import RevealPage, ScenePage
from game.lesson.events import RUNGS
from game.lesson.notes import notes, what_next
from game.lesson.refused import Refused
from game.lesson.room import Room
from game.lesson.shown import LETTERS, letters, pickable, screen
from game.lesson.teacher import Teacher
from game.plain import lesson_pages as pages
from game.plain.blocks import Block, heading, item, passage, text
from game.plain.cards import card
from game.words import joined, many, mark, say, series

__all__ = ["WORDS", "Leave", "LessonDesk", "Way"]

WORDS = (
    (
        "on",
        mark("or just enter: the next thing, whatever it is. It leads through the whole lesson."),
    ),
    ("back", mark("a page back; nothing is undone.")),
    ("open", mark("open what is asked; over a tally, a second vote.")),
    ("close", mark("close it.")),
    ("show", mark("say the tally to the room; hide takes it back.")),
    ("pick B", mark("in a tie, one of the equal; or what the room said of a sentence.")),
    ("predict", mark("ask what will happen, where the scene asks it.")),
    ("phones", mark("answer on phones; or tables, hands, paper. At any moment.")),
    ("12 9 4", mark("by hands or paper: the counts, in the order of the letters.")),
    ("12 9 / 7", mark("of a statement, too: behind a slash, how many were sure.")),
    ("more B", mark("one hand more; less B, one less.")),
    ("people 28", mark("how many are in the room.")),
    ("time 60", mark("a minute, or one more; time 0 takes it off. Nothing closes by itself.")),
    ("tally", mark("how they vote so far: for your ear, the room has not seen it.")),
    ("count", mark("how many have answered.")),
    ("undo", mark("take your last step back; answers never.")),
    ("address", mark("where phones find the room; other gives another address.")),
    ("code", mark("a new room code; code all, and everybody has to join anew.")),
    ("card", mark("the sentence with both sides and its sources, for your ear.")),
    ("again", mark("this page once more.")),
    ("debrief", mark("time is short: who wrote this, and looking back.")),
    ("statements", mark("time is shorter: the statements once more.")),
    ("help", mark("these words.")),
    ("quit", mark("close; the lesson is kept.")),
)


class Leave(Exception):
    """The teacher closes the lesson."""


class Way(Protocol):
    """The way in, as far as it is said."""

    known: tuple[str, ...]

    @property
    def link(self) -> str:
        """What phones open; empty without a server."""

    def next_address(self) -> None:
        """Another of this machine's addresses."""


class LessonDesk:
    """One lesson, told."""

    def __init__(self, room: Room, way: Way) -> None:
        self.room, self.way, self.teacher = room, way, Teacher(room)
        self._told: tuple[object, ...] = ()
        self._noticed = 0
        t = self.teacher
        self._verbs: Mapping[str, Callable[[], None]] = {
            "on": t.go_on, "back": t.go_back, "open": self._open, "close": self._close,
            "show": self._show, "hide": self._hide, "predict": t.predict, "undo": t.undo,
            "debrief": t.to_debrief, "statements": t.to_statements,
            **{rung: self._use(rung) for rung in RUNGS},
        }  # fmt: skip
        self._with: Mapping[str, Callable[[str], None]] = {
            "pick": self._pick, "more": lambda b: t.adjust(self._option(b), 1),
            "less": lambda b: t.adjust(self._option(b), -1), "people": self._people,
            "time": lambda n: t.time(self._number(n)),
            "code": lambda who: t.change_code(who == "all"),
        }  # fmt: skip
        self._asks: Mapping[str, Callable[[], list[Block]]] = {
            "tally": self._tally, "count": self._count, "address": self._address,
            "other": self._other, "card": self._card, "help": self._help, "again": self._again,
        }  # fmt: skip

    # What is typed

    def do(self, line: str) -> list[Block]:
        """Do what a line says; raises Refused with a sentence, and Leave."""
        words = line.split()
        if not words:
            words = ["on"]
        word, rest = words[0].casefold(), " ".join(words[1:])
        if word[0].isdigit():
            self.teacher.count_line(line)
            return []
        if word in ("quit", "q", "exit"):
            raise Leave
        word = {"next": "on", "rung": rest.casefold()}.get(word, word)
        if word in self._asks:
            return self._asks[word]()
        if word in self._with:
            self._with[word](rest)
        elif word in self._verbs:
            self._verbs[word]()
        else:
            raise Refused("malformed", self._unknown(word))
        return []

    def _unknown(self, word: str) -> str:
        known = [*self._verbs, *self._with, *self._asks, "quit"]
        close = nearest(word, known)
        hint = say("Did you mean {word}?", word=close) if close else ""
        none = say("There is no word {word}.", word=word[:40])
        return passage(none, hint, say("Type help for all words."))

    def _use(self, rung: str) -> Callable[[], None]:
        return lambda: self.teacher.use(rung)

    def _open(self) -> None:
        self._toggle(False, say("That is open already."))

    def _close(self) -> None:
        self._toggle(True, say("Nothing is open."))

    def _toggle(self, wanted: bool, why: str) -> None:
        if self.room.ahead.stage.open is not wanted:
            raise Refused("phase", why)
        self.teacher.toggle()

    def _show(self) -> None:
        self._turn(False, say("The tally is shown already."))

    def _hide(self) -> None:
        self._turn(True, say("No tally is shown."))

    def _turn(self, wanted: bool, why: str) -> None:
        if self.room.ahead.stage.shown is not wanted:
            raise Refused("phase", why)
        self.teacher.show()

    def _people(self, typed: str) -> None:
        self.teacher.people(self._number(typed))

    def _number(self, typed: str) -> int:
        if not (typed.isascii() and typed.isdigit()):
            raise Refused("malformed", say("Type a number behind that word."))
        return int(typed[:6])

    def _pick(self, typed: str) -> None:
        page = screen(self.room).story
        if isinstance(page, RevealPage) and page.task is not None:
            keys = [key for key, _ in page.task.choices] or ["aloud"]
            at = LETTERS.find(typed.upper()) if typed else -1
            if not 0 <= at < len(keys):
                last = LETTERS[len(keys) - 1]
                raise Refused("malformed", say("Pick a letter from A to {last}.", last=last))
            self.teacher.pick(keys[at])
            return
        self.teacher.pick(self._option(typed))

    def _option(self, letter: str) -> str:
        found = {view.letter: view.id for view in pickable(screen(self.room)) if view.letter}
        if letter.upper() not in found:
            known = series(found) or say("none now")
            how = say("Type the letter of an answer: {letters}.", letters=known)
            raise Refused("malformed", how)
        return found[letter.upper()]

    # What is said

    def news(self) -> list[Block]:
        """Say what is new since it was said last."""
        shown = screen(self.room)
        asked = shown.asked
        step = (asked.kind, asked.round, asked.open, asked.source) if asked else None
        now = (shown.page, shown.n, self.room.lesson.stage.subject, step, shown.tally is not None,
               self.room.lesson.code, self.room.lesson.stage.said)  # fmt: skip
        was, self._told = self._told, now
        made = self._notices()
        if now == was:
            return [*made, *([pages.state(asked)] if asked else [])]
        if was[:3] != now[:3] or was[6:] != now[6:]:
            made += pages.page(self.room, shown)
        elif was[5] != now[5]:
            made.append(text(say("The new room code: {code}.", code=" ".join(shown.code))))
        if asked and shown.tally is None and (not was or was[3] != step):
            made += [*(pages.question(asked) if asked.open else []), pages.state(asked)]
        if shown.tally is not None and shown.page == "scene":
            made += self._shown()
        return made

    def _notices(self) -> list[Block]:
        new = self.room.notices[self._noticed :]
        self._noticed = len(self.room.notices)
        return [text(words) for words in new]

    def _shown(self) -> list[Block]:
        shown = screen(self.room)
        views = letters(shown.story.options) if isinstance(shown.story, ScenePage) else ()
        if shown.tally is None:
            return []
        voted = pages.tallied(views, shown.tally, shown.before)
        made = [text(say("How the room voted:")), *voted]
        if equal := [view.letter for view in views if view.id in shown.tie]:
            made.append(text(say("A tie of {letters}: pick one.", letters=joined(equal))))
        return made

    def onward(self) -> str:
        """The prompt: what enter does now."""
        return passage(what_next(self.room), say("Enter, or a word:"))

    def _again(self) -> list[Block]:
        self._told = ()
        return []

    def _tally(self) -> list[Block]:
        told, asked = notes(self.room), screen(self.room).asked
        if told.live is None or asked is None:
            return [text(say("Nothing is asked on this page."))]
        answers = asked.answers
        return [pages.state(asked), *pages.tallied(answers, told.live, None)]

    def _count(self) -> list[Block]:
        asked = screen(self.room).asked
        if asked:
            return [pages.state(asked)]
        return [text(many("{n} phone is in.", "{n} phones are in.", notes(self.room).seats))]

    def _address(self) -> list[Block]:
        if not self.way.link:
            none = say("There is no network to join: the room answers by hands or paper.")
            return [text(none)]
        more = len(self.way.known) - 1
        code = " ".join(self.room.lesson.code)
        opened = say("Phones open {link} . Room code: {code}.", link=self.way.link, code=code)
        return [text(passage(opened, say("{n} more: type other.", n=more) if more else ""))]

    def _other(self) -> list[Block]:
        self.way.next_address()
        return self._address()

    def _card(self) -> list[Block]:
        shown = notes(self.room).card
        page = screen(self.room).story
        if isinstance(page, CardView):
            shown = page
        known = self.room.story.sources
        return card(shown, known) if shown else [text(say("There is no sentence on this page."))]

    def _help(self) -> list[Block]:
        return [heading(say("Words")), *(item(f"{word}: {say(says)}") for word, says in WORDS)]
