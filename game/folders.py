"""Where things live: the story that ships with the game, and the player's own files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = [
    "browsers_folder",
    "cache_folder",
    "command",
    "data_folder",
    "lessons_folder",
    "program",
    "reports_folder",
    "runs_folder",
    "settings_file",
    "sittings_folder",
    "starter_folder",
    "story_folder",
    "typed",
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


def reports_folder() -> Path:
    """The folder of years written as pages from inside the app, a file each."""
    return data_folder() / "reports"


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
        return f"{program()} {words}".strip()
    import shlex  # late: only an author's story has to be named

    verb, _, rest = (words or "play").partition(" ")
    return f"{program()} {verb} --story {shlex.quote(folder)} {rest}".strip()


def program() -> str:
    """Return what starts the game in the shell that it was started from.

    That is `carrot` where the shell would find it; in a clone that nobody activated, the script
    beside the Python that runs, from the folder in which the player stands.
    """
    import shutil  # late, like the rest: no page that is painted first names a command

    if shutil.which("carrot"):
        return "carrot"
    python = Path(sys.executable)
    script = shutil.which("carrot", path=str(python.parent))
    return _from_here(Path(script)) if script else f"{_from_here(python)} -m game"


def typed(words: str) -> str:
    """Return words of ours with every command in them named so that it can be typed here."""
    import re

    return re.sub(_TYPED, lambda _: program(), words)


_TYPED = (
    r"\bcarrot(?= (?:--plain|booster|check|class|fingerprint|guide|library|new|play|replay|report"
    r"|schema|serve|where)\b)"
)
"""The command in a sentence, and not the vegetable."""


def _from_here(path: Path) -> str:
    import shlex

    inside = path.is_relative_to(Path.cwd())
    return shlex.quote(str(path.relative_to(Path.cwd()) if inside else path))


def starter_folder() -> Path:
    """The small story from which `carrot new` makes another, found likewise."""
    return _shipped("starter")


def _shipped(name: str) -> Path:
    here = Path(__file__).resolve().parent
    inside = here / name
    return inside if inside.is_dir() else here.parent / name
