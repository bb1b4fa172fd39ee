"""The library: find a word, follow a sentence back, look a term up."""

from game.core.library.catalogue import cited_by
from game.core.story.model import Story
from tests.builders import Tiny, choices, shipped_story
from tests.tui.helpers import Table, begin, opened

TRAIL = """\
- id: way
  title: The way of a word
  claim: C1
  asks: Where did it change?
  answer: second
  why: The second dropped a word.
  steps:
    - {id: first, who: Somebody, when: "2001", fragment: nearly everything counts, told: Heard.}
    - {id: second, who: Somebody else, when: "2002", fragment: everything counts, told: Shorter.}
    - {id: third, who: A third, when: "2003", told: Said it again.}
"""


def with_trail(tiny: Tiny) -> Story:
    return tiny.put("trails.yaml", TRAIL).load()


async def at_library(table: Table) -> Table:
    await table.click("Library")
    return table


async def test_a_word_leaves_only_what_holds_it() -> None:
    async with opened(shipped_story()) as table:
        await at_library(table)
        await table.press("slash", *"video games", "enter")
        assert "such as video games" in table.text
        assert "donned the mantle" not in table.text
        await table.press("escape")
        assert "donned the mantle" in table.text


async def test_the_line_under_the_cursor_carries_a_sign() -> None:
    async with opened(shipped_story()) as table:
        await at_library(table)
        for _ in range(3):
            (line,) = [row for row in table.text.splitlines() if "› " in row]
            assert "“" in line
            await table.press("down")
            assert line not in table.text


async def test_a_term_is_found_and_opened() -> None:
    story = shipped_story()
    entry = story.glossary["spending-restriction"]
    async with opened(story) as table:
        await at_library(table)
        await table.press("slash", *"gāoxiāofèi", "enter")
        await table.click(entry.term)
        assert entry.says in table.flat


async def test_a_word_that_nothing_holds_is_said(tiny: Story) -> None:
    async with opened(tiny) as table:
        await at_library(table)
        await table.press("slash", *"zebra")
        assert "nothing on “zebra”" in table.text


async def test_sentences_are_narrowed_down_and_esc_gives_all_back() -> None:
    async with opened(shipped_story()) as table:
        await at_library(table)
        await table.press("v")
        await table.click("false")
        assert "A6 " in table.text
        assert "A1 " not in table.text
        await table.press("w")
        await table.click("the long comment")
        assert "A6 " not in table.text
        assert "Only: the long comment · false." in table.text
        await table.press("escape")
        assert "donned the mantle" in table.text


async def test_a_chapter_and_what_was_not_met_narrow_down_together() -> None:
    story = shipped_story()
    session = begin(story)
    session.play(choices("red-man.cross"))
    session.save()
    async with opened(story) as table:
        await at_library(table)
        await table.press("c", "2")
        assert "A19  ●" in table.text
        await table.press("m", "m")
        assert "not met yet" in table.flat
        assert "A19 " not in table.text
        await table.press("m")
        assert "A19  ●" in table.text


async def test_what_was_typed_narrows_down_and_a_wrong_word_is_told_the_right_one() -> None:
    async with opened(shipped_story()) as table:
        await at_library(table)
        await table.press("slash", *"by:roberts verdict:false")
        assert "Only: the long comment · false." in table.text
        await table.press(*["backspace"] * 5, *"flase")
        assert "Did you mean verdict:false?" in table.flat


async def test_nothing_left_is_said() -> None:
    async with opened(shipped_story()) as table:
        await at_library(table)
        await table.press("slash", *"met:yes")
        assert "No sentence is all of that." in table.text


async def test_a_source_opens_with_what_rests_on_it_and_leads_to_a_card() -> None:
    story = shipped_story()
    citing = cited_by(story, "SPC-2015")
    async with opened(story) as table:
        await at_library(table)
        await table.press("slash", *"SPC-2015", "enter", "enter")
        assert f"{len(citing.claims)} sentences, {len(citing.rules)} rules" in table.flat
        await table.press("enter")
        assert f"{citing.claims[0].id} · the sentence and its answer" in table.text


async def test_arrows_go_from_part_to_part() -> None:
    async with opened(shipped_story()) as table:
        await at_library(table)
        await table.press("left")
        assert "› How an example became a rule" in table.text
        for _ in range(2):
            await table.press("right")
        assert "› S1" in table.text


async def test_a_trail_shows_quoted_words_and_labels_ours(files: Tiny) -> None:
    async with opened(with_trail(files)) as table:
        await at_library(table)
        await table.click("The way of a word")
        assert "“nearly everything counts”" in table.text
        assert "in our words: Said it again." in table.text
        assert "dropped a word" not in table.text


async def test_the_step_that_changed_it_is_told_once_one_was_picked(files: Tiny) -> None:
    async with opened(with_trail(files)) as table:
        await at_library(table)
        await table.click("The way of a word")
        await table.press("3")
        assert "We see it at step 2." in table.text
        assert "The second dropped a word." in table.text
        await table.click("Somebody else")
        assert "That is where it changed." in table.text


async def test_both_shipped_trails_open() -> None:
    story = shipped_story()
    async with opened(story) as table:
        await at_library(table)
        for puzzle in story.trails:
            await table.click(puzzle.title)
            assert puzzle.steps[0].who[:20] in table.text
            await table.press("escape")


async def test_a_window_without_a_row_to_spare_turns_no_page() -> None:
    async with opened(shipped_story()) as table:
        await at_library(table)
        await table.pilot.resize_terminal(40, 5)
        await table.press("pagedown", "pageup")
        await table.pilot.resize_terminal(100, 30)
        await table.rest()
        assert "The library" in table.text
