"""The library: every sentence in the order of the page, sources, words of the field, two trails.

Sentences can be narrowed down: by who says them, by verdict, by chapter, by whether they were met
in a run of one's own. A word typed after `/` leaves only what holds it; each line opens something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from game.core.debrief.gallery import known_from
from game.core.library.asking import VERDICTS, Unfit, asked
from game.core.library.catalogue import Only, find, in_order
from game.core.showing.cards import source_line
from game.core.story.claims import Claim
from game.tui import library_words, words
from game.tui.ink import Lines, Room, act, cell, ink, join, para
from game.tui.screens.lists import Listed
from game.tui.sheets.trail import term
from game.tui.widgets.choices import Row
from game.tui.widgets.sheet import Sheet
from game.words import say

if TYPE_CHECKING:
    from game.core.story.model import Story

__all__ = ["LibraryScreen"]

LONGEST_WORD = 60

Entries = Iterator[tuple[str, Content]]


class LibraryScreen(Listed):
    """Trails, claims by who says them, glossary, sources; a line to find a word, four to narrow."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", show=False),
        Binding("w", "narrow('speaker')", show=False),
        Binding("v", "narrow('verdict')", show=False),
        Binding("c", "narrow('chapter')", show=False),
        Binding("m", "met", show=False),
        Binding("left", "section(-1)", show=False),
        Binding("right", "section(1)", show=False),
        Binding("escape", "back_or_leave", show=False),
    ]

    typed = ""
    only = Only()
    unfit = ""
    """Why what was typed narrows nothing down."""

    @property
    def story(self) -> Story:
        """The story whose library this is."""
        return self.carrot.story

    def body(self) -> Iterable[Widget]:
        """The list, with a line above it in which a word can be typed."""
        head, *rest = super().body()
        find = Input(placeholder=say(words.FIND_WORD), max_length=LONGEST_WORD, id="find")
        find.add_class("-empty")
        yield from (head, find, *rest)

    def on_mount(self) -> None:
        """Look up once what was met in the player's own runs."""
        known = known_from(self.story, self.carrot.runs)
        self.met, self.marks = known.met, known.marks
        super().on_mount()

    def fill(self) -> None:
        """Find anew, and say over the list what it is narrowed down to."""
        self._find()
        super().fill()
        self.query_one("#list-head", Sheet).reset()

    def _find(self) -> None:
        """What is typed and what was picked, together."""
        self.unfit = ""
        try:
            typed = asked(self.story, self.typed)
        except Unfit as error:
            self.unfit, typed = str(error), asked(self.story, "")
        self.word, narrow = typed.word, typed.only
        picked = self.only
        self.now = Only(
            narrow.speaker or picked.speaker,
            narrow.verdict or picked.verdict,
            narrow.chapter or picked.chapter,
            picked.met if narrow.met is None else narrow.met,
        )
        self.found = find(self.story, self.word, self.now, self.met)

    def head(self, room: Room) -> Lines:
        """What this is, and what it is narrowed down to."""
        title = act(ink(say("The library"), "bold $stamp"), "find")
        if not hasattr(self, "found"):
            return [title]
        if self.unfit:
            return [title, *para(self.unfit, room.measure, "bold $amber"), ink("")]
        if not self.now:
            return [title, *para(say(words.LIBRARY_SAYS), room.measure, "italic $muted"), ink("")]
        said = library_words.narrowed(self.story, self.now, len(self.found.claims))
        return [title, *para(said, room.measure, "bold $ink"), ink("")]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """Everything; or what holds the word and fits."""
        if not self.word and not self.now:
            yield from self._trails()
            yield from self._claims(in_order(self.story))
            yield from self._terms(self.story.glossary)
            yield from self._sources(self.story.sources)
            return
        if self.found.count == len(self.found.lists):
            said = library_words.nothing_on(self.word) if self.word else say(library_words.NOTHING)
            yield "", ink(said, "italic $muted")
        yield from self._claims(self.found.claims)
        terms = {entry.term for entry in self.found.glossary}
        yield from self._terms(id for id, e in self.story.glossary.items() if e.term in terms)
        yield from self._sources(key for key, _ in self.found.sources)

    def _trails(self) -> Entries:
        if self.story.trails:
            yield "", ink(say(words.TRAILS), "bold $ink")
        for trail in self.story.trails:
            said = ink(f"  {trail.asks}", "italic $muted")
            yield f"trail {trail.id}", join(ink(f"  {trail.title}", "bold $stamp"), said)

    def _claims(self, claims: Iterable[Claim]) -> Entries:
        """The sentences, under their speakers."""
        speaker = None
        for claim in claims:
            if claim.speaker != speaker:
                speaker = claim.speaker
                yield "", ink(self.story.speakers[speaker], "bold $ink")
            yield claim.id, self._claim(claim)

    def _claim(self, claim: Claim) -> Content:
        met = claim.id in self.met
        return join(
            ink(f"  {claim.id:<4} ", "bold $stamp"),
            ink(library_words.MET if met else library_words.NOT_MET, "$amber" if met else "$muted"),
            join(ink(" "), cell(say(claim.record.verdict), 18, "$green")),
            ink(f"“{' '.join(claim.words.split())}”", "italic $ink"),
        )

    def _terms(self, ids: Iterable[str]) -> Entries:
        for n, id in enumerate(ids):
            if n == 0:
                yield "", ink(say(words.TERMS), "bold $ink")
            entry = self.story.glossary[id]
            said = ink(f"  {entry.says}", "$muted")
            yield f"term {id}", join(ink(f"  {entry.term}", "bold $ink"), said)

    def _sources(self, keys: Iterable[str]) -> Entries:
        for n, key in enumerate(keys):
            if n == 0:
                yield "", ink(say(words.SOURCES), "bold $ink")
            yield f"source {key}", ink(f"  {source_line(self.story.sources[key])}", "$ink")

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
        """A line opens; a word finds; four letters narrow down."""
        hints = library_words.hints(self.find_line.has_focus, self._narrows)
        self.tell("", library_words.found(self.word) if self.word else "", hints)

    def open(self, id: str) -> None:
        """Open a card (its neighbours are one key away), a trail, a term or a source."""
        from game.tui.screens.card import CardScreen
        from game.tui.screens.source import SourceScreen
        from game.tui.screens.trail import NoteScreen, TrailScreen

        kind, _, name = id.partition(" ")
        story = self.story
        if kind == "trail":
            puzzle = next(trail for trail in story.trails if trail.id == name)
            self.app.push_screen(TrailScreen(story, puzzle))
        elif kind == "term":
            self.app.push_screen(NoteScreen(say(words.TERMS), term(story.glossary[name])))
        elif kind == "source":
            self.app.push_screen(SourceScreen(story, name))
        else:
            claims = tuple(id for id, _ in self.lines() if id in story.claims)
            self.app.push_screen(CardScreen(story, claims, claims.index(id), self.marks))

    @property
    def _narrows(self) -> bool:
        """Whether Escape brings every sentence back, before it leaves."""
        return bool(self.only or self.typed)

    def action_section(self, by: int) -> None:
        """Go to the first line of the part before or after."""
        ids = [id for id, _ in self.lines()]
        starts = [n + 1 for n, id in enumerate(ids) if not id and n + 1 < len(ids)]
        here = self.list.highlighted or 0
        fitting = [n for n in starts if (n > here if by > 0 else n < here)]
        if fitting:
            at = self.list.highlighted = fitting[0] if by > 0 else fitting[-1]
            self.call_after_refresh(self.list.scroll_to, y=at - 1, animate=False)  # its head on top

    # Narrowing down

    def action_narrow(self, kind: str) -> None:
        """Pick a speaker, a verdict or a chapter; or all of them again."""
        from game.tui.screens.chooser import ChooserScreen

        known = self._kinds(kind)
        rows = [Row("", say(library_words.ALL[kind]), "1")]
        rows += [Row(key, said, str(n) if n < 10 else "") for n, (key, said) in enumerate(known, 2)]

        def chosen(key: str | None) -> None:
            if key is not None:
                self.only = self._narrowed(kind, key or None)
                self.fill()

        now = str(getattr(self.only, kind))
        at = next((n for n, (key, _) in enumerate(known, 1) if key == now), 0)
        self.app.push_screen(ChooserScreen(say(library_words.ASKS[kind]), tuple(rows), at), chosen)

    def _narrowed(self, kind: str, key: str | None) -> Only:
        match kind:
            case "speaker":
                return replace(self.only, speaker=key)
            case "verdict":
                return replace(self.only, verdict=key)
            case _:
                return replace(self.only, chapter=int(key) if key else None)

    def _kinds(self, kind: str) -> list[tuple[str, str]]:
        """What a kind can be narrowed down to, in words, as far as this story has it."""
        claims, chapters = self.story.claims.values(), self.story.chapters
        if kind == "chapter":
            return [(str(n), f"{n} · {each.chapter}") for n, each in enumerate(chapters, 1)]
        if kind == "verdict":
            given = {claim.record.verdict for claim in claims}
            return [(verdict, say(verdict)) for verdict in VERDICTS if verdict in given]
        speak = {claim.speaker for claim in claims}
        return [(who, name) for who, name in self.story.speakers.items() if who in speak]

    def action_met(self) -> None:
        """Go round: all of them, met in a run of one's own, not yet."""
        round_ = (None, True, False)
        at = round_.index(self.only.met)
        self.only = replace(self.only, met=round_[(at + 1) % len(round_)])
        self.fill()

    # Finding a word

    def action_find(self) -> None:
        """Type a word."""
        self.find_line.remove_class("-empty")
        self.find_line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leave only what holds the word."""
        self.typed = event.value.strip()
        self.fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the list."""
        event.stop()
        self.action_to_list()

    def action_to_list(self) -> None:
        """Out of the line, and what is typed stays."""
        self.list.focus()

    def on_descendant_focus(self) -> None:
        """While a word is typed other keys work than in the list."""
        self.tell_foot()

    async def action_back_or_leave(self) -> None:
        """Out of a search, out of what was narrowed down, or out of the library."""
        if not self.find_line.has_class("-empty"):
            self.find_line.value = ""
            self.find_line.add_class("-empty")
            self.list.focus()
        elif self.only:
            self.only = Only()
            self.fill()
        else:
            await self.action_leave()
