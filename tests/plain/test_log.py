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


def test_every_sentence_of_the_log_has_its_speaker_and_place(tmp_path: Path) -> None:
    told = play(FIRST, log=tmp_path / "year.md")
    log = (tmp_path / "year.md").read_text(encoding="utf-8")
    stand = log.split("\n## Where the sentences stand\n")[1].split("\n## Sources\n")[0]
    assert "- A19: “whether you jaywalk”. The article, paragraph 3. On record:" in stand
    for claim in told.session.trace.sentences:
        assert f"- {claim}: “" in stand


def test_every_record_of_the_log_has_its_sources_at_the_end(tmp_path: Path) -> None:
    told = play(FIRST, log=tmp_path / "year.md")
    sources = (tmp_path / "year.md").read_text(encoding="utf-8").split("\n## Sources\n")[1]
    claims = told.session.story.claims
    for claim in told.session.trace.sentences:
        for key in claims[claim].record.sources:
            assert f"- {key}: " in sources
    assert "https://global.chinadaily.com.cn/china/2017-05/05/content_29211656.htm" in sources


def test_the_log_holds_what_stands_behind_the_debrief(tmp_path: Path) -> None:
    play(FIRST, log=tmp_path / "year.md")
    log = (tmp_path / "year.md").read_text(encoding="utf-8")
    assert "Every change, and whose words it rests on:" in log
    assert "## Who wrote this page?" in log
    assert "| the article | 600 | 510 |" in log


def test_what_is_read_as_markdown_elsewhere_is_only_words_here() -> None:
    said = markdown([text("<b>&lt;i&gt; _so_ a_b [x](y) ~~z~~ | # & more")])
    assert said == (r"\<b\>\&lt;i\&gt; \_so\_ a_b \[x\](y) \~\~z\~\~ \| \# & more" + "\n")
