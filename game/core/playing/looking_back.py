"""A session's debrief with the player's own words in it: one call for every face.

`debrief` holds the figures; this only finds the comment and the last question, so that two
faces can't find different ones.
"""

from __future__ import annotations

from game.core.debrief.figures import Debrief, debrief
from game.core.playing.session import Session

__all__ = ["looking_back"]


def looking_back(session: Session) -> Debrief:
    """Return the debrief of a session, as far as it has been played.

    The last question is of the last sentence that was answered: where somebody stops in front of
    a scene, its sentence has not been shown yet.
    """
    pages = session.pages
    built = [parts.text for turn in session.trace.turns if (parts := pages.comment(turn.scene))]
    met = [claim for turn in session.trace.turns for claim in turn.scene.claims[:1]]
    last = session.story.claims[met[-1]] if met else None
    question = last and last.question and f"“{' '.join(last.words.split())}” {last.question}"
    comment = built[-1] if built else ""
    written = tuple(
        (" ".join(session.story.claims[claim].words.split()), asked.said)
        for claim in dict.fromkeys(met)
        if (asked := pages.task_of(claim)) and asked.kind == "write" and asked.said
    )
    return debrief(session.game, session.trace, session.run, comment, question or "", written)
