"""The words of looking back: what if, history, doors, sentences met, the album of runs."""

from __future__ import annotations

import time

__all__ = ["album", "barred", "changes", "date", "doors_of", "shut", "years"]

WHAT_IF = "What if another had kept the score?"
WHAT_IF_SAYS = "Your choices stay as they are. Only who looks at them is changed."
WHAT_IF_SIGNS = (
    "▒ it would have barred you; from there on ╱, as if it had let you through · "
    "a number, or ■ while on a list"
)
KEPT_IT = "It kept your score."
WHO_STANDS = ("Who stands first?", "And who beside it?")
WHAT_IF_AWAY = "what if another had kept the score? any two of them, side by side"
HISTORY_AWAY = "every turn again; or go back to one and try the other, in a new run"
ITS_ENDING, ENDING_NOW = "It ends:", "If it ended now:"
NEITHER_MOVES = "nothing moves for either"
BARRED = "barred"
OTHERWISE = "its own year goes another way here"
HISTORY = "Every turn so far"
HISTORY_SAYS = (
    "Read any page again: nothing is undone by that. Or go back to a choice and try the other: "
    "that is a run of its own, and this one stays."
)
ALBUM_TITLE = "Your years"
RUNS = "The runs"
NO_RUNS = "No run is kept yet. Begin a year, or take one in from a file with i."
BLANK_STUB = "▐ ····· ▌"
NO_RUNS_HERE = "No run is kept yet. Begin a year."
IN_A_BROWSER = (
    "Files by name are for whoever sits at the machine that serves the game, not for a browser."
)
EXPORT_TO = "Export this run to a file. Where?"
IMPORT_FROM = "Take a run in from a file. Which?"
A_PATH = "A path, such as ~/my-year.run.json. Nothing is written over unasked."
WRITE_OVER = "Write over it?"
YES_OVER, YES_DELETE, NO_LEAVE_IT = "Yes, write over it", "Yes, delete it", "No, leave it"
WRITTEN_TO = "Written to"
TAKEN_IN = "Taken in as"
DELETE = "Delete for good:"
DELETED = "Deleted."
FITS_NO_MORE = "This run needs a keeper, a length or a scene that this story doesn't have."
DOORS = "Doors, and what closed them"
KEEP_IT = "To keep or print it, in a shell: {report}"
GUESSES = "What you guessed"
GUESSES_EMPTY = "Nothing was guessed in this year."
DOORS_SAYS = "As each stands now, and the turns that moved it. A line opens its sentence."
DOORS_EMPTY = "No door has moved."
MET = "The sentences you met"
MET_SAYS = "What is on record of each, and what you marked it. A line opens its card."
MET_EMPTY = "None yet."


def album(found: int, of: int) -> str:
    """How many endings were found."""
    return f"The album: {found} of {of} endings found"


def years(runs: int, found: int, of: int) -> str:
    """What the album holds."""
    kept = f"{runs} {'run' if runs == 1 else 'runs'}" if runs else "no run yet"
    return f"{kept}, {found} of {of} endings found"


def date(when: float) -> str:
    """A date as the list of runs prints it."""
    return time.strftime("%d %b %Y %H:%M", time.localtime(when))


def barred(count: int) -> str:
    """How often a keeper would have barred the option taken."""
    return (
        "It would have barred you once."
        if count == 1
        else f"It would have barred you {count} times."
    )


def doors_of(short: str) -> str:
    """Whose doors these are."""
    return f"Doors under {short}"


def changes(count: int) -> str:
    """How many changes there were; the ledger has each with its sentence."""
    changes = f"{count or 'no'} {'change' if count == 1 else 'changes'}"
    return f"the ledger: {changes}; each line opens its sentence"


def shut(closed: str) -> str:
    """How many doors are closed; their page has each with what closed it."""
    return f"doors: {closed}"
