"""The teacher's guide in plain text: what there is, a page, a scene's card.

The same lines as on every other face; no page is shortened for being read aloud.
"""

from __future__ import annotations

from game.core.guide import Guide
from game.core.guiding import Line, lines, page, scene_card
from game.core.model import Story
from game.plain.blocks import Block, heading, item, sentence, text
from game.plain.words import Unclear, near

__all__ = ["NO_GUIDE", "contents", "guide", "named"]

NO_GUIDE = "This story has no guide."


def guide(story: Story, found: Guide | None, word: str) -> list[Block]:
    """Say what there is; or the page or the scene's card of that name; raises Unclear."""
    if found is None:
        raise Unclear(NO_GUIDE)
    if not word:
        return [*contents(found), text("Type guide and one of these names, or a scene's.")]
    name = word.casefold()
    if name not in found.pages and name not in found.cards:
        close = near(name, [*found.pages, *found.cards])
        raise Unclear(f"The guide has no page {word[:40]}.{close}")
    return named(story, found, name)


def contents(found: Guide) -> list[Block]:
    """Say which pages there are."""
    told = [item(f"{id}: {sentence(leaf.title)} {leaf.line}") for id, leaf in found.pages.items()]
    return [heading("For teachers"), *told]


def named(story: Story, found: Guide, name: str) -> list[Block]:
    """Say a page, or a scene's card."""
    if name in found.pages:
        return [_block(line) for line in lines(page(story, found, name))]
    return [_block(line) for line in lines(scene_card(story, found, name))]


def _block(line: Line) -> Block:
    mark, words = line.mark, line.words
    match line.kind:
        case "head":
            return heading(f"{words} ({mark})" if mark else words)
        case "say":
            return text(f"Say: “{words}”")
        case "command":
            return item(f"{mark}: {words}")
        case "step":
            return item(f"{mark}. {words}")
        case "pair":
            return item(f"“{mark}” {words}")
        case "quote":
            return text(f"{sentence(mark).removesuffix('.')} says: “{words}”{line.end}")
        case "see":
            return text(f"See also: {', '.join(mark.split())}.")
        case "item":
            return item(f"{mark} {words}" if mark else f"- {words}")
    return text(f"{mark} {words}" if mark else words)
