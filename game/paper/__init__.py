"""Paper: the style of everything that is printed, and what sets it.

One style sheet and one way to set a template, for the faces that make HTML. It knows no story and
no run, fetches nothing, and escapes every text that is put into a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.words import many, say

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["press"]


def press(package: str) -> Environment:
    """Return what sets the templates in a package's folder `paper`, with `paper.css` at hand.

    Templates say their words through the catalogue, as everything does.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # late: slow

    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package, "paper"), PackageLoader("game.paper", "leaf")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(say=say, many=many)
    return environment
