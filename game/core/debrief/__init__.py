"""A year looked back at: its figures, the year under every keeper, what if, the gallery."""
