"""A parser of arguments that speaks the story's language, and says what was wrong in a sentence.

argparse has words of its own ("usage", "options", its complaints); here they are the program's,
so that help and errors are whole in any language. Nothing but argparse is imported.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from game.words import mark, say

__all__ = ["Parser", "Raw"]


class _Help(argparse.HelpFormatter):
    """Help whose first word is said, too."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        prefix = say("usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)


class Raw(_Help, argparse.RawDescriptionHelpFormatter):
    """Help that keeps the lines of its description and its examples as they were written."""


_COMPLAINTS: Final = (
    (
        re.compile(r"argument (?P<name>.+?): expected one argument"),
        mark("argument {name}: expected one argument."),
    ),
    (
        re.compile(r"argument (?P<name>.+?): invalid int value: (?P<found>.+)"),
        mark("argument {name}: invalid int value: {found}."),
    ),
    (
        re.compile(r"argument (?P<name>.+?): ignored explicit argument (?P<found>.+)"),
        mark("argument {name}: ignored explicit argument {found}."),
    ),
    (
        re.compile(r"the following arguments are required: (?P<names>.+)"),
        mark("the following arguments are required: {names}."),
    ),
    (
        re.compile(r"argument (?P<name>.+?): (?P<why>.+)", re.DOTALL),
        mark("argument {name}: {why}."),
    ),
)
"""What argparse complains of, and how it is said; the last holds a sentence of our own."""


class Parser(argparse.ArgumentParser):
    """Says what was wrong in a sentence, with the nearest right word.

    Abbreviated options are refused, because a new option could change what they mean.
    """

    def __init__(self, **given: Any) -> None:
        super().__init__(
            **{"formatter_class": _Help, **given, "allow_abbrev": False, "add_help": False}
        )
        self._positionals.title = say("positional arguments")
        self._optionals.title = say("options")
        shows = say("show this help message and exit")
        self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=shows)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {self._told(message)}\n")

    def _told(self, message: str) -> str:
        invalid = re.search(r"invalid choice: '(.*?)' \(choose from (.*)\)", message)
        if invalid:
            known = re.findall(r"[\w-]+", invalid[2])
            there = say("There are: {names}.", names=", ".join(known))
            none = say("there is no command `{word}`.", word=invalid[1])
            return " ".join([none, *_near(invalid[1], known), there])
        unknown = re.match(r"unrecognized arguments: (\S+)", message)
        if unknown:
            takers = _takers(self, unknown[1].partition("=")[0])
            if takers:
                words = mark("`{word}` is no argument here. It belongs to: {commands}.")
                return say(words, word=unknown[1], commands=", ".join(takers))
            none = say("there is no argument `{word}`.", word=unknown[1])
            return " ".join([none, *_near(unknown[1], _options(self))])
        for pattern, words in _COMPLAINTS:
            if found := pattern.fullmatch(message):
                return say(words, **found.groupdict())
        return f"{message}."


def _options(parser: argparse.ArgumentParser) -> list[str]:
    """Return every option of a parser and of its commands."""
    found: list[str] = []
    for action in parser._actions:
        found += action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                found += _options(command)
    return found


def _takers(parser: argparse.ArgumentParser, word: str) -> list[str]:
    """Return the commands that know an option, as they are typed."""
    found = [parser.prog] if word in parser._option_string_actions else []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands = dict.fromkeys(action.choices.values())
            found += [taker for command in commands for taker in _takers(command, word)]
    return found


def _near(word: str, known: list[str]) -> list[str]:
    from game.core.nearest import nearest

    close = nearest(word, known)
    return [say("Did you mean `{close}`?", close=close)] if close else []
