"""The quotes are the article's, and a changed letter shows."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.check.examine import examine
from game.check.fingerprint import check_fingerprint, check_source, make
from game.check.passage import passage
from game.core.story.model import Story
from game.folders import story_folder
from game.pack import load
from game.pack.problems import Problems
from tests.cli.helpers import carrot
from tests.diagnostics.examples import EXAMPLE, Twin
from tests.foreign import foreign

ARTICLE = "He said: “it is so”,\n  and it was not. Nobody asked again."


@pytest.fixture(scope="module")
def shipped() -> Story:
    return load(story_folder())


def with_quote(story: Story, words: str) -> Story:
    claims = dict(story.claims)
    claims["A19"] = replace(claims["A19"], quote=words)
    return replace(story, claims=claims)


def problems_of(story: Story) -> list[str]:
    problems = Problems()
    check_fingerprint(story, story_folder(), problems)
    return [problem.code for problem in problems.found]


def test_every_shipped_quote_fits_its_fingerprint(shipped: Story) -> None:
    assert problems_of(shipped) == []


def test_one_changed_letter_is_found_without_the_article(shipped: Story) -> None:
    assert problems_of(with_quote(shipped, "whether you Jaywalk")) == ["changed-quote"]


def test_white_space_is_no_change(shipped: Story) -> None:
    assert problems_of(with_quote(shipped, "whether\n  you jaywalk")) == []


def test_one_changed_letter_is_found_in_the_source(shipped: Story) -> None:
    only = replace(shipped, claims={"A19": replace(shipped.claims["A19"], quote="it is So")})
    problems = Problems()
    check_source(only, ARTICLE, problems)
    assert [problem.code for problem in problems.found] == ["not-in-source"]


def test_a_stray_quote_gets_no_fingerprint(shipped: Story) -> None:
    only = replace(shipped, claims={"A19": replace(shipped.claims["A19"], quote="it was so")})
    with pytest.raises(ValueError, match="A19"):
        make(only, ARTICLE)


def test_a_story_with_quotes_and_no_fingerprint_is_told_so(shipped: Story, tmp_path: Path) -> None:
    problems = Problems()
    check_fingerprint(shipped, tmp_path, problems)
    assert [problem.code for problem in problems.found] == ["no-fingerprint"]


@pytest.mark.usefixtures("known_proofs")
def test_the_check_holds_the_quotes_against_a_source(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Nothing of this is quoted.", encoding="utf-8")
    run = carrot("check", "--source", str(tmp_path / "other.txt"))
    assert run.returncode == 1
    assert run.stdout.count("does not stand in the source, letter for letter") == 91


def test_a_source_that_is_not_there_is_a_sentence() -> None:
    run = carrot("check", "--source", "nowhere.txt")
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "nowhere.txt can't be read" in run.stderr


def test_a_fingerprint_is_not_made_of_a_text_that_was_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Nothing of this is quoted.", encoding="utf-8")
    run = carrot("fingerprint", str(tmp_path / "other.txt"), story_folder())
    assert run.returncode == 1
    assert run.stdout.count("does not stand in the text, letter for letter") == 91
    assert "Not written" in run.stdout


# Stray quotes, and what was meant


PAGE = "He said: “it’s so”, and it was not. Nobody asked again, because nobody had asked before."


@pytest.mark.parametrize(
    ("stray", "meant"),
    [
        ("“it's so”, and it", "“it’s so”, and it"),
        ("it’s so", "it’s so"),
        ("nobody asked again", "Nobody asked again"),
        ("Nobody asked once more, because nobody had", "Nobody asked again, because nobody had"),
        ("something else entirely", ""),
    ],
)
def test_a_stray_quote_is_told_with_what_the_text_has(stray: str, meant: str) -> None:
    assert meant in passage(PAGE, stray)
    assert bool(passage(PAGE, stray)) == bool(meant)


def test_a_long_text_is_not_compared_letter_by_letter() -> None:
    assert passage(PAGE * 2_000, "Nobody asked once more, because nobody had") == ""
    assert passage(PAGE * 2_000, "it's so") == "it’s so"


def test_every_stray_quote_is_told_at_once_at_its_place(tmp_path: Path) -> None:
    foreign(tmp_path / "story")
    (tmp_path / "page.txt").write_text("Chaque sourire rapporte un point.", encoding="utf-8")
    run = carrot("fingerprint", tmp_path / "page.txt", tmp_path / "story")
    first, last = run.stdout.splitlines()
    assert run.returncode == 1
    assert first.endswith(
        "claims/tout.yaml:2:10: error: the quote of `S1` does not stand in the text, letter for "
        "letter. The text has: Chaque sourire rapporte un point"
    )
    assert last == "Not written: a fingerprint is made when every quote stands in the text."
    assert (tmp_path / "story" / "fingerprint").read_text() == ""


def test_one_quote_is_not_called_quotes(tmp_path: Path) -> None:
    foreign(tmp_path / "story")
    (tmp_path / "page.txt").write_text("chaque sourire rapporte un point", encoding="utf-8")
    run = carrot("fingerprint", tmp_path / "page.txt", tmp_path / "story")
    assert run.stdout.startswith("1 quote is fingerprinted in")


def test_a_story_of_fragments_needs_no_fingerprint(tmp_path: Path) -> None:
    foreign(tmp_path / "story", "an_opinion")
    (tmp_path / "page.txt").write_text("Anything.", encoding="utf-8")
    run = carrot("fingerprint", tmp_path / "page.txt", tmp_path / "story")
    assert (run.returncode, run.stdout) == (
        0,
        "This story has no `quote`, only fragments: it needs no fingerprint.\n",
    )


# Which story, and what stands in the way


def test_the_story_is_the_one_that_the_text_lies_in(tmp_path: Path) -> None:
    folder = foreign(tmp_path / "story").folder
    (folder / "page.txt").write_text("chaque sourire rapporte un point", encoding="utf-8")
    run = carrot("fingerprint", "story/page.txt", cwd=tmp_path)
    assert run.stdout == "1 quote is fingerprinted in story/fingerprint.\n"
    assert carrot("fingerprint", "page.txt", cwd=folder).returncode == 0


def test_a_text_that_lies_in_no_story_writes_into_none(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Anything.", encoding="utf-8")
    before = (story_folder() / "fingerprint").read_bytes()
    run = carrot("fingerprint", "page.txt", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "Which story quotes page.txt? Name its folder, too: carrot fingerprint page.txt DIR.\n"
    )
    assert (story_folder() / "fingerprint").read_bytes() == before


def test_a_folder_named_first_is_told_which_comes_first(tmp_path: Path) -> None:
    folder = foreign(tmp_path / "story").folder
    (tmp_path / "page.txt").write_text("Anything.", encoding="utf-8")
    run = carrot("fingerprint", "story", "page.txt", cwd=tmp_path)
    assert (folder.is_dir(), run.returncode, run.stdout) == (True, 2, "")
    assert run.stderr == (
        "story is a folder. The text comes first: carrot fingerprint page.txt story\n"
    )


def test_a_story_that_has_errors_gets_no_fingerprint_and_is_told_so(tmp_path: Path) -> None:
    folder = foreign(tmp_path / "story").drop("deeds.yaml").folder
    (folder / "page.txt").write_text("chaque sourire rapporte un point", encoding="utf-8")
    run = carrot("fingerprint", folder / "page.txt", folder)
    assert run.returncode == 2
    assert run.stderr.endswith("\nNot written: first mend these.\n")


def test_a_text_in_another_encoding_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes("Café".encode("latin-1"))
    run = carrot("fingerprint", "page.txt", foreign(tmp_path / "story").folder, cwd=tmp_path)
    assert run.stderr == (
        "page.txt is not UTF-8 (byte 3). Save it again and choose UTF-8 as the encoding.\n"
    )


# What a check says of a text that is at hand

STREET = EXAMPLE / "article.txt"


def told(twin: Twin, source: str | None) -> tuple[list[str], int]:
    report = examine(twin.folder, source)
    return [problem.code for problem in report.problems], report.counts["quotes_verbatim"]


def test_a_text_that_changed_around_its_quotes_is_told_and_no_error(tmp_path: Path) -> None:
    twin, text = Twin(tmp_path / "story"), STREET.read_text(encoding="utf-8")
    assert told(twin, text) == ([], 2)
    assert told(twin, text + "\n\n") == ([], 2)
    assert told(twin, f"A title\n\n{text}") == (["changed-source"], 2)


def test_a_quote_that_does_not_stand_is_told_with_what_the_text_has_and_not_counted(
    tmp_path: Path,
) -> None:
    twin, text = Twin(tmp_path / "story"), STREET.read_text(encoding="utf-8")
    twin.swap("claims/article.yaml", "quote: lend a hand and", "quote: Lend a hand, and")
    assert told(twin, text) == (["not-in-source"], 1)
    (problem,) = examine(twin.folder, text).problems
    assert problem.hint.startswith("The text has: But lend a hand and you gain one.")
    assert told(twin, None) == (["changed-quote"], 1)
    (old,) = examine(twin.folder).problems
    assert "if you changed the quote on purpose" in old.hint
    assert f"carrot fingerprint {twin.folder}/article.txt {twin.folder}`" in old.hint


def test_a_quote_put_right_whose_fingerprint_is_old_is_told_what_to_run(tmp_path: Path) -> None:
    twin, text = Twin(tmp_path / "story"), STREET.read_text(encoding="utf-8")
    twin.swap("claims/article.yaml", "quote: lend a hand and", "quote: But lend a hand and")
    (problem,) = examine(twin.folder, text, called="street.txt").problems
    assert (problem.code, problem.hint) == (
        "changed-quote",
        f"It stands in the text: run `carrot fingerprint street.txt {twin.folder}`.",
    )


def test_whole_sentences_are_told_where_lengths_differ() -> None:
    page = "It began. The shed opens at nine on every day but one, says Osei. It ends."
    assert passage(page, "The shed opens at nine") == "The shed opens at nine"
    for stray in ("The shed opens at nine or so", "The shed opens at nine on each and every day"):
        assert passage(page, stray) == "The shed opens at nine on every day but one, says Osei."


# A fragment that is given to the text


def fragment(twin: Twin, words: str) -> Twin:
    return twin.swap(
        "claims/article.yaml", "  quote: lend a hand and you gain one", f"  fragment: {words}"
    )


def test_a_fragment_given_to_the_text_is_held_against_it(tmp_path: Path) -> None:
    text = STREET.read_text(encoding="utf-8")
    false = fragment(Twin(tmp_path / "false"), "lend a hand and you gain ten")
    (problem,) = examine(false.folder, text).problems
    assert (problem.code, problem.severity) == ("not-its-words", "warning")
    assert problem.hint.endswith("The text has: But lend a hand and you gain one.")
    part = fragment(Twin(tmp_path / "part"), "lend a hand")
    assert told(part, text)[0] == []


def test_and_against_the_fingerprint(tmp_path: Path) -> None:
    twin, text = Twin(tmp_path / "story"), STREET.read_text(encoding="utf-8")
    fragment(twin, "lend a hand")
    assert told(twin, None)[0] == ["not-its-words"]
    (twin.folder / "fingerprint").write_text(make(load(twin.folder), text), encoding="utf-8")
    assert told(twin, None)[0] == []
    twin.swap("claims/article.yaml", "lend a hand", "lend both hands")
    assert told(twin, None)[0] == ["not-its-words"]


def test_a_fragment_of_whoever_is_quoted_nowhere_is_held_against_nothing(tmp_path: Path) -> None:
    twin, text = Twin(tmp_path / "story"), STREET.read_text(encoding="utf-8")
    twin.swap("story.yaml", "", "speakers: {osei: Osei}\n")
    fragment(twin, "no such words").swap(
        "claims/article.yaml", "no such words\n  speaker: article", "no such words\n  speaker: osei"
    )
    (twin.folder / "fingerprint").write_text(make(load(twin.folder), text), encoding="utf-8")
    assert told(twin, text)[0] == told(twin, None)[0] == []


def test_quotes_that_nothing_was_held_against_are_not_counted(tmp_path: Path) -> None:
    twin, text = Twin(tmp_path / "story"), STREET.read_text(encoding="utf-8")
    (twin.folder / "fingerprint").unlink()
    assert told(twin, None) == (["no-fingerprint"], 0)
    assert told(twin, text) == (["no-fingerprint"], 2)
