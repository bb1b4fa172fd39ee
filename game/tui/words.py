"""The face's own words: key hints, labels, short sentences. One place, so they sound alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Hint"]


@dataclass(frozen=True, slots=True)
class Hint:
    """One key as the footer teaches it."""

    key: str
    words: str
    action: str
    """What a click on it does: an action of the screen."""


YOU = "◀ you"
"""Marks the chosen column and row in words as well."""

TOO_SMALL = (
    "This page needs 80 columns and 24 rows. Make the window larger and it is back, "
    "or play in plain text: carrot --plain"
)
SAVED = "✓ kept"
SAVING = "keeping …"
NOT_SAVED = "not kept"
PLAIN = "plain text: carrot --plain"
MORE = "▼ more below"

HAPPENED = "it happened"
"""After the name of an event."""
NOT_SCORED = "Not scored:"
IN_PLAIN_WORDS = "In plain words:"
OTHER_SIDE = "the other side"
AND_FOR_IT = "and for it"
FIRST_SO = "The facts first:"
SIC = " [sic]"
OUR_READING = "° our reading of the text"
LOOKED_AT = "where we looked: "
UNFOUND = ("not found", "false")
"""Verdicts whose place is only where somebody looked."""
WHY_BELIEVED = "why it is believed"
ON_RECORD = "ON RECORD"
ASK = "To think about:"
NOT_VERBATIM = "quoted from elsewhere, not from the page"
SAME = "closed, same reason"
SEEN = "· taken before"
WAS_HELD = "What this scene did, and was held back until now"
GLANCE = "Look well: this page is not shown again."
BEFORE_YOU_SEE = "Before you see what happens:"
ALBUM = "a page of the album"
NO_NUMBER = "No number here: only lists."
NO_LIST = "on no list"
NOTHING_YET = "nothing yet"
FOLDED = "…"
"""A cell of the grid that is folded, and can be opened."""
KEEPER_MARK = "keeps the score"

STANCE, WEIGHED, WANT = "Where you stand", "What weighed most", "What you still ask"
COMMENT = "Your comment so far"
COMMENT_EMPTY = "The box is empty. Build it from three parts, or leave it as it is."

GOES_ON = "You can play on; the next choice tries again."
LEAVE_ANYWAY = "Press q again to leave all the same."
WHO_KEEPS = "Who keeps the score?"
HOW_LONG = "How long a year?"
AFTER, AT_START = "after", "at the beginning"
ABOUT_NOTE = "who wrote it, what it sells"
GUIDE = "For teachers"
GUIDE_NOTE = "the lesson, a card for each scene, letters"
GUIDE_SAYS = (
    "The lesson plan, what to say, a card for each scene. On paper, with voting cards and letters: "
    "carrot guide --out FOLDER"
)
GUIDE_CARDS = "A card for each scene"
QUIT_NOTE = "what you have played is kept"

LEDGER_SAYS = "Every deed, what the keeper made of it, and the sentence that it rests on."
LEDGER_EMPTY = "Nothing yet: the year has just begun."
LIBRARY_SAYS = (
    "Every sentence that is quoted here, in the order of its page, each with its answer; ● you "
    "met it in a year of yours. Then the words of the field, and the sources."
)
TRAILS = "Who changed the sentence?"
TERMS = "Words of the field"
SOURCES = "Sources"
OUR_WORDS = "in our words:"
FIND_WORD = "a word, such as debt; enter goes to the list, esc takes it away"
PICK_STEP = "Read in order; then press the digit of the step that changed it."
CHANGED_HERE = "● it changed here"
IN_YOUR_WORDS = (
    "One sentence will do. Nobody marks it; one answer to it and one case for it follow."
)

YEAR_OVER = "The year is over"
ADDS_UP = "What the year adds up to"
OTHER_YEARS = "The same year, by the others"
SIGNS = (
    "■ put on a list · □ taken off one · ✕ a door closed · ○ a door opened · "
    "→ answered elsewhere · ◇ counted in one place only · "
    "▒ it would have barred you; ╱ from there on as if it had let you through"
)
ONE_KEY = "One key away"
UNCONTROLLED = "What nobody could control"
UNSEEN = "What no score saw"
WE_KEPT = "And we kept score too"
YOUR_COMMENT = "Your comment"
NOTED = "Whose idea was it?"

SAID_BEFORE, SAID_AFTER = "before", "after"
BELIEFS_BEFORE = (
    "True or false? Some of each. Say how sure you are, or leave any of them. "
    "What is so stands in the debrief, when the year is over."
)
BELIEFS_AFTER = "The same once more. What is so stands in the debrief, one key away."
BELIEFS_NOTE = "true or false? before the year, if you like"
JUDGE_FIRST = "True or false first: t or f."
HOW_SURE = "how sure?"
NOT_JUDGED = "True or false, six times? Press s to judge them; then what is so stands here."
JUDGE_AGAIN = (
    "You judged them before the year. Press s to judge them once more; then what is so stands "
    "here. Or press o to see it now."
)

BOOSTER = "A week later"
BOOSTER_NOTE = "five minutes: what do you think of it now?"
BOOSTER_ASKS = (
    "Six other statements, and sentences of your last year that you marked otherwise than the "
    "record, or not at all. Nothing is scored; leave out what you like."
)
BOOSTER_DONE = "That is all, and what you said is kept. Every card stands in the library."
READING = "reading again: nothing changes"
CHANGES = ("undo", "redo", "mark_next", "part('s')", "part('a')")
"""Actions of hints that change a run; while one is read again they are not offered."""

MARKS = (("1", "stands"), ("2", "in part"), ("3", "falls"), ("4", "can't tell"))

HELP = Hint("?", "help", "help")
ON = Hint("enter", "go on", "onward")
UNDO = Hint("u", "undo", "undo")
LEDGER = Hint("l", "ledger", "ledger")
BACK = Hint("b", "back", "back")
LEAVE = Hint("q", "leave", "leave")
CLOSE = Hint("esc", "close", "leave")
MOVE = Hint("↑↓", "move", "move(1)")
OPEN = Hint("enter", "open", "take")
QUIT = Hint("q", "quit", "quit")
BEGIN = Hint("enter", "begin", "onward")
ALOUD = Hint("r", "read the number out", "read_out")
CARD = Hint("c", "whole card", "card")
CLAIMS = Hint("c", "sentences met", "card")
STATEMENTS = Hint("s", "six statements", "part('s')")
WHO_WROTE = Hint("w", "who wrote this page?", "part('w')")
BUILD = Hint("s w a", "build your comment", "part('s')")
WHAT_IF_KEY = Hint("i", "what if?", "what_if")
HISTORY_KEY = Hint("h", "history", "history")
DOORS_KEY = Hint("d", "doors", "doors")
FIND = Hint("/", "find", "find")
ANSWER = Hint("a", "answer it", "part('a')")
REVEAL = "what each makes of it"
THEME = Hint("t", "theme", "app.turn_theme")
SETTINGS = Hint(",", "settings", "app.settings")

COVER_ROWS = (
    ("new", "New year"),
    ("keeper", "Keeper"),
    ("cut", "Length"),
    ("statements", "Six statements"),
    ("album", "Your years"),
    ("library", "Library"),
    ("about", "About this page"),
    ("guide", "For teachers"),
    ("quit", "Quit"),
)
"""The menu in the moment before the story is read; then every row gets its note."""


def choose(highest: int) -> Hint:
    """Digits pick."""
    return Hint(f"1–{highest}" if highest > 1 else "1", "choose", "take")


def marked_before(mark: str) -> str:
    """What a sentence was marked in the year."""
    return f"In your year you marked it: {mark}."


def mark(now: str | None) -> Hint:
    """Mark a sentence; the mark that is set stands in the hint."""
    return Hint("m", f"marked: {now}" if now else "mark it", "mark_next")


def guessed(hits: int, of: int) -> str:
    """How the guesses went: a fact, never praise."""
    times = "once" if of == 1 else f"{of} times"
    return f"you guessed {times} what would happen; {hits or 'none'} came true."


def met(verdicts: Sequence[tuple[str, int]], marked: int, behind: int) -> str:
    """The sentences of this run, what is on record of them, and how many stood behind."""
    count = sum(number for _, number in verdicts)
    noun = "sentence" if count == 1 else "sentences"
    met = f"you met {count} {noun} and marked {marked or 'none'}. On record: "
    met += ", ".join(f"{number} {verdict}" for verdict, number in verdicts)
    noun = "sentence" if behind == 1 else "sentences"
    more = f" {behind} more {noun} stood behind them: the library has them." if behind else ""
    return f"{met}.{more}"


def statements(count: int) -> str:
    """What the statements are called; the story ships six."""
    return f"{'Six' if count == 6 else count} statements"


def length(scenes: int, minutes: float) -> str:
    """How much there is to play, and how long it takes to read."""
    return f"{scenes} scenes, about {round(minutes)} minutes"


def turning(count: int) -> str:
    """The head over the turns that changed most; a short story may have fewer than three."""
    return f"{'Three' if count == 3 else 'The'} turns that changed most"


def shelves(claims: int, trails: int, terms: int) -> str:
    """What stands in the library."""
    told = ["1 sentence and its answer" if claims == 1 else f"{claims} sentences and their answers"]
    told += [f"{trails} trails"] if trails else []
    told += [f"{terms} terms"] if terms else []
    return ", ".join(told)


def found(word: str) -> str:
    """What the list is about while a word is searched for."""
    return f"with “{word}”"


def nothing_on(word: str) -> str:
    """Nothing holds the word."""
    return f"The library has nothing on “{word}”."


def picked(at: int, answer: int) -> str:
    """How a guess at the changed step turned out: a fact, never praise."""
    return "That is where it changed." if at == answer else f"We see it at step {answer + 1}."


def last_year(keeper: str, number: int | None, when: str) -> str:
    """Whose year it was, where its number ended, how long ago."""
    return f"{keeper}, {'no number' if number is None else number} · {when}"


def ago(seconds: float) -> str:
    """Say how long ago something was."""
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        count = int(seconds // size)
        if count:
            return f"{count} {name}{'' if count == 1 else 's'} ago"
    return "just now"
