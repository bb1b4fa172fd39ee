"""Arguments of `carrot`, and a help that is worth reading. Nothing but argparse is imported."""

from __future__ import annotations

import argparse

from game import __version__
from game.cli.arguments_check import add_check
from game.cli.arguments_class import add_class
from game.cli.arguments_guide import add_guide
from game.cli.arguments_serve import add_serve
from game.cli.parser import Parser, Raw
from game.words import mark, say

__all__ = ["parser"]

_ABOUT = mark(
    """\
Live a year in a city built out of one article. Six rulebooks judge every
choice, every rule shows the sentence it came from, every sentence meets its
answer."""
)

_EXAMPLES = mark(
    """\
examples:
  carrot                          the title screen: go on, or begin
  carrot --plain                  the same game as text, for screen readers
  carrot play --keeper record     a new year under what is on record
  carrot play --plain < answers   answers from a file, a number a line
  carrot class                    a lesson: a room votes by phones, hands, paper
  carrot library jaywalk          what the library has on a word
  carrot report --out year.html   your last run, as a page to keep or print
  carrot guide                    for teachers: the lesson, cards, letters
  carrot serve                    the app in a browser
  carrot check                    check the story
  carrot new mine                 a small story of your own to start from

Plain text is also chosen by CARROT_PLAIN=1, ACCESSIBLE=1 or TERM=dumb, and
wherever input or output is no terminal. CARROT_HOME says where saves go.

settings: theme, motion, predictions, digits, spacing, plain. The key , sets
them in the app, the word `settings` in plain text, where each says what it can
be; they are kept beside the saves. The environment (CARROT_THEME, CARROT_MOTION
…; NO_COLOR, NO_MOTION) beats what is kept, and --set beats the environment.

Exit codes: 0 done, 1 falls short, 2 wrong usage or input, 130 interrupted."""
)

_PLAY = mark(
    """\
Without --keeper, --cut or --choices this goes on with the newest unfinished
run; with one of them, or with --fresh, it begins a new one."""
)

_PLAY_EXAMPLES = mark(
    """\
examples:
  carrot play --keeper sesame --cut taster
  carrot play --choices mine.txt --log mine.md
  printf '1\\n1\\n' | carrot play --plain --fresh

A file of choices has lines `scene: option`, `keeper:` and `cut:` lines, and
`expect:` lines such as `expect: number 560`, which are checked (exit 1).
In a terminal you take over where it ends; through a pipe the play ends there,
saved. A log tells the run as Markdown; it is written after every choice."""
)

_STORY = mark("a story folder (default: the story that came with the game)")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = Parser(
        prog="carrot",
        description=say(_ABOUT),
        epilog=say(_EXAMPLES),
        formatter_class=Raw,
    )
    top.set_defaults(plain=False, fresh=False)
    shows = say("show program's version number and exit")
    version = f"carrot {__version__}"
    top.add_argument("--version", action="version", version=version, help=shows)
    settings: list[str] = []
    _face(top, settings)
    commands = top.add_subparsers(dest="command", metavar=say("COMMAND"), parser_class=Parser)
    _play(commands, settings)
    add_class(commands, say(_STORY))
    _library(commands)
    _report(commands)
    _replay(commands)
    _booster(commands)
    add_guide(commands, say(_STORY))
    add_serve(commands)
    add_check(commands, say(_STORY))
    _new(commands)
    _fingerprint(commands)
    _schema(commands)
    commands.add_parser(
        "where",
        help=say("the folders used"),
        description=say("Print the folders used: the story, your files, your runs."),
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
        ("--plain", say("plain text, for screen readers and pipes")),
        ("--fresh", say("begin a new run; the old one is kept")),
    ):
        to.add_argument(name, action="store_true", default=argparse.SUPPRESS, help=words)
    words = say("a setting, for this start alone, such as theme=night-edition; may be repeated")
    to.add_argument(
        "--set", action=_Also, const=settings, default=argparse.SUPPRESS,
        metavar=say("NAME=VALUE"), help=words,
    )  # fmt: skip


def _play(commands: argparse._SubParsersAction[Parser], settings: list[str]) -> None:
    play = commands.add_parser(
        "play",
        help=say("play: go on, or begin under a keeper of your choice"),
        description=say(_PLAY),
        epilog=say(_PLAY_EXAMPLES),
        formatter_class=Raw,
    )
    _face(play, settings)
    play.add_argument(
        "--keeper", metavar=say("ID"), help=say("who keeps the score (default: the story's first)")
    )
    play.add_argument("--cut", metavar=say("ID"), help=say("how much of the year is played"))
    play.add_argument("--choices", metavar=say("FILE"), help=say("play the choices in a file"))
    play.add_argument("--log", metavar=say("FILE.md"), help=say("write the run as Markdown"))
    play.add_argument("--story", metavar=say("DIR"), help=say(_STORY))
    words = say("play while you write: e reads the story anew, p shows its problems")
    play.add_argument("--author", action="store_true", help=words)


def _library(commands: argparse._SubParsersAction[Parser]) -> None:
    library = commands.add_parser(
        "library",
        help=say("sentences, sources and terms; a word finds, an id shows a card"),
        description=say("Print every sentence of the text with its verdict; or what holds a word."),
        epilog=say(_LIBRARY_EXAMPLES),
        formatter_class=Raw,
    )
    library.add_argument(
        "word", nargs="*", metavar=say("WORD"), help=say("an id, or words to look for")
    )
    library.add_argument("--story", metavar=say("DIR"), help=say(_STORY))


_LIBRARY_EXAMPLES = mark(
    """\
examples:
  carrot library A19                          a sentence's card
  carrot library video games                  whatever holds these words
  carrot library SPC-2015                     a source, and what rests on it
  carrot library by:roberts verdict:false     only these sentences
  carrot library chapter:2 met:no debt        and only with this word

by: who says it; verdict: what is on record; chapter: whose scenes name it;
met: yes or no, in your runs. The beginning of a word will do."""
)

_RUN = mark("a run's file, its name, or its number (1 is the newest; default: the newest)")
_WHOLE = mark("a run's file, its name, or its number (default: the newest that is over)")


def _report(commands: argparse._SubParsersAction[Parser]) -> None:
    report = commands.add_parser(
        "report",
        help=say("a run or a lesson as a page, a table or data, to keep and argue with"),
        description=say("Write down what a run was: as Markdown, HTML, CSV or JSON."),
        epilog=say(
            "examples:\n  carrot report --out year.html\n  carrot report 2 --format csv\n"
            "  carrot report lesson --out lesson.html       the newest lesson"
        ),
        formatter_class=Raw,
    )
    report.add_argument("file", nargs="?", metavar=say("FILE"), help=say(_WHOLE))
    words = say("md, html, csv or json (default: what the name of --out says, or md)")
    report.add_argument("--format", choices=("md", "html", "csv", "json"), help=words)
    report.add_argument(
        "--out", metavar=say("FILE"), help=say("write it there, not to the terminal")
    )
    report.add_argument("--force", action="store_true", help=say("write over a file that is there"))
    report.add_argument("--story", metavar=say("DIR"), help=say(_STORY))


def _replay(commands: argparse._SubParsersAction[Parser]) -> None:
    replay = commands.add_parser(
        "replay",
        help=say("read a run or a lesson again, page by page; nothing is changed"),
        description=say("Read a run again, page by page. Nothing in it is changed."),
    )
    replay.add_argument("file", nargs="?", metavar=say("FILE"), help=say(_RUN))
    words = say("plain text, for screen readers and pipes")
    replay.add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help=words)
    replay.add_argument("--story", metavar=say("DIR"), help=say(_STORY))


def _booster(commands: argparse._SubParsersAction[Parser]) -> None:
    booster = commands.add_parser(
        "booster",
        help=say("five minutes, a week after a year"),
        description=say(
            "Six other statements, and the sentences of your last year that you marked "
            "otherwise than the record, or not at all."
        ),
    )
    words = say("plain text, for screen readers and pipes")
    booster.add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help=words)
    booster.add_argument("--story", metavar=say("DIR"), help=say(_STORY))


def _new(commands: argparse._SubParsersAction[Parser]) -> None:
    new = commands.add_parser(
        "new",
        help=say("a small story of your own to start from"),
        description=say(
            "Write a small story that plays: three scenes, two rulebooks, comments that "
            "explain. Its folder must be new, or empty."
        ),
        epilog=say("The guide, docs/authors.md in the source, goes on from there."),
    )
    new.add_argument("folder", metavar=say("DIR"), help=say("where to put it"))


def _schema(commands: argparse._SubParsersAction[Parser]) -> None:
    made = commands.add_parser(
        "schema",
        help=say("write JSON Schemas, so that an editor knows a story's keys"),
        description=say(
            "Write the folder `schema` of a story: what its files may hold, for editors. "
            "A story that `carrot new` made has it; after an update of the game, write it anew."
        ),
    )
    made.add_argument("folder", metavar=say("DIR"), help=say("the story's folder"))


def _fingerprint(commands: argparse._SubParsersAction[Parser]) -> None:
    made = commands.add_parser(
        "fingerprint",
        help=say("hash a story's quotes, so that they can be checked without the text"),
        description=say("Write the file `fingerprint` of a story from the text that it quotes."),
    )
    made.add_argument(
        "article", metavar=say("ARTICLE"), help=say("the quoted text, as a text file")
    )
    words = say("a story folder (default: the one that the text lies in)")
    made.add_argument("folder", nargs="?", metavar=say("DIR"), help=words)
