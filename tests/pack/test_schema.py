"""The schemas that editors use say what the loader says: no more, and hardly less."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from game.folders import starter_folder
from game.pack.schema import KINDS, schema, schema_for
from tests.builders import FILES, ROOT, STORY, Tiny

DOCS = ROOT / "docs" / "schema"


class Core(yaml.SafeLoader):
    """Guesses types as YAML 1.2 and editors do: `on` and `12:30` are words."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("[-+]?[0-9]+$"), list("-+0123456789")
)
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[0-9]+\.[0-9]+$"), list("0123456789")
)


def complaints(name: str, text: str) -> list[str]:
    kind = schema_for(name)
    assert kind is not None, f"{name} has no schema"
    found = Draft7Validator(schema(kind)).iter_errors(yaml.load(text, Core))  # noqa: S506
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


def files(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.rglob("*.yaml")))


@pytest.mark.parametrize(
    "path", [*files(STORY), *files(starter_folder())], ids=lambda path: path.name
)
def test_every_shipped_file_fits_its_schema(path: Path) -> None:
    folder = STORY if STORY in path.parents else starter_folder()
    name = path.relative_to(folder).as_posix()
    assert complaints(name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", FILES)
def test_the_tiny_story_fits_as_well(name: str) -> None:
    assert complaints(name, FILES[name]) == []


SLIPS = (
    ("chapters/1.yaml", "title: The first\n", "titel: The first\n"),
    ("chapters/1.yaml", "    month: 1\n", ""),
    ("chapters/1.yaml", "month: 1\n", "month: one\n"),
    ("chapters/1.yaml", "help: answer", "help: answers"),
    ("chapters/1.yaml", "claims: [C1]\n    text: It begins.", "claims: C1\n    text: It begins."),
    ("chapters/1.yaml", "event: true", "event: yes"),
    ("chapters/1.yaml", "text: It goes on.", 'text: ""'),
    ("story.yaml", "normally: closed", "normally: shut"),
    ("story.yaml", "keepers: [score, lists]", "keepers: [score, lists]\nkeeper: score"),
    ("claims/all.yaml", "verdict: documented", "verdict: true"),
    ("rulebooks/score.yaml", "start: 50", "start: fifty"),
    ("rulebooks/lists.yaml", "reason: You did bad.\n    ", ""),
    ("sources.yaml", "weak: true", "weak: maybe"),
)


@pytest.mark.parametrize(("name", "right", "wrong"), SLIPS)
def test_a_slip_that_the_loader_tells_is_seen_in_the_editor(
    tiny: Tiny, name: str, right: str, wrong: str
) -> None:
    tiny.swap(name, right, wrong)
    assert {problem.file for problem in tiny.problems()} == {name}
    assert complaints(name, (tiny.folder / name).read_text())


def test_what_only_looks_like_a_number_or_a_choice_is_still_a_text() -> None:
    claims = FILES["claims/all.yaml"].replace("place: line 1", "place: 1")
    assert complaints("claims/all.yaml", claims) == []
    assert complaints("sources.yaml", "S: {title: true, seen: 2.5, year: 2020}") == []


@pytest.mark.parametrize("word", ["none", "{start: 1}"])
def test_none_is_a_number_that_is_not_kept(word: str) -> None:
    book = FILES["rulebooks/lists.yaml"] + f"number: {word}\n"
    assert complaints("rulebooks/lists.yaml", book) == []


def described(part: Any) -> Iterator[str]:
    for name, inner in part.items():
        yield from (
            f"{name}.{key}" for key, field in inner["properties"].items() if "description" in field
        )


def test_an_editor_can_say_what_a_key_is_for() -> None:
    definitions = schema("chapter")["definitions"]
    said = set(described(definitions))
    assert {"Option.needs", "Option.if", "Scene.reveal", "Chapter.help"} <= said
    needs = definitions["Option"]["properties"]["needs"]["description"]
    assert needs.startswith("Doors that must be open")
    assert "door NAME open|closed" in needs


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_in_docs_are_those_that_the_program_makes(kind: str) -> None:
    stale = "run `make schema`"
    assert json.loads((DOCS / f"{kind}.json").read_text(encoding="utf-8")) == schema(kind), stale


def test_nothing_else_lies_among_them() -> None:
    assert {path.stem for path in DOCS.iterdir()} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))
