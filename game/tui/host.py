"""What a screen may ask of the app: a short list, so that no screen needs to know the app.

The app imports the screens; a screen that imported the app, or the screen that comes after it,
would close a circle. Screens are given this instead, and say what should happen, not how.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.check.bench import Bench
    from game.core.playing.session import Session
    from game.core.saves.runs import Runs
    from game.core.saves.settings import Preferences
    from game.core.story.model import Story
    from game.core.story.shelf import Shelf

__all__ = ["Host"]


class Host(Protocol):
    """The app, as far as screens are concerned."""

    shelf: Shelf
    """Where the story stands; its cover can be had before the story is."""
    beliefs: dict[str, tuple[bool, int]]
    """What was said of the statements before there was a run; for the one that begins."""
    bench: Bench | None
    """For an author who plays while writing: the story's folder and its problems."""
    begun: Session | None
    """The session that was begun with them."""

    report: Callable[[Session], str] | None
    """Writes a year as a page and says where."""
    settings: Preferences
    """How the player wants to be served; changed by `change_setting` alone."""
    colourless: bool
    """NO_COLOR is set."""

    @property
    def story(self) -> Story:
        """The story; read now, where nobody has asked for it before."""

    @property
    def runs(self) -> Runs:
        """The runs; opened now, where nobody has asked for them before."""

    @property
    def keeper(self) -> str:
        """Who keeps the score in the year that begins next."""

    @keeper.setter
    def keeper(self, keeper: str) -> None: ...

    @property
    def cut(self) -> str:
        """How long that year is."""

    @cut.setter
    def cut(self, cut: str) -> None: ...

    def read_story(self) -> bool:
        """Read the story behind a painted screen; False where that failed and the app leaves."""

    @property
    def airy(self) -> bool:
        """Whether each line of a story is followed by an empty one."""

    @property
    def predicts(self) -> bool:
        """Whether the app asks for predictions."""

    @property
    def chosen(self) -> str:
        """The style of a highlighted row."""

    def change_setting(self, key: str, value: str) -> str | None:
        """Set something, show it, keep it; a sentence where it can't be kept."""

    def take_story(self, story: Story) -> None:
        """Play another state of the story from here on."""

    def open_title(self, years: bool = False) -> None:
        """Put the title screen in this one's place; or `years`, the list of them, over it."""

    def open_play(self, session: Session, keep: bool = False, years: bool = False) -> None:
        """Put a session in this screen's place; `keep` writes it at once; from `years`, or not."""

    def open_help(self, kind: str) -> None:
        """Lay help over this screen: a key of `help.HELP`."""
