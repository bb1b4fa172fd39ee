"""Packs that were made to do harm: each ends with a sentence, in bounded time and memory.

They are checked by the real command in a process that may use so much time and so much memory,
and no more.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import ROOT

EXAMPLE = ROOT / "docs" / "example"
HEAD, LAST, DEEDS = "story.yaml", "chapters/2-summer.yaml", "deeds.yaml"
ARTICLE, CHECK, PRINT = "rulebooks/article.yaml", "checks/late.txt", "fingerprint"
SECONDS, BYTES = 30, 1_000_000_000

Harm = Callable[[Path], object]


def write(name: str, data: str | bytes) -> Harm:
    """A file with other contents."""
    return lambda folder: (folder / name).write_bytes(
        data.encode() if isinstance(data, str) else data
    )


def swap(name: str, old: str, new: str) -> Harm:
    """A file with one thing changed."""

    def harm(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return harm


def instead(name: str, make: Callable[[Path], object]) -> Harm:
    """Something else where a file should be."""

    def harm(folder: Path) -> None:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
        make(path)

    return harm


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


EYE = "label: Do it by eye."
IF = "if: door spare-key open"
LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
SCENES = "".join(
    f"  - {{id: s{n}, title: S, month: 9, claims: [B1], text: S., options: "
    f"[{{id: a, label: A., outcome: A.}}, {{id: b, label: B., outcome: B., then: s{n + 1}}}]}}\n"
    for n in range(1500)
)

HARMS: dict[str, Harm] = {
    "deep lists": write(LAST, "[" * 1_000_000),
    "deep mappings": write(LAST, "{a: " * 400_000),
    "deep indents": write(LAST, "\n".join(" " * n + "a:" for n in range(1900))),
    "anchors that multiply": write(LAST, LAUGHS),
    "an alias of itself": write(LAST, "&a [*a]"),
    "merge keys": swap(LAST, "help: answer", "<<: {chapter: x}\nhelp: answer"),
    "keys that are lists": write(LAST, "? [a, b]\n: c\n" * 1000),
    "tags that call": swap(LAST, EYE, "label: !!python/object/apply:os.system ['true']"),
    "fifty megabytes": instead(LAST, sparse),
    "two million dots": swap(LAST, "You step back", "." * 1_900_000 + "x"),
    "two million braces": swap(LAST, "You step back", "{" * 1_900_000),
    "two million marks": swap(LAST, "You step back", "{}" * 900_000),
    "one word of two million letters": swap(LAST, "You step back", "e" * 1_900_000),
    "a million items": write(LAST, f"scenes: [{'a, ' * 600_000}a]"),
    "a million empty items": write(LAST, f"scenes: [{'[],' * 600_000}]"),
    "a hundred thousand keys": write(DEEDS, "".join(f"d{n}: {{name: n}}\n" for n in range(90_000))),
    "unknown names by the thousand": swap(
        LAST, "claims: [B2, B1]", f"claims: [{', '.join(f'B{n}' for n in range(40_000))}]"
    ),
    "cuts by the thousand": swap(
        HEAD, "cuts:\n", "cuts:\n" + "".join(f"  c{n}: {{name: C}}\n" for n in range(10_000))
    ),
    "scenes by the thousand": lambda folder: write(
        "chapters/3-many.yaml", f"chapter: Many\nhelp: answer\nscenes:\n{SCENES}"
    )(folder),
    "words to avoid by the thousand": swap(
        HEAD, "avoid: [thief]", f"avoid: [{', '.join(f'w{n}' for n in range(40_000))}]"
    ),
    "UTF-16": write(LAST, (EXAMPLE / LAST).read_text(encoding="utf-8").encode("utf-16")),
    "Latin-1": write(LAST, "chapter: Café\n".encode("latin-1")),
    "no text at all": write(LAST, bytes(range(256)) * 100),
    "nothing but NUL": write(LAST, b"\0" * 1_000_000),
    "a byte order mark twice": write(LAST, b"\xef\xbb\xbf" * 2 + (EXAMPLE / LAST).read_bytes()),
    "a link to itself": instead(LAST, lambda path: path.symlink_to(path.name)),
    "a folder in a circle": instead("chapters", lambda path: path.symlink_to(".")),
    "an endless device": instead(LAST, lambda path: path.symlink_to("/dev/zero")),
    "a pipe that nobody fills": instead(DEEDS, lambda path: os.mkfifo(path)),
    "a folder for a file": instead(DEEDS, lambda path: path.mkdir()),
    "a file for a folder": instead("chapters", lambda path: path.write_text("a: b")),
    "a fingerprint that is a folder": instead(PRINT, lambda path: path.mkdir()),
    "a fingerprint without end": write(PRINT, b"text 0 1 x\n" * 5_000_000),
    "a fingerprint of bytes": write(PRINT, bytes(range(256))),
    "a fingerprint with a huge number": write(PRINT, f"B1 {'9' * 1_000_000} 5 x\n"),
    "a play that is a pipe": instead(CHECK, lambda path: os.mkfifo(path)),
    "a play of spaces": write(CHECK, "drill:" + " " * 1_900_000 + "x\n"),
    "a play of bytes": write(CHECK, bytes(range(256)) * 1000),
    "a play of a hundred thousand choices": write(CHECK, "drill: keep\n" * 150_000),
    "a backward jump": swap(LAST, EYE, f"{EYE}\n        then: drill"),
    "a jump to itself": swap(LAST, EYE, f"{EYE}\n        then: shelf"),
    "ten thousand terms": swap(LAST, IF, f"if: {' or '.join(['ties >= 1'] * 10_000)}"),
    "ten thousand brackets": swap(LAST, IF, f"if: {'(' * 10_000}"),
    "ten thousand times not": swap(LAST, IF, f"if: {'not ' * 10_000}on any"),
    "a term that is no term": swap(LAST, IF, "if: __import__('os').system('true')"),
    "dunder names": swap(LAST, "id: eye", "id: __class__"),
    "a door by a dunder name": swap(LAST, IF, "if: door __class__ open"),
    "a brace that reaches": swap(LAST, EYE, 'label: "{name.__class__.__mro__}"'),
    "a brace that counts": swap(LAST, EYE, 'label: "{0.__init__.__globals__}"'),
    "a number of a million digits": swap(LAST, "month: 5", f"month: {'9' * 1_000_000}"),
    "a door at a million digits": swap(ARTICLE, "number < 40", f"number < {'9' * 1_000_000}"),
    "a band at a million digits": swap(ARTICLE, "below 40", f"below {'9' * 1_000_000}"),
    "a scale out of all measure": swap(ARTICLE, "high: 100", "high: 999999999"),
    "a key twice": swap(LAST, "month: 5", "month: 5\n    month: 6"),
    "an id that nobody sees": swap(LAST, "id: eye", 'id: "e\\u200bye"'),
    "an id that runs backwards": swap(LAST, "id: eye", 'id: "e\\u202Eye"'),
    "an id in two scripts": swap(LAST, "id: eye", "id: еye"),
    "an id in pieces": swap(LAST, "id: eye", 'id: "e\\u0301ye"'),
    "an id with a command for the terminal": swap(LAST, "id: eye", 'id: "\\e[2J\\a"'),
    "a name with a command for the terminal": write("chapters/\x1b[2J\n.yaml", "a: b"),
    "a name that is no text": lambda folder: Path(
        os.fsdecode(os.fsencode(folder) + b"/chapters/\xff\xfe.yaml")
    ).write_text("a: b"),
}


RUNNER = """
import contextlib, io, json, resource, sys, time
from game.__main__ import main
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
resource.setrlimit(resource.RLIMIT_AS, ({bytes}, {bytes}))
for folder in sys.stdin.read().split():
    said, began = io.StringIO(), time.process_time()
    with contextlib.redirect_stdout(said):
        try:
            code = main(["check", folder])
        except Exception as error:
            code = repr(error)
    used = time.process_time() - began
    print(json.dumps([folder, code, used, said.getvalue()]), flush=True)
"""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[object, float, str]]:
    """Every pack, checked by the real command in one process that may use so much and no more."""
    base = tmp_path_factory.mktemp("hostile")
    folders = {name: base / f"pack{n}" for n, name in enumerate(HARMS)}
    for name, harm in HARMS.items():
        shutil.copytree(EXAMPLE, folders[name])
        harm(folders[name])
    run = subprocess.run(
        [sys.executable, "-c", RUNNER.format(seconds=SECONDS * 10, bytes=BYTES)],
        input="\n".join(map(str, folders.values())),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    told = {folder: (code, used, said) for folder, code, used, said in lines}
    ended = ("the process ended", 0.0, run.stderr[-800:])
    return {name: told.get(str(folder), ended) for name, folder in folders.items()}


@pytest.mark.skipif(sys.platform != "linux", reason="limits and links as Linux has them")
@pytest.mark.parametrize("name", HARMS)
def test_a_hostile_pack_ends_with_a_sentence(
    name: str, checked: dict[str, tuple[object, float, str]]
) -> None:
    code, used, said = checked[name]
    assert code in (0, 1), said
    assert said.strip().split("\n")[-1].startswith(("Good: ", "Not good: "))
    assert ("Not good: " in said) is (code == 1)
    assert all(line.isprintable() for line in said.split("\n"))
    assert len(said) < 500_000
    assert used < SECONDS
