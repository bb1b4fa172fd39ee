"""What can't be done now, in a sentence for whoever asked. Its kind decides an HTTP answer."""

from __future__ import annotations

from typing import Literal

__all__ = ["Refused"]


class Refused(Exception):
    """The message is a sentence; nothing has changed."""

    def __init__(
        self, kind: Literal["malformed", "seat", "phase", "many", "room"], sentence: str
    ) -> None:
        super().__init__(sentence)
        self.kind = kind
