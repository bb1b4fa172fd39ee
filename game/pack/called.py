"""What the parts of a story are called in a sentence: marked here, said where a problem is told."""

from __future__ import annotations

from collections.abc import Mapping

from game.words import mark

__all__ = ["OWNERS", "SEVERAL"]

OWNERS: Mapping[str, str] = {
    "About": "about.yaml",
    "Also": mark("a text under `also`"),
    "Amendment": mark("an amendment"),
    "Bands": "`bands`",
    "Card": mark("a card"),
    "Case": mark("a case"),
    "Chapter": mark("a chapter"),
    "Claim": mark("a claim"),
    "Comment": mark("a comment"),
    "Cut": mark("a cut"),
    "Deed": mark("a deed"),
    "Door": mark("a door"),
    "DoorRule": mark("a rule of a door"),
    "Ending": mark("an ending"),
    "GlossaryEntry": mark("a term of the glossary"),
    "Listing": mark("a list"),
    "Option": mark("an option"),
    "Page": mark("a page"),
    "Part": mark("a part"),
    "Record": mark("a record"),
    "Rule": mark("a rule"),
    "Rulebook": mark("a rulebook"),
    "Scale": "`number`",
    "Scene": mark("a scene"),
    "Source": mark("a source"),
    "Statement": mark("a statement"),
    "StoryFile": "story.yaml",
    "Trail": mark("a trail"),
    "TrailStep": mark("a step of a trail"),
}
"""By the dataclass that a part is read into."""

SEVERAL: Mapping[str, str] = {
    "card": mark("cards"),
    "claim": mark("claims"),
    "cut": mark("cuts"),
    "ending": mark("endings"),
    "keeper": mark("keepers"),
    "option": mark("options"),
    "page": mark("pages"),
    "rulebook": mark("rulebooks"),
    "scene": mark("scenes"),
    "statement": mark("statements"),
}
"""More than one of a kind of things that have an id."""
