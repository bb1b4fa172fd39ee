"""Help as data for the screens beside a run: a title, a sentence, the keys."""

from __future__ import annotations

from game.words import mark

__all__ = ["CLOSE", "DOWN", "MOVE", "SCREENS", "Keys"]

Keys = tuple[tuple[str, str], ...]
"""Keys and what they do; both are marked here and said when they are shown."""

CLOSE = (mark("esc"), mark("close"))
MOVE = ("↑ ↓", mark("move"))
DOWN = (mark("space, ↓"), mark("further down"))

SCREENS: dict[str, tuple[str, str, Keys]] = {
    "TitleScreen": (
        mark("The title page"),
        mark(
            "Continue opens the page where you stopped; New year "
            "begins a run of its own; Last year opens what the newest finished one added up "
            "to; Your years has all of them, and the endings found. What you say of the six "
            "statements goes with the year that begins next."
        ),
        (MOVE, (mark("enter"), mark("open")), ("q", mark("quit"))),
    ),
    "BoosterScreen": (
        mark("A week later"),
        mark(
            "Say what you think, and what is on record stands below at once. Nothing is added up."
        ),
        (
            ("t f", mark("true or false, then 1 to 3 for how sure; the same again takes it back")),
            (mark("1 to 4"), mark("mark a sentence; the same again takes it off")),
            (mark("enter"), mark("go on, or leave this one out")),
            (mark("b or ←"), mark("the one before")),
            ("q", mark("stop; what you said is kept")),
        ),
    ),
    "CardScreen": (
        mark("A sentence and its answer"),
        mark(
            "Its words, letter for letter; the other side; what speaks for it; what is on record."
        ),
        (
            (mark("1 to 4, or m"), mark("mark it")),
            ("← →", mark("other sentences")),
            CLOSE,
        ),
    ),
    "RuleScreen": (
        mark("One rulebook, one option"),
        mark("Each deed that the option carries, and the rule that judges it."),
        (
            ("↑ ↓", mark("the same option under the other rulebooks")),
            (mark("← →, 1 to 6"), mark("the other options under this one")),
            ("c", mark("the card of the sentence")),
            CLOSE,
        ),
    ),
    "WhatIfScreen": (
        mark("What if?"),
        mark(
            "The same choices, as two keepers see them. Where one would have barred you, the "
            "turn says so, and its year goes on as if it had let you through."
        ),
        (
            ("a, b", mark("choose who stands first, and who beside it")),
            ("← →", mark("put the next keeper beside the first")),
            ("x", mark("let the two change places")),
            DOWN,
            CLOSE,
        ),
    ),
    "ProblemsScreen": (
        mark("Problems of the story"),
        mark(
            "Each stands with its file, line and column. Mend it in your editor, then read "
            "the story anew: an error keeps it from being played, a warning does not."
        ),
        (
            ("e", mark("read the story anew from disk, and show what is left")),
            DOWN,
            CLOSE,
        ),
    ),
    "BrokenScreen": (
        mark("Problems of the story"),
        mark(
            "The story can't be opened yet. Mend the errors in your editor, each at its file, line "
            "and column, then read the story anew: once it is whole, its title page opens."
        ),
        (
            ("e", mark("read the story anew from disk")),
            DOWN,
            ("q", mark("quit")),
        ),
    ),
    "HistoryScreen": (
        mark("Every turn so far"),
        mark(
            "Reading an old page undoes nothing: b and enter turn pages from there. A new run "
            "begins with the choices before that turn, in a file of its own."
        ),
        (
            MOVE,
            (mark("enter"), mark("read that page")),
            ("n", mark("go back here and try the other: a new run; this one stays")),
            CLOSE,
        ),
    ),
    "AlbumScreen": (
        mark("Your years"),
        mark(
            "Every ending that was found has its name in the album; the others stay blank. "
            "Below, every run: an unfinished one goes on, one that is over opens at what it "
            "adds up to."
        ),
        (
            (mark("↑ ↓, enter"), mark("move, and open a run")),
            (
                mark("a digit"),
                mark("the album's page of that ending, in the last run that came to it"),
            ),
            ("e", mark("export it: write it to a file of yours, to keep or hand on")),
            ("i", mark("import: take in a run from a file")),
            ("d", mark("delete it; you are asked once more")),
            CLOSE,
        ),
    ),
    "DoorsScreen": (
        mark("Doors"),
        mark("What is open to you, what is not, and the turn and the sentence that closed it."),
        (
            MOVE,
            (mark("enter"), mark("open the sentence behind a line")),
            CLOSE,
        ),
    ),
    "GuessesScreen": (
        mark("What you guessed"),
        mark("Each guess, and what came."),
        (
            MOVE,
            (mark("enter"), mark("read that turn again")),
            CLOSE,
        ),
    ),
    "MetScreen": (
        mark("The sentences you met"),
        mark("What is on record of each, and what you marked it."),
        (
            MOVE,
            (mark("enter"), mark("open the card; there it can be marked")),
            CLOSE,
        ),
    ),
    "LedgerScreen": (
        mark("The ledger"),
        mark("Every deed, and what the keeper made of it."),
        (
            MOVE,
            (mark("enter"), mark("open the sentence behind a line")),
            ("i", mark("what if another keeper had kept the score?")),
            CLOSE,
        ),
    ),
    "GuideScreen": (
        mark("For teachers"),
        mark(
            "The lesson plan, what to say, and a card for each scene of the shorter years. On "
            "paper it has voting cards and letters as well: carrot guide --out FOLDER."
        ),
        (
            MOVE,
            (mark("enter"), mark("open a page or a card")),
            CLOSE,
        ),
    ),
    "LibraryScreen": (
        mark("The library"),
        mark(
            "Sentences followed back to where they changed, where the story has such trails; "
            "then every sentence that is quoted, by its speaker; then the words of the field, "
            "and the sources."
        ),
        (
            MOVE,
            ("← →", mark("the part before, the next part")),
            (mark("enter"), mark("open a card, a trail, a term, a source with what rests on it")),
            (
                "/",
                mark("find a word, as you type; by:roberts verdict:false chapter:2 met:no narrow"),
            ),
            ("w v c", mark("only one speaker's, one verdict's, one chapter's sentences")),
            ("m", mark("only those you met, only those you did not, all")),
            (mark("esc"), mark("out of the search; all sentences again; close")),
        ),
    ),
    "SourceScreen": (
        mark("A source"),
        mark("What was seen of it, and what in the game rests on it."),
        (
            MOVE,
            (mark("enter"), mark("open a sentence or a trail")),
            CLOSE,
        ),
    ),
    "StatementsScreen": (
        mark("The statements"),
        mark(
            "Some are true, some are not. Nobody counts how you did; the debrief says what is so."
        ),
        (
            ("t, f", mark("true, false; the same again takes it back")),
            (mark("1 to 3"), mark("how sure: a guess, fairly sure, sure")),
            (mark("↑ ↓, enter"), mark("move")),
            (mark("esc"), mark("done; what you have said is kept")),
        ),
    ),
    "TrailScreen": (
        mark("A trail"),
        mark(
            "One sentence, step by step. Words in quotation marks were printed so; the rest "
            "is ours. Pick the step that changed it, as often as you like."
        ),
        (
            (mark("1 to 9"), mark("it changed here")),
            ("c", mark("the card of the sentence")),
            CLOSE,
        ),
    ),
    "AboutScreen": (
        mark("Who wrote it?"),
        mark("Who wrote the article, as far as that is known; and what is ours."),
        (DOWN, CLOSE),
    ),
    "NoteScreen": (
        mark("A word of the field"),
        mark("To be read."),
        (CLOSE,),
    ),
    "SettingsScreen": (
        mark("Settings"),
        mark(
            "How the game is served; nothing of it changes a year. What the environment asks "
            "for (CARROT_THEME, NO_COLOR, NO_MOTION …) beats what is kept at the next start, "
            "and the command line (--set theme=terminal) beats both."
        ),
        (
            MOVE,
            (mark("enter, ← →"), mark("the next value, the one before")),
            (mark("esc or ,"), mark("close")),
        ),
    ),
    "ChooserScreen": (
        mark("Choose one"),
        mark("Nothing changes until you take a row."),
        (
            (mark("1 to 9"), mark("take it")),
            (mark("↑ ↓, enter"), mark("move and take")),
            (mark("esc"), mark("leave it as it was")),
        ),
    ),
}
