"""The game itself, with no screen: model, conditions, rulebooks, the fold, sessions, saves.

Imports the standard library alone and knows no face; a test holds it to that.
"""
