"""Arguments of `carrot`, and a help that is worth reading. Nothing but argparse is imported.

A wrong word is answered with the nearest right one; abbreviated options are refused, because
a new option could change what they mean.
"""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

from game import __version__
from game.cli.arguments_check import add_check
from game.cli.arguments_class import add_class
from game.cli.arguments_guide import add_guide
from game.cli.arguments_serve import add_serve

__all__ = ["parser"]

_ABOUT = """\
Live a year in a city built out of one article. Six rulebooks judge every choice,
every rule shows the sentence it came from, every sentence meets its answer."""

_EXAMPLES = """\
examples:
  carrot                          the title screen: go on, or begin
  carrot --plain                  the same game as plain text, for screen readers
  carrot play --keeper record     a new year under what is on record
  carrot play --plain < answers   answers from a file, a number a line
  carrot class                    a lesson: a room votes by phones, hands or paper
  carrot library jaywalk          what the library has on a word
  carrot report --out year.html   your last run, as a page to keep or print
  carrot guide                    for teachers: the lesson, cards, letters
  carrot serve                    the app in a browser
  carrot check                    check the story
  carrot new mine                 a small story of your own to start from

Plain text is also chosen by CARROT_PLAIN=1, ACCESSIBLE=1 or TERM=dumb, and
wherever input or output is no terminal. CARROT_HOME says where saves go.

settings: theme, motion, predictions, digits, spacing, plain. The key , sets them
in the app, the word `settings` in plain text; they are kept beside the saves.
The environment (CARROT_THEME, CARROT_MOTION …; NO_COLOR, NO_MOTION) beats what
is kept, and --set beats the environment.

Exit codes: 0 done, 1 falls short, 2 wrong usage or input, 130 interrupted."""

_PLAY = """\
Without --keeper, --cut or --choices this goes on with the newest unfinished
run; with one of them, or with --fresh, it begins a new one."""

_PLAY_EXAMPLES = """\
examples:
  carrot play --keeper sesame --cut taster
  carrot play --choices mine.txt --log mine.md
  printf '1\\n1\\n' | carrot play --plain --fresh

A file of choices has lines `scene: option`, `keeper:` and `cut:` lines, and
`expect:` lines such as `expect: number 560`, which are checked (exit 1).
In a terminal you take over where it ends; through a pipe the play ends there,
saved. A log tells the run as Markdown; it is written after every choice."""

_STORY = "a story folder (default: the story that came with the game)"


class _Parser(argparse.ArgumentParser):
    """Says what was wrong in a sentence, with the nearest right word."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {self._told(message)}\n")

    def _told(self, message: str) -> str:
        invalid = re.search(r"invalid choice: '(.*?)' \(choose from (.*)\)", message)
        if invalid:
            known = re.findall(r"[\w-]+", invalid[2])
            words = f"there is no command `{invalid[1]}`."
            return f"{words}{_near(invalid[1], known)} There are: {', '.join(known)}."
        unknown = re.match(r"unrecognized arguments: (\S+)", message)
        if unknown:
            return f"there is no argument `{unknown[1]}`.{_near(unknown[1], _options(self))}"
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


def _near(word: str, known: list[str]) -> str:
    from game.core.nearest import nearest

    close = nearest(word, known)
    return f" Did you mean `{close}`?" if close else ""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = _Parser(
        prog="carrot",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.set_defaults(plain=False, fresh=False)
    top.add_argument("--version", action="version", version=f"carrot {__version__}")
    settings: list[str] = []
    _face(top, settings)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _play(commands, settings)
    add_class(commands, _STORY)
    _library(commands)
    _report(commands)
    _replay(commands)
    _booster(commands)
    add_guide(commands, _STORY)
    add_serve(commands)
    add_check(commands, _STORY)
    _new(commands)
    _fingerprint(commands)
    _schema(commands)
    commands.add_parser(
        "where",
        help="the folders used",
        description="Print the folders used: the story, your files, your runs.",
        allow_abbrev=False,
    )
    return top


class _Also(argparse.Action):
    """Collects values in one list, wherever on the line they stand: before the command or after."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        self.const.append(values)
        setattr(namespace, self.dest, self.const)


def _face(to: argparse.ArgumentParser, settings: list[str]) -> None:
    """Add what `carrot` and `carrot play` share; given before the command, it counts too."""
    for name, words in (
        ("--plain", "plain text, for screen readers and pipes"),
        ("--fresh", "begin a new run; the old one is kept"),
    ):
        to.add_argument(name, action="store_true", default=argparse.SUPPRESS, help=words)
    words = "a setting, for this start alone, such as theme=night-edition; may be repeated"
    to.add_argument(
        "--set", action=_Also, const=settings, default=argparse.SUPPRESS,
        metavar="NAME=VALUE", help=words,
    )  # fmt: skip


def _play(commands: argparse._SubParsersAction[_Parser], settings: list[str]) -> None:
    play = commands.add_parser(
        "play",
        help="play: go on, or begin under a keeper of your choice",
        description=_PLAY,
        epilog=_PLAY_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _face(play, settings)
    play.add_argument(
        "--keeper", metavar="ID", help="who keeps the score (default: the story's first)"
    )
    play.add_argument("--cut", metavar="ID", help="how much of the year is played")
    play.add_argument("--choices", metavar="FILE", help="play the choices in a file")
    play.add_argument("--log", metavar="FILE.md", help="write the run as Markdown")
    play.add_argument("--story", metavar="DIR", help=_STORY)
    words = "play while you write: e reads the story anew, p shows its problems"
    play.add_argument("--author", action="store_true", help=words)


def _library(commands: argparse._SubParsersAction[_Parser]) -> None:
    library = commands.add_parser(
        "library",
        help="sentences, sources and terms; a word finds, an id shows a card",
        description="Print every sentence of the text with its verdict; or what holds a word.",
        epilog=_LIBRARY_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    library.add_argument("word", nargs="*", metavar="WORD", help="an id, or words to look for")
    library.add_argument("--story", metavar="DIR", help=_STORY)


_LIBRARY_EXAMPLES = """\
examples:
  carrot library A19                          a sentence's card
  carrot library video games                  whatever holds these words
  carrot library SPC-2015                     a source, and what rests on it
  carrot library by:roberts verdict:false     only these sentences
  carrot library chapter:2 met:no debt        and only with this word

by: who says it; verdict: what is on record; chapter: whose scenes name it;
met: yes or no, in your runs. The beginning of a word will do."""

_RUN = "a run's file, its name, or its number (1 is the newest; default: the newest)"


def _report(commands: argparse._SubParsersAction[_Parser]) -> None:
    report = commands.add_parser(
        "report",
        help="a run or a lesson as a page, a table or data, to keep and argue with",
        description="Write down what a run was: as Markdown, HTML, CSV or JSON.",
        epilog="examples:\n  carrot report --out year.html\n  carrot report 2 --format csv\n"
        "  carrot report lesson --out lesson.html       the newest lesson",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    report.add_argument("file", nargs="?", metavar="FILE", help=_RUN)
    words = "md, html, csv or json (default: what the name of --out says, or md)"
    report.add_argument("--format", choices=("md", "html", "csv", "json"), help=words)
    report.add_argument("--out", metavar="FILE", help="write it there, not to the terminal")
    report.add_argument("--force", action="store_true", help="write over a file that is there")
    report.add_argument("--story", metavar="DIR", help=_STORY)


def _replay(commands: argparse._SubParsersAction[_Parser]) -> None:
    replay = commands.add_parser(
        "replay",
        help="read a run or a lesson again, page by page; nothing is changed",
        description="Read a run again, page by page. Nothing in it is changed.",
        allow_abbrev=False,
    )
    replay.add_argument("file", nargs="?", metavar="FILE", help=_RUN)
    words = "plain text, for screen readers and pipes"
    replay.add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help=words)
    replay.add_argument("--story", metavar="DIR", help=_STORY)


def _booster(commands: argparse._SubParsersAction[_Parser]) -> None:
    booster = commands.add_parser(
        "booster",
        help="five minutes, a week after a year",
        description="Six other statements, and the sentences of your last year that you marked "
        "otherwise than the record, or not at all.",
        allow_abbrev=False,
    )
    words = "plain text, for screen readers and pipes"
    booster.add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help=words)
    booster.add_argument("--story", metavar="DIR", help=_STORY)


def _new(commands: argparse._SubParsersAction[_Parser]) -> None:
    new = commands.add_parser(
        "new",
        help="a small story of your own to start from",
        description="Write a small story that plays: three scenes, two rulebooks, comments that "
        "explain. Its folder must be new, or empty.",
        epilog="The guide, docs/authors.md in the source, goes on from there.",
        allow_abbrev=False,
    )
    new.add_argument("folder", metavar="DIR", help="where to put it")


def _schema(commands: argparse._SubParsersAction[_Parser]) -> None:
    made = commands.add_parser(
        "schema",
        help="write JSON Schemas, so that an editor knows a story's keys",
        description="Write the folder `schema` of a story: what its files may hold, for editors. "
        "A story that `carrot new` made has it; after an update of the game, write it anew.",
        allow_abbrev=False,
    )
    made.add_argument("folder", metavar="DIR", help="the story's folder")


def _fingerprint(commands: argparse._SubParsersAction[_Parser]) -> None:
    made = commands.add_parser(
        "fingerprint",
        help="hash a story's quotes, so that they can be checked without the text",
        description="Write the file `fingerprint` of a story from the text that it quotes.",
        allow_abbrev=False,
    )
    made.add_argument("article", metavar="ARTICLE", help="the quoted text, as a text file")
    words = "a story folder (default: the one that the text lies in)"
    made.add_argument("folder", nargs="?", metavar="DIR", help=words)
