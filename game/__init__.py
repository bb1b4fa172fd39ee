"""Carrot & Stick: a year in a city built out of one article.

Imports nothing, so that `carrot --version` is quick.
"""

__version__ = "0.1.0"
