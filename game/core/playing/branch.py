"""Go back here and try the other: another run, begun at a turn of this one, which stays.

Nothing is undone by it. The new run gets a file of its own with its first choice: one that was
only looked at leaves nothing in the list, and Continue goes on with the year one was in.
"""

from __future__ import annotations

from dataclasses import replace

from game.core.playing.session import Refused, Session
from game.core.run.saved import Run
from game.words import say

__all__ = ["branch"]


class Branched(Session):
    """A run that branched off another: kept once something was chosen in it."""

    begun = 0
    """How many choices came with it."""

    @property
    def saved(self) -> bool:
        untried = self.file is None and len(self.run.choices) <= self.begun
        return untried or super().saved


def branch(session: Session, turn: int) -> Session:
    """Begin another run before the choice of a turn; raises Refused with a sentence.

    Marks and earlier answers go with it; what is asked again, a comment that is written only
    ahead, and what was believed afterwards, belong to the year that was.
    """
    turns = session.trace.turns
    if session.read_only:
        raise Refused(say("You are reading this run again. Nothing begins from here."))
    if turn == len(turns):
        waiting = session.trace.waiting is not None
        over = say("The year is over there.")
        raise Refused(say("You stand there already.") if waiting else over)
    if not 0 <= turn < len(turns):
        raise Refused(say("There is no such turn."))
    scene = turns[turn].scene
    if scene.event:
        raise Refused(
            say(
                "There was nothing to choose at “{scene}”: go back to a turn with a choice.",
                scene=scene.title,
            )
        )
    run = _until(session, turn)
    other = Branched(session.story, run, session.runs, predictions=session.predictions)
    other.begun = len(run.choices)
    other.skip_glances({*session.glanced, scene.id})
    other.jump(len(other.trace.turns))
    own = say("This is a run of its own, from “{scene}” on.", scene=scene.title)
    kept = f"{own} {say('It is kept once you choose.')}" if session.runs else own
    other.notices = (f"{kept} {_stays(session)}",)
    return other


def _until(session: Session, turn: int) -> Run:
    """The run before the choice of a turn, without what was said from there on."""
    run, ahead = session.run, session.trace.turns[turn:]
    made = sum(1 for before in session.trace.turns[:turn] if before.option is not None)
    asked = {claim for after in ahead for claim in after.scene.claims[:1]}
    return replace(
        run,
        choices=run.choices[:made],
        statements={when: said for when, said in run.statements.items() if when != "after"},
        answers={claim: said for claim, said in run.answers.items() if claim not in asked},
        comment={} if any(after.scene.comment for after in ahead) else run.comment,
        finished=False,
    )


def _stays(session: Session) -> str:
    """Say what becomes of the run from which another one branches off."""
    last = session.trace.turns[-1].scene.title
    if session.runs:
        return say(
            "The one you come from stays as it is, played to “{scene}”; it is among your years.",
            scene=last,
        )
    return say("The one you come from stays as it is, played to “{scene}”.", scene=last)
