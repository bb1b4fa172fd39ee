"""A story folder in, a `Story` out: strictly, with every problem told at once.

Reads data and nothing else: no code of a story is ever run, anchors and odd tags are refused.
`load` and `read` are for play; `survey`, for a check, also gives what a broken story still is.
"""

from game.pack.load import Survey, load, read, survey
from game.pack.problems import PackError, Problem

__all__ = ["PackError", "Problem", "Survey", "load", "read", "survey"]
