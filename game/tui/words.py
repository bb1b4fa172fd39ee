"""The face's own words: key hints, labels, short sentences. One place, so they sound alike.

Constants are marked here, and said where they are shown: when this is imported, no language is
chosen yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.words import many, mark, say, sentence

__all__ = ["Hint"]


@dataclass(frozen=True, slots=True)
class Hint:
    """One key as the footer teaches it; key and words are said when the footer is set."""

    key: str
    words: str
    action: str
    """What a click on it does: an action of the screen. With several keys: a click on its words."""
    keys: tuple[tuple[str, str], ...] = ()
    """Where it has several keys: each as it stands in `key`, with an action of its own."""
    each: tuple[tuple[str, str], ...] = ()
    """Words that stand one for one with keys, each with the action of its own key; already said."""
    short: Hint | None = None
    """What stands in its place where room is short."""


YOU = mark("◀ you")
"""Marks the chosen column and row in words as well."""

TOO_SMALL = mark(
    "This page needs 80 columns and 24 rows. Make the window larger and it is back, "
    "or play in plain text: carrot --plain. q leaves."
)
SAVED = mark("✓ kept")
SAVING = mark("keeping …")
NOT_SAVED = mark("not kept")
PLAIN = mark("plain text: carrot --plain")
MORE = mark("▼ more: space")

NOT_YET = mark("not chosen yet: enter once more takes it")
NOT_ANSWERED = mark("not answered: a answers, enter goes on")
HAPPENED = mark("it happened")
"""After the name of an event."""
AFTER = mark("it happened, after the scene of that number")
NOT_SCORED = mark("Not scored:")
IN_PLAIN_WORDS = mark("In plain words:")
OTHER_SIDE = mark("the other side")
AND_FOR_IT = mark("and for it")
FIRST_SO = mark("The facts first:")
SIC = mark(" [sic]")
OUR_READING = mark("° our reading of the text")
UNFOUND = ("not found", "false")  # not said: as a story writes them
"""Verdicts whose place is only where somebody looked."""
WHY_BELIEVED = mark("why it is believed")
ON_RECORD = mark("ON RECORD")
MARK_AS = mark("Mark the sentence; the same again takes it off.")
ASK = mark("To think about:")
NOT_VERBATIM = mark("quoted from elsewhere, not from the page")
SAME = mark("closed, same reason")
SEEN = mark("· taken before")
WAS_HELD = mark("What this scene did, and was held back until now")
GLANCE = mark("Look well: this page is not shown again.")
BEFORE_YOU_SEE = mark("Before you see what happens:")
ALBUM = mark("a page of the album")
NO_NUMBER = mark("No number here: only lists.")
NO_LIST = mark("on no list")
NOTHING_YET = mark("nothing yet")
FOLDED = "…"
"""A cell of the grid that is folded, and can be opened."""
FOLDED_KEY = mark("Press o to open every … cell.")
KEEPER_MARK = mark("keeps the score")

STANCE, WEIGHED, WANT = (
    mark("Where you stand"),
    mark("What weighed most"),
    mark("What you still ask"),
)
COMMENT = mark("Your comment so far")
COMMENT_EMPTY = mark("The box is empty. Build your lines from three parts: s, w and a.")
EMPTY_BOX = mark("box empty: again leaves it so")

GOES_ON = mark("You can play on; the next choice tries again.")
LEAVE_ANYWAY = mark("Press q again to leave all the same.")
WHO_KEEPS = mark("Who keeps the score?")
HOW_LONG = mark("How long a year?")
ABOUT_NOTE = mark("the article: its author, what it sells")
GUIDE = mark("For teachers")
GUIDE_NOTE = mark("the lesson, a card for each scene, letters")
GUIDE_SAYS = mark(
    "The lesson plan, what to say, a card for each scene. On paper, with voting cards "
    "and letters: carrot guide --out FOLDER"
)
GUIDE_CARDS = mark("A card for each scene")
SETTINGS_NOTE = mark("theme, motion, number keys, spacing")
QUIT_NOTE = mark("what you have played is kept")

LEDGER_SAYS = mark("Every deed, what the keeper made of it, and the sentence that it rests on.")
LEDGER_EMPTY = mark("Nothing yet: the year has just begun.")
LIBRARY_SAYS = mark(
    "Every sentence that is quoted here, in the order of its page, each with its "
    "answer; ● you met it in a year of yours. Then the words of the field, and the "
    "sources."
)
TRAILS = mark("Who changed the sentence?")
TERMS = mark("Words of the field")
SOURCES = mark("Sources")
OUR_WORDS = mark("in our words:")
FIND_WORD = mark("a word, such as debt; enter goes to the list, esc takes it away")
PICK_STEP = mark("Read in order; then press the digit of the step that changed it.")
CHANGED_HERE = mark("● it changed here")
IN_YOUR_WORDS = mark("One sentence will do. Nobody marks it; you then hold it against both sides.")

YEAR_OVER = mark("The year is over")
ADDS_UP = mark("What the year adds up to")
OTHER_YEARS = mark("The same year, by the others")
ONE_KEY = mark("One key away")
UNCONTROLLED = mark("What nobody could control")
LATER = mark("What came of your own choice, later")
UNSEEN = mark("What no score saw")
WE_KEPT = mark("And we kept score too")
YOUR_COMMENT = mark("Your comment")
NOTED = mark("Whose idea was it?")

SAID_BEFORE, SAID_AFTER = "before", "after"
"""When statements were judged, as a run keeps it."""
TRUE_OR_FALSE = ((True, mark("t true")), (False, mark("f false")))
"""The key and the word of each."""
BELIEFS_BEFORE = mark(
    "True or false? Press t or f, then 1 to 3 for how sure; unsaid, it is 2. The same again takes "
    "it back. What is so stands in the debrief."
)
BELIEFS_AFTER = mark("The same once more. What is so stands in the debrief, one key away.")
BELIEFS_FIRST = mark(
    "True or false? Press t or f, then 1 to 3 for how sure; unsaid, it is 2. The same again takes "
    "it back. What is so stands in the debrief itself."
)
"""They were not judged before the year."""
BELIEFS_NOTE = mark("true or false? before the year, if you like")
JUDGE_FIRST = mark("True or false first: t or f.")
HOW_SURE = mark("how sure?")
NOT_JUDGED = mark("True or false, six times? Press s to judge them; then what is so stands here.")
JUDGE_AGAIN = mark("Press s to judge them once more; then what is so stands here.")
SEE_NOW = mark("Or press o to see it now.")

BOOSTER = mark("A week later")
BOOSTER_NOTE = mark("five minutes: what do you think of it now?")
BOOSTER_ASKS = mark(
    "Six other statements, and sentences of your last year that you marked otherwise "
    "than the record, or not at all. Nothing is scored; leave out what you like."
)
BOOSTER_DONE = mark("That is all, and what you said is kept. Every card stands in the library.")
READING = mark("reading again: nothing changes")
CHANGES = ("undo", "redo", "mark_next", "ask('mark')", "part('s')", "part('a')")
"""Actions of hints that change a run; while one is read again they are not offered."""

MARKS = (
    ("1", mark("stands")),
    ("2", mark("in part")),
    ("3", mark("falls")),
    ("4", mark("can't tell")),
)

HELP = Hint("?", mark("help"), "help")
ON = Hint(mark("enter"), mark("go on"), "onward")
ON_UNANSWERED = replace(ON, words=mark("go on unanswered"), short=ON)
TO_OPTIONS = Hint(mark("enter"), mark("to the options"), "to_options")
"""They are below what can be seen, and Enter shows them before it takes one."""
TO_REST = Hint(mark("enter"), mark("to the other options"), "to_options")
"""Some of them are."""
NO_GUESS = Hint(mark("enter"), mark("no guess"), "take")
GUESS = Hint(mark("enter"), mark("guess this"), "take")
TAKE = Hint(mark("enter"), mark("choose"), "take")
OPEN_CELL = Hint(mark("enter"), mark("open this cell"), "take")
UNDO, REDO = Hint("u", mark("undo"), "undo"), Hint("U", mark("redo"), "redo")
LEDGER = Hint("l", mark("ledger"), "ledger")
BACK = Hint("b", mark("back"), "back")
LEAVE = Hint("q", mark("leave"), "leave")
WAYS = (UNDO, REDO, LEDGER, BACK, LEAVE, HELP)
"""What stands at the end of every footer of a run, in this order, so that a hand learns it."""
_YOURS = Hint(mark("esc"), mark("your page"), "cancel")
TO_YOURS = replace(_YOURS, words=mark("to your page"), short=_YOURS)
_TURNS = Hint(mark("esc"), mark("to the turns"), "cancel")
TO_TURNS = replace(_TURNS, words=mark("to the list of turns"), short=_TURNS)
TRY_OTHER = Hint("n", mark("try the other"), "branch", short=Hint("n", mark("other"), "branch"))
DOWN = mark("down")
"""What Enter does before the end of a page was seen."""
CLOSE = Hint(mark("esc"), mark("close"), "leave")
MOVE = Hint("↑↓", mark("move"), "move(1)", (("↑", "move(-1)"), ("↓", "move(1)")))
OPEN = Hint(mark("enter"), mark("open"), "take")
QUIT = Hint("q", mark("quit"), "quit")
BEGIN = Hint(mark("enter"), mark("begin"), "onward")
ALOUD = Hint("r", mark("read the number out"), "read_out")
CARD = Hint("c", mark("whole card"), "card", short=Hint("c", mark("card"), "card"))
CLAIMS = Hint("c", mark("sentences met"), "card")
STATEMENTS = Hint(
    "s", mark("six statements"), "part('s')", short=Hint("s", mark("statements"), "part('s')")
)
WHO_WROTE = Hint("w", mark("who wrote it?"), "part('w')")
BUILD = Hint(
    "s w a",
    mark("build your comment"),
    "part('s')",
    tuple((letter, f"part('{letter}')") for letter in "swa"),
    short=Hint(
        "s w a",
        mark("comment"),
        "part('s')",
        tuple((letter, f"part('{letter}')") for letter in "swa"),
    ),
)
WHAT_IF_KEY = Hint("i", mark("what if?"), "what_if")
HISTORY_KEY = Hint("h", mark("history"), "history")
DOORS_KEY = Hint("d", mark("doors"), "doors")
FIND = Hint("/", mark("find"), "find")
ANSWER = Hint("a", mark("answer it"), "part('a')", short=Hint("a", mark("answer"), "part('a')"))
ANSWER_AGAIN = Hint(
    "a", mark("answer again"), "part('a')", short=Hint("a", mark("again"), "part('a')")
)
MARK_IT = Hint("m", mark("mark it"), "mark_next")
REVEAL = mark("what each makes of it")
THEME = Hint("t", mark("theme"), "app.turn_theme")
SETTINGS = Hint(",", mark("settings"), "app.settings")

COVER_ROWS = (
    ("new", mark("New year")),
    ("keeper", mark("Keeper")),
    ("cut", mark("Length")),
    ("statements", mark("Six statements")),
    ("album", mark("Your years")),
    ("library", mark("Library")),
    ("about", mark("Who wrote it?")),
    ("guide", mark("For teachers")),
    ("settings", mark("Settings")),
    ("quit", mark("Quit")),
)
"""The menu in the moment before the story is read; then every row gets its note."""


def choose(highest: int) -> Hint:
    """Digits pick; a click on them shows what can be picked, and asks for one of it."""
    return Hint(f"1–{highest}" if highest > 1 else "1", mark("choose"), "ask('row')")


def going_to(hint: Hint) -> Hint:
    """The same digits where the player's settings let them only move."""
    return replace(hint, words=mark("go to")) if hint.action == "ask('row')" else hint


def surely(keys: tuple[tuple[str, str], ...]) -> Hint:
    """How sure somebody is, each digit with an action; unsaid it is the middle one."""
    short = Hint("1 2 3", mark("how sure"), "ask('sure')", keys)
    return replace(short, words=mark("how sure; unsaid, 2"), short=short)


def marked(mark: str) -> str:
    """What the player made of a sentence, beside it."""
    return say("you: {mark}", mark=say(mark))


def marked_now(mark: str | None, was: str | None, key: str) -> str:
    """That a key has marked a sentence, what the mark was before, and which key takes it off."""
    if mark is None:
        return say("the mark is off")
    now = say(mark)
    if was is None:
        return say("marked: {mark}; {key} takes it off", mark=now, key=key)
    return say("marked: {mark} (was {was}); {key} takes it off", mark=now, was=say(was), key=key)


def marked_before(marked: str) -> str:
    """What a sentence was marked in the year."""
    return say("In your year you marked it: {mark}.", mark=say(marked))


def statements(count: int) -> str:
    """What the statements are called; the story ships six."""
    if count == 6:
        return say("Six statements")
    return many("{n} statement", "{n} statements", count)


def taken_back(scene: str, label: str) -> str:
    """Which choice was undone."""
    said = sentence(label)
    return say("Taken back: {scene}, {label} U makes it again.", scene=scene, label=said)


def placed(where: str, verdict: str) -> str:
    """Where and when it happened; or where somebody looked for it, and it was not so."""
    return say("where we looked: {where}", where=where) if verdict in UNFOUND else where
