"""A run: a list of choices, folded; what a choice does under one rulebook, and its trace."""
