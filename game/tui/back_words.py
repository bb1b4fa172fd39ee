"""The words of looking back: what if, history, doors, sentences met, the album of runs."""

from __future__ import annotations

import time

from game.core.dates import short_month
from game.words import many, mark, say

__all__ = [
    "album",
    "barred",
    "barred_by",
    "changes",
    "date",
    "delete",
    "doors_of",
    "keep_it",
    "shut",
    "taken_in",
    "write_over",
    "written_to",
    "years",
]

WHAT_IF = mark("What if another had kept the score?")
WHAT_IF_SAYS = mark("Your choices stay as they are. Only who looks at them is changed.")
WHAT_IF_BARRED = mark(
    "▒ barred: it would not have let you do it. From there on ╱: as if it had let you through."
)
WHAT_IF_SIGNS = mark("On the left a number; or ■ while on a list or under an order, else ·")
JUDGED_ONLY = mark(
    "What you said of the statements goes with a new year, and none has begun. Quit once more to "
    "leave without it."
)
KEPT_IT = mark("It was your keeper.")
WHO_STANDS = (mark("Who stands first?"), mark("And who beside it?"))
WHAT_IF_AWAY = mark("what if another had kept the score? any two of them, side by side")
PAGE_AWAY = mark("the year as a page to keep or print, in a file beside your runs")
NO_PAGE_HERE = mark("A page is written where the game itself is: no file can be opened from here.")
HISTORY_AWAY = mark("every turn again; or go back to one and try the other, in a new run")
ITS_ENDING, ENDING_NOW = mark("It ends:"), mark("If the year ended here:")
NEITHER_MOVES = mark("nothing moves for either")
OTHERWISE = mark("its own year goes another way here")
HISTORY = mark("Every turn so far")
HISTORY_SAYS = mark(
    "Read any page again: nothing is undone by that. Or go back to a choice and try "
    "the other: that is a run of its own, and this one stays."
)
NO_CHOICE_HERE = mark("no choice there: move to one of yours")
ALBUM_TITLE = mark("Your years")
RUNS = mark("The runs")
NO_RUNS = mark("No run is kept yet. Begin a year, or take one in from a file with i.")
BLANK_STUB = "▐ ····· ▌"
NO_RUNS_HERE = mark("No run is kept yet. Begin a year.")
IN_A_BROWSER = mark(
    "Files by name are for whoever sits at the machine that serves the game, not for a browser."
)
EXPORT_TO = mark("Export this run to a file. Where?")
IMPORT_FROM = mark("Take a run in from a file. Which?")
A_PATH = mark("A path, such as ~/my-year.run.json. Nothing is written over unasked.")
YES_OVER, YES_DELETE, NO_LEAVE_IT = (
    mark("Yes, write over it"),
    mark("Yes, delete it"),
    mark("No, leave it"),
)
DELETED = mark("Deleted.")
FITS_NO_MORE = mark("This run needs a keeper, a length or a scene that this story doesn't have.")
DOORS = mark("Doors, and what closed them")
GUESSES = mark("What you guessed")
GUESSES_EMPTY = mark("Nothing was guessed in this year.")
DOORS_SAYS = mark(
    "Those that are closed, have moved or would close: how each stands now, and what moved it. A "
    "line opens its sentence."
)
DOORS_EMPTY = mark("No door has moved.")
MET = mark("The sentences you met")
MET_SAYS = mark("What is on record of each, and what you marked it. A line opens its card.")
MET_EMPTY = mark("None yet.")
LAST_CHANCE = mark(
    "After that they can't be judged again. Press o once more to see the answers; esc leaves them."
)
UNFINISH = mark(
    "This year is over. Undo once more takes its last choice back: it is unfinished then, and its "
    "ending leaves the album until it ends again."
)
CHOSEN = mark("That is chosen already. n chooses again here, in a new run; esc goes back.")
READING_BACK = mark("An old page, to read again: nothing is undone. Escape goes back to yours.")
READING_LISTED = mark(
    "An old page, to read again: nothing is undone. Escape goes back to the list of turns."
)


def album(found: int, of: int) -> str:
    """How many endings were found."""
    return say("The album: {found} of {of} endings found", found=found, of=of)


def years(runs: int, found: int, of: int) -> str:
    """What the album holds."""
    if not runs:
        return say("no run yet, {found} of {of} endings found", found=found, of=of)
    return many(
        "{n} run, {found} of {of} endings found",
        "{n} runs, {found} of {of} endings found",
        runs,
        found=found,
        of=of,
    )


def date(when: float) -> str:
    """A date as the list of runs prints it."""
    then = time.localtime(when)
    return say(
        "{day} {month} {year} {time}",
        day=f"{then.tm_mday:02}",
        month=short_month(then.tm_mon),
        year=then.tm_year,
        time=time.strftime("%H:%M", then),
    )


def barred(count: int) -> str:
    """How often a keeper would have barred the option taken."""
    return many("It would have barred you once.", "It would have barred you {n} times.", count)


def barred_by(why: str) -> str:
    """A turn that would have been barred, and why."""
    return say("barred: {why}", why=why)


def doors_of(short: str) -> str:
    """Whose doors these are."""
    return say("Doors under {keeper}", keeper=short)


def changes(count: int) -> str:
    """How many changes there were; the ledger has each with its sentence."""
    if not count:
        return say("the ledger: no changes; each line opens its sentence")
    return many(
        "the ledger: {n} change; each line opens its sentence",
        "the ledger: {n} changes; each line opens its sentence",
        count,
    )


def shut(closed: str) -> str:
    """How many doors are closed; their page has each with what closed it."""
    return say("doors: {closed}", closed=closed)


def write_over(problem: str) -> str:
    """A file of that name is there already."""
    return say("{problem} Write over it?", problem=problem)


def written_to(path: object) -> str:
    """Where a run was written."""
    return say("Written to {path}", path=path)


def taken_in(name: str) -> str:
    """What a run that came from a file is called here."""
    return say("Taken in as {name}", name=name)


def delete(run: str, ending: str = "") -> str:
    """Ask before a run is gone, and say which ending goes with it."""
    asked = say("Delete for good: {run}?", run=run)
    gone = say("Its ending, “{ending}”, leaves the album with it.", ending=ending)
    return f"{asked} {gone}" if ending else asked


def keep_it(report: str) -> str:
    """How a year is kept or printed."""
    return say("To keep or print it, in a shell: {command}", command=report)
