"""Where things live: the story that ships with the game, and the player's own files."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = [
    "browsers_folder",
    "cache_folder",
    "command",
    "data_folder",
    "lessons_folder",
    "runs_folder",
    "settings_file",
    "sittings_folder",
    "starter_folder",
    "story_folder",
]


def data_folder() -> Path:
    """The folder of the player's files; CARROT_HOME, where set, stands instead."""
    if home := os.environ.get("CARROT_HOME"):
        return Path(home).expanduser()
    from platformdirs import user_data_path

    return user_data_path("carrot-and-stick", appauthor=False)


def cache_folder() -> Path:
    """The folder of what can be worked out again at any time: proofs of stories."""
    if home := os.environ.get("CARROT_HOME"):
        return Path(home).expanduser() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("carrot-and-stick", appauthor=False)


def runs_folder() -> Path:
    """The folder of saved runs, a file each."""
    return data_folder() / "runs"


def browsers_folder() -> Path:
    """The folder of those who play in a browser here: a folder like the player's own for each."""
    return data_folder() / "browsers"


def settings_file() -> Path:
    """The file of the player's settings."""
    return data_folder() / "settings.json"


def lessons_folder() -> Path:
    """The folder of lessons with a class, a journal each."""
    return data_folder() / "lessons"


def sittings_folder() -> Path:
    """The folder of what was said in boosters, a file each."""
    return data_folder() / "boosters"


def story_folder() -> Path:
    """The story inside an installed package, or else the checkout's own."""
    return _shipped("story")


def command(words: str, folder: str) -> str:
    """Return a command as somebody would type it for a story; the game's own needs no naming.

    `words` are what follows `carrot`; where there are none, it is to play.
    """
    if not folder or Path(folder).resolve() == story_folder().resolve():
        return f"carrot {words}".strip()
    import shlex  # late: only an author's story has to be named

    verb, _, rest = (words or "play").partition(" ")
    return f"carrot {verb} --story {shlex.quote(folder)} {rest}".strip()


def starter_folder() -> Path:
    """The small story from which `carrot new` makes another, found likewise."""
    return _shipped("starter")


def _shipped(name: str) -> Path:
    here = Path(__file__).resolve().parent
    inside = here / name
    return inside if inside.is_dir() else here.parent / name
