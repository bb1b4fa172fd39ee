"""The teacher's second window: the tally as it comes, what the next key does, the scene's card.

Never for the projector. Follows the journal, so it works without any network, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from game.core.saves.settings import Preferences
from game.lesson.follow import Follow
from game.lesson.journal import JournalError
from game.lesson.notes import Notes, SceneCard, name_of, notes
from game.lesson.replay import Replay
from game.lesson.shown import asked_of
from game.tui import themes
from game.tui.ink import Lines, Room, beside, block, bullet, ends, ink, join, para
from game.tui.projector import words
from game.tui.projector.marks import bars, pulse
from game.tui.projector.sentence import sentence
from game.tui.served import Served, wants_colour
from game.tui.widgets.sheet import Bar, Sheet
from game.words import say

__all__ = ["NotesApp", "run"]

PAUSE = 0.5


class NotesApp(Served, App[int]):
    """Notes on one lesson."""

    TITLE = "Carrot & Stick"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "turn_theme", show=False),
        Binding("q,ctrl+c", "leave", show=False, priority=True),
    ]

    def __init__(
        self,
        follow: Follow,
        cards: Mapping[str, SceneCard],
        settings: Preferences,
        tablet: str = "",
    ) -> None:
        self.settings = settings
        self.colourless = not wants_colour(settings)
        super().__init__(ansi_color=True if self.colourless else None)
        self.no_color = self.colourless
        for theme in themes.OURS:
            self.register_theme(theme)
        self.serve()
        self.book = NotesScreen(follow, cards, tablet)

    async def on_mount(self) -> None:
        """One screen."""
        await self.push_screen(self.book)

    def action_leave(self) -> None:
        """Close the notes; the lesson goes on."""
        self.exit(0)


class NotesScreen(Screen[None]):
    """The notes."""

    DEFAULT_CSS = """
    NotesScreen { background: $background; color: $ink; }
    NotesScreen #head, NotesScreen #foot { padding: 0 1; background: $bar; }
    NotesScreen #head { dock: top; }
    NotesScreen #foot { dock: bottom; }
    NotesScreen #paper {
        padding: 1 2 0 2; scrollbar-size-vertical: 1;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background; scrollbar-color: $rule;
        scrollbar-color-hover: $muted; scrollbar-color-active: $stamp;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(6)", show=False),
        Binding("up", "scroll(-6)", show=False),
    ]

    def __init__(self, follow: Follow, cards: Mapping[str, SceneCard], tablet: str) -> None:
        super().__init__()
        self.follow, self.cards, self.tablet = follow, cards, tablet
        self.room: Replay | None = None
        self.fault = ""

    def compose(self) -> ComposeResult:
        yield Bar(self._head, id="head")
        with VerticalScroll(id="paper", can_focus=False):
            yield Sheet(self._lay, id="notes")
        yield Bar(self._foot, id="foot")

    def on_mount(self) -> None:
        """Look now and then."""
        self.look()
        self.set_interval(PAUSE, self.look)

    def look(self) -> None:
        """Read what is new; the minute passes without it."""
        was = self.fault
        try:
            found, self.fault = self.follow.look(), ""
        except JournalError as error:
            found, self.fault = None, str(error)
        if self.fault != was:
            self.query_one("#notes", Sheet).reset()
        if found is not None:
            turned = self.room is None or found.lesson.stage != self.room.lesson.stage
            self.room = found
            self.query_one("#notes", Sheet).reset()
            if turned:
                self.query_one("#paper", VerticalScroll).scroll_home(animate=False)
        self.query_one("#head", Bar).reset()
        self.query_one("#foot", Bar).reset()

    def action_scroll(self, by: int) -> None:
        """Further down, or up."""
        self.query_one("#paper", VerticalScroll).scroll_relative(y=by, animate=False)

    def _head(self, room: Room) -> Lines:
        if self.room is None:
            return [ink(self.fault or say("Notes"), "bold $stamp")]
        view = notes(self.room)
        left = say("minute {n}: {plan}", n=view.minutes, plan=view.plan)
        right = f"{words.seats(view.seats)} · {view.code} · {words.to_come(view.scenes_left)}"
        return [ends(ink(left, "bold $ink"), ink(right, "$muted"), room.width)]

    def _foot(self, room: Room) -> Lines:
        left = say("Keep this window off the projector.  q closes")
        wide = self.tablet and room.width > 110
        right = say("on a tablet: {address}", address=self.tablet) if wide else ""
        return [ends(ink(left, "$muted"), ink(right, "$muted"), room.width)]

    def _lay(self, room: Room) -> Lines:
        told = para(self.fault, room.width, "bold $stamp") if self.fault else []
        return [*told, *(self._leaf(self.room, room) if self.room else [])]

    def _leaf(self, lesson: Replay, room: Room) -> Lines:
        """The notes themselves; a fault, which may hold a long path, stands whole above them."""
        view = notes(lesson)
        card = self.cards.get(lesson.lesson.stage.subject)
        if room.width >= 120:
            half = (room.width - 4) // 2
            left = [*self._now(view, half), *scene_card(card, half)]
            return beside(left, self._record(view, half), half + 4)
        width = min(room.width, 100)
        tablet = say("On a tablet: {address}", address=self.tablet) if self.tablet else ""
        return [
            *self._now(view, width),
            *scene_card(card, width),
            *self._record(view, width),
            *(para(tablet, width, "$muted") if tablet else []),
        ]

    def _now(self, view: Notes, width: int) -> Lines:
        lines = [ink(view.title or name_of(view.page), "bold $stamp")]
        onward = say("{phrase}.", phrase=view.onward)
        lines += [join(ink("→ ", "bold $ink"), ink(onward, "$ink"))]
        asked = asked_of(self.room) if self.room else None
        if asked is None or view.live is None:
            return [*lines, ink("")]
        said = join(
            ink(f"{words.status(asked, False)}  ", "bold $ink"),
            ink(f"{words.how_many(asked)}  ", "bold $green"),
            pulse(asked.in_, asked.of, 16),
        )
        return [*lines, said, *bars(asked.answers, view.live, None, width, 14), ink("")]

    def _record(self, view: Notes, width: int) -> Lines:
        return sentence(view.card, width, 99) if view.card else []


def scene_card(card: SceneCard | None, width: int) -> Lines:
    """The guide's card of a scene: the point, what to ask, the trap, what the room says."""
    if card is None:
        return []
    point, trap = (
        ink(f"{say('The point:')} ", "bold $stamp"),
        ink(f"{say('The trap:')} ", "bold $amber"),
    )
    lines = para(join(point, ink(card.point, "$ink")), width - 4)
    for question in card.ask:
        lines += bullet(ink("? ", "bold $stamp"), ink(question, "bold $ink"), width - 4)
    lines += para(join(trap, ink(card.trap, "$ink")), width - 4)
    lines.append(ink(say("The room is likely to say:"), "bold $ink"))
    for said in card.room:
        lines += bullet(ink("· ", "$muted"), ink(said, "italic $ink"), width - 4)
    return [*block(lines, width, "$amber", "$note"), ink("")]


def run(
    follow: Follow, cards: Mapping[str, SceneCard], settings: Preferences, tablet: str = ""
) -> int:
    """Open the notes; return the exit code."""
    code = NotesApp(follow, cards, settings, tablet).run()
    return code or 0
