"""Somebody plays: a session and its pages, undone, branched, replayed, read anew."""
