"""A monkey at the keys: random keys, clicks and sizes, the same for the same seed.

After each step it looks for what must never be: a traceback, a run on disk that lost a choice, a
screen without a way out. It leaves only by what is on screen, and begins again where it left.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.story.model import Story
from game.tui.app import CarrotApp
from game.tui.screens.play import PlayScreen
from game.tui.screens.title import TitleScreen
from tests.tui.helpers import Table

__all__ = ["Monkey", "play"]

KEYS = (
    *"123456789", *"abcdefghilmnoprstuvwxU", "up", "down", "left", "right",
    "enter", "enter", "enter", "space", "escape", "tab", "shift+tab", "backspace", "delete",
    "pageup", "pagedown", "home", "end", "question_mark", "comma", "full_stop", "slash",
    "ctrl+y", "ctrl+p", "f1", "ctrl+z",
)  # fmt: skip
"""What is pressed; q and what ends the program come by themselves, and seldom."""
SIZES = (
    (80, 24),
    (100, 30),
    (160, 45),
    (220, 60),
    (79, 23),
    (40, 10),
    (20, 5),
    (120, 24),
    (80, 60),
)
WAYS_OUT = ("escape", "q", "ctrl+c")


@dataclass
class Monkey:
    """One monkey and what it has done; `steps` is what to print when something is found."""

    seed: int
    steps: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    async def step(self, table: Table) -> None:
        """Do one thing."""
        dice = self.random.random()
        app = table.app
        if dice < 0.04:
            size = self.random.choice(SIZES)
            self.steps.append(f"{size[0]}×{size[1]}")
            await table.pilot.resize_terminal(*size)
        elif dice < 0.5:
            x, y = self.random.randrange(app.size.width), self.random.randrange(app.size.height)
            self.steps.append(f"click {x},{y}")
            await table.pilot.click(offset=(x, y))
        else:
            keys = [self._key() for _ in range(self.random.randint(1, 6))]
            self.steps += keys
            await table.pilot.press(*keys)

    def _key(self) -> str:
        """Mostly a key of the game; q seldom, because it ends a play."""
        return "q" if self.random.random() > 0.99 else self.random.choice(KEYS)


async def play(story: Story, seed: int, steps: int, home: Path) -> Monkey:
    """Let one monkey play; raises AssertionError with all it did, where something is wrong."""
    monkey = Monkey(seed)
    runs = Runs(home / "runs")
    begun = Session.new(story, monkey.random.choice(story.head.keepers), "taster", runs)
    opened: Session | None = begun
    while len(monkey.steps) < steps:
        app = CarrotApp(story, runs, opened)
        opened = None  # from the second time on it begins at the title
        try:
            async with app.run_test(size=SIZES[0]) as pilot:
                table = Table(app, pilot)
                await table.rest()
                while len(monkey.steps) < steps and app.is_running and app._exit is False:
                    await monkey.step(table)
                    if app._exit:
                        break
                    await _nothing_lost(table, runs)
                if not app._exit:
                    await _a_way_out(table)
        except Exception as error:
            raise AssertionError(
                f"seed {seed}, after {' '.join(monkey.steps[-40:])}: {error!r}"
            ) from error
    return monkey


async def _nothing_lost(table: Table, runs: Runs) -> None:
    """What was acknowledged as kept can be read from disk, choice for choice."""
    playing = [s for s in table.app.screen_stack if isinstance(s, PlayScreen)]
    for screen in playing:
        await screen.settled()
        session = screen.session
        if session.saved and session.file is not None and session.run.choices:
            assert runs.load(session.file.path).run.choices == session.run.choices, (
                "a choice was lost"
            )


async def _a_way_out(table: Table) -> None:
    """From wherever it is, keys that screens teach lead back to the title, and out."""
    await table.pilot.resize_terminal(100, 30)
    for _ in range(30):
        if isinstance(table.app.screen, TitleScreen) or not table.app.is_running or table.app._exit:
            return
        await table.pilot.press("escape")
        await table.rest()
        if len(table.app.screen_stack) <= 2:
            await table.pilot.press("q")
            await table.rest()
    raise AssertionError(f"no way out of {table.app.screen!r}")
