"""Every word of the phone page: said by the page itself, and handed to its script as JSON.

So a phone reads the same words with and without JavaScript, in whatever language the story is
told. The script has no words of its own, and there is nothing here that isn't on the page.
"""

from __future__ import annotations

import json
from typing import Any, Final

from game.words import mark, say

__all__ = [
    "CARD", "CLOSED", "CODE", "DOOR", "FOOT", "GUESS", "HAND", "IN", "JOIN", "LOOK", "NOBODY",
    "OVER", "SECOND", "SURE", "SURELY", "TAP", "YOU", "YOURS", "for_script",
]  # fmt: skip

DOOR: Final = mark("Join the room")
FOOT: Final = mark("No names. Nothing leaves this room.")
NOBODY: Final = mark("No name, no account. Nothing leaves this room.")
CODE: Final = mark("Room code: four letters, on the screen in front")
JOIN: Final = mark("Join")
LOOK: Final = mark("Look again")
YOU: Final = mark("You are {alias}")
SECOND: Final = mark("Second vote: this one counts.")
CLOSED: Final = mark("Closed: {why}.")
YOURS: Final = mark("(your vote)")
SURE: Final = (mark("a guess"), mark("fairly sure"), mark("sure"))
SURELY: Final = mark("{answer}, {sure}")
HAND: Final = mark("Show your hand now.")
CARD: Final = mark("Hold up your card now.")
IN: Final = mark("Your answer is in. You can change it until this closes.")
GUESS: Final = mark("What will happen? Tap your guess.")
TAP: Final = mark("Tap your answer.")
OVER: Final = mark("Closed. Look at the screen in front.")


EXAMPLE: Final = "192.168.1.20:8080/ACDE"


def for_script() -> str:
    """Return what the script says, as JSON in a page; what stands in braces it puts in itself."""
    words: dict[str, Any] = {
        "door": say(DOOR),
        "nobody": say(NOBODY),
        "code": say(CODE),
        "join": say(JOIN),
        "joining": say("Joining …"),
        "later": say("Not yet. Try again."),
        "seated": say("You are in."),
        "you": say(YOU, alias="{alias}"),
        "second": say(SECOND),
        "shut": say(CLOSED, why="{why}"),
        "yours": say(YOURS),
        "sure": [say(sure) for sure in SURE],
        "surely": say(SURELY, answer="{answer}", sure="{sure}"),
        "hand": say(HAND),
        "card": say(CARD),
        "in": say(IN),
        "guess": say(GUESS),
        "tap": say(TAP),
        "over": say(OVER),
        "sending": say("Sending …"),
        "refused": say("That was not taken."),
        "unsent": say("Not sent yet. Trying again …"),
        "moved": say("Does the screen in front show another address now? Type it here"),
        "there": say("Go there"),
        "typed": say("Type it as it stands there, such as {example}.", example=EXAMPLE),
        "lost": say("No connection to the room. Trying again …"),
    }
    return json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
