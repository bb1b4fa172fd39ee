"""Read a whole story folder. Every file is read before any problem is raised.

`load` and `read` are for play and refuse a story with an error. `survey` is for the check: it
gives what could be read in spite of its problems, and a mended twin that the engine can walk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from game.core.story.claims import About, Claim, GlossaryEntry, Source, Statement, Trail
from game.core.story.model import Chapter, Deed, Story, StoryFile
from game.core.story.rules import Rulebook
from game.core.story.text import Place, Text
from game.pack.link import link
from game.pack.nodes import read_bytes, read_nodes
from game.pack.problems import PackError, Problem, Problems, nearest
from game.pack.shape import shape
from game.words import say, speak

__all__ = ["Survey", "load", "read", "survey"]

FILES = ("story.yaml", "deeds.yaml", "sources.yaml")
OPTIONAL = ("statements.yaml", "glossary.yaml", "trails.yaml", "about.yaml")
MOST_CUTS = 20
FOLDERS = ("chapters", "rulebooks", "claims")
LOST_WITH: Mapping[str, tuple[str, ...]] = {
    "story.yaml": ("story", "rulebook", "cut", "door", "memory", "ending", "speaker"),
    "deeds.yaml": ("deed",),
    "sources.yaml": ("source",),
    "chapters": ("scene", "option"),
    "rulebooks": ("rulebook", "keeper", "list", "size"),
    "claims": ("claim",),
}
"""The kinds of names that nobody knows any more where a file can't be read."""


@dataclass(frozen=True, slots=True)
class Survey:
    """A story folder as far as it could be read."""

    written: Story | None
    """As it is written, broken names and all; None where nothing is left to look at."""
    mended: Story | None
    """Without what can't be used, so that the engine can walk it; never for play."""
    story: Story | None
    """The story, if it can be played: if nothing in it was an error when it was read."""
    problems: Problems


def load(folder: Path) -> Story:
    """Read a story folder; raises PackError with every problem at once."""
    story, problems = read(folder)
    if story is None:
        raise PackError(tuple(p for p in problems if p.severity == "error"))
    return story


def read(folder: Path) -> tuple[Story | None, tuple[Problem, ...]]:
    """Read a story folder for play; return the story, or None, and every problem found."""
    reader = _Reader(folder)
    written = reader.run()
    return (None if reader.problems.errors else written), reader.problems.sorted()


def survey(folder: Path) -> Survey:
    """Read a story folder for a check: as much of it as can be read."""
    reader = _Reader(folder)
    written = reader.run()
    if written is None or not reader.problems.errors:
        return Survey(written, written, written, reader.problems)
    from game.pack.mend import mend  # late: most stories are whole

    return Survey(written, mend(written), None, reader.problems)


class _Reader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems = Problems()
        self.hash = hashlib.sha256()

    def run(self) -> Story | None:
        at, story = Place(str(self.folder), 0, 0), None
        try:
            if self.folder.is_dir():
                story = self.story()
            else:
                self.problems.add(at, "no-folder")
        except OSError as error:
            self.problems.add(at, "unreadable", reason=error.strerror or error)
        if story is not None:
            link(story, self.problems)
        return story

    def story(self) -> Story | None:
        head = self._file("story.yaml", StoryFile)
        speak(head.language if head else "en")  # what is wrong is told in the story's language
        self._complain_of_strangers()
        chapters = self._folder("chapters", Chapter)
        deeds = self._file("deeds.yaml", Mapping[str, Deed])
        books = self._folder("rulebooks", Rulebook)
        claims = self._folder("claims", tuple[Claim, ...])
        sources = self._file("sources.yaml", Mapping[str, Source])
        statements = self._optional("statements.yaml", tuple[Statement, ...], ())
        glossary = self._optional("glossary.yaml", Mapping[str, GlossaryEntry], {})
        trails = self._optional("trails.yaml", tuple[Trail, ...], ())
        about = self._optional("about.yaml", About, None)
        head = self._with_few_cuts(head or _stand_in())
        by_id = self._by_id(books, "rulebook")
        ordered = {str(id): by_id[id] for id in head.keepers if id in by_id}
        return Story(
            head=head,
            chapters=tuple(chapters),
            deeds=deeds or {},
            rulebooks=ordered | by_id,
            claims=self._by_id((claim for part in claims for claim in part), "claim"),
            sources=sources or {},
            statements=statements,
            glossary=glossary,
            trails=trails,
            about=about,
            digest=self.hash.hexdigest()[:16],
            folder=str(self.folder),
        )

    def _with_few_cuts(self, head: StoryFile) -> StoryFile:
        """Cuts are walked one by one, so their number is bounded before anything walks them."""
        if len(head.cuts) <= MOST_CUTS:
            return head
        cuts = dict(islice(head.cuts.items(), MOST_CUTS))
        self.problems.blind.add("cut")
        at = next(islice(head.cuts, MOST_CUTS, None))
        self.problems.add(at, "many-cuts", most=MOST_CUTS, count=len(head.cuts))
        return replace(head, cuts=cuts)

    def _complain_of_strangers(self) -> None:
        known = {*FILES, *OPTIONAL}
        strangers = {path.name for path in self.folder.glob("*.yaml")} - known
        for name in ("", *FOLDERS):
            folder = self.folder / name
            strangers |= {str(path.relative_to(self.folder)) for path in folder.glob("*.yml")}
        for name in sorted(strangers):
            hint = say("Its name would have to end in `.yaml`.") if name.endswith(".yml") else ""
            hint = hint or nearest(name, known)
            self.problems.add(Place(name, 0, 0), "unknown-file", hint, name=name)

    def _by_id(self, items: Iterable[Any], what: str) -> dict[str, Any]:
        """Of two with one id the first stands."""
        made = list(items)
        self.problems.unique((item.id for item in made), what)
        by_id: dict[str, Any] = {}
        for item in made:
            by_id.setdefault(str(item.id), item)
        return by_id

    def _file(self, name: str, wanted: Any) -> Any:
        made = self._read(name, wanted)
        if made is None:
            self.problems.blind.update(LOST_WITH.get(name.partition("/")[0], ()))
        return made

    def _read(self, name: str, wanted: Any) -> Any:
        path = self.folder / name
        if not path.is_file():
            hint = say("A folder lies there; a file belongs there.") if path.is_dir() else ""
            self.problems.add(Place(name, 0, 0), "missing-file", hint, what=f"`{name}`")
            return None
        data = read_bytes(path, name, self.problems)
        if data is None:
            return None
        head = f"{name}\0{len(data)}\0".encode(errors="surrogateescape")
        self.hash.update(head + data)
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
            what = say("a .yaml file in the folder `{folder}`", folder=name)
            self.problems.add(Place(name, 0, 0), "missing-file", what=what)
            self.problems.blind.update(LOST_WITH[name])
        made = [self._file(f"{name}/{path.name}", wanted) for path in paths]
        return [part for part in made if part is not None]


def _stand_in() -> StoryFile:
    """A story.yaml that says nothing, where there is none to read."""
    nothing = Text("")
    return StoryFile(nothing, nothing, nothing, (), {}, {}, ())
