"""`carrot report`, `carrot replay` and `carrot booster` as somebody at a shell would have them."""

import json
import os
from pathlib import Path

import pytest

from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.story.model import Story
from game.folders import runs_folder, sittings_folder
from tests.builders import choices
from tests.cli.helpers import carrot, flat
from tests.report.helpers import lived, text_of


@pytest.fixture
def run(shipped: Story) -> Session:
    return lived(shipped, cut="taster", runs=Runs(runs_folder()))


def named(session: Session) -> Path:
    assert session.file
    return session.file.path


def test_without_a_name_it_is_the_newest_run_as_markdown(run: Session) -> None:
    told = carrot("report")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("# Your year: ")


@pytest.mark.parametrize("format", ["md", "html", "csv", "json"])
def test_every_format_comes_out_of_a_pipe_as_utf_8(run: Session, format: str) -> None:
    told = carrot(
        "report", "--format", format, PYTHONUTF8="0", LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert told.returncode == 0
    assert "Robin" in told.stdout
    assert "“" in told.stdout or format == "json"


def test_the_name_of_the_file_says_the_format(run: Session, tmp_path: Path) -> None:
    for name, begins in {
        "a.html": "<!DOCTYPE html>", "a.csv": '\ufeff"part"', "a.json": "{", "a.md": "# ",
        "a.HTM": "<!DOCTYPE html>", "a": "# ",
    }.items():  # fmt: skip
        out = tmp_path / name
        told = carrot("report", "--out", out)
        assert (told.returncode, told.stdout) == (0, "")
        assert str(out) in told.stderr
        assert out.read_text(encoding="utf-8").startswith(begins)


def test_it_says_where_it_lies_in_full_and_how_a_page_is_opened(
    run: Session, tmp_path: Path
) -> None:
    told = flat(carrot("report", "--out", "year.html", cwd=tmp_path).stderr)
    page = tmp_path / "year.html"
    assert f"Written: {page}. To open it, give a browser this address: {page.as_uri()}" in told


def test_a_table_is_not_said_to_open_in_a_browser(run: Session, tmp_path: Path) -> None:
    told = flat(carrot("report", "--out", "year.csv", cwd=tmp_path).stderr)
    assert told == f"Written: {tmp_path / 'year.csv'}"


def test_a_run_is_found_by_path_name_beginning_and_number(run: Session, tmp_path: Path) -> None:
    path = named(run)
    copy = tmp_path / "mine.json"
    copy.write_bytes(path.read_bytes())
    pages = {
        carrot("report", wanted, "--format", "json", cwd=tmp_path).stdout
        for wanted in (str(path), path.name, path.name[:20], "1", "mine.json")
    }
    assert len(pages) == 1
    assert json.loads(pages.pop())["run"]["name"] == "Robin"


def test_a_file_that_is_there_is_left_alone_unless_told(run: Session, tmp_path: Path) -> None:
    out = tmp_path / "year.html"
    out.write_text("mine")
    told = carrot("report", "--out", out)
    assert told.returncode == 2
    assert "is there already and was left alone. To write over it, add --force." in told.stderr
    assert out.read_text() == "mine"
    assert carrot("report", "--out", out, "--force").returncode == 0
    assert "Your year" in text_of(out.read_text(encoding="utf-8"))
    assert [path.name for path in tmp_path.glob("*year*")] == ["year.html"]


@pytest.mark.parametrize(
    ("out", "says"), [(".", "is a folder"), ("no/such/year.md", "There is no folder")]
)
def test_a_place_that_can_not_be_written_is_told(
    run: Session, tmp_path: Path, out: str, says: str
) -> None:
    told = carrot("report", "--out", out, cwd=tmp_path)
    assert told.returncode == 2
    assert says in told.stderr


BAD = {
    "nonsense": b"nonsense",
    "empty": b"",
    "other": b'{"a": 1}',
    "future": b'{"format": 99, "story": {}}',
    "broken": b'{"format": 1, "story": {"id": "carrot-and-stick"}}',
    "foreign": b'{"format":1,"story":{"id":"x","digest":""},"keeper":"a","cut":"b","choices":[]}',
    "keeper": b'{"format":1,"story":{"id":"carrot-and-stick","digest":""},"keeper":"a",'
    b'"cut":"taster","choices":[]}',
}


@pytest.mark.parametrize("command", ["report", "replay"])
@pytest.mark.parametrize("bad", BAD)
def test_a_damaged_or_foreign_file_gets_a_sentence(tmp_path: Path, bad: str, command: str) -> None:
    path = tmp_path / f"{bad}.run.json"
    path.write_bytes(BAD[bad])
    told = carrot(command, path)
    assert told.returncode == 2
    assert str(path) in told.stderr
    assert "Traceback" not in told.stderr
    assert told.stdout == ""
    assert path.read_bytes() == BAD[bad]


@pytest.mark.parametrize("command", ["report", "replay"])
@pytest.mark.parametrize("wanted", ["nobody", "7", "/dev/null", "/", "a" * 300, "x\x1b[31m"])
def test_a_run_that_is_not_there_gets_a_sentence(run: Session, command: str, wanted: str) -> None:
    told = carrot(command, wanted)
    assert told.returncode == 2
    assert told.stderr.strip()
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("command", ["report", "replay"])
def test_where_there_is_no_run_yet_that_is_said(command: str) -> None:
    told = carrot(command)
    assert told.returncode == 2
    assert "There is no run yet" in told.stderr


def test_a_story_that_changed_is_told_in_the_report(run: Session) -> None:
    path = named(run)
    data = json.loads(path.read_text())
    data["choices"][3]["option"] = "no-such-option"
    path.write_text(json.dumps(data))
    told = carrot("report")
    assert told.returncode == 0
    assert "could not be replayed" in told.stdout
    assert "you have played 3 of 6 scenes" in told.stdout


def test_a_report_changes_nothing(run: Session) -> None:
    before = {path: path.read_bytes() for path in runs_folder().iterdir()}
    for format in ("md", "html", "csv", "json"):
        carrot("report", "--format", format)
    carrot("replay")
    assert {path: path.read_bytes() for path in runs_folder().iterdir()} == before


def test_a_damaged_file_beside_it_is_not_in_the_way(run: Session) -> None:
    bad = runs_folder() / "99999999-000000-0.run.json"
    bad.write_text("{")
    assert carrot("report").returncode == 0
    assert bad.read_text() == "{"


def test_a_replay_tells_every_page_to_the_debrief(run: Session) -> None:
    told = carrot("replay")
    assert (told.returncode, told.stderr) == (0, "")
    for turn in run.trace.turns:
        assert turn.scene.title in told.stdout
    assert "Looking back" in told.stdout
    assert "Choose 1" not in told.stdout


def test_a_replay_stops_where_the_run_stops(shipped: Story) -> None:
    lived(shipped, cut="taster", runs=Runs(runs_folder()), scenes=2)
    told = carrot("replay", "--plain")
    assert told.returncode == 0
    assert told.stdout.endswith("The run stops here. To go on with it, type carrot.\n")
    assert "Looking back" not in told.stdout


def test_a_booster_through_a_pipe(run: Session) -> None:
    told = carrot("booster", typed="t\nf sure\n")
    assert told.returncode == 0
    assert "You say true, fairly sure. It is false." in flat(told.stdout)
    (file,) = sittings_folder().iterdir()
    said = json.loads(file.read_text())["statements"]
    assert list(said.values()) == [[True, 2], [False, 3]]


def test_a_booster_before_any_year_is_a_sentence() -> None:
    told = carrot("booster")
    assert told.returncode == 0
    assert told.stdout.startswith("Nobody has finished a year here yet.")
    assert not sittings_folder().exists()


@pytest.mark.parametrize("command", ["report", "replay", "booster"])
def test_the_commands_have_a_help_and_know_their_arguments(command: str) -> None:
    assert carrot(command, "--help").returncode == 0
    told = carrot(command, "--stroy", "x")
    assert told.returncode == 2
    assert "Did you mean `--story`?" in told.stderr


def test_a_year_that_is_over_goes_before_a_newer_one_that_is_not(
    run: Session, shipped: Story
) -> None:
    newer = Session.new(shipped, "article", "taster", Runs(runs_folder()))
    newer.play(choices("red-man.cross"))
    newer.save()
    os.utime(named(newer), (2**31, 2**31))
    told = carrot("report")
    assert told.stdout.startswith("# Your year: ")
    assert f"This is run 2 of 2, {named(run).name}; 1 is the newest." in told.stderr
    assert told.stderr.strip().endswith("type its number: carrot report 2")
    assert carrot("report", "1").stdout.startswith("# Your year so far")
