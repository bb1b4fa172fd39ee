"""The player's settings as one start finds them: command line, environment, file, default."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from game.cli.story import Unusable
from game.core.saves.settings import SETTINGS, Preferences, Unfit, asked, fitting
from game.folders import settings_file
from game.words import mark, say

__all__ = ["NO", "from_environment", "preferences"]

NO = ("", "0", "false", "no", "off")


def preferences(wanted: Sequence[str] = ()) -> Preferences:
    """Read what is kept, and put over it what environment and command line ask for.

    `wanted` are the `name=value` of the command line; raises Unusable for one that there is not.
    """
    made = Preferences.read(settings_file())
    told = list(made.told)
    for key, value, who in from_environment(os.environ):
        try:
            made.forced[key] = (fitting(key, value), who)
        except Unfit as error:
            words = mark("{name} in the environment is left aside: {why}")
            told.append(say(words, name=who, why=error))
    for words in wanted:
        try:
            key, value = asked(words)
        except Unfit as error:
            raise Unusable(str(error)) from error
        made.forced[key] = (value, "--set")
    made.told = tuple(told)
    return made


def from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield setting, value and variable; of two that speak of one setting the later one counts.

    Every setting has a variable of its own (`CARROT_THEME`). The others are customs that players
    may have set for all their programs.
    """
    for setting in SETTINGS:
        name = f"CARROT_{setting.key.upper()}"
        value = environment.get(name, "").strip()
        if setting.key == "plain" and value:
            value = "off" if value.casefold() in NO else "on"
        if value:
            yield setting.key, value.casefold(), name
    if environment.get("NO_COLOR"):
        yield "theme", "terminal", "NO_COLOR"
    for name in ("NO_MOTION", "REDUCE_MOTION", "REDUCED_MOTION"):
        if environment.get(name, "").casefold() not in NO:
            yield "motion", "off", name
    if environment.get("TEXTUAL_ANIMATIONS", "").casefold() == "none":
        yield "motion", "off", "TEXTUAL_ANIMATIONS"
    if environment.get("ACCESSIBLE", "").casefold() not in NO:
        yield "plain", "on", "ACCESSIBLE"
