"""The pages that follow a choice: what will happen, what happened, and who judged it how.

Refuses to be looked for before there was a choice: `Pages` asks for it late, and the first prompt
does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.showing import effects, withheld
from game.core.showing.cards import card
from game.core.showing.grid import rows, rows_in_force, taken
from game.core.showing.parts import OptionView
from game.core.showing.prediction import WHY, choices, question, verdict
from game.core.showing.quiet import fold
from game.core.showing.recalled import recalled
from game.core.showing.task import veil
from game.core.showing.views import OutcomePage, PredictionPage, RevealPage
from game.core.story.model import Option
from game.words import say

if TYPE_CHECKING:
    from game.core.showing.pages import Pages

__all__ = ["outcome", "prediction", "reveal"]


def prediction(pages: Pages, option: Option) -> PredictionPage:
    """What is asked of an option before it takes effect; why one guesses, until a first guess."""
    n = len(pages.trace.turns)
    scene, state = pages.scene_of(n), pages.trace.state
    view = next(v for v in pages.options(scene, state) if v.id == option.id)
    asked = question(pages.game, scene)
    answers = choices(pages.game, scene, state)
    before = any(turn.predicted for turn in pages.trace.turns)
    why = "" if before else say(WHY)
    return PredictionPage(pages.caption(n), view, asked, answers, pages.margin(n), why)


def outcome(pages: Pages, n: int) -> OutcomePage:
    """What came of turn `n` (from 0); what a held scene withholds is left out, and said to be."""
    turn = pages.trace.turns[n]
    scene, option, case = turn.scene, turn.option, turn.case
    held = withheld.is_withheld(pages, n)
    if option:
        text = pages.prose(option.outcome, option.also, turn.after)
        unscored = option.unscored
    else:
        text = pages.prose(scene.text, (), turn.before, case.text if case else None)
        text += pages.prose("", recalled(pages.game, scene, turn.after), turn.after)
        unscored = case.unscored if case else None
    return OutcomePage(
        pages.caption(n),
        scene.title,
        scene.event,
        pages.fill(option.label) if option else None,
        text,
        () if held else effects.sentences(pages.game, turn),
        not held and effects.still(pages.game, turn),
        pages.fill(unscored) if unscored else None,
        None if held else verdict(pages.game, turn),
        pages.margin(n),
        pages.margin(n, after=True),
        withheld.told_when(pages, n) if held else "",
        held,
        None if held else effects.behind(pages.game, turn),
    )


def reveal(pages: Pages, n: int, whole: bool = False) -> RevealPage:
    """The grid and its sentence; `whole` shows every rulebook and every cell."""
    turn = pages.trace.turns[n]
    scene, gear = turn.scene, turn.scene.reveal
    number = sum(1 for turn in pages.trace.turns[: n + 1] if turn.option is not None)
    keepers = rows_in_force(pages.game, number, whole)
    columns = _columns(pages, n)
    made = rows(
        pages.game,
        turn.before,
        columns,
        scene.month,
        keepers,
        "full" if whole else gear,
        turn,
    )
    folded = fold(pages.game, pages.trace.turns, n, made, taken(columns), whole)
    notes = tuple(dict.fromkeys(row.size_note for row in folded.rows if row.size_note))
    first, *others = scene.claims
    asked = pages.asked(n)
    return RevealPage(
        pages.caption(n),
        scene.title,
        gear,
        scene.event,
        tuple(option for option, _ in columns),
        folded.rows,
        folded.words,
        folded.quiet,
        notes,
        veil(card(pages.game.story, first, pages.run.marks.get(first)), asked),
        tuple(others),
        asked,
        verdict(pages.game, turn),
        pages.margin(n, after=True),
        folded.alone,
    )


def _columns(pages: Pages, n: int) -> list[tuple[OptionView, tuple[str, ...]]]:
    turn = pages.trace.turns[n]
    if turn.option is None:
        only = OptionView(turn.scene.id, turn.scene.title, say("it happened"), 1, None, True)
        return [(only, turn.deeds)]
    views = pages.options(turn.scene, turn.before, turn.option.id)
    deeds = {option.id: option.deeds for option in turn.scene.options}
    return [(view, deeds[view.id]) for view in views if view.closed is None]
