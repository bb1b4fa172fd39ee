"""The terminal face in a language that isn't there: no word of it is said past the catalogue."""

import re
from argparse import Namespace
from functools import cache
from pathlib import Path

import pytest

from game import words
from game.check.bench import Bench
from game.cli import play
from game.core.playing.session import Session
from game.core.story.model import Story
from game.core.story.shelf import Shelf
from game.pack.guide import guide_of
from game.tui import author_words, back_words, figure_words
from game.tui import words as ours
from game.tui.help import HELP
from game.tui.sheets.trail import turned_out
from tests.builders import Tiny, shipped_story
from tests.tui.helpers import begin, opened
from tests.tui.screens import GALLERY, SIZES, Shot, at, first, hung, lived
from tests.words.pseudo import NAMES, catalogue_in, cyrillic, latin
from tests.words.pseudo import _greek as greek

TYPED = {"debt", "debtdebt", "laolai", "carrot", "report", "out", "year", "html", "run", "json"}
"""Words that the gallery types, and a command to type."""


IN_A_GUIDE = {"layout", "see", "readers", "statements"}
"""Fields of a guide that hold names of things."""
LONG = 5
"""Letters from which a piece is known as an address's: a line breaks them where it ends."""


def left(screen: str, story: Story) -> list[str]:
    """Latin words that no story has: neither its names of memories nor the addresses it cites."""
    cited = " ".join(source.address or "" for source in story.sources.values())
    known = TYPED | {*story.head.remembered, *re.findall("[A-Za-z]+", f"{cited} {keys()}")}
    return [word for word in latin(screen, known) if len(word) < LONG or word not in cited]


@cache
def keys() -> str:
    """Keys of the guide's tables, which keep their letters."""
    guide = guide_of(shipped_story())
    assert guide is not None
    parts = [part for page in guide.pages.values() for part in page.parts]
    return " ".join(key for part in parts for key in (*part.commands, *part.pairs))


@pytest.fixture(scope="module", autouse=True)
def read_in_english() -> None:
    """Reading a story chooses its language, so that comes first."""
    keys()


@pytest.fixture
def shown(pseudo: Story, monkeypatch: pytest.MonkeyPatch) -> Story:
    """The gallery hangs the story without Latin letters, its guide as well."""
    monkeypatch.setattr("tests.tui.screens.shipped_story", lambda: pseudo)
    monkeypatch.setattr("tests.words.pseudo.NAMES", NAMES | IN_A_GUIDE)
    monkeypatch.setattr("game.pack.guide.guide_of", lambda story: greek(guide_of(story)))
    return pseudo


WALKS = (
    Shot("export", before=lived(), keys=("@album", "e")),
    Shot("delete", before=lived(), keys=("@album", "d")),
    Shot("take-in", keys=("@album", "i")),
    Shot("narrowed-by-speaker", keys=("@library", "w", "2")),
    Shot("narrowed-by-verdict", keys=("@library", "v", "2")),
    Shot("narrowed-by-chapter", keys=("@library", "c", "2")),
    Shot("narrowed-to-met", keys=("@library", "m")),
    Shot("asked-whose", keys=("@library", "w")),
    Shot("nothing-found", keys=("@library", "slash", *"debtdebt")),
    Shot("sure-too-soon", first, ("s", "1")),
    Shot("no-what-if-yet", first, ("enter", "enter", "i")),
    Shot("read-again", at("the-file"), ("h", "up", "enter")),
    Shot("counter", at("rota", keeper="carrots")),
    Shot("task-verdict", at("the-file", "reveal"), ("a",)),
    Shot("marked", at("red-man", "reveal"), ("m",)),
    Shot("themes", keys=("ctrl+p", *"цхоосе")),
)
"""Screens and sentences that the gallery has no picture of."""

FOLDED = ("title", "scene", "outcome", "counter", "reveal", "what-if")
"""Screens that say something else where there is less room."""


@pytest.mark.parametrize(
    "shot", [*(shot for shot in GALLERY if not shot.folder), *WALKS], ids=lambda shot: shot.name
)
async def test_no_word_of_a_screen_is_left_in_latin_letters(shot: Shot, shown: Story) -> None:
    async with hung(shot, SIZES[3]) as table:
        assert left(table.text, shown) == []
        if shot.name.startswith(FOLDED):
            await table.pilot.resize_terminal(*SIZES[0])
            await table.rest()
            assert left(table.text, shown) == []


@pytest.mark.parametrize("kind", HELP)
async def test_no_word_of_help_is_left_in_latin_letters(kind: str, pseudo: Story) -> None:
    async with opened(pseudo, size=SIZES[3]) as table:
        table.app.open_help(kind)
        await table.rest()
        assert latin(table.text, {"carrot"}) == []


@pytest.mark.parametrize(
    "shot", [shot for shot in GALLERY if shot.folder], ids=lambda shot: shot.name
)
async def test_an_author_is_told_in_the_language_of_the_story(
    shot: Shot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their story says that it is English, so that is what Cyrillic letters stand for here."""
    catalogue = catalogue_in(tmp_path / "locale", "en")
    monkeypatch.setattr(words.speak, "__defaults__", (catalogue,))
    assert shot.folder is not None
    folder = shot.folder()
    written = " ".join(path.read_text() for path in folder.rglob("*.yaml"))
    names = {part for path in folder.rglob("*") for part in re.findall("[A-Za-z]+", path.name)}
    async with hung(shot, SIZES[3]) as table:
        known = {"carrot", *names, *re.findall("[A-Za-z’']+", written)}
        assert latin(table.text, known) == []
        assert re.search("[а-я]{3}", table.text)


async def test_a_story_that_cannot_be_read_anew_leaves_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words.speak, "__defaults__", (catalogue_in(tmp_path / "locale"),))
    files = Tiny(tmp_path / "files").add("story.yaml", "language: xx\n")
    story, bench = files.load(), Bench(files.folder)
    async with opened(story, Session.new(story, "score", "whole"), bench=bench) as table:
        files.put("story.yaml", "title: [")
        await table.press("e", "escape")
        assert cyrillic(author_words.OLD_PLAYS_ON) in table.flat
        assert cyrillic("begin") in table.flat


def test_no_figure_is_left_in_latin_letters(pseudo: Story) -> None:
    for n in (0, 1, 3, 6, 90_000):
        told = [
            *(figure_words.guessed(n, of) for of in (1, 2)),
            *(figure_words.last_year("Δ", number, "Δ") for number in (n, None)),
            figure_words.length(n, n),
            *(figure_words.opened(scene, n, n, "Δ") for scene in ("", "Δ")),
            figure_words.shelves(n, n, n),
            figure_words.turning(n),
            *(said(n) for said in (figure_words.ago, ours.statements, back_words.barred)),
            *(figure_words.met((("false", n),), marked, n) for marked in (0, n)),
            ours.placed("Δ", "false"),
            *(turned_out(n, answer) for answer in (0, 1)),
            *(back_words.years(n, 0, 0), back_words.album(n, n), back_words.changes(n)),
            *(hint.words for hint in author_words.hints(n)[1:]),
            back_words.date(n * 1000.0),
        ]
        assert latin(" ".join(told)) == []


async def test_the_palette_speaks_the_language(pseudo: Story) -> None:
    async with opened(pseudo, begin(pseudo), SIZES[3]) as table:
        await table.press("ctrl+p")
        assert cyrillic("Undo") in table.text
        assert latin(table.text) == []


async def test_a_window_too_small_is_told_so_in_the_language(pseudo: Story) -> None:
    async with opened(pseudo, size=(60, 20)) as table:
        assert latin(table.text) == []


def test_the_first_screen_is_not_english_for_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told before the story is read is told in the language on its cover."""
    (tmp_path / "story.yaml").write_text("title: A name\nlanguage: xx\n")
    monkeypatch.setattr(words.speak, "__defaults__", (catalogue_in(tmp_path / "locale"),))
    monkeypatch.setattr(play, "story_folder", lambda: tmp_path)
    monkeypatch.setattr(play, "wants_plain", lambda *_: False)
    said = []

    def terminal(shelf: Shelf, *_: object) -> int:
        assert not shelf.is_read
        said.append(words.say("New year"))
        return 0

    assert play.main(Namespace(command=None, plain=False), terminal) == 0
    assert said == [cyrillic("New year")]
