"""The notes page: the live tally and what comes next, behind a secret that only the terminal knows.

The teacher's keys are here too, for a tablet in the hand. Whoever has not the secret is told the
same as for any address that is not there.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from aiohttp.web import BaseRequest, Response, json_response

from game.classroom import asked, pages
from game.classroom.asked import Wrong
from game.classroom.notes_page import notes_page
from game.lesson.notes import notes
from game.lesson.refused import Refused
from game.lesson.room import Room
from game.lesson.shown import asked_of
from game.lesson.teacher import Teacher
from game.words import say

__all__ = ["Teaching"]


class Teaching:
    """Answers the notes page of one room."""

    def __init__(self, room: Room, secret: str) -> None:
        self.room, self.teacher = room, Teacher(room)
        self._secret = secret
        self._verbs: Final[Mapping[str, Callable[[], None]]] = {
            "go_on": self.teacher.go_on,
            "go_back": self.teacher.go_back,
            "toggle": self.teacher.toggle,
            "show": self.teacher.show,
            "undo": self.teacher.undo,
            "to_debrief": self.teacher.to_debrief,
        }

    async def answer(self, request: BaseRequest, secret: str) -> Response:
        """Show the notes, or do what a button says."""
        if not hmac.compare_digest(secret.encode(), self._secret.encode()):
            raise Wrong(404, say("There is nothing at this address. The room is at /."))
        said = ""
        if request.method == "POST":
            try:
                self._do(await asked.body(request))
            except Refused as refused:
                if not asked.wants_page(request):
                    raise
                said = str(refused)
            else:
                if asked.wants_page(request):
                    return Response(status=303, headers={"Location": request.path, **pages.HEADERS})
        told = notes(self.room)
        if asked.wants_page(request):
            language = self.room.story.head.language
            text = notes_page(told, asked_of(self.room), said, language)
            status = 409 if said else 200
            return Response(
                text=text, status=status, content_type="text/html", headers=pages.HEADERS
            )
        return json_response(asdict(told), headers={"Cache-Control": "no-store"})

    def _do(self, found: Mapping[str, Any]) -> None:
        verb = self._verbs.get(asked.word(found, "do"))
        if verb is None:
            raise Wrong(400, say("There are: {names}.", names=", ".join(self._verbs)))
        verb()
