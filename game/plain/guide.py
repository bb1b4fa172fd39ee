"""The teacher's guide in plain text: what there is, a page, a scene's card.

The same lines as on every other face; no page is shortened for being read aloud.
"""

from __future__ import annotations

from game.core.library.guiding import Line, lines, page, scene_card
from game.core.story.guide import Guide
from game.core.story.model import Story
from game.plain.blocks import Block, heading, item, passage, text
from game.plain.words import Unclear, near
from game.words import capital, mark, say, sentence

__all__ = ["NO_GUIDE", "contents", "guide", "named"]

NO_GUIDE = mark("This story has no guide.")


def guide(story: Story, found: Guide | None, word: str) -> list[Block]:
    """Say what there is; or the page or the scene's card of that name; raises Unclear."""
    if found is None:
        raise Unclear(say(NO_GUIDE))
    if not word:
        how = say("Type guide and one of these names, or a scene's.")
        return [*contents(found), text(how)]
    name = word.casefold()
    if name not in found.pages and name not in found.cards:
        close = near(name, [*found.pages, *found.cards])
        none = say("The guide has no page {word}.", word=word[:40])
        raise Unclear(passage(none, close))
    return named(story, found, name)


def contents(found: Guide) -> list[Block]:
    """Say which pages there are."""
    told = [item(f"{id}: {sentence(leaf.title)} {leaf.line}") for id, leaf in found.pages.items()]
    return [heading(say("For teachers")), *told]


def named(story: Story, found: Guide, name: str) -> list[Block]:
    """Say a page, or a scene's card."""
    if name in found.pages:
        return [_block(line) for line in lines(page(story, found, name))]
    return [_block(line) for line in lines(scene_card(story, found, name))]


def _block(line: Line) -> Block:
    before, words = line.mark, line.words
    match line.kind:
        case "head":
            return heading(f"{words} ({before})" if before else words)
        case "say":
            return text(say("Say: “{words}”", words=words))
        case "command":
            return item(f"{before}: {words}")
        case "step":
            return item(f"{before}. {words}")
        case "pair":
            return item(say("“{said}” {answer}", said=before, answer=words))
        case "quote":
            return text(
                say(
                    "{who} says: “{words}”",
                    who=capital(before.strip()).removesuffix("."),
                    words=words,
                )
                + line.end
            )
        case "see":
            return text(say("See also: {pages}.", pages=", ".join(before.split())))
        case "item":
            return item(f"{before} {words}" if before else f"- {words}")
    return text(passage(before, words))
