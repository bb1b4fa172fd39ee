"""Settings: how a player wants to be served. One small file, written whole or not at all.

What is asked for on the command line beats the environment, the environment beats the file, the
file beats the default. Nothing here changes what happens in a year. A damaged file is no reason
to stop: the defaults serve, and a sentence says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from game.words import mark, say, series

__all__ = ["SETTINGS", "Preferences", "Setting", "Settings", "Unfit", "asked", "fitting"]

FORMAT = 1
MOST_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set, in words; the first value is the default."""

    key: str
    head: str
    about: str
    meanings: tuple[tuple[str, str], ...]
    """Each value with what it means; like the head and what it is about yet to be said."""

    @property
    def name(self) -> str:
        return say(self.head)

    @property
    def says(self) -> str:
        """What it is about."""
        return say(self.about)

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """Each value with what it means."""
        return tuple((value, say(words)) for value, words in self.meanings)

    def words(self, value: str) -> str:
        """What a value means; a value that isn't ours stands for itself."""
        return dict(self.values).get(value, value)


SETTINGS = (
    Setting(
        "theme",
        mark("Theme"),
        mark("Colours of the terminal app. NO_COLOR takes all of them away."),
        (
            ("newsprint", mark("newsprint: dark on light")),
            ("night-edition", mark("night edition: light on dark")),
            ("high-contrast", mark("high contrast: black on white")),
            ("high-contrast-night", mark("high contrast: white on black")),
            ("terminal", mark("your terminal's own colours")),
        ),
    ),
    Setting(
        "motion",
        mark("Motion"),
        mark("Whether the number rolls when it moves. The words never wait for it."),
        (("on", mark("the number rolls")), ("off", mark("nothing moves"))),
    ),
    Setting(
        "predictions",
        mark("Predictions"),
        mark("Whether you are asked, now and then, what will happen."),
        (
            ("app", mark("in the app, not in plain text")),
            ("on", mark("always")),
            ("off", mark("never")),
        ),
    ),
    Setting(
        "digits",
        mark("Number keys"),
        mark("What a digit does to an option in the app."),
        (("take", mark("choose at once")), ("move", mark("only move there; Enter chooses"))),
    ),
    Setting(
        "spacing",
        mark("Text spacing"),
        mark("How much air there is between the lines of a story."),
        (("normal", mark("as printed")), ("wide", mark("an empty line after each line"))),
    ),
    Setting(
        "plain",
        mark("Plain text"),
        mark("What the command carrot opens, from the next start on."),
        (("off", mark("the app")), ("on", mark("plain text, for screen readers"))),
    ),
)
KNOWN = {setting.key: setting for setting in SETTINGS}


class Unread(Exception):
    """A file of settings that can't be used; the message says why."""


class Unfit(ValueError):
    """A setting that there is not; the message is a sentence for the player."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One value for each of SETTINGS."""

    theme: str = "newsprint"
    motion: str = "on"
    predictions: str = "app"
    digits: str = "take"
    spacing: str = "normal"
    plain: str = "off"
    hinted: bool = False
    """The hint of the first run was shown; kept here, though nobody sets it."""
    keeper: str = ""
    cut: str = ""
    """What was chosen last for a new year, for the next one; nobody sets these either."""

    def predicts(self, plain: bool) -> bool:
        """Whether a face asks for predictions."""
        return self.predictions == "on" or (self.predictions == "app" and not plain)


def fitting(key: str, value: str) -> str:
    """Return a value as it is kept; raises Unfit with the nearest right word."""
    setting = KNOWN.get(key)
    if setting is None:
        none = say("There is no setting {setting}.", setting=repr(key))
        there = say("There are: {known}.", known=series(KNOWN))
        raise Unfit(" ".join([none, *_near(key, KNOWN), there]))
    known = dict(setting.meanings)
    if value not in known:
        cannot = say("{setting} can't be {value}.", setting=key, value=repr(value))
        can = say("It can be: {values}.", values=series(known))
        raise Unfit(" ".join([cannot, *_near(value, known), can]))
    return value


def asked(words: str) -> tuple[str, str]:
    """Read `name=value`; raises Unfit."""
    key, equals, value = words.partition("=")
    if not equals:
        example, typed = "theme=night-edition", repr(words)
        raise Unfit(
            say("A setting looks like {example}, not like {typed}.", example=example, typed=typed)
        )
    return key.strip(), fitting(key.strip(), value.strip())


def _near(word: str, known: Mapping[str, object]) -> list[str]:
    from game.core.nearest import nearest

    close = nearest(word, list(known))
    return [say("Did you mean {word}?", word=repr(close))] if close else []


@dataclass
class Preferences:
    """What is in force now, and the file in which it is kept."""

    path: Path | None = None
    """None: nothing is kept."""
    kept: Settings = Settings()
    forced: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What command line or environment decide for this start: the value, and who says so."""
    told: tuple[str, ...] = ()
    """Sentences for the player: a file or a variable that couldn't be used."""

    @property
    def now(self) -> Settings:
        """What is in force."""
        forced: dict[str, Any] = {key: value for key, (value, _) in self.forced.items()}
        return replace(self.kept, **forced)

    def change(self, key: str, value: str | bool) -> str | None:
        """Change one setting and keep it; where that fails, a sentence says why.

        What a player changes with the program open is in force from then on, whoever said
        otherwise when it started.
        """
        self.forced.pop(key, None)
        changed: dict[str, Any] = {key: value}
        self.kept = replace(self.kept, **changed)
        try:
            self._write()
        except OSError as error:
            return say("Your settings could not be kept: {why}.", why=error.strerror or error)
        return None

    def _write(self) -> None:
        if self.path is not None:
            import json  # late, as is the rest: the first screen waits for this module

            from game.core.writing import write_whole

            data = {"format": FORMAT, **asdict(self.kept)}
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, (json.dumps(data, indent=1) + "\n").encode())

    @classmethod
    def read(cls, path: Path) -> Preferences:
        """Read the file, if there is one; what can't be used is told, and the default serves."""
        try:
            kept, told = _decode(_load(path))
        except FileNotFoundError:
            return cls(path)
        except (OSError, Unread) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            cannot = say("Your settings in {path} can't be used: {why}.", path=path, why=why)
            return cls(path, told=(f"{cannot} {say(_SERVE)}",))
        unfit = (say("In {path}: {sentence}", path=path, sentence=sentence) for sentence in told)
        return cls(path, kept, told=tuple(unfit))


_THEME = re.compile("[a-z0-9-]{1,40}")
"""A theme may also be one of the face's own, which only the face knows."""
_CHOSEN = ("keeper", "cut")
_ANY = ("theme", *_CHOSEN)
"""Which of these there are, the story knows: one that it lacks is passed over there."""
_SERVE = mark("The defaults serve; your next change writes the file anew.")


def _load(path: Path) -> Mapping[str, object]:
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Unread(say("it is too large"))
    import json

    try:
        made = json.loads(data.decode("utf-8"))
    except json.JSONDecodeError as error:
        at = {"line": error.lineno, "column": error.colno}
        raise Unread(say("line {line}, column {column}: {why}", **at, why=error.msg)) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise Unread(say("it is not JSON in UTF-8")) from error
    if not isinstance(made, dict):
        raise Unread(say("it holds no settings"))
    return made


def _decode(data: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """Take what fits; what doesn't is told. Keys of a later version are passed over."""
    found: dict[str, Any] = {"hinted": data.get("hinted") is True}
    told = []
    for each in fields(Settings):
        value = data.get(each.name)
        if each.name == "hinted" or value is None:
            continue
        if each.name in _ANY and _THEME.fullmatch(str(value)):
            found[each.name] = str(value)
            continue
        if each.name in _CHOSEN:
            continue
        try:
            found[each.name] = fitting(each.name, str(value))
        except Unfit as error:
            told.append(str(error))
    return replace(Settings(), **found), told
