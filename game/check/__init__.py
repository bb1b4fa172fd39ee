"""The check: what a story is, counted, and what its words fall short of.

Problems are data (`game.pack.problems.Problem`); printing them is the command line's business.
"""
