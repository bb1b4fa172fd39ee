"""Whole files: missing, empty, too large, oddly encoded; and what YAML is not asked to guess."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.core.story.model import Story
from game.pack import PackError, load, read
from tests.builders import FILES, STORY, Tiny

CHAPTER, LAST, SCORE = "chapters/1.yaml", "chapters/2.yaml", "rulebooks/score.yaml"


def codes(tiny: Tiny) -> set[str]:
    return {problem.code for problem in tiny.problems()}


# Folders


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    story, (problem,) = read(tmp_path / "nowhere")
    assert story is None
    assert (problem.code, problem.file) == ("no-folder", str(tmp_path / "nowhere"))


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "story").write_text("id: x")
    assert read(tmp_path / "story")[1][0].code == "no-folder"


def test_a_folder_that_can_not_be_read_is_told(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "is_file", denied)
    (problem,) = tiny.problems()
    assert problem.message == "this can't be read: Permission denied."


def test_an_empty_folder_tells_everything_that_is_missing(tmp_path: Path) -> None:
    missing = [problem.file for problem in read(tmp_path)[1]]
    assert missing == [
        "chapters",
        "claims",
        "deeds.yaml",
        "rulebooks",
        "sources.yaml",
        "story.yaml",
    ]


@pytest.mark.parametrize("name", ["story.yaml", "deeds.yaml", "sources.yaml"])
def test_a_missing_file_is_told_by_its_name(tiny: Tiny, name: str) -> None:
    assert f"missing-file {name}:0:0" in tiny.drop(name).told()


def test_a_folder_without_files_is_told(tiny: Tiny) -> None:
    tiny.drop("claims/all.yaml")
    assert "missing-file claims:0:0" in tiny.told()


def test_loading_raises_every_reason_at_once(tiny: Tiny) -> None:
    tiny.drop("deeds.yaml").drop("sources.yaml")
    with pytest.raises(PackError) as caught:
        load(tiny.folder)
    assert [problem.file for problem in caught.value.problems] == ["deeds.yaml", "sources.yaml"]
    assert "`deeds.yaml` is missing" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("storry.yaml", "Did you mean `story.yaml`?"),
        ("chapters/3.yml", "Its name would have to end in `.yaml`."),
        ("deeds.yml", "Its name would have to end in `.yaml`."),
    ],
)
def test_a_file_that_would_be_passed_over_is_told(tiny: Tiny, name: str, hint: str) -> None:
    (problem,) = tiny.put(name, "a: b").problems()
    assert (problem.code, problem.file, problem.hint) == ("unknown-file", name, hint)


def test_a_folder_in_place_of_a_file_is_told(tiny: Tiny) -> None:
    tiny.drop(LAST)
    (tiny.folder / LAST).mkdir()
    assert "missing-file chapters/2.yaml:0:0" in tiny.told()


# Contents


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nothing here\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(tiny: Tiny, data: bytes) -> None:
    assert f"empty-file {LAST}:1:1" in tiny.put(LAST, data).told()


def test_a_file_of_more_than_two_megabytes_is_not_read(tiny: Tiny) -> None:
    tiny.put(LAST, FILES[LAST] + "# " + "x" * 2_000_000)
    assert tiny.told() == [f"too-large {LAST}:0:0"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1", "cp1252"])
def test_another_encoding_is_told(tiny: Tiny, encoding: str) -> None:
    tiny.put(LAST, FILES[LAST].replace("It ends", "A café").encode(encoding))
    assert codes(tiny) == {"not-utf8"}


def test_a_byte_order_mark_does_no_harm(tiny: Tiny) -> None:
    assert tiny.put(LAST, b"\xef\xbb\xbf" + FILES[LAST].encode()).told() == []


@pytest.mark.parametrize(
    "data", ["a: \x00", "a: \x07", "\x1b[2J", "a: [1", "a: 'x", "\t- a", "- a\nb: c", "{{", "%TAG"]
)
def test_what_is_no_yaml_is_told(tiny: Tiny, data: str) -> None:
    (problem,) = tiny.put(LAST, data).problems()
    assert problem.code == "not-yaml"
    assert problem.message.isprintable()


def test_two_documents_are_one_too_many(tiny: Tiny) -> None:
    assert codes(tiny.add(LAST, "---\nchapter: Three\n")) == {"one-document"}


def test_the_marks_of_a_single_document_do_no_harm(tiny: Tiny) -> None:
    assert tiny.put(LAST, f"---\n{FILES[LAST]}...\n").told() == []


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\n",
        "<<: *other\n",
        "a: !!python/object:os.system x\n",
        "a: !x y\n",
    ],
)
def test_anchors_aliases_and_tags_are_refused(tiny: Tiny, bomb: str) -> None:
    assert codes(tiny.put(LAST, bomb)) <= {"anchor", "tag"}


INDENTS = "\n".join(" " * n + "a:" for n in range(900))


@pytest.mark.parametrize(
    "deep",
    [*(part * 100_000 for part in ("[", "{a: ", "- ", "? ")), INDENTS],
    ids=["lists", "mappings", "dashes", "questions", "indents"],
)
def test_deep_nesting_ends_at_once(tiny: Tiny, deep: str) -> None:
    started = time.process_time()
    (problem,) = tiny.put(LAST, deep).problems()
    assert problem.code in ("too-deep", "not-yaml", "key")
    assert time.process_time() - started < 2


# Nothing is guessed


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "12:30", "0x1F", "1e3", "null", "~", "2020-01-01", "007", "1_000"]
)
def test_what_looks_like_something_else_stays_a_text(tiny: Tiny, word: str) -> None:
    story = tiny.swap(LAST, "title: The third", f"title: {word}").load()
    assert story.scenes["third"].title == word


@pytest.mark.parametrize(
    "word", ["6.0", "six", "0x6", "1_0", "6:00", "²", "٦", "true", "1" * 12, "''"]
)
def test_a_whole_number_is_digits_and_nothing_else(tiny: Tiny, word: str) -> None:
    (problem,) = tiny.swap(LAST, "month: 6", f"month: {word}").problems()
    assert problem.message.startswith("expected a whole number, found")


@pytest.mark.parametrize("word", ["yes", "True", "1", "on", "TRUE", "''"])
def test_true_and_false_are_two_words(tiny: Tiny, word: str) -> None:
    (problem,) = tiny.swap("story.yaml", "all: true", f"all: {word}").problems()
    assert problem.message.startswith("expected true or false, found")


@pytest.mark.parametrize("word", ["", "''", '" "', "|\n      \n"])
def test_a_text_may_not_be_empty(tiny: Tiny, word: str) -> None:
    (problem,) = tiny.swap(LAST, "title: The third", f"title: {word}").problems()
    assert problem.message == "this text is empty."


@pytest.mark.parametrize("word", ["", "null", "~", "'none'", "None"])
def test_only_the_word_none_is_none(tiny: Tiny, word: str) -> None:
    tiny.swap(SCORE, "{start: 50, low: 0, high: 100}", word)
    assert any("expected keys and values" in problem.message for problem in tiny.problems())


def test_none_is_no_number(tiny: Tiny) -> None:
    tiny.swap(SCORE, "answer: up, size: small", "answer: none").swap(
        SCORE, "answer: down, size: small", "answer: none"
    )
    tiny.put(SCORE, (tiny.folder / SCORE).read_text().split("doors:")[0])
    tiny.swap(SCORE, "{start: 50, low: 0, high: 100}", "none")
    assert tiny.load().rulebooks["score"].number is None


def test_a_size_may_be_a_name_or_points(tiny: Tiny) -> None:
    rules = (
        tiny.swap(SCORE, "bad: {answer: down, size: small", "bad: {answer: down, size: 15")
        .load()
        .rulebooks["score"]
        .rules
    )
    assert (rules["good"].size, rules["bad"].size) == ("small", 15)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("claims: [C1]", "claims: C1", "expected a list, found `C1`."),
        ("claims: [C1]", "claims: {C1: x}", "expected a list, found keys and values."),
        ("claims: [C1]", "claims: [[C1]]", "expected a text, found a list."),
        ("claims: [C1]", "claims:", "expected a list, found nothing."),
        ("month: 6", "month: [6]", "expected a whole number, found a list."),
        ("month: 6", "month: 6\n    event: [x]", "expected true or false, found a list."),
        ("month: 6", "month: 6\n    if: {a: b}", "expected a condition, found keys and values."),
        ("month: 6", "month: 6\n    comment: words", "expected keys and values, found `words`."),
        ("month: 6", "month: 6\n    help: []", "`help` is no key of a scene."),
    ],
)
def test_what_is_of_another_kind_is_told_with_what_was_expected(
    tiny: Tiny, old: str, new: str, message: str
) -> None:
    assert [problem.message for problem in tiny.swap(LAST, old, new).problems()] == [message]


@pytest.mark.parametrize(
    "condition",
    [
        *("chose first.nix", "'chose first.nix'", '"chose first.nix"'),
        "not on any\n          and chose first.nix",
    ],
)
def test_a_condition_points_at_its_own_word(tiny: Tiny, condition: str) -> None:
    (problem,) = tiny.swap(CHAPTER, "if: chose first.ill", f"if: {condition}").problems()
    assert problem.line == 20
    if "\n" not in condition:
        assert tiny.text_at(problem).startswith("first.nix")


def test_a_condition_in_a_block_is_found_at_its_head(tiny: Tiny) -> None:
    tiny.swap(LAST, "title: The third\n", "title: The third\n    if: |\n      on bok or on bok\n")
    (problem,) = tiny.problems()
    assert tiny.text_at(problem).startswith("|")


# The whole


def test_keepers_come_in_the_order_of_the_story(tiny: Tiny) -> None:
    assert list(tiny.load().rulebooks) == ["score", "lists"]
    assert list(tiny.swap("story.yaml", "[score, lists]", "[lists, score]").load().rulebooks) == [
        "lists",
        "score",
    ]


def test_chapters_and_scenes_come_in_the_order_of_the_files(tiny: Tiny) -> None:
    story = tiny.load()
    assert [chapter.chapter for chapter in story.chapters] == ["One", "Two"]
    assert list(story.scenes) == ["first", "rain", "second", "third"]


def test_a_digest_tells_whether_the_text_is_the_same(tiny: Tiny) -> None:
    before = tiny.load().digest
    assert tiny.load().digest == before
    assert tiny.swap(LAST, "It ends.", "It ends!").load().digest != before


def test_a_digest_does_not_depend_on_where_the_folder_lies(tiny: Tiny, tmp_path: Path) -> None:
    assert Tiny(tmp_path / "other").load().digest == tiny.load().digest


def test_text_may_not_wander_from_one_file_to_the_next_unseen(tiny: Tiny) -> None:
    tiny.add("claims/all.yaml", "# a\n")
    before = tiny.load().digest
    tiny.put("claims/all.yaml", FILES["claims/all.yaml"])
    tiny.put("deeds.yaml", "# a\n" + FILES["deeds.yaml"])
    assert tiny.load().digest != before


def test_the_shipped_story_has_no_problem_at_all() -> None:
    assert read(STORY)[1] == ()


# Fuzz

NOISE = st.sampled_from(
    [
        *("{", "}", "[", "]", ":", ",", "-", "?", "&", "*", "!", "|", ">", "'", '"', "%", "@", "#"),
        *("\n", "\t", " ", "\\", "\n---\n", "\n...\n", "!!python/name:os.system ", "&a ", "*a"),
        *("<<: ", "\ufeff", "\x00", "\x85", "\u2028", "🥕", "none", "true", "9" * 11, "{name}"),
        *("chose a.b", " or ", " not "),
    ]
)


@given(
    name=st.sampled_from(sorted(FILES)),
    cuts=st.lists(
        st.tuples(st.integers(0, 2000), st.integers(0, 40), NOISE), min_size=1, max_size=4
    ),
)
@example(name="story.yaml", cuts=[(0, 2000, "")])
def test_a_story_with_any_text_changed_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, name: str, cuts: list[tuple[int, int, str]]
) -> None:
    text = FILES[name]
    for at, gone, noise in cuts:
        at %= len(text) + 1
        text = text[:at] + noise + text[at + gone :]
    tiny = Tiny(tmp_path_factory.getbasetemp() / "fuzz").put(name, text)
    story, problems = read(tiny.folder)
    errors = [problem for problem in problems if problem.severity == "error"]
    assert isinstance(story, Story) is (not errors)
    assert all(
        problem.line >= 0 and problem.column >= 0 and problem.message for problem in problems
    )


@given(data=st.binary(max_size=300))
def test_a_file_of_any_bytes_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    tiny = Tiny(tmp_path_factory.getbasetemp() / "fuzz").put(LAST, data)
    assert tiny.problems()
