"""`carrot class` and what stands around it, as somebody at a shell runs it."""

import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from game.classroom.addresses import addresses
from game.report.formats import FORMATS
from tests.cli.helpers import carrot, environment
from tests.ports import free_port

HANDS = "hands\n"
ROUND = "open\n12 9 4 0\nclose\n"
TO_SCENE = "\n" * 9
"""Six statements, the opening, a chapter, the scene."""


def lesson(*args: str, typed: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
    return carrot("class", "--plain", "--host", "127.0.0.1", "--port", str(free_port()), *args,
                  typed=typed, **more)  # fmt: skip


def journals(home: Path) -> list[Path]:
    return sorted((home / "lessons").glob("*.class.jsonl"))


def test_a_lesson_by_hands_through_a_pipe(carrot_home: Path) -> None:
    done = lesson(typed=f"{TO_SCENE}{HANDS}{ROUND}show\non\nquit\n")
    assert done.returncode == 0
    assert "25 of 25 in" in done.stdout
    assert "The room chose: Run. Nothing is coming." in done.stdout
    (path,) = journals(carrot_home)
    assert str(path) in done.stderr
    assert path.stat().st_mode & 0o077 == 0


def test_the_default_is_the_taster_under_the_first_keeper(carrot_home: Path) -> None:
    lesson(typed="\nquit\n")
    begin = json.loads(journals(carrot_home)[0].read_text().splitlines()[1])
    assert (begin["keeper"], begin["cut"]) == ("article", "taster")


def test_another_keeper_and_cut(carrot_home: Path) -> None:
    lesson("--keeper", "record", "--cut", "season", typed="\nquit\n")
    begin = json.loads(journals(carrot_home)[0].read_text().splitlines()[1])
    assert (begin["keeper"], begin["cut"]) == ("record", "season")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--keeper", "artikel"], "Did you mean `article`?"),
        (["--cut", "tasty"], "Did you mean `taster`?"),
        (["--port", "http"], "a port is a number from 1 to 65535"),
        (["--resume"], "No lesson is kept yet"),
        (["chekc"], "Did you mean `check`?"),
        (["--resum"], "Did you mean `--resume`?"),
    ],
)
def test_wrong_usage_gets_a_sentence_and_2(carrot_home: Path, args: list[str], said: str) -> None:
    done = carrot("class", *args)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert journals(carrot_home) == []


def test_a_lesson_in_which_nothing_happened_leaves_nothing(carrot_home: Path) -> None:
    assert lesson(typed="help\nquit\n").returncode == 0
    assert list((carrot_home / "lessons").iterdir()) == []


def test_resume_goes_on_where_it_stood(carrot_home: Path) -> None:
    lesson(typed=f"{TO_SCENE}{HANDS}{ROUND}quit\n")
    done = lesson("--resume", typed="tally\nshow\nquit\n")
    assert "The red man" in done.stdout
    assert "12, 48 per cent" in done.stdout
    assert len(journals(carrot_home)) == 1


def test_a_new_lesson_tells_of_the_one_that_was_not_finished(carrot_home: Path) -> None:
    lesson(typed="\nquit\n")
    assert "is not finished" in lesson(typed="quit\n").stdout


def test_resume_names_its_own_keeper(carrot_home: Path) -> None:
    lesson(typed="\nquit\n")
    done = lesson("--resume", "--keeper", "record")
    assert done.returncode == 2
    assert "own keeper" in done.stderr


def test_a_torn_last_line_is_left_out_and_told(carrot_home: Path) -> None:
    lesson(typed=f"{TO_SCENE}{HANDS}{ROUND}quit\n")
    (path,) = journals(carrot_home)
    with path.open("a") as file:
        file.write('{"e":"answer","kind":"vo')
    done = lesson("--resume", typed="tally\nquit\n")
    assert "was cut off (24 bytes) and is left out" in " ".join(done.stdout.split())
    assert "12, 48 per cent" in done.stdout


def test_a_damaged_journal_is_named_with_its_line(carrot_home: Path) -> None:
    lesson(typed="\nquit\n")
    (path,) = journals(carrot_home)
    lines = path.read_text().splitlines()
    path.write_text("\n".join([*lines[:2], "rubbish", *lines[2:]]) + "\n")
    done = lesson("--resume")
    assert done.returncode == 2
    assert f"{path}:3:" in done.stderr


def test_a_taken_port_gets_a_sentence_and_the_next_rung(carrot_home: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = lesson("--port", str(port), typed="\n12 9\nquit\n")
    assert f"Port {port} is taken by another program." in " ".join(done.stdout.split())
    assert "21 of 21 in" in done.stdout


class Open:
    """A lesson that is held in plain words while a test looks at it."""

    def __init__(self, *args: str, **more: str) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", "game", "class", "--plain", "--host", "127.0.0.1"]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), *args], env=environment(**more), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        self.heard = ""
        threading.Thread(target=self._listen, daemon=True).start()
        self.code = self.hear(r"Room code: (\w) (\w) (\w) (\w)").replace(" ", "")

    def _listen(self) -> None:
        assert self.process.stdout
        while letter := self.process.stdout.read(1):
            self.heard += letter

    def hear(self, pattern: str) -> str:
        for _ in range(2000):
            if found := re.search(pattern, self.heard):
                return " ".join(found.groups())
            time.sleep(0.01)
        raise AssertionError(f"{pattern} was never said:\n{self.heard}")

    def type(self, words: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(words)
        self.process.stdin.flush()

    def ask(self, path: str, body: dict[str, object] | None = None, seat: str = "") -> str:
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data)
        request.add_header("Content-Type", "application/json")
        if seat:
            request.add_header("X-Seat", seat)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return str(answer.read().decode())

    def __enter__(self) -> "Open":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()


def test_two_rooms_on_one_machine_keep_apart(carrot_home: Path) -> None:
    with Open() as one, Open() as other:
        seat = json.loads(one.ask("/join", {"room": one.code}))["seat"]
        with pytest.raises(urllib.error.HTTPError) as wrong:
            other.ask("/state", seat=seat)
        assert wrong.value.code == 401
        assert len(journals(carrot_home)) == 2


def test_one_lesson_is_open_in_one_window(carrot_home: Path) -> None:
    with Open() as one:
        one.type("\n")
        one.hear("(Statement 1)")
        done = lesson("--resume")
        assert done.returncode == 2
        assert "Another window has this lesson open" in done.stderr


def test_notes_read_along(carrot_home: Path) -> None:
    with Open() as one:
        one.type(f"{TO_SCENE}{HANDS}open\n12 9 4 0\n")
        one.hear("(25 of 25 in)")
        done = carrot("class", "notes")
        assert done.returncode == 0
        assert "12, 48 per cent" in done.stdout
        assert "The trap:" in done.stdout
        assert f":{one.port}/notes/" in done.stdout.replace("\n", "")


def test_notes_without_a_lesson_say_so(carrot_home: Path) -> None:
    done = carrot("class", "notes")
    assert done.returncode == 2
    assert "No lesson is kept yet" in done.stderr


def test_forget_asks_once_and_deletes_all(carrot_home: Path) -> None:
    lesson(typed="\nquit\n")
    lesson(typed="\nquit\n")
    asked = carrot("class", "forget", typed="no\n")
    assert asked.returncode == 1
    assert len(journals(carrot_home)) == 2
    assert "these 2 lessons" in asked.stdout
    done = carrot("class", "forget", typed="yes\n")
    assert done.returncode == 0
    assert list((carrot_home / "lessons").iterdir()) == []
    assert carrot("class", "forget").stdout == "No lesson is kept here.\n"


def test_forget_leaves_runs_alone(carrot_home: Path) -> None:
    carrot("play", "--plain", typed="1\n")
    lesson(typed="\nquit\n")
    carrot("class", "forget", typed="yes\n")
    assert len(list((carrot_home / "runs").glob("*.run.json"))) == 1


def test_without_an_answer_nothing_is_forgotten(carrot_home: Path) -> None:
    lesson(typed="\nquit\n")
    assert carrot("class", "forget").returncode == 1
    assert len(journals(carrot_home)) == 1


def test_check_meets_a_phone(carrot_home: Path) -> None:
    port = free_port()
    command = [sys.executable, "-u", "-m", "game", "class", "check"]
    check = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)], env=environment(), text=True,
        stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert check.stdout
    said = ""
    while "Waiting" not in said:
        said += check.stdout.readline()
    assert "Its own page" in said
    assert "it is there." in said
    found = re.search(r"http://127\.0\.0\.1:\d+/(\w{4})", said)
    assert found
    body = json.dumps({"room": found[1]}).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}/join", body)
    request.add_header("Content-Type", "application/json")
    urllib.request.urlopen(request, timeout=10).close()
    rest, _ = check.communicate(timeout=30)
    assert "A phone is in." in rest
    assert check.returncode == 0
    assert not (carrot_home / "lessons").exists()


def test_check_names_causes_and_the_next_rung_when_no_phone_comes(
    carrot_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.cli import class_check
    from game.cli.arguments import parser

    monkeypatch.setattr(class_check, "WAIT_SECONDS", 0.3)
    args = ["class", "check", "--host", "127.0.0.1", "--port", str(free_port())]
    assert class_check.main(parser().parse_args(args)) == 1
    said = capsys.readouterr().out
    for cause in ("client isolation", "firewall", "VPN", "https", "mobile data"):
        assert cause in said
    assert "hands" in said


def test_check_on_a_taken_port(carrot_home: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = carrot("class", "check", "--host", "127.0.0.1", "--port", port)
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stdout
    assert "hands" in done.stdout


def test_a_journal_is_replayed_and_reported_by_its_name(carrot_home: Path, tmp_path: Path) -> None:
    lesson(typed=f"{TO_SCENE}{HANDS}{ROUND}show\non\nquit\n")
    (path,) = journals(carrot_home)
    again = carrot("replay", path.name, "--plain")
    assert again.returncode == 0
    assert "12, 48 per cent" in again.stdout
    page = tmp_path / "lesson.html"
    assert carrot("report", path, "--out", page).returncode == 0
    assert "12 · 48 %" in page.read_text()
    for format in ("md", "csv", "json"):
        done = carrot("report", path.name, "--format", format)
        assert done.returncode == 0
        assert "The red man" in done.stdout


def test_the_newest_lesson_is_meant_by_that_word(carrot_home: Path, tmp_path: Path) -> None:
    none = carrot("report", "lesson")
    assert none.returncode == 2
    assert "No lesson is kept yet" in none.stderr
    done = lesson(typed=f"{TO_SCENE}{HANDS}{ROUND}show\non\nquit\n")
    assert "carrot report lesson --out lesson.html" in done.stderr
    page = tmp_path / "lesson.html"
    assert carrot("report", "lesson", "--out", page).returncode == 0
    assert "12 · 48 %" in page.read_text()
    assert "12, 48 per cent" in carrot("replay", "Lesson", "--plain").stdout


@pytest.mark.parametrize("command", ["replay", "report"])
def test_a_file_that_only_looks_like_a_journal_gets_a_sentence(
    carrot_home: Path, tmp_path: Path, command: str
) -> None:
    (tmp_path / "x.class.jsonl").write_text('{"journal":"carrot class","format":9}\n')
    done = carrot(command, tmp_path / "x.class.jsonl", *(["--plain"] * (command == "replay")))
    assert done.returncode == 2
    assert "format is 9" in done.stderr


# Nothing leaves the machine, and nobody is written down

WATCH = """\
import os, sys
out = open(os.environ["CARROT_WATCH"], "a", buffering=1)
def hook(event, args):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"):
        kind = getattr(args[0], "type", None)
        if event == "socket.connect" and kind is not None and int(kind) & 0xF == 2:
            return  # a datagram socket that is connected and never written to sends nothing
        if event == "socket.getaddrinfo" and str(args[0])[-1:].isdigit():
            return  # an address in figures, nothing to ask anybody for
        out.write(f"{event} {args}\\n")
    elif event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.fork"):
        out.write(f"{event}\\n")
sys.addaudithook(hook)
out.write("watching\\n")
"""


def test_nothing_leaves_the_machine_and_no_address_is_written_anywhere(
    carrot_home: Path, tmp_path: Path
) -> None:
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH)
    watched = tmp_path / "watched.txt"
    path = f"{tmp_path / 'watch'}{os.pathsep}{environment()['PYTHONPATH']}"
    watch = {"PYTHONPATH": path, "CARROT_WATCH": str(watched)}
    with Open("--host", "0.0.0.0", **watch) as one:
        seat = json.loads(one.ask("/join", {"room": one.code}))["seat"]
        one.type(f"{TO_SCENE}open\n")
        one.hear("(The vote is open)")
        round_ = json.loads(one.ask("/state", seat=seat))["round"]
        one.ask("/vote", {"round": round_, "option": "wait", "nonce": "n1"}, seat)
        one.type("close\nshow\non\nquit\n")
        one.process.wait(20)
    (journal,) = journals(carrot_home)
    report = [carrot("report", journal, "--format", f, **watch).stdout for f in FORMATS]
    written = [p.read_text() for p in carrot_home.rglob("*") if p.is_file()]
    assert any('"e":"answer"' in words for words in written)
    found = set(addresses()) | {"127.0.0.1", "::1", socket.gethostname(), seat}
    for words in (*written, *report):
        assert [each for each in found if each in words] == []
        assert re.findall(r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b", words) == []
        assert "User-Agent" not in words
    assert set(watched.read_text().split("\n")) == {"watching", ""}, "it connected to somewhere"
