"""Help as data: a title, a sentence and the keys for each kind of screen and page."""

from __future__ import annotations

__all__ = ["EVERYWHERE", "HELP"]

Keys = tuple[tuple[str, str], ...]

EVERYWHERE: Keys = (
    (",", "settings: theme, motion, predictions, number keys, spacing, plain text"),
    ("t", "the next theme: newsprint, night edition, high contrast, the terminal's own"),
    (".", "hold still: motion off, or on again"),
    ("ctrl+p", "everything that can be done here, by name; more themes; a picture"),
    ("?", "this help"),
    ("ctrl+c", "leave the program; every choice has been kept already"),
    ("mouse", "click an option, a cell of the grid, or a key in the footer"),
)

_RUN: Keys = (
    ("u", "undo the last choice; again and again, back to the first"),
    ("U or ctrl+y", "make it again"),
    ("b or ←", "turn back a page, to read it once more"),
    ("l", "the ledger: every change, and the sentence behind it"),
    ("d", "doors: what closed them, and when"),
    ("h", "history: read any turn again, or go back to it in a new run"),
    ("i", "what if another keeper had kept the score?"),
    ("esc", "from a guess back to the options; out of the grid; never out of the run"),
    ("q", "to the title; what you chose is kept: Continue, or Last year once it is over"),
)

HELP: dict[str, tuple[str, str, Keys]] = {
    "": ("Help", "What the keys do.", (("esc", "close"),)),
    "TitleScreen": (
        "The title page",
        """Continue shows what your last choice did, and goes on from there; New year begins a run
        of its own; Last year opens what the newest finished one added up to; Your years has all of
        them, and the endings found. What you say of the six statements goes with the year that
        begins next.""",
        (("↑ ↓", "move"), ("enter", "open"), ("q", "quit")),
    ),
    "BoosterScreen": (
        "A week later",
        """Say what you think, and what is on record stands below at once. Nothing is added up.""",
        (
            ("t f", "true or false; then 1 to 3 for how sure you are"),
            ("1 to 4", "mark a sentence"),
            ("enter", "go on, or leave this one out"),
            ("b or ←", "the one before"),
            ("q", "stop; what you said is kept"),
        ),
    ),
    "scene": (
        "A scene",
        """Somebody keeps a score; you live your life. No option is the right one. What is struck
        out is closed to you, with the rule and the sentence that closed it.""",
        (
            ("1 to 6", "choose an option"),
            ("↑ ↓, enter", "move and choose; on a closed one, read its sentence"),
            ("s, w, a", "where there is a comment to build: its three parts"),
            ("r", "long numbers, read out as words"),
            *_RUN,
        ),
    ),
    "prediction": (
        "A prediction",
        "A guess costs nothing and counts for nothing; it only makes you look.",
        (("1 to 7", "say what will happen"), *_RUN),
    ),
    "outcome": (
        "What happened",
        "First the story, then what no score saw, then what the keeper did.",
        (("enter", "further down, then on: what each rulebook makes of it"), *_RUN),
    ),
    "reveal": (
        "What each of them makes of it",
        """Rulebooks are rows, options are columns, yours is marked. ▲ up, ▼ down, ■ put on a list,
        □ taken off one, = no loss, ○ looked at without effect, ◇ only in a named
        place, → by other means than a score, · silent, or does not look. ° stands after what
        rests on our reading of the text.""",
        (
            ("enter", "further down, then on"),
            ("1 to 6", "why? opens the keeper's rule for that option"),
            ("arrows, enter", "walk through the cells and open any of them"),
            ("o", "open all rulebooks and all cells"),
            ("c", "the whole card of the sentence: both sides, record, sources"),
            ("a", "answer what is asked of the sentence; you may leave it"),
            ("m", "mark the sentence: stands, in part, falls, can't tell"),
            *_RUN,
        ),
    ),
    "card": (
        "A sentence and its answer",
        "Its words, letter for letter; the other side; what speaks for it; what is on record.",
        (("1 to 4, or m", "mark it"), ("enter", "further down, then on"), *_RUN),
    ),
    "page": ("A page", "Read, and go on.", (("enter or space", "further down, then on"), *_RUN)),
    "debrief": (
        "What the year adds up to",
        "No mark out of ten: what moved, what nobody could help, what no score saw.",
        (
            ("space, ↓", "further down"),
            ("s", "the six statements: judge them, or once more"),
            ("o", "what is so of each statement, without judging them again"),
            ("w", "who wrote the page"),
            ("c", "the sentences you met, with verdict and mark"),
            ("g", "what you guessed, and what came"),
            *_RUN,
        ),
    ),
    "CardScreen": (
        "A sentence and its answer",
        "Its words, letter for letter; the other side; what speaks for it; what is on record.",
        (("1 to 4, or m", "mark it"), ("← →", "other sentences"), ("esc", "close")),
    ),
    "RuleScreen": (
        "One rulebook, one option",
        "Each deed that the option carries, and the rule that judges it.",
        (
            ("↑ ↓", "the same option under the other rulebooks"),
            ("← →", "the other options under this one"),
            ("c", "the card of the sentence"),
            ("esc", "close"),
        ),
    ),
    "WhatIfScreen": (
        "What if?",
        """The same choices, as two keepers see them. Where one would have barred you, the turn
        says so, and its year goes on as if it had let you through.""",
        (
            ("a, b", "choose who stands first, and who beside it"),
            ("← →", "put the next keeper beside the first"),
            ("x", "let the two change places"),
            ("space, ↓", "further down"),
            ("esc", "close"),
        ),
    ),
    "ProblemsScreen": (
        "Problems of the story",
        """Each stands with its file, line and column. Mend it in your editor, then read the story
        anew: an error keeps it from being played, a warning does not.""",
        (
            ("e", "read the story anew from disk, and show what is left"),
            ("space, ↓", "further down"),
            ("esc", "close"),
        ),
    ),
    "HistoryScreen": (
        "Every turn so far",
        """Reading an old page undoes nothing: b and enter turn pages from there. A new run begins
        with the choices before that turn, in a file of its own.""",
        (
            ("↑ ↓", "move"),
            ("enter", "read that page"),
            ("n", "go back here and try the other: a new run; this one stays"),
            ("esc", "close"),
        ),
    ),
    "AlbumScreen": (
        "Your years",
        """Every ending that was found has its name in the album; the others stay blank. Below,
        every run: an unfinished one goes on, one that is over opens at what it adds up to.""",
        (
            ("↑ ↓, enter", "move, and open a run"),
            ("e", "export it: write it to a file of yours, to keep or hand on"),
            ("i", "import: take in a run from a file"),
            ("d", "delete it; you are asked once more"),
            ("esc", "close"),
        ),
    ),
    "DoorsScreen": (
        "Doors",
        "What is open to you, what is not, and the turn and the sentence that closed it.",
        (("↑ ↓", "move"), ("enter", "open the sentence behind a line"), ("esc", "close")),
    ),
    "GuessesScreen": (
        "What you guessed",
        "Each guess, and what came.",
        (("↑ ↓", "move"), ("enter", "read that turn again"), ("esc", "close")),
    ),
    "MetScreen": (
        "The sentences you met",
        "What is on record of each, and what you marked it.",
        (("↑ ↓", "move"), ("enter", "open the card; there it can be marked"), ("esc", "close")),
    ),
    "LedgerScreen": (
        "The ledger",
        "Every deed, and what the keeper made of it.",
        (
            ("↑ ↓", "move"),
            ("enter", "open the sentence behind a line"),
            ("i", "what if another keeper had kept the score?"),
            ("esc", "close"),
        ),
    ),
    "GuideScreen": (
        "For teachers",
        """The lesson plan, what to say, and a card for each scene of the shorter years. On paper it
        has voting cards and letters as well: carrot guide --out FOLDER.""",
        (("↑ ↓", "move"), ("enter", "open a page or a card"), ("esc", "close")),
    ),
    "LibraryScreen": (
        "The library",
        """Sentences followed back to where they changed, where the story has such trails; then
        every sentence that is quoted, by its speaker; then the words of the field, and the
        sources.""",
        (
            ("↑ ↓", "move"),
            ("← →", "the part before, the next part"),
            ("enter", "open a card, a trail, a term, a source with what rests on it"),
            ("/", "find a word, as you type; by:roberts verdict:false chapter:2 met:no narrow"),
            ("w v c", "only one speaker's, one verdict's, one chapter's sentences"),
            ("m", "only those you met, only those you did not, all"),
            ("esc", "out of the search; all sentences again; close"),
        ),
    ),
    "SourceScreen": (
        "A source",
        "What was seen of it, and what in the game rests on it.",
        (("↑ ↓", "move"), ("enter", "open a sentence or a trail"), ("esc", "close")),
    ),
    "StatementsScreen": (
        "The statements",
        "Some are true, some are not. Nobody counts how you did; the debrief says what is so.",
        (
            ("t, f", "true, false"),
            ("1 to 3", "how sure: a guess, fairly sure, sure"),
            ("↑ ↓, enter", "move; enter on the last one is done"),
            ("esc", "done; what you have said is kept"),
        ),
    ),
    "TrailScreen": (
        "A trail",
        """One sentence, step by step. Words in quotation marks were printed so; the rest is ours.
        Pick the step that changed it, as often as you like.""",
        (("1 to 9", "it changed here"), ("c", "the card of the sentence"), ("esc", "close")),
    ),
    "AboutScreen": (
        "About this page",
        "Who wrote it, as far as that is known; and what is ours.",
        (("space, ↓", "further down"), ("esc", "close")),
    ),
    "NoteScreen": ("A word of the field", "To be read.", (("esc", "close"),)),
    "SettingsScreen": (
        "Settings",
        """How the game is served; nothing of it changes a year. What the environment asks for
        (CARROT_THEME, NO_COLOR, NO_MOTION …) beats what is kept at the next start, and the command
        line (--set theme=terminal) beats both.""",
        (
            ("↑ ↓", "move"),
            ("enter, ← →", "the next value, the one before"),
            ("esc or ,", "close"),
        ),
    ),
    "ChooserScreen": (
        "Choose one",
        "Nothing changes until you take a row.",
        (("1 to 9", "take it"), ("↑ ↓, enter", "move and take"), ("esc", "leave it as it was")),
    ),
}
