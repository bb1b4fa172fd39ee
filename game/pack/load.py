"""Read a whole story folder. Every file is read before any problem is raised."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from game.core.claims import About, Claim, GlossaryEntry, Source, Statement, Trail
from game.core.model import Chapter, Deed, Story, StoryFile
from game.core.rules import Rulebook
from game.core.text import Place
from game.pack.link import link
from game.pack.nodes import read_bytes, read_nodes
from game.pack.problems import PackError, Problem, Problems, nearest
from game.pack.shape import shape

__all__ = ["load", "read"]

FILES = ("story.yaml", "deeds.yaml", "sources.yaml")
OPTIONAL = ("statements.yaml", "glossary.yaml", "trails.yaml", "about.yaml")
FOLDERS = ("chapters", "rulebooks", "claims")


def load(folder: Path) -> Story:
    """Read a story folder; raises PackError with every problem at once."""
    story, problems = read(folder)
    if story is None:
        raise PackError(tuple(p for p in problems if p.severity == "error"))
    return story


def read(folder: Path) -> tuple[Story | None, tuple[Problem, ...]]:
    """Read a story folder; return the story, or None, and every problem found."""
    reader = _Reader(folder)
    if not folder.is_dir():
        at = Place(str(folder), 0, 0)
        reader.problems.add(at, "no-folder", "there is no story folder here.")
        return None, reader.problems.sorted()
    story = reader.story()
    if story is not None:
        link(story, reader.problems)
    usable = story is not None and not reader.problems.errors
    return (story if usable else None), reader.problems.sorted()


class _Reader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems = Problems()
        self.hash = hashlib.sha256()

    def story(self) -> Story | None:
        self._complain_of_strangers()
        head = self._file("story.yaml", StoryFile)
        chapters = self._folder("chapters", Chapter)
        deeds = self._file("deeds.yaml", Mapping[str, Deed])
        books = self._folder("rulebooks", Rulebook)
        claims = [c for part in self._folder("claims", tuple[Claim, ...]) if part for c in part]
        sources = self._file("sources.yaml", Mapping[str, Source])
        statements = self._optional("statements.yaml", tuple[Statement, ...], ())
        glossary = self._optional("glossary.yaml", Mapping[str, GlossaryEntry], {})
        trails = self._optional("trails.yaml", tuple[Trail, ...], ())
        about = self._optional("about.yaml", About, None)
        if head is None or deeds is None or sources is None or None in chapters or None in books:
            return None
        if any(p.severity == "error" for p in self.problems.found):
            return None
        by_id = self._by_id(books, "rulebook")
        ordered = {str(id): by_id[id] for id in head.keepers if id in by_id}
        return Story(
            head=head,
            chapters=tuple(chapters),
            deeds=deeds,
            rulebooks=ordered | by_id,
            claims=self._by_id(claims, "claim"),
            sources=sources,
            statements=statements,
            glossary=glossary,
            trails=trails,
            about=about,
            digest=self.hash.hexdigest()[:16],
        )

    def _complain_of_strangers(self) -> None:
        known = {*FILES, *OPTIONAL}
        for path in sorted(self.folder.glob("*.yaml")):
            if path.name not in known:
                hint = nearest(path.name, known)
                message = f"`{path.name}` is no file of a story."
                self.problems.add(Place(path.name, 0, 0), "unknown-file", message, hint)

    def _by_id(self, items: Iterable[Any], what: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for item in items:
            if item.id in found:
                message = f"there are two {what}s with the id `{item.id}`."
                self.problems.add(item.id, "duplicate-id", message)
            found.setdefault(str(item.id), item)
        return found

    def _file(self, name: str, wanted: Any) -> Any:
        path = self.folder / name
        if not path.is_file():
            self.problems.add(Place(name, 0, 0), "missing-file", f"`{name}` is missing.")
            return None
        data = read_bytes(path, name, self.problems)
        if data is None:
            return None
        self.hash.update(f"{name}\0{len(data)}\0".encode() + data)
        node = read_nodes(data, name, self.problems)
        return None if node is None else shape(node, wanted, self.problems)

    def _optional(self, name: str, wanted: Any, otherwise: Any) -> Any:
        if not (self.folder / name).exists():
            return otherwise
        value = self._file(name, wanted)
        return otherwise if value is None else value

    def _folder(self, name: str, wanted: Any) -> list[Any]:
        paths = sorted((self.folder / name).glob("*.yaml"))
        if not paths:
            at = Place(name, 0, 0)
            self.problems.add(at, "missing-file", f"the folder `{name}` holds no .yaml file.")
        return [self._file(f"{name}/{path.name}", wanted) for path in paths]
