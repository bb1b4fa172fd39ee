"""The rules of the house, held twice: by import contracts, and by what was loaded."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
GAME = ROOT / "game"
MODULES = sorted(GAME.rglob("*.py"))
HEADLESS = ("core", "pack", "check", "diagnostics", "plain", "report", "lesson", "paper", "handout")
HEAVY = {"textual", "rich", "aiohttp", "jinja2", "segno"}


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def of(*folders: str) -> list[Path]:
    return [path for path in MODULES if path.relative_to(GAME).parts[0] in folders]


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=dotted)


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_every_import_contract_is_kept() -> None:
    config = str(ROOT / "pyproject.toml")
    assert lint_imports(config_filename=config, no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("folder", HEADLESS)
def test_every_headless_folder_is_there_to_be_looked_at(folder: str) -> None:
    assert (GAME / folder / "__init__.py").is_file()


def loaded_by(room: str, strangers: set[str]) -> list[str]:
    """Load a room's modules one after the other in one fresh interpreter; say who brought whom."""
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    before = set(sys.modules)\n"
        "    importlib.import_module(name)\n"
        "    print(name, *(set(sys.modules) - before))"
    )
    names = [dotted(path) for path in of(room)]
    run = subprocess.run(
        [sys.executable, "-c", code, *names], cwd=ROOT, capture_output=True, text=True, check=True
    )
    brought = [line.split() for line in run.stdout.splitlines()]
    assert [name for name, *_ in brought] == names
    return [f"{name} loads {each}" for name, *all in brought for each in all if each in strangers]


@pytest.mark.parametrize("room", HEADLESS)
def test_a_headless_room_loads_nothing_heavy(room: str) -> None:
    assert loaded_by(room, HEAVY) == []


@each(of("core"))
def test_the_core_imports_words_and_the_standard_library_alone(path: Path) -> None:
    ours = ("game.core", "game.words")
    strangers = {name for name in imported_by(path) if not name.startswith(ours)}
    assert {name.partition(".")[0] for name in strangers} <= sys.stdlib_module_names


@each(of("lesson"))
def test_the_lesson_imports_the_core_and_the_standard_library_alone(path: Path) -> None:
    ours = ("game.core", "game.lesson", "game.words")
    strangers = {name for name in imported_by(path) if not name.startswith(ours)}
    assert {name.partition(".")[0] for name in strangers} <= sys.stdlib_module_names


def test_the_class_server_loads_no_screen_and_no_yaml() -> None:
    assert loaded_by("classroom", {"textual", "rich", "jinja2", "yaml", "segno"}) == []


def test_the_server_of_the_app_loads_no_game() -> None:
    strangers = {"textual_serve", "game.core", "game.tui", "yaml", *HEAVY} - {"aiohttp"}
    assert loaded_by("serve", strangers) == []


@each(MODULES)
def test_every_module_says_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@each(MODULES)
def test_no_function_is_longer_than_40_lines(path: Path) -> None:
    functions = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lines = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions}
    assert {name: count for name, count in lines.items() if count > 40} == {}


@each([*MODULES, *GAME.rglob("*.tcss")])
def test_no_file_is_longer_than_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_the_extra_and_the_group_name_the_same_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extra = project["project"]["optional-dependencies"]["test"]
    assert extra == project["dependency-groups"]["dev"]
