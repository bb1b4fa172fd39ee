"""The command line in a language that isn't there: nothing of its own is said in English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import game.folders
import game.words
from game.__main__ import main
from game.cli.arguments import parser
from game.words import speak
from tests.foreign import BARE, foreign
from tests.words.pseudo import catalogue_in, latin

TYPED = {"carrot", "play", "story", "runs", "lessons", "reports", "chapters", "yaml"}
"""What is typed, and folders: the same in any language."""
TOLD = {
    "title", "name", "short", "opening", "text", "plain", "for", "against", "weaker", "says",
    "question", "place", "label", "outcome", "quote", "seen", "chapter", "id",
}  # fmt: skip
"""Keys under which a story has its words, and its ids."""

Carrot = Callable[..., tuple[int, str]]


def words_of(thing: Any, told: bool = False) -> Iterator[str]:
    """Every word of a story file's texts and ids."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield from latin(str(key)) if isinstance(value, dict) else ()
            yield from words_of(value, key in TOLD)
    elif isinstance(thing, list):
        for each in thing:
            yield from words_of(each, told)
    elif told:
        yield from latin(str(thing))


STORY = {word for text in BARE.values() for word in words_of(yaml.safe_load(text))}


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story in a language for which there is a catalogue, on the disk; it came with the game."""
    locale = catalogue_in(tmp_path / "there")
    monkeypatch.setattr(game.words.speak, "__defaults__", (locale,))
    tiny = foreign(tmp_path / "story")
    tiny.swap("story.yaml", "language: fr", "language: xx")
    tiny.swap("claims/tout.yaml", "quote:", "fragment:")
    real = game.folders._shipped
    monkeypatch.setattr(
        "game.folders._shipped", lambda name: tiny.folder if name == "story" else real(name)
    )
    return tiny.folder


@pytest.fixture
def carrot(story: Path, capsys: pytest.CaptureFixture[str]) -> Carrot:
    """Run a command; returns its exit code and all that it said."""

    def run(*args: str) -> tuple[int, str]:
        try:
            code = main(args)
        except SystemExit as end:
            code = int(end.code or 0)
        told = capsys.readouterr()
        here = (str(story.parent), str(Path(game.words.__file__).parents[2]))
        said = told.out + told.err
        return code, said.replace(here[0], "").replace(here[1], "")

    return run


@pytest.mark.parametrize("args", [["--help"], ["class", "--help"], ["where"], ["class", "forget"]])
def test_what_needs_no_story_speaks_the_language_on_its_cover(
    carrot: Carrot, args: list[str]
) -> None:
    _, told = carrot(*args)
    commands = {word for each in parsers(parser()) for word in each.prog.split()}
    assert re.search("[а-я]{4}", told)
    assert set(latin(told)) <= commands | TYPED


def parsers(one: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield one
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


def test_every_help_is_told_whole(story: Path) -> None:
    assert speak("xx")
    commands = {word for each in parsers(parser()) for word in each.prog.split()}
    told = "\n".join(each.format_help() for each in parsers(parser()))
    assert set(latin(told)) <= commands | {"md", "html", "csv", "json"}


@pytest.mark.parametrize(
    "args",
    [
        ["ply"],
        ["--pain"],
        ["check", "--seed", "x"],
        ["check", "--seed"],
        ["check", "--random", "0"],
        ["check", "--json=3"],
        ["new"],
        ["class", "--port", "99999"],
        ["serve", "--most", "0"],
    ],
)
def test_wrong_usage_is_told_whole(carrot: Carrot, args: list[str]) -> None:
    code, told = carrot(*args)
    commands = {word for each in parsers(parser()) for word in each.prog.split()}
    assert code == 2
    assert set(latin(told)) <= commands | TYPED | {"ply", "x'"}


def test_what_is_wrong_with_input_is_told_whole(carrot: Carrot, story: Path) -> None:
    for args in (
        ["play", "--keeper", "gazett"],
        ["play", "--cut", "nul"],
        ["report", "9"],
        ["report", "nul"],
        ["replay", "nul"],
        ["library", "zzz"],
        ["guide"],
        ["class", "--keeper", "gazett"],
        ["class", "--resume"],
    ):
        code, told = carrot(*args, "--story", str(story))
        assert code
        assert set(latin(told)) <= STORY | TYPED | {"gazett", "nul", "zzz"}, args


def test_what_a_command_prints_is_told_whole(carrot: Carrot, story: Path) -> None:
    for args in (
        ["check", str(story)],
        ["check", str(story), "--balance"],
        ["check", str(story), "--random", "3"],
        ["library", "--story", str(story)],
        ["where"],
        ["booster", "--story", str(story)],
        ["class", "forget"],
        ["fingerprint", str(story / "story.yaml"), str(story)],
    ):
        _, told = carrot(*args)
        assert set(latin(told)) <= STORY | TYPED, args


def test_the_try_before_a_lesson_is_told_whole(
    carrot: Carrot, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.class_check.WAIT_SECONDS", 0.05)
    code, told = carrot("class", "check", "--host", "127.0.0.1", "--story", str(story))
    assert code == 1
    assert set(latin(re.sub(r"http://\S+", "", told))) <= TYPED


def test_what_follows_a_new_story_is_told_whole(carrot: Carrot, story: Path) -> None:
    mine = story.parent / "mine"
    for args in (["new", str(mine)], ["schema", str(mine)], ["new", str(mine)]):
        _, told = carrot(*args)
        assert set(latin(told)) <= TYPED | {
            "mine",
            "check",
            "schema",
            "article",
            "txt",
            "dry",
            "summer",
        }
