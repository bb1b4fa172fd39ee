"""Handouts: the guide as pages for a browser and its printer. Every word is the guide's."""
