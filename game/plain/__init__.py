"""The linear face: append-only text for screen readers, pipes and dumb terminals.

Renders the same views as the terminal app and decides nothing. Refuses control characters,
box drawing, emoji, colour and anything that needs a position on a screen.
"""
