"""Words, weighed: budgets, grades, words to avoid, minutes, counts."""

from dataclasses import replace

import pytest

from game.check.budgets import check_avoided, check_budgets, check_grades
from game.check.counts import claims_in_play, counts
from game.check.grade import grade, grades, syllables, words
from game.check.minutes import minutes
from game.core.story.model import Scene, Story
from game.folders import story_folder
from game.pack import load
from game.pack.problems import Problems

STORY = load(story_folder())


def with_scene(**changes: object) -> Story:
    """The story with its first scene changed."""
    chapter = STORY.chapters[0]
    scene = replace(chapter.scenes[0], **changes)  # type: ignore[arg-type]
    changed = replace(chapter, scenes=(scene, *chapter.scenes[1:]))
    return replace(STORY, chapters=(changed, *STORY.chapters[1:]))


def warned(check, story: Story) -> list[str]:  # type: ignore[no-untyped-def]
    problems = Problems()
    check(story, problems)
    assert {problem.severity for problem in problems.found} <= {"warning"}
    return [problem.message for problem in problems.sorted()]


def first() -> Scene:
    return STORY.chapters[0].scenes[0]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("table", 2),
        ("like", 1),
        ("liked", 1),
        ("wanted", 2),
        ("government", 3),
        ("2018", 1),
    ],
)
def test_syllables_are_counted_by_ear(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_word_with_an_apostrophe_or_a_hyphen_is_one() -> None:
    assert words("Don't re-read Ada’s page.") == ["Don't", "re-read", "Ada’s", "page"]


def test_the_grade_is_flesch_and_kincaids() -> None:
    # Six words of one syllable in one sentence: 0.39 × 6 + 11.8 × 1 − 15.59.
    assert grade(["The cat sat on the mat."]) == -1.4


def test_long_words_in_long_sentences_read_harder() -> None:
    hard = "Administrative accountability necessitates comprehensive institutional documentation."
    assert grade([hard]) > 20


def test_no_words_have_no_grade() -> None:
    assert grade([]) == 0.0


def test_other_languages_have_no_grade() -> None:
    assert grades(replace(STORY, head=replace(STORY.head, language="de"))) == {}


def test_every_chapter_of_ours_reads_at_grade_8_or_below() -> None:
    assert warned(check_grades, STORY) == []


def test_a_chapter_that_reads_too_hard_is_warned_of() -> None:
    hard = "Administrative accountability necessitates comprehensive documentation. " * 600
    assert "reads at grade" in warned(check_grades, with_scene(text=hard))[0]


@pytest.mark.parametrize("count", [40, 90])
def test_a_scene_of_40_to_90_words_is_within_its_budget(count: int) -> None:
    found = warned(check_budgets, with_scene(text="word " * count))
    assert [message for message in found if "`red-man` has" in message] == []


@pytest.mark.parametrize("count", [39, 91])
def test_a_scene_outside_its_budget_is_warned_of(count: int) -> None:
    found = warned(check_budgets, with_scene(text="word " * count))
    assert f"the scene `red-man` has {count} words; the budget is 40 to 90." in found


def test_where_no_spaces_part_words_no_budget_is_told() -> None:
    story = with_scene(text="他走了。")
    assert "the scene `red-man` has 1 word; the budget is 40 to 90." in warned(check_budgets, story)
    told = replace(story, head=replace(story.head, language="zh-Hans"))
    assert warned(check_budgets, told) == []


def test_a_long_option_is_warned_of() -> None:
    option = replace(first().options[0], label="word " * 13)
    found = warned(check_budgets, with_scene(options=(option, *first().options[1:])))
    assert "the option `red-man.cross` has 13 words; the budget is at most 12." in found


def test_a_short_outcome_is_warned_of() -> None:
    option = replace(first().options[0], outcome="Done.")
    found = warned(check_budgets, with_scene(options=(option, *first().options[1:])))
    assert "the outcome of `red-man.cross` has 1 word; the budget is 25 to 60." in found


def test_a_word_to_avoid_is_warned_of_whatever_its_capitals() -> None:
    found = warned(check_avoided, with_scene(text="A LAOLAI walks by."))
    assert "own prose uses `LAOLAI`, a word that the story avoids." in found


def test_a_part_of_a_word_is_not_that_word() -> None:
    assert warned(check_avoided, with_scene(text="Laolaiism.")) == warned(check_avoided, STORY)


def test_the_taster_takes_five_to_nine_minutes() -> None:
    assert 5 <= minutes(STORY)["taster"] <= 9


def test_every_count_is_what_stands_in_the_story() -> None:
    found = counts(STORY)
    assert found["scenes"] == sum(not scene.event for scene in STORY.scenes.values())
    assert found["claims"] == len(STORY.claims)
    assert found["claims_in_play"] == len(claims_in_play(STORY)) <= found["claims"]


def test_a_claim_that_only_a_door_names_is_in_play() -> None:
    assert STORY.rulebooks["article"].doors["slow-train"].claim in claims_in_play(STORY)


@pytest.mark.parametrize(("count", "told"), [(3, "Say more"), (300, "say it shorter")])
def test_what_is_too_short_is_not_told_to_be_shorter(count: int, told: str) -> None:
    problems = Problems()
    check_budgets(with_scene(text="word " * count), problems)
    (problem,) = problems.found
    assert (problem.code, told in problem.hint) == ("scene-words", True)
