"""Every screen of the projector, hung with something on it: what `test_wall_snapshots` holds.

A lesson goes by a fixed rule, and no clock, no lot and no address of this machine is in it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.tui.walls import Wall

__all__ = ["WALLS", "Hanging"]

CLASS = 28
Then = Callable[[Wall], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Hanging:
    """One screen of the projector, and how a lesson gets there."""

    name: str
    then: Then
    phones: bool = False
    """There is a way in, with an address and its square."""


async def nothing(wall: Wall) -> object:
    return wall


def page(name: str, subject: str | None = None, *keys: str) -> Then:
    """Go on to a page with nobody voting, then press keys."""

    async def then(wall: Wall) -> object:
        await wall.seats(CLASS)
        await wall.to(name, subject)
        return await wall.press(*keys)

    return then


def voted(*votes: str, keys: tuple[str, ...] = (), again: tuple[str, ...] = ()) -> Then:
    """At the first scene: a vote that is open, in which these came; then keys, then once more."""

    async def then(wall: Wall) -> object:
        await wall.seats(CLASS)
        await wall.to("scene", "red-man")
        while wall.shown.asked is None:
            await wall.press("right")
        await wall.say(*votes)
        await wall.press(*keys)
        if again:
            await wall.say(*again)
            await wall.press("space", "enter")
        return wall

    return then


def stated(*keys: str) -> Then:
    """Half of the class on the first statement."""

    async def then(wall: Wall) -> object:
        await wall.seats(CLASS)
        await wall.to("before")
        await wall.say(*("true", "false", "true") * 4, sure=2)
        return await wall.press(*keys)

    return then


ROOM = ("cross",) * 13 + ("wait",) * 10 + ("arm",) * 2
TIE = ("cross", "wait") * 4
CALM = ("wait",) * 15 + ("cross",) * 6

WALLS = (
    Hanging("wall-lobby", nothing),
    Hanging("wall-lobby-phones", page("lobby"), phones=True),
    Hanging("wall-statement", stated()),
    Hanging("wall-statement-tally", stated("space", "enter")),
    Hanging("wall-opening", page("opening")),
    Hanging("wall-chapter", page("chapter")),
    Hanging("wall-scene", page("scene", "red-man")),
    Hanging("wall-scene-closed", page("scene", "long-way-home")),
    Hanging("wall-vote", voted(*ROOM)),
    Hanging("wall-vote-over", voted(*ROOM, keys=("space",))),
    Hanging("wall-tally", voted(*ROOM, keys=("space", "enter"))),
    Hanging("wall-tie", voted(*TIE, keys=("space", "enter"))),
    Hanging("wall-second", voted(*ROOM, keys=("space", "enter", "space"), again=CALM)),
    Hanging("wall-rungs", voted(keys=("r",))),
    Hanging("wall-hands", voted(keys=("r", "3", *"12", "space", "9", "space", "4"))),
    Hanging("wall-paper", voted(keys=("r", "4"))),
    Hanging("wall-way-in", voted(*ROOM, keys=("w",)), phones=True),
    Hanging("wall-refused", voted(keys=("enter",))),
    Hanging("wall-glance", page("glance")),
    Hanging("wall-outcome", page("outcome", "red-man")),
    Hanging("wall-reveal", page("reveal", "half-price")),
    Hanging("wall-reveal-whole", page("reveal", "half-price", "o")),
    Hanging("wall-reveal-task", page("reveal", "sixteen-digits")),
    Hanging("wall-card", page("card")),
    Hanging("wall-ending", page("ending")),
    Hanging("wall-about", page("about")),
    Hanging("wall-debrief", page("debrief")),
    Hanging("wall-after", page("after")),
    Hanging("wall-answers", page("answers")),
    Hanging("wall-ticket", page("ticket")),
    Hanging("wall-end", page("end")),
    Hanging("wall-leave", page("scene", "red-man", "q")),
)
"""Names are file names."""
