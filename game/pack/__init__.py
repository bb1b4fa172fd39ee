"""A story folder in, a `Story` out: strictly, with every problem told at once.

Reads data and nothing else: no code of a story is ever run, anchors and odd tags are refused.
"""

from game.pack.load import load, read
from game.pack.problems import PackError, Problem

__all__ = ["PackError", "Problem", "load", "read"]
