"""Settings in plain text: what is set, and how to set something else.

They are the very settings of the app, in the same file; what shows only there says so.
"""

from __future__ import annotations

from game.core.playing.session import Session
from game.core.saves.settings import SETTINGS, Preferences, Setting, Unfit, fitting
from game.plain.blocks import Block, item, passage, text
from game.plain.words import Unclear
from game.words import say

__all__ = ["answer"]

IN_THE_APP = ("theme", "motion", "digits")
"""What plain text has no use for."""


def answer(preferences: Preferences, session: Session, rest: str) -> list[Block]:
    """Say what is set; or change it, for this session as well. Raises Unclear."""
    if not rest:
        return _listed(preferences)
    said = _change(preferences, rest)
    if rest.casefold().startswith("predictions"):
        session.predictions = preferences.now.predicts(plain=True)
    return said


def _listed(preferences: Preferences) -> list[Block]:
    """Every setting, what it is now, and what else it can be."""
    told = [text(say("Your settings:")), *(item(_line(s, preferences)) for s in SETTINGS)]
    how = say("Type settings, a name and a value, as in settings spacing wide. They are kept.")
    return [*told, text(how)]


def _line(setting: Setting, preferences: Preferences) -> str:
    value = getattr(preferences.now, setting.key)
    others = ", ".join(other for other, _ in setting.values if other != value)
    return passage(
        _now(setting, value, preferences.forced.get(setting.key)),
        say("In the app.") if setting.key in IN_THE_APP else "",
        say("It can also be {others}.", others=others),
    )


def _now(setting: Setting, value: str, by: tuple[str, str] | None) -> str:
    """Say what a setting is, and what forces it where something does."""
    parts = {"key": setting.key, "value": value, "words": setting.words(value)}
    if by:
        return say("{key} is {value}: {words}, because {who} says so.", who=by[1], **parts)
    return say("{key} is {value}: {words}.", **parts)


def _change(preferences: Preferences, rest: str) -> list[Block]:
    """Change one setting; raises Unclear."""
    key, _, value = rest.casefold().partition(" ")
    try:
        value = fitting(key, value.strip())
    except Unfit as error:
        raise Unclear(str(error)) from error
    problem = preferences.change(key, value)
    setting = next(each for each in SETTINGS if each.key == key)
    said = f"{setting.name}: {setting.words(value)}."
    later = say("It shows in the app.") if key in IN_THE_APP else ""
    later = say("From the next start on.") if key == "plain" else later
    return [text(passage(said, later)), *([text(problem)] if problem else [])]
