"""The few widgets that screens are made of; each draws lines that a sheet has set."""
