"""The classroom's lesson: a state machine, its journal, and what a room is shown.

Below every face and below the server: standard library and core only. Refuses to know an
address, a name or a word that a pupil typed.
"""
