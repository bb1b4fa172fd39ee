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
    at, problems = Place(str(folder), 0, 0), reader.problems
    story = None
    try:
        if folder.is_dir():
            story = reader.story()
        else:
            problems.add(at, "no-folder")
    except OSError as error:
        problems.add(at, "unreadable", reason=error.strerror or error)
    if story is not None:
        link(story, problems)
    return (None if problems.errors else story), problems.sorted()


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
        claims = self._folder("claims", tuple[Claim, ...])
        sources = self._file("sources.yaml", Mapping[str, Source])
        statements = self._optional("statements.yaml", tuple[Statement, ...], ())
        glossary = self._optional("glossary.yaml", Mapping[str, GlossaryEntry], {})
        trails = self._optional("trails.yaml", tuple[Trail, ...], ())
        about = self._optional("about.yaml", About, None)
        if None in (head, deeds, sources, *chapters, *books, *claims):
            return None  # what is left would only bring up problems that are none
        by_id = self._by_id(books, "rulebook")
        ordered = {str(id): by_id[id] for id in head.keepers if id in by_id}
        return Story(
            head=head,
            chapters=tuple(chapters),
            deeds=deeds,
            rulebooks=ordered | by_id,
            claims=self._by_id((claim for part in claims for claim in part), "claim"),
            sources=sources,
            statements=statements,
            glossary=glossary,
            trails=trails,
            about=about,
            digest=self.hash.hexdigest()[:16],
        )

    def _complain_of_strangers(self) -> None:
        known = {*FILES, *OPTIONAL}
        strangers = {path.name for path in self.folder.glob("*.yaml")} - known
        for name in ("", *FOLDERS):
            folder = self.folder / name
            strangers |= {str(path.relative_to(self.folder)) for path in folder.glob("*.yml")}
        for name in sorted(strangers):
            hint = "Its name would have to end in `.yaml`." if name.endswith(".yml") else ""
            hint = hint or nearest(name, known)
            self.problems.add(Place(name, 0, 0), "unknown-file", hint, name=name)

    def _by_id(self, items: Iterable[Any], what: str) -> dict[str, Any]:
        made = list(items)
        self.problems.unique((item.id for item in made), what)
        return {str(item.id): item for item in made}

    def _file(self, name: str, wanted: Any) -> Any:
        path = self.folder / name
        if not path.is_file():
            self.problems.add(Place(name, 0, 0), "missing-file", what=f"`{name}`")
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
            self.problems.add(at, "missing-file", what=f"a .yaml file in the folder `{name}`")
        return [self._file(f"{name}/{path.name}", wanted) for path in paths]
