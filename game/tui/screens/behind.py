"""What stands behind the debrief: doors and what closed them, sentences met, predictions."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.core.debrief.counting import HAPPENED, numbers
from game.core.debrief.figures import Guessed, MetClaim
from game.core.playing.session import Session
from game.core.showing.doors import DoorPast, DoorTurn
from game.core.showing.parts import DoorView
from game.tui import back_words, figure_words, words
from game.tui.ink import Lines, Room, cell, ink, join, para
from game.tui.screens.lists import Listed
from game.tui.words import Hint
from game.words import capital, mark, say

__all__ = ["DoorsScreen", "GuessesScreen", "MetScreen"]


class DoorsScreen(Listed):
    """Doors that moved or are shut; a line opens the sentence that closed it."""

    def __init__(self, session: Session, doors: tuple[DoorPast, ...]) -> None:
        super().__init__()
        self.session, self.doors = session, doors

    def head(self, room: Room) -> Lines:
        """Whose doors these are."""
        said = say(back_words.DOORS_SAYS) if self.doors else say(back_words.DOORS_EMPTY)
        title = ink(back_words.doors_of(self.session.game.books[0].short), "bold $stamp")
        counted = numbers(turn.option is not None for turn in self.session.trace.turns)
        moved = (counted[turn.turn] for door in self.doors for turn in door.turns)
        lines = [title, *para(said, room.measure, "italic $muted")]
        if any(number.endswith(HAPPENED) for number in moved):
            lines.append(ink(f"{HAPPENED} {say(words.AFTER)}", "italic $muted"))
        return [*lines, ink("")]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """Each door as it is now, and under it the turns that moved it."""
        counted = numbers(turn.option is not None for turn in self.session.trace.turns)
        for door in self.doors:
            view = door.view
            sign = ("○ ", "bold $green") if view.open else ("✕ ", "bold $stamp")
            claim = view.closed.claim if view.closed else None
            yield (
                claim or "-",
                join(
                    ink("  "),
                    ink(*sign),
                    ink(view.name, "bold $ink"),
                    ink(f"  {_now(view)}", "$muted"),
                ),
            )
            for turn in door.turns:
                yield (
                    (turn.closed.claim if turn.closed else None) or "-",
                    _turn(turn, counted[turn.turn]),
                )

    def open(self, id: str) -> None:
        """Open the sentence; what has none stays shut."""
        from game.tui.screens.card import CardScreen

        if id in self.session.story.claims:
            self.app.push_screen(CardScreen(self.session, (id,)))

    def tell_foot(self) -> None:
        """A line opens its sentence."""
        hints = (
            *self.opening(Hint(mark("enter"), mark("the sentence behind it"), "take")),
            words.CLOSE,
            words.HELP,
        )
        self.tell(say(back_words.DOORS), "", hints)


def _now(door: DoorView) -> str:
    """How a door is, and why."""
    if door.open and door.line:
        return say("now open; closed {line}", line=door.line)
    if door.open:
        return say("now open")
    return door.closed.sentence if door.closed else say("closed")


def _turn(turn: DoorTurn, number: str) -> Content:
    word, style = (say("opened"), "$green") if turn.open else (say("closed"), "$stamp")
    said = f"  “{turn.closed.quote}”" if turn.closed and turn.closed.quote else ""
    return join(
        ink(f"       {number:<4}", "$muted"),
        ink(f"{word}  ", style),
        ink(turn.scene, "$ink"),
        ink(said, "italic $muted"),
    )


class MetScreen(Listed):
    """The sentences of this run: verdict and the player's own mark; a line opens the card."""

    def __init__(self, session: Session, claims: tuple[MetClaim, ...]) -> None:
        super().__init__()
        self.session, self.claims = session, claims

    def head(self, room: Room) -> Lines:
        """What the columns are."""
        said = say(back_words.MET_SAYS) if self.claims else say(back_words.MET_EMPTY)
        return [
            ink(say(back_words.MET), "bold $stamp"),
            *para(said, room.measure, "italic $muted"),
            ink(""),
        ]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """The sentences, in the order in which they were met."""
        marks = {
            claim.id: words.marked(given)
            if (given := self.session.run.marks.get(claim.id))
            else "·"
            for claim in self.claims
        }
        wide = max((ink(given).cell_length for given in marks.values()), default=0) + 1
        for claim in self.claims:
            given = self.session.run.marks.get(claim.id)
            yield (
                claim.id,
                join(
                    ink(f"  {claim.id:<4} ", "bold $stamp"),
                    cell(say(claim.verdict), 18, "$green"),
                    cell(marks[claim.id], wide, "bold $amber" if given else "$muted"),
                    ink(f"“{claim.words}”", "italic $ink"),
                ),
            )

    def open(self, id: str) -> None:
        """Open the card, its neighbours one key away; a mark made there shows here."""
        from game.tui.screens.card import CardScreen

        ids = tuple(claim.id for claim in self.claims)
        at = self.list.highlighted

        def marked(_: str | None) -> None:
            self.fill()
            self.list.highlighted = at

        self.app.push_screen(CardScreen(self.session, ids, ids.index(id)), marked)

    def tell_foot(self) -> None:
        """A line opens its card."""
        hints = (
            *self.opening(Hint(mark("enter"), mark("its card, to mark it"), "take")),
            words.CLOSE,
            words.HELP,
        )
        self.tell(say(back_words.MET), "", hints)


class GuessesScreen(Listed):
    """What was predicted and what came; a line gives back `read N`, the turn it belongs to."""

    def __init__(
        self, session: Session, guesses: tuple[Guessed, ...], at: int | None = None
    ) -> None:
        super().__init__()
        self.session, self.guesses, self.at = session, guesses, at

    @property
    def begin_at(self) -> int | None:
        """Begin at the turn that was read."""
        return next((n for n, guess in enumerate(self.guesses) if guess.turn == self.at), None)

    def head(self, room: Room) -> Lines:
        """How many came true: a fact, never praise."""
        hits = sum(guess.hit for guess in self.guesses)
        count = figure_words.guessed(hits, len(self.guesses))
        said = capital(count) if self.guesses else say(back_words.GUESSES_EMPTY)
        title = ink(say(back_words.GUESSES), "bold $stamp")
        return [title, *para(said, room.measure, "italic $muted"), ink("")]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """Each prediction beside what came."""
        counted = numbers(turn.option is not None for turn in self.session.trace.turns)
        for guess in self.guesses:
            sign = ("✓ ", "bold $green") if guess.hit else ("· ", "$muted")
            yield (
                str(guess.turn),
                join(
                    ink(f"  {counted[guess.turn]:<4}", "$muted"),
                    ink(*sign),
                    ink(f"{guess.scene}: ", "bold $ink"),
                    ink(_came(guess), "$ink"),
                ),
            )

    def open(self, id: str) -> None:
        """Turn to the page of that turn."""
        self.dismiss(f"read {id}")

    def tell_foot(self) -> None:
        """A line opens its turn."""
        some = (
            (words.MOVE, Hint(mark("enter"), mark("read that turn"), "take"))
            if self.guesses
            else ()
        )
        self.tell(say(back_words.GUESSES), "", (*some, words.CLOSE, words.HELP))


def _came(guess: Guessed) -> str:
    """What was predicted, and what came."""
    if guess.hit and guess.was == guess.said:
        return say("you guessed: {said}; so it was", said=guess.said)
    return say("you guessed: {said}; it was: {was}", said=guess.said, was=guess.was)
