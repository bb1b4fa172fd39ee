"""Each page of the guide as one HTML file: nothing is fetched, nothing runs, and it prints.

On A4 and on Letter alike, and without colour; letters of the voting cards are told apart by shape
and pattern as well. Refuses to change a word: it sets what the core gives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import __version__
from game.core.library.guiding import page
from game.core.story.guide import SHAPES, Guide
from game.core.story.model import Story
from game.paper import press
from game.words import mark

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

__all__ = ["CONTENTS", "handouts"]

CONTENTS = "index.html"
_LEAVES = {
    "page": "page.html",
    "board": "page.html",
    "scenes": "page.html",
    "cards": "cards.html",
    "tickets": "cards.html",
}


_SEEN = {
    "circle": mark("{letter}: a plain circle"),
    "square": mark("{letter}: a striped square"),
    "triangle": mark("{letter}: a dotted triangle"),
    "diamond": mark("{letter}: a chequered diamond"),
}
"""What is on a voting card, for whoever doesn't see it."""


def handouts(story: Story, guide: Guide, only: str | None = None) -> dict[str, str]:
    """Return files by their names: every page and what there is, or one page that stands alone."""
    environment = press("game.handout")
    environment.filters["typed"] = _typed
    if only:
        leaf = environment.get_template(_LEAVES[guide.pages[only].layout])
        return {f"{only}.html": _set(leaf, story, guide, only, linked=False)}
    made = {CONTENTS: _set(environment.get_template("contents.html"), story, guide, "")}
    for id, found in guide.pages.items():
        leaf = environment.get_template(_LEAVES[found.layout])
        made[f"{id}.html"] = _set(leaf, story, guide, id)
    return made


def _set(leaf: Template, story: Story, guide: Guide, id: str, linked: bool = True) -> str:
    return leaf.render(
        view=page(story, guide, id) if id else None,
        pages=guide.pages,
        story=story.head,
        shapes=SHAPES,
        seen=_SEEN,
        linked=linked,
        contents=CONTENTS,
        program=__version__,
    )


def _typed(words: str) -> Markup:
    """Escape a text, and set what stands between backticks as something to be typed."""
    from markupsafe import Markup, escape

    parts = (escape(part) for part in words.split("`"))
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if n % 2 else part for n, part in enumerate(parts)
    )
