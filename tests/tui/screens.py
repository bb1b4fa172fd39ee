"""Every screen of the terminal app: as classes, and open, with something on each."""

import importlib
import pkgutil

from game.tui import screens
from game.tui.screens.base import Paged

__all__ = ["every_screen"]


def every_screen() -> list[type[Paged]]:
    """Return every class of screen that can be opened."""
    found: set[type[Paged]] = set()
    for module in pkgutil.iter_modules(screens.__path__):
        made = importlib.import_module(f"{screens.__name__}.{module.name}")
        for each in vars(made).values():
            if (
                isinstance(each, type)
                and issubclass(each, Paged)
                and each.__module__ == made.__name__
            ):
                found.add(each)
    bases = {base for kind in found for base in kind.__mro__[1:]}
    return sorted(found - bases, key=lambda kind: kind.__name__)
