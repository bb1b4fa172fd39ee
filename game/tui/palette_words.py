"""What the command palette calls the actions of screens, and the words of the settings.

One name for each action, wherever it is bound. What only moves about has no entry: the palette
is for things to do.
"""

from __future__ import annotations

__all__ = ["ACTIONS", "ANYTIME", "MOVES"]

SETTINGS = "Settings"
SETTINGS_SAYS = "Each change shows at once and is kept for the next time."
NO_COLOUR = "NO_COLOR is set in your environment: there are no colours to choose from."
FIRST_TIME = (
    "A digit chooses; so do ↑ ↓ and Enter, or a click. Nothing is lost: u takes a choice back, "
    "? says what the keys do on each page, and a comma opens the settings."
)


def decided(who: str) -> str:
    """Who decided a setting for this start."""
    return f"{who} decides this at each start; what you change here counts until you leave."


CHOOSE = "Choose"

EVERYWHERE = (
    ("Settings", "Theme, motion, predictions, number keys, spacing, plain text", "app.settings"),
    ("Next theme", "Newsprint, night edition, high contrast, the terminal's own", "app.turn_theme"),
    ("Hold still", "Motion off, or on again", "app.still"),
    ("Quit", "Leave the program; what you have played is kept", "app.quit"),
)
"""What the app itself can do, on every screen."""

ACTIONS: dict[str, tuple[str, str]] = {
    "undo": ("Undo", "Take the last choice back"),
    "redo": ("Redo", "Make it again"),
    "back": ("Page back", "Read the page before once more"),
    "onward": ("Go on", "Further down, or to the next page"),
    "read_out": ("Read numbers out", "Long numbers as words"),
    "open_all": ("Open all", "Every rulebook and every cell, or the page as it was"),
    "card": ("Whole card", "The sentence: both sides, record, sources"),
    "mark_next": ("Mark the sentence", "Stands, in part, falls, can't tell"),
    "part('s')": ("Statements", "Judge the statements, or build where you stand"),
    "part('w')": ("Who wrote this page?", "What is known of it; or what weighed most in a comment"),
    "part('a')": ("Answer", "What is asked of the sentence; or what you still ask"),
    "ledger": ("Ledger", "Every change, and the sentence behind it"),
    "history": ("History", "Read any turn again, or try the other in a new run"),
    "what_if": ("What if?", "The same choices under another keeper"),
    "doors": ("Doors", "What closed them, and when"),
    "guesses": ("Your guesses", "What you foresaw, and what came"),
    "reload": ("Read the story anew", "From disk, and stay on this page"),
    "problems": ("Problems of the story", "File, line and column of each"),
    "help": ("Help", "What the keys do here"),
    "cancel": ("Back to the options", "Out of a guess, or out of the grid"),
    "leave": ("Leave", "Close this screen; what you chose is kept"),
    "take": ("Open", "What is highlighted"),
    "done": ("That is it", "Give the line back"),
    "branch": ("Try the other", "A new run from here; this one stays"),
    "export": ("Export", "Write the highlighted run to a file"),
    "import": ("Import", "Take a run in from a file"),
    "delete": ("Delete", "The highlighted run; you are asked once more"),
    "find": ("Find", "A word in sentences, terms and sources"),
    "narrow('speaker')": ("Who says it", "Only one speaker's sentences"),
    "narrow('verdict')": ("Verdict", "Only one verdict's sentences"),
    "narrow('chapter')": ("Chapter", "Only one chapter's sentences"),
    "met": ("Met or not", "Only sentences you met, only the others, all"),
    "back_or_leave": ("Back", "Out of the search; all sentences again; close"),
    "turn(-1)": ("The one before", "The card, or the keeper, before this"),
    "turn(1)": ("The next one", "The card, or the keeper, after this"),
    "pick(0)": ("First", "The keeper that stands first; in a trail, step 1"),
    "pick(1)": ("Second", "The keeper beside it; in a trail, step 2"),
    "swap": ("Swap", "Let the two keepers change places"),
    "next": ("Next", "The next question"),
    "judge(True)": ("True", "Say that it is true"),
    "judge(False)": ("False", "Say that it is false"),
    "say(None, True)": ("True", "Say that it is true"),
    "say(None, False)": ("False", "Say that it is false"),
    "sure(None, 1)": ("A guess", "How sure you are"),
    "sure(None, 2)": ("Fairly sure", "How sure you are"),
    "sure(None, 3)": ("Sure", "How sure you are"),
    "mark('1')": ("Mark: stands", "What you make of the sentence"),
    "mark('2')": ("Mark: in part", "What you make of the sentence"),
    "mark('3')": ("Mark: falls", "What you make of the sentence"),
    "mark('4')": ("Mark: can't tell", "What you make of the sentence"),
}
"""Each action with its name and what it does."""

ANYTIME = frozenset(ACTIONS) - {
    "read_out", "open_all", "card", "mark_next", "part('s')", "part('w')", "part('a')", "cancel",
    "reload", "problems",
}  # fmt: skip
"""Actions that a screen can always do; the others it can do where its footer teaches them."""

MOVES = (
    "move", "walk", "aside", "scroll", "page", "scroll_page", "section", "digit", "set", "pick",
    "quit",
)  # fmt: skip
"""What only moves about, stands for a row or a digit, or is offered everywhere."""
