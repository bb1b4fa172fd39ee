"""The same run over its story as it has just been edited: for an author who plays while writing.

The choices are replayed as far as they go, and the page that was open is found again by its
scene. Nothing is written here; where the run can't go on, the old one stays as it was.
"""

from __future__ import annotations

from dataclasses import replace

from game.core.playing.session import Refused, Session
from game.core.run.script import Stop
from game.core.run.told import told
from game.core.story.model import Scene, Story
from game.words import say

__all__ = ["reloaded", "scene_here"]


def reloaded(session: Session, story: Story) -> Session:
    """Return the session over another state of its story; raises Refused with a sentence."""
    run = session.run
    if run.keeper not in story.rulebooks:
        gone = say(
            "The keeper `{keeper}` of this run is gone; the old story plays on.", keeper=run.keeper
        )
        raise Refused(gone)
    if run.cut not in story.head.cuts:
        raise Refused(
            say("The cut `{cut}` of this run is gone; the old story plays on.", cut=run.cut)
        )
    file = session.file if story.head.id == run.story else None
    run = replace(run, story=story.head.id)
    other = Session(story, run, session.runs, file, session.predictions)
    other.skip_glances(session.glanced)
    other.tell_differences()
    if other.run.choices:  # told once: the next difference is one from here on
        other.run = replace(other.run, told=told(other.game, other.trace))
    stop = _stop(session, other)
    other.turn_to(stop.kind, stop.turn)
    return other


def scene_here(session: Session) -> Scene | None:
    """Return the scene that the open page is about; None on an opening, an ending, a debrief."""
    if session.stop.kind in ("opening", "chapter", "ending", "debrief"):
        return None
    return session.pages.scene_of(session.stop.turn)


def _stop(session: Session, other: Session) -> Stop:
    """The page of the same kind and scene; else that scene's last; else where the run stands."""
    stop, scene = session.stop, scene_here(session)
    if scene is None:
        kinds = [there for there in other.stops if there.kind == stop.kind]
        same = [there for there in kinds if there.chapter == stop.chapter]
        return (same or kinds or other.stops[-1:])[0]
    turns = [turn.scene.id for turn in other.trace.turns]
    turns += [other.trace.waiting.id] if other.trace.waiting else []
    if scene.id not in turns:
        return other.stops[-1]
    turn = turns.index(scene.id)
    pages = [there for there in other.stops if there.turn == turn and there.kind != "chapter"]
    return next((there for there in pages if there.kind == stop.kind), pages[-1])
