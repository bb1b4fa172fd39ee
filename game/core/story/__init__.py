"""What a story is, as it was read: scenes, claims, conditions, rulebooks."""
