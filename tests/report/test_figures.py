"""The same run gives the same figures in both faces and in all four formats."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from markdown_it import MarkdownIt

from game.core.debrief.figures import Debrief
from game.core.playing.looking_back import looking_back
from game.core.playing.session import Session
from game.plain import told
from game.report.account import account
from game.report.data import as_json
from game.report.markdown import markdown
from game.report.page import page
from game.report.table import table
from tests.builders import shipped_story
from tests.report.helpers import Node, lived, parsed
from tests.tui.helpers import opened

LIVES = [
    ("article", "season", 3),
    ("record", "season", 7),
    ("reply", "taster", 11),
    ("sesame", "year", 5),
    ("carrots", "taster", 2),
    ("bureau", "season", 4),
]
each_life = pytest.mark.parametrize(("keeper", "cut", "seed"), LIVES)


@dataclass
class Figures:
    """What is counted in a run; each format is read back into these."""

    ends: list[tuple[int, int]]
    """Start and end of each rulebook that has a number, in the order told."""
    memories: dict[str, int]
    guesses: tuple[int, int] | None
    met: int
    verdicts: dict[str, int]
    behind: int
    believed: list[tuple[str, ...]]
    """Each `(2, 3, 1, 3)`: of the true ones, of how many, of the false ones, of how many."""


@dataclass
class Paths(Figures):
    """And what the reports say of each turn."""

    numbers: list[list[int]]
    """The number after each turn, of each rulebook that has one."""
    changes: list[tuple[int, int]]
    """Turn and size of each change in the ledger."""


def expected(view: Debrief) -> Paths:
    years = [year for year in view.years if year.start is not None]
    return Paths(
        [(year.start or 0, year.end or 0) for year in years],
        dict(view.memories),
        (view.hits, view.predicted) if view.predicted else None,
        len(view.claims),
        dict(view.verdicts),
        view.behind,
        [tuple(_digits(words)) for _, words in view.believed],
        [[point.number or 0 for point in year.points] for year in years],
        [(line.turn + 1, line.change) for line in view.ledger if line.change],
    )


def _digits(words: str) -> list[str]:
    """The figures of what was believed; none is one of them."""
    return re.findall(r"\d+", words.replace("none", "0"))


@cache
def life(keeper: str, cut: str, seed: int) -> Session:
    return lived(shipped_story(), keeper, cut, seed)


def said(words: str, guesses: str = r"You guessed right (\d+) times? out of (\d+)") -> Figures:
    """Read figures out of sentences."""
    words = " ".join(words.split())
    found = re.search(guesses, words)
    met = re.search(
        r"[Yy]ou met (\d+) sentences?(?: and marked \d+)?\. On record: ([^.]*)\.", words
    )
    assert met
    behind = re.search(r"(\d+) more(?: sentences)? stood behind them", words)
    counted = re.split(r", | and ", met[2])
    return Figures(
        [
            (int(a), int(b))
            for a, b in re.findall(r"From (\d+) to (\d+)(?: points)?; (?:the number|they)", words)
        ],
        {name: int(n) for name, n in re.findall(r"\b(ties|purse|voice)(?: [●○]+)? (\d)", words)},
        (int(found[1]), int(found[2])) if found else None,
        int(met[1]),
        {word: int(n) for n, word in (part.split(" ", 1) for part in counted)},
        int(behind[1]) if behind else 0,
        re.findall(
            r"believed (\d) of the (\d) true ones? and (\d) of the (\d) false",
            re.sub(r"\bnone of the", "0 of the", words),
        ),
    )


def with_paths(figures: Figures, rows: list[list[str]], ledger: str) -> Paths:
    """Add what stands in the table of turns and in the ledger."""
    columns = [list(column) for column in zip(*rows, strict=True)][2:]
    cells = ([cell.split("; ")[0] for cell in column] for column in columns)
    numbers = [[int(n) for n in column] for column in cells if column[0].isdigit()]
    moves = re.findall(r"(?:^|\n)(\d+),? [^\n]*?(Up|Down) (\d+), to ", ledger)
    changes = [(int(turn), int(n) * (1 if way == "Up" else -1)) for turn, way, n in moves]
    return Paths(*vars(figures).values(), numbers, changes)


def from_html(session: Session) -> Paths:
    return _from_tree(parsed(page(account(session))))


def _from_tree(tree: Node) -> Paths:
    rows = [[c.text for c in (*r.all("th"), *r.all("td"))] for r in tree.all("tr")][1:]
    ledger = next(u for u in tree.all("ul") if "ledger" in (u.attributes.get("class") or ""))
    words = "\n".join(line.text for line in ledger.all("li"))
    return with_paths(said(tree.text), rows, words)


def from_markdown(session: Session) -> Paths:
    words = markdown(account(session))
    tree = parsed(MarkdownIt("commonmark").enable("table").render(words))
    rows = [[c.text for c in (*r.all("th"), *r.all("td"))] for r in tree.all("tr")][1:]
    ledger = words.partition("### The ledger")[2].partition("\n### ")[0].replace("\n- ", "\n")
    return with_paths(said(tree.text), rows, ledger)


def from_csv(session: Session) -> Paths:
    rows = list(csv.DictReader(io.StringIO(table(account(session)), newline="")))

    def of(part: str, figure: str | None = None) -> list[dict[str, str]]:
        return [r for r in rows if r["part"] == part and figure in (None, r["figure"])]

    books = [r["rulebook"] for r in of("year", "start")]
    ends = {r["rulebook"]: int(r["number"]) for r in of("year", "end")}
    made, right = (int(of("prediction", f)[0]["number"]) for f in ("made", "right"))
    after = of("turn", "number after")
    ledger = [r for r in of("ledger", "change") if r["number"] not in ("", "0")]
    return Paths(
        [(int(r["number"]), ends[r["rulebook"]]) for r in of("year", "start")],
        {r["figure"]: int(r["number"]) for r in of("memory")},
        (right, made) if made else None,
        int(of("sentence", "met")[0]["number"]),
        {r["figure"]: int(r["number"]) for r in of("verdict")},
        int(of("sentence", "behind the scenes")[0]["number"]),
        [tuple(_digits(r["words"])) for r in of("believed")],
        [[int(r["number"]) for r in after if r["rulebook"] == book] for book in books],
        [(int(r["turn"]), int(r["number"])) for r in ledger],
    )


def from_json(session: Session) -> Paths:
    data = json.loads(as_json(account(session)))
    years = [year for year in data["years"] if year["start"] is not None]
    made, right = data["predictions"]["made"], data["predictions"]["right"]
    return Paths(
        [(year["start"], year["end"]) for year in years],
        data["remembered"],
        (right, made) if made else None,
        data["sentences"]["met"],
        data["sentences"]["verdicts"],
        data["sentences"]["behind"],
        [tuple(_digits(words)) for words in data["believed"].values()],
        [[turn["number"] for turn in year["turns"]] for year in years],
        [(line["turn"], line["change"]) for line in data["ledger"] if line["change"]],
    )


READERS = (from_markdown, from_html, from_csv, from_json)


@each_life
@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__.removeprefix("from_"))
def test_a_report_has_the_debriefs_figures(
    read: Callable[[Session], Paths], keeper: str, cut: str, seed: int
) -> None:
    session = life(keeper, cut, seed)
    assert read(session) == expected(looking_back(session))


def alike(found: Figures, wanted: Paths) -> None:
    for name, value in vars(found).items():
        assert value == getattr(wanted, name), name


@each_life
def test_plain_mode_has_the_same_figures(keeper: str, cut: str, seed: int) -> None:
    session = life(keeper, cut, seed)
    words = " ".join(block.text for block in told.whole_debrief(session))
    alike(said(words), expected(looking_back(session)))


@pytest.mark.parametrize(("keeper", "cut", "seed"), LIVES[:3])
async def test_the_terminal_app_has_the_same_figures(keeper: str, cut: str, seed: int) -> None:
    session = life(keeper, cut, seed)
    async with opened(shipped_story(), session, size=(130, 260)) as app:
        await app.press("o")
        shown = re.sub(r"[▌·│]", " ", app.flat)
    wanted = expected(looking_back(session))
    found = said(shown, r"you guessed (\d+) times? what would happen; (\d+) came")
    if found.guesses is not None:
        found.guesses = (found.guesses[1], found.guesses[0])
    alike(found, wanted)


def test_the_lives_have_something_to_count() -> None:
    views = [looking_back(life(*one)) for one in LIVES]
    assert any(view.predicted for view in views)
    assert any(line.change < 0 for view in views for line in view.ledger)
    assert any(line.change > 0 for view in views for line in view.ledger)
    assert any(point.barred for view in views for year in view.years for point in year.points)


@each_life
def test_a_rulebook_is_named_as_the_keeper_and_keeps_no_second_score(
    keeper: str, cut: str, seed: int
) -> None:
    """Not: the score as the article describes it kept the score."""
    who = account(life(keeper, cut, seed)).byline
    assert " · Keeper: " in who
    assert " kept " not in who
