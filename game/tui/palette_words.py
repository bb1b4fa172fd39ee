"""What the command palette calls the actions of screens, and the words of the settings.

One name for each action, wherever it is bound. What only moves about has no entry: the palette
is for things to do.
"""

from __future__ import annotations

from game.words import mark, say

__all__ = ["ACTIONS", "ANYTIME", "MOVES"]

SETTINGS = mark("Settings")
SETTINGS_SAYS = mark("Each change shows at once and is kept for the next time.")
PLAIN_NEXT = mark(
    "From the next start on the game is plain text. To come back, type there: settings plain off. "
    "The start after that opens this app again."
)
NO_COLOUR = mark("NO_COLOR is set in your environment: there are no colours to choose from.")
NOTHING_FOUND = mark("Nothing here is called that.")
FIRST_TIME = mark(
    "A digit chooses; so do ↑ ↓ and Enter, or a click. Nothing is lost: u takes a "
    "choice back, ? says what the keys do on each page, and a comma opens the "
    "settings."
)


def pictured(path: str) -> str:
    """Where a picture of the screen was put."""
    return say("Saved screenshot to {path}", path=path)


def decided(who: str) -> str:
    """Who decided a setting for this start."""
    return say(
        "{who} decides this at each start; what you change here counts until you leave.", who=who
    )


def choosing(row: str) -> str:
    """What a row of the page is called: to choose it."""
    return say("Choose: {row}", row=row)


EVERYWHERE = (
    (
        mark("Settings"),
        mark("Theme, motion, predictions, number keys, spacing, plain text"),
        "app.settings",
    ),
    (
        mark("Next theme"),
        mark("Newsprint, night edition, high contrast, the terminal's own"),
        "app.turn_theme",
    ),
    (mark("Hold still"), mark("Motion off, or on again"), "app.still"),
    (mark("Quit"), mark("Leave the program; what you have played is kept"), "app.quit"),
)
"""What the app itself can do, on every screen."""

PICTURE = mark("Screenshot")
NO_PICTURE = mark("Failed to save screenshot")
TEXTUALS = (
    (mark("Theme"), mark("Change the current theme")),
    (PICTURE, mark("Save an SVG 'screenshot' of the current screen")),
)
"""Textual's own commands that are kept, in its words."""

ACTIONS: dict[str, tuple[str, str]] = {
    "undo": (mark("Undo"), mark("Take the last choice back")),
    "redo": (mark("Redo"), mark("Make it again")),
    "back": (mark("Page back"), mark("Read the page before once more")),
    "onward": (mark("Go on"), mark("Further down, or to the next page")),
    "read_out": (mark("Read numbers out"), mark("Long numbers as words")),
    "open_all": (mark("Open all"), mark("Every rulebook and every cell, or the page as it was")),
    "card": (mark("Whole card"), mark("The sentence: both sides, record, sources")),
    "mark_next": (mark("Mark the sentence"), mark("Stands, in part, falls, can't tell")),
    "part('s')": (mark("Statements"), mark("Judge the statements, or build where you stand")),
    "part('w')": (
        mark("Who wrote it?"),
        mark("What is known of it; or what weighed most in a comment"),
    ),
    "part('a')": (mark("Answer"), mark("What is asked of the sentence; or what you still ask")),
    "ledger": (mark("Ledger"), mark("Every change, and the sentence behind it")),
    "history": (mark("History"), mark("Read any turn again, or try the other in a new run")),
    "report": (mark("Keep the year as a page"), mark("Write the report beside your runs")),
    "what_if": (mark("What if?"), mark("The same choices under another keeper")),
    "doors": (mark("Doors"), mark("What closed them, and when")),
    "guesses": (mark("Your guesses"), mark("What you foresaw, and what came")),
    "reload": (mark("Read the story anew"), mark("From disk, and stay on this page")),
    "problems": (mark("Problems of the story"), mark("File, line and column of each")),
    "help": (mark("Help"), mark("What the keys do here")),
    "cancel": (mark("Back to the options"), mark("Out of a guess, or out of the grid")),
    "leave": (mark("Leave"), mark("Close this screen; what you chose is kept")),
    "take": (mark("Open"), mark("What is highlighted")),
    "done": (mark("That is it"), mark("Give the line back")),
    "branch": (mark("Try the other"), mark("A new run from here; this one stays")),
    "export": (mark("Export"), mark("Write the highlighted run to a file")),
    "import": (mark("Import"), mark("Take a run in from a file")),
    "delete": (mark("Delete"), mark("The highlighted run; you are asked once more")),
    "find": (mark("Find"), mark("A word in sentences, terms and sources")),
    "narrow('speaker')": (mark("Who says it"), mark("Only one speaker's sentences")),
    "narrow('verdict')": (mark("Verdict"), mark("Only one verdict's sentences")),
    "narrow('chapter')": (mark("Chapter"), mark("Only one chapter's sentences")),
    "met": (mark("Met or not"), mark("Only sentences you met, only the others, all")),
    "back_or_leave": (mark("Back"), mark("Out of the search; all sentences again; close")),
    "turn(-1)": (mark("The one before"), mark("The card, or the keeper, before this")),
    "turn(1)": (mark("The next one"), mark("The card, or the keeper, after this")),
    "pick(0)": (mark("First"), mark("The keeper that stands first; in a trail, step 1")),
    "pick(1)": (mark("Second"), mark("The keeper beside it; in a trail, step 2")),
    "swap": (mark("Swap"), mark("Let the two keepers change places")),
    "next": (mark("Next"), mark("The next question")),
    "judge(True)": (mark("True"), mark("Say that it is true")),
    "judge(False)": (mark("False"), mark("Say that it is false")),
    "say(None, True)": (mark("True"), mark("Say that it is true")),  # not said
    "say(None, False)": (mark("False"), mark("Say that it is false")),  # not said
    "sure(None, 1)": (mark("A guess"), mark("How sure you are")),
    "sure(None, 2)": (mark("Fairly sure"), mark("How sure you are")),
    "sure(None, 3)": (mark("Sure"), mark("How sure you are")),
    "mark('1')": (mark("Mark: stands"), mark("What you make of the sentence")),
    "mark('2')": (mark("Mark: in part"), mark("What you make of the sentence")),
    "mark('3')": (mark("Mark: falls"), mark("What you make of the sentence")),
    "mark('4')": (mark("Mark: can't tell"), mark("What you make of the sentence")),
}
"""Each action with its name and what it does."""

ANYTIME = frozenset(ACTIONS) - {
    "read_out", "open_all", "card", "mark_next", "part('s')", "part('w')", "part('a')", "cancel",
    "reload", "problems",
}  # fmt: skip
"""Actions that a screen can always do; the others it can do where its footer teaches them."""

MOVES = (
    "move", "end", "walk", "aside", "scroll", "page", "scroll_page", "section", "digit", "set",
    "pick", "option", "quit", "ask", "ending",
)  # fmt: skip
"""What only moves about, stands for a row or a digit, or is offered everywhere."""
