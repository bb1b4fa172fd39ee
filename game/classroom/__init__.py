"""The phones' side of a lesson: a small server in the app's own loop, and one hand-written page.

Refuses to decide anything (that is `game.lesson`), to write down where a request came from, and
to open a connection to anywhere.
"""
