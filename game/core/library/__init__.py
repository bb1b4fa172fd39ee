"""What can be looked up: the claims in the order of the page, glossary, sources, the guide."""
