"""The guide in every face says the same: at a prompt, in the app, on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.library.guiding import Line, lines, page, scene_card
from game.core.playing.session import Session
from game.core.story.model import Story
from game.handout.print import handouts
from game.plain.blocks import Block
from game.plain.desk import Desk
from game.plain.words import Unclear
from tests.builders import Tiny, shipped_story
from tests.guide.helpers import PAGE, Beside, shipped_guide
from tests.report.helpers import text_of
from tests.tui.helpers import opened

GUIDE, TOLD = shipped_guide(), shipped_story()
TEXTS = {id: text_of(words) for id, words in handouts(TOLD, GUIDE).items()}


def even(words: str) -> str:
    return " ".join(words.replace("`", "").split())


def said(blocks: list[Block]) -> str:
    return even(" ".join(block.text for block in blocks))


def desk(story: Story) -> Desk:
    session = Session.new(story, story.default_keeper, story.default_cut, None)
    return Desk(session, lambda: True)


def shown(id: str) -> Iterator[Line]:
    """Lines of a page, but for what stands on voting cards and tickets in another form."""
    return (line for line in lines(page(TOLD, GUIDE, id)) if line.kind != "see")


@pytest.mark.parametrize("id", GUIDE.pages)
def test_plain_text_and_paper_leave_nothing_out(id: str) -> None:
    told = said(list(desk(TOLD).do(f"guide {id}") or ()))
    for line in shown(id):
        assert even(line.words) in told
        assert even(line.words) in even(TEXTS[f"{id}.html"])


@pytest.mark.parametrize("id", GUIDE.cards)
def test_a_card_has_its_quote_and_its_quote_has_its_answer(id: str) -> None:
    told = said(list(desk(TOLD).do(f"guide {id}") or ()))
    quote = scene_card(TOLD, GUIDE, id).quote
    assert quote is not None
    for words in (quote.words, quote.answer_line, quote.verdict, quote.question or ""):
        assert even(words) in told
        assert even(words) in even(TEXTS["scenes.html"])


def test_a_prompt_says_what_there_is_and_what_there_is_not(tiny: Tiny) -> None:
    assert "start: Start in five minutes." in said(list(desk(TOLD).do("guide") or ()))
    with pytest.raises(Unclear, match="Did you mean start"):
        desk(TOLD).do("guide strat")
    with pytest.raises(Unclear, match="no guide"):
        desk(tiny.load()).do("guide")


def test_a_prompt_tells_of_a_broken_guide(tmp_path: Path) -> None:
    story = Beside(tmp_path).swap(PAGE, "see: [start]", "see: [strat]").story()
    with pytest.raises(Unclear, match=f"{PAGE}:9:11"):
        desk(story).do("guide")


async def test_the_title_opens_the_guide_and_a_page_and_a_card() -> None:
    async with opened(TOLD, size=(100, 32)) as table:
        await table.click("For teachers")
        assert "Start in five minutes" in table.flat
        await table.press("enter")
        assert "What you need" in table.flat
        await table.press("escape", *["down"] * (len(GUIDE.pages) - 1), "enter")
        assert "The point:" in table.flat
        await table.press("escape", "question_mark")
        assert "a card for each scene" in table.flat
        await table.press("escape", "escape")
        assert "New year" in table.flat


async def test_every_page_and_card_can_be_read_in_the_app_at_its_smallest() -> None:
    from game.tui.ink import Room
    from game.tui.sheets.guide import guide_sheet

    room = Room(76, 24)
    views = [page(TOLD, GUIDE, id) for id in GUIDE.pages]
    cards = [scene_card(TOLD, GUIDE, id) for id in GUIDE.cards]
    for view in [*views, *cards]:
        told = tuple(lines(view))
        set_ = guide_sheet(told)(room)
        assert max(line.cell_length for line in set_) <= 76
        flat = even(" ".join(line.plain.replace("▌", "") for line in set_))
        assert all(even(line.words) in flat for line in told)


async def test_a_story_without_a_guide_offers_none(tiny: Tiny) -> None:
    async with opened(tiny.load()) as table:
        assert "For teachers" not in table.text


async def test_a_broken_guide_is_a_sentence_on_the_title_page(tmp_path: Path) -> None:
    story = Beside(tmp_path).swap(PAGE, "see: [start]", "see: [strat]").story()
    async with opened(story, size=(100, 36)) as table:
        await table.click("For teachers")
        assert "has no page strat" in table.flat.replace("`", "")
