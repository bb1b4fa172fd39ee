"""What is kept on disk: runs, bookmarks, sittings, settings. Written whole or not at all."""
