"""The debrief in words: the year under each rulebook, what turned it, what nobody scored.

Every figure comes from `game.core.debrief.figures`; nothing is summed up here.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.core.debrief.figures import Debrief, TurningPoint, YearLine
from game.core.debrief.years import doors_words, moved_words, wrote
from game.core.showing.doors import DoorPast, DoorTurn
from game.core.showing.remembered import remembered_words
from game.core.showing.telling import guessed
from game.core.story.claims import About
from game.core.story.statements import all_judged
from game.folders import command
from game.plain.blocks import Block, heading, item, passage, quoted, table, text
from game.plain.ledger import ledger_line
from game.plain.statements import judged, so
from game.words import capital, joined, many, say, sentence, series

__all__ = [
    "behind",
    "debrief",
    "doors",
    "guesses",
    "key_told",
    "met",
    "one_word_away",
    "unscored",
]

FEW = 5
"""Lines of what no score saw; the rest has to be asked for."""


def debrief(view: Debrief, whole: bool = False, key: bool = False) -> list[Block]:
    """Say the five things that lead, then one question and the transfer; never a mark.

    `whole` leaves nothing to ask for; `key` says what is so of the statements, whether or not
    they were judged a second time.
    """
    told = [heading(say("Looking back")), text(say("Your year, as each rulebook saw it:"))]
    told += [item(_year(year)) for year in view.years]
    told += [*_path(view.years[0], whole), _table(view.years)]
    told.append(text(say("Moved counts the turns that changed its number, or a list of yours.")))
    told.append(text(say("Barred are the choices of yours that it would not have let you make.")))
    if view.turning:
        told.append(text(say("What turned the year, in its order:")))
        told += [item(_turned(turn)) for turn in view.turning]
    told += [text(words) for words in view.notes]
    told += [*_uncontrolled(view), *unscored(view, whole), *_ours(view)]
    told += _statements(view, key)
    if view.comment:
        told.append(text(say("Your comment: {words}", words=view.comment)))
    told += [text(wrote(*each)) for each in view.written]
    return told + [text(words) for words in (view.question, view.transfer) if words]


def unscored(view: Debrief, whole: bool = True) -> list[Block]:
    """Say what no score saw: the first few, and the word for the rest."""
    if not view.unscored:
        return []
    shown = view.unscored if whole or len(view.unscored) <= FEW + 1 else view.unscored[:FEW]
    told = [text(say("What no score saw:"))]
    told += [item(f"{scene}: {words}") for scene, words in shown]
    rest = len(view.unscored) - len(shown)
    return [*told, item(say("And {n} more: type unscored.", n=rest))] if rest else told


def one_word_away(view: Debrief, about: About | None, folder: str) -> list[Block]:
    """Name what stands behind the debrief, each with its figure and its word."""
    told = [heading(say("One word away")), item(_changes(view))]
    if view.doors:
        told.append(item(say("doors: {words}.", words=doors_words(view.years[0]))))
    if view.claims:
        told.append(item(f"met: {_met(view)}"))
    if view.statements and not key_told(view):
        again = say("statements: once more, true or false; statements key says what is so.")
        told.append(item(again))
    if len(view.years) > 1:
        other = say("whatif: what if another had kept the score? Any two, scene by scene.")
        told.append(item(other))
    turns = say(
        "history: every scene, and what it moved; scene 3 reads it, branch 3 tries the other."
    )
    told.append(item(turns))
    told.append(item(say("runs, gallery: your other years, and the endings you have found.")))
    if view.predicted:
        told.append(item(f"guesses: {guessed(view.hits, view.predicted)}"))
    if about is not None:
        told.append(item(f"about: {about.title}"))
    keep = command("report --out year.html", folder)  # not said: typed
    how = say("To keep or print it, in a shell: {command}", command=keep)
    return [*told, text(how), text(say("That says where it lies, and how a browser opens it."))]


def _changes(view: Debrief) -> str:
    moved = sum(1 for line in view.ledger if line.moved)
    if not moved:
        return say("ledger: nothing moved; what each deed met.")
    return many(
        "ledger: what each deed met; {n} moved something, with its sentence.",
        "ledger: what each deed met; {n} moved something, each with its sentence.",
        moved,
    )


def behind(view: Debrief, about: About | None = None) -> list[Block]:
    """Say all that stands behind the debrief: ledger, doors, sentences met, who wrote the page."""
    told: list[Block] = []
    moved = [line for line in view.ledger if line.moved]
    if moved:
        told.append(text(say("Every change, and whose words it rests on:")))
        told += [item(ledger_line(line)) for line in moved]
    if view.doors:
        told += [text(say("Doors, and what closed them:")), *doors(view.doors)]
    told += guesses(view) if view.predicted else []
    told += met(view)
    if about is not None:
        told += [heading(about.title), *map(text, about.lines)]
    return told


def doors(log: tuple[DoorPast, ...]) -> list[Block]:
    """Say each door's year: at which turns it closed or opened, and on whose words."""
    told = []
    for door in log:
        words = [_moved(turn) for turn in door.turns]
        if not words and door.view.closed:
            words = [say("{closed} all the time", closed=door.view.closed.sentence)]
        told.append(item(f"{capital(door.view.name)}: {sentence('; '.join(words))}"))
    return told


def _moved(turn: DoorTurn) -> str:
    if turn.open:
        return say("open at {scene}", scene=turn.scene)
    if turn.closed:
        return say("{closed} at {scene}", closed=turn.closed.sentence, scene=turn.scene)
    return say("closed at {scene}", scene=turn.scene)


def met(view: Debrief) -> list[Block]:
    """Say the sentences met, each with what is on record of it and the player's own mark."""
    if not view.claims:
        return [text(say("You met no sentence yet."))]
    told = [text(_met(view))]
    for claim in view.claims:
        mark = say("You said: {mark}.", mark=say(claim.mark)) if claim.mark else ""
        told.append(item(passage(f"{claim.id}, {say(claim.verdict)}: {quoted(claim.words)}", mark)))
    return told


def _met(view: Debrief) -> str:
    counted = joined(
        say("{n} {verdict}", n=count, verdict=say(verdict)) for verdict, count in view.verdicts
    )
    more = say("{n} more stood behind them; type library.", n=view.behind) if view.behind else ""
    return passage(
        many("You met {n} sentence.", "You met {n} sentences.", len(view.claims)),
        say("On record: {verdicts}.", verdicts=counted),
        more,
    )


def _guessed(view: Debrief) -> list[Block]:
    if not view.predicted:
        return []
    return [text(guessed(view.hits, view.predicted))]


def guesses(view: Debrief) -> list[Block]:
    """Say each prediction, and what came."""
    if not view.predicted:
        return [text(say("You predicted nothing so far. Type predict on to be asked."))]
    told = _guessed(view)
    for made in view.guesses:
        where = {"scene": made.scene, "said": made.said}
        if made.hit and made.was == made.said:
            words = say("{scene}: you guessed: {said}; so it was.", **where)
        else:
            words = say("{scene}: you guessed: {said}; it was: {was}.", was=made.was, **where)
        told.append(item(words))
    return told


def _turned(turn: TurningPoint) -> str:
    if turn.label:
        return f"{turn.scene}, {quoted(turn.label)}: {sentence(turn.says)}"
    return say("{scene} (it happened): {says}", scene=turn.scene, says=sentence(turn.says))


def _uncontrolled(view: Debrief) -> list[Block]:
    """Say what happened, but for what was just told: what nobody chose, then what a choice did."""
    told = {turn.scene for turn in view.turning}
    return [
        *_happened(say("What you did not choose:"), view.together, told),
        *_happened(say("What came of your own choice, later:"), view.came_of_it, told),
    ]


def _happened(title: str, pairs: Iterable[tuple[str, str]], told: set[str]) -> list[Block]:
    """Events with one effect in one line; those that turned the year by their names alone."""
    events = list(pairs)
    lines = [item(f"{scenes}: {sentence(says)}") for scenes, says in events if scenes not in told]
    if turned := [scenes for scenes, _ in events if scenes in told]:
        lines.append(item(say("{scenes}, as told above.", scenes=joined(turned))))
    return [text(title), *lines] if lines else []


def _year(year: YearLine) -> str:
    name = capital(year.name)
    if year.is_keeper:
        return say("{name}, your keeper: {summary}", name=name, summary=year.summary)
    return f"{name}: {year.summary}"


def _path(year: YearLine, whole: bool) -> list[Block]:
    """Say the path that the terminal app draws; the turns that moved something, if asked for."""
    told: list[Block] = []
    steps = [str(year.start), *(str(p.number) for p in year.points if p.change)]
    if year.start is not None and len(steps) > 1:
        told.append(text(say("The number's path: {steps}.", steps=series(steps))))
    moved = [point for point in year.points if moved_words(point)]
    if moved and whole:
        told.append(text(say("What moved, scene by scene:")))
        told += [item(f"{point.scene}: {sentence(moved_words(point))}") for point in moved]
    return told


def _table(years: tuple[YearLine, ...]) -> Block:
    """Say every rulebook's year in figures, the keeper's first."""
    rows = [
        (
            year.short,
            *(_figure(number) for number in (year.start, year.end)),
            *(str(n) for n in _counts(year)),
        )
        for year in years
    ]
    head = (
        say("rulebook"), say("start"), say("end"), say("moved"), say("doors shut"), say("lists"),
        say("elsewhere"), say("barred"),
    )  # fmt: skip
    return table(head, *rows)


def _counts(year: YearLine) -> tuple[int, ...]:
    return year.moves, len(year.shut), len(year.lists), year.elsewhere, year.barred


def _figure(number: int | None) -> str:
    return say("none") if number is None else str(number)


def _ours(view: Debrief) -> list[Block]:
    kept = joined(say("{name} {value}", name=name, value=value) for name, value in view.kept)
    told = say("At the end: {counted}, each out of 5.", counted=kept) if kept else ""
    said = passage(told, view.unscored_note)
    moved = [item(sentence(remembered_words(each))) for each in view.remembered]
    return [text(said), *moved] if said else moved


def key_told(view: Debrief) -> bool:
    """Whether all were judged after the year, so that what is so can be told."""
    return all_judged(view.statements)


def _statements(view: Debrief, key: bool) -> list[Block]:
    told = [text(judged(when, words)) for when, words in view.believed]
    if key or key_told(view):
        return [*told, *so(view.statements)]
    if view.statements:
        return [text(_still_open(view))]
    return []


def _still_open(view: Debrief) -> str:
    after, of = sum(1 for each in view.statements if each.after), len(view.statements)
    if after:
        return many(
            "{n} of {of} statements is judged now. What is so is told once all are: type "
            "statements. Or hear it now: statements key.",
            "{n} of {of} statements are judged now. What is so is told once all are: type "
            "statements. Or hear it now: statements key.",
            after,
            of=of,
        )
    again = say("Once more: type statements. Or hear what is so: statements key.")
    return passage(view.judged, again)
