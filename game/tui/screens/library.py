"""The library: two trails, every sentence in the order of the page, the words of the field.

A word typed after `/` leaves only what holds it, sources too; each line opens something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from game.core.cards import source_line, source_views
from game.core.claims import Claim
from game.core.library import find, in_order
from game.tui import words
from game.tui.ink import Lines, Room, act, ink, join, para
from game.tui.screens.lists import Listed
from game.tui.sheets.card import sources
from game.tui.sheets.trail import term
from game.tui.words import Hint

if TYPE_CHECKING:
    from game.core.model import Story
    from game.tui.app import CarrotApp

__all__ = ["LibraryScreen"]

LONGEST_WORD = 40

Entries = Iterator[tuple[str, Content]]


class LibraryScreen(Listed):
    """Trails, claims by who says them, glossary; and a line to find a word."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", show=False),
        Binding("escape", "back_or_leave", show=False),
    ]

    word = ""

    @property
    def story(self) -> Story:
        """The story whose library this is."""
        return cast("CarrotApp", self.app).story

    def body(self) -> Iterable[Widget]:
        """The list, with a line above it in which a word can be typed."""
        head, *rest = super().body()
        find = Input(placeholder=words.FIND_WORD, max_length=LONGEST_WORD, id="find")
        find.display = False
        yield from (head, find, *rest)

    def head(self, room: Room) -> Lines:
        """What this is."""
        said = para(words.LIBRARY_SAYS, room.measure, "italic $muted")
        return [act(ink("The library", "bold $stamp"), "find"), *said, ink("")]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """Everything; or what holds the word."""
        if not self.word:
            yield from self._trails()
            yield from _claims(in_order(self.story), self.story.speakers)
            yield from self._terms(self.story.glossary)
            return
        found = find(self.story, self.word)
        if not found.count:
            yield "", ink(words.nothing_on(self.word), "italic $muted")
        yield from _claims(found.claims, self.story.speakers)
        terms = {entry.term for entry in found.glossary}
        yield from self._terms(id for id, e in self.story.glossary.items() if e.term in terms)
        if found.sources:
            yield "", ink(words.SOURCES, "bold $ink")
        for key, source in found.sources:
            yield f"source {key}", ink(f"  {source_line(source)}", "$ink")

    def _trails(self) -> Entries:
        if self.story.trails:
            yield "", ink(words.TRAILS, "bold $ink")
        for trail in self.story.trails:
            said = ink(f"  {trail.asks}", "italic $muted")
            yield f"trail {trail.id}", join(ink(f"  {trail.title}", "bold $stamp"), said)

    def _terms(self, ids: Iterable[str]) -> Entries:
        for n, id in enumerate(ids):
            if n == 0:
                yield "", ink(words.TERMS, "bold $ink")
            entry = self.story.glossary[id]
            said = ink(f"  {entry.says}", "$muted")
            yield f"term {id}", join(ink(f"  {entry.term}", "bold $ink"), said)

    @property
    def find_line(self) -> Input:
        """Where a word is typed."""
        return self.query_one("#find", Input)

    @property
    def begin_at(self) -> int | None:
        """Begin at the first sentence; the trails stand above it."""
        claims = self.story.claims
        return next((n for n, (id, _) in enumerate(self.lines()) if id in claims), None)

    def tell_foot(self) -> None:
        """A line opens; a word finds."""
        hints = (
            words.MOVE,
            Hint("enter", "open", "take"),
            words.FIND,
            words.CLOSE,
            words.HELP,
        )
        self.tell("", words.found(self.word) if self.word else "", hints)

    def open(self, id: str) -> None:
        """Open a card (its neighbours are one key away), a trail, a term or a source."""
        from game.tui.screens.card import CardScreen
        from game.tui.screens.trail import NoteScreen, TrailScreen

        kind, _, name = id.partition(" ")
        story = self.story
        if kind == "trail":
            puzzle = next(trail for trail in story.trails if trail.id == name)
            self.app.push_screen(TrailScreen(story, puzzle))
        elif kind == "term":
            self.app.push_screen(NoteScreen(words.TERMS, term(story.glossary[name])))
        elif kind == "source":
            views = source_views(story, (name,))
            lay = partial(sources, views)
            self.app.push_screen(NoteScreen(words.SOURCES, lambda room: lay(room.measure)[2:]))
        else:
            claims = tuple(id for id, _ in self.lines() if id in story.claims)
            self.app.push_screen(CardScreen(story, claims, claims.index(id)))

    # Finding a word

    def action_find(self) -> None:
        """Type a word."""
        self.find_line.display = True
        self.find_line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leave only what holds the word."""
        self.word = event.value.strip()
        self.fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the list."""
        event.stop()
        self.list.focus()

    async def action_back_or_leave(self) -> None:
        """Out of a search, or out of the library."""
        if not self.find_line.display:
            await self.action_leave()
            return
        self.find_line.value = ""
        self.find_line.display = False
        self.list.focus()


def _claims(claims: Iterable[Claim], speakers: Mapping[str, str]) -> Entries:
    """The sentences, under their speakers."""
    speaker = None
    for claim in claims:
        if claim.speaker != speaker:
            speaker = claim.speaker
            yield "", ink(speakers[speaker], "bold $ink")
        said = " ".join(claim.words.split())
        yield (
            claim.id,
            join(ink(f"  {claim.id:<4} ", "bold $stamp"), ink(f"“{said}”", "italic $ink")),
        )
