"""The wall: what a class sees of a lesson, in a terminal on a projector, 66 by 18 cells and up.

Renders a room's frozen views and presses the teacher's verbs; decides nothing, and shows no tally
before the teacher does.
"""
