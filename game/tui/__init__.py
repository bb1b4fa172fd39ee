"""The terminal face, on Textual. Renders the core's frozen views and decides nothing.

Imports nothing here, so that only who opens the app pays for Textual: `game.tui.app.run`.
"""
