"""The log: the run as Markdown, whole at any moment."""

from pathlib import Path

from game.plain.blocks import heading, item, option, quote, text
from game.plain.log import markdown
from tests.plain.helpers import FIRST, play


def test_the_log_tells_the_whole_year(tmp_path: Path) -> None:
    play(FIRST, log=tmp_path / "year.md")
    told = (tmp_path / "year.md").read_text(encoding="utf-8")
    assert told.startswith("# Carrot & Stick\n")
    assert "\n## 6 of 6. Under the article\n" in told
    assert "\n> “whether you jaywalk”\n" in told
    assert "\n## Looking back\n" in told


def test_the_log_is_there_after_an_early_end(tmp_path: Path) -> None:
    play(("2", "quit"), log=tmp_path / "year.md")
    told = (tmp_path / "year.md").read_text(encoding="utf-8")
    assert "Your choice: Wait for green" in told
    assert "Half price" in told


def test_what_was_undone_is_not_in_the_log(tmp_path: Path) -> None:
    play(("1", "undo", "2"), log=tmp_path / "year.md")
    assert "Your choice: Run." not in (tmp_path / "year.md").read_text(encoding="utf-8")


def test_no_other_file_is_left_beside_the_log(tmp_path: Path) -> None:
    play(FIRST, log=tmp_path / "year.md")
    assert [path.name for path in tmp_path.iterdir()] == ["year.md"]


def test_a_log_that_cannot_be_written_is_complained_of_and_fails(tmp_path: Path) -> None:
    told = play(FIRST, log=tmp_path / "gone" / "year.md")
    assert told.session.over
    assert told.code == 1
    assert "Cannot write the log" in told.complaints[0]
    assert len(told.complaints) == 1


def test_blocks_become_markdown_and_their_signs_are_only_signs() -> None:
    blocks = (
        heading("Title"),
        heading("Part"),
        text("Not *bold*."),
        option(1, "One."),
        option(None, "Closed."),
        item("a"),
        item("b"),
        quote("words"),
    )
    assert markdown(blocks) == (
        "# Title\n\n## Part\n\nNot \\*bold\\*.\n\n1. One.\n- Closed.\n\n- a\n- b\n\n> “words”\n"
    )
