"""Typesetting: a view and a width in, lines out. Pure functions; no widget, no app, no state."""
