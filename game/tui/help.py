"""Help as data: a title, a sentence and the keys for each page of a run; and what holds everywhere.

The screens beside a run have theirs in `help_screens`.
"""

from __future__ import annotations

from game.tui.help_screens import CLOSE, DOWN, SCREENS, Keys
from game.words import mark

__all__ = ["EVERYWHERE", "HELP", "SILENT"]

EVERYWHERE: Keys = (
    (",", mark("settings: theme, motion, predictions, number keys, spacing, plain text")),
    ("t", mark("the next theme: newsprint, night edition, high contrast, the terminal's own")),
    (".", mark("hold still: motion off, or on again")),
    (mark("ctrl+p"), mark("everything that can be done here, by name; more themes; a picture")),
    ("?", mark("this help")),
    (mark("ctrl+c"), mark("leave the program; every choice has been kept already")),
    (
        mark("mouse"),
        mark(
            "click an option, a cell of the grid, a key in the footer, a line of this help; the "
            "wheel or “▼ more: space” goes further down; what a click would take is underlined"
        ),
    ),
    ("carrot --plain", mark("typed in a shell: the same game as plain text, for screen readers")),
)
SILENT: Keys = (
    (
        mark("screen reader"),
        mark(
            "in a browser it hears nothing of these pages: they are one picture to it. Where the "
            "game itself is, carrot --plain in a terminal tells it all"
        ),
    ),
)
"""What holds in a browser besides."""

_RUN: Keys = (
    ("u", mark("undo the last choice, back to the first; of a finished year it asks once")),
    (mark("U or ctrl+y"), mark("make it again, and come back to the page where it was undone")),
    (mark("b or ←"), mark("turn back a page, to read it once more")),
    ("l", mark("the ledger: every change, and the sentence behind it")),
    ("d", mark("doors: what closed them, and when")),
    ("h", mark("history: read any turn again, or go back to it in a new run")),
    ("i", mark("what if another keeper had kept the score?")),
    ("n", mark("on an old page: go back here and try the other, in a new run")),
    (
        mark("esc"),
        mark(
            "from a guess back to the options; from an old page to yours, or to the list of turns "
            "if it was opened there; out of the grid; out of the run only to Your years, if that "
            "opened it"
        ),
    ),
    ("q", mark("to the title; what you chose is kept: Continue, or Last year once it is over")),
)

_REVEAL: tuple[str, str, Keys] = (
    mark("What each of them makes of it"),
    mark(
        "Rulebooks are rows, options are columns, yours is marked. ▲ up, ▼ down, ■ put on "
        "a list, □ taken off one, = no loss, ○ looked at without effect, ◇ only in a "
        "named place, → by other means than a score, · silent, or does not look. ° stands "
        "after what rests on our reading of the text."
    ),
    (
        (mark("enter"), mark("further down, then on")),
        (
            mark("1 to 6"),
            mark("why? the keeper's rule for that option; in the grid, the rule of your row"),
        ),
        (mark("arrows, enter"), mark("walk through the cells and open any of them")),
        ("o", mark("open all rulebooks and all cells")),
        ("c", mark("the whole card of the sentence: both sides, record, sources")),
    ),
)
_ANSWER = ("a", mark("answer what is asked of the sentence; you may leave it"))
_MARKED: Keys = (("m", mark("mark the sentence: stands, in part, falls, can't tell")),)

HELP: dict[str, tuple[str, str, Keys]] = {
    **SCREENS,
    "": (mark("Help"), mark("What the keys do."), (CLOSE,)),
    "scene": (
        mark("A scene"),
        mark(
            "Somebody keeps a score; you live your life. No option is the right one. What is "
            "struck out is closed to you, with the rule and the sentence that closed it."
        ),
        (
            (mark("1 to 6"), mark("choose an option; one that is out of sight is shown first")),
            (
                mark("↑ ↓, enter"),
                mark(
                    "move and choose, once all were in sight; without a move Enter asks once more; "
                    "a closed one: its sentence"
                ),
            ),
            ("s, w, a", mark("where there is a comment to build: its three parts")),
            ("r", mark("long numbers, read out as words")),
            *_RUN,
        ),
    ),
    "prediction": (
        mark("A prediction"),
        mark("A guess costs nothing and counts for nothing; it only makes you look."),
        (
            (
                mark("1 to 7"),
                mark("say what will happen; or ↑ ↓ and enter; ↑ from the first unmarks it"),
            ),
            (mark("enter"), mark("with no row marked: go on without a guess")),
            *_RUN,
        ),
    ),
    "outcome": (
        mark("What happened"),
        mark("First the story, then what no score saw, then what the keeper did."),
        ((mark("enter"), mark("further down, then on: what each rulebook makes of it")), *_RUN),
    ),
    "reveal": (_REVEAL[0], _REVEAL[1], (*_REVEAL[2], *_MARKED, *_RUN)),
    "asked": (_REVEAL[0], _REVEAL[1], (*_REVEAL[2], _ANSWER, *_MARKED, *_RUN)),
    "card": (
        mark("A sentence and its answer"),
        mark(
            "Its words, letter for letter; the other side; what speaks for it; what is on record."
        ),
        (
            (mark("1 to 4, or m"), mark("mark it")),
            (mark("enter"), mark("further down, then on")),
            *_RUN,
        ),
    ),
    "page": (
        mark("A page"),
        mark("Read, and go on."),
        ((mark("enter or space"), mark("further down, then on")), *_RUN),
    ),
    "debrief": (
        mark("What the year adds up to"),
        mark("No mark out of ten: what moved, what nobody could help, what no score saw."),
        (
            DOWN,
            ("s", mark("the six statements: judge them")),
            ("o", mark("what is so of each statement, without judging them again; it asks once")),
            ("w", mark("who wrote it?")),
            ("c", mark("the sentences you met, with verdict and mark")),
            ("g", mark("what you guessed, and what came")),
            ("f", mark("write the year as a page, to keep or print; it says where")),
            *_RUN,
        ),
    ),
}
