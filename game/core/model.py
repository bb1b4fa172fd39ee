"""What a story is: chapters, scenes, options, doors, endings. Data only, no behaviour of play.

Field names are the keys of the story's YAML files (a trailing underscore stands where the
key is a word of Python: `if_`, `for_`), so the loader needs no table of its own.
A story knows no scores: options carry deeds, and `rules.Rulebook` judges them.
The loader reads the annotations, so they are real types: no `annotations` of the future here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from game.core.claims import About, Claim, GlossaryEntry, Source, Statement, Trail
from game.core.conditions import Condition
from game.core.rules import Rulebook

__all__ = [
    "Also",
    "Case",
    "Chapter",
    "Comment",
    "Cut",
    "Deed",
    "Door",
    "Ending",
    "Option",
    "Scene",
    "Story",
    "StoryFile",
]

Reveal = Literal["full", "short", "held"]
Predict = Literal["direction", "rulebook", "door"]
Help = Literal["answer", "pick", "verdict", "drawer", "write"]


@dataclass(frozen=True, slots=True)
class Also:
    """A paragraph that is added where its condition holds."""

    if_: Condition
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that the player may do."""

    id: str
    label: str
    """At most 12 words."""
    outcome: str
    """25 to 60 words, shown after the choice."""
    short: str | None = None
    """The head of its column in the grid; at most 12 characters."""
    deeds: tuple[str, ...] = ()
    remembered: Mapping[str, int] = field(default_factory=dict)
    """Changes of ties, purse, voice; each memory is held between 0 and 5."""
    unscored: str | None = None
    needs: Condition | None = None
    """Doors that must be open; otherwise the option is shown as closed."""
    if_: Condition | None = None
    """Where false, the option is not offered at all."""
    then: str | None = None
    also: tuple[Also, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One way in which an event may go; the first that fits happens."""

    text: str
    deeds: tuple[str, ...] = ()
    if_: Condition | None = None
    unscored: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """The parts that the player's own comment is built of: key and sentence."""

    stances: Mapping[str, str]
    questions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """An everyday situation with options, or an event: something that nobody chose."""

    id: str
    title: str
    month: int
    """Month of the story, 1 (first of spring) to 12 (new year)."""
    claims: tuple[str, ...] = ()
    """The first is the sentence of this scene."""
    cuts: tuple[str, ...] = ()
    time: str | None = None
    text: str = ""
    glance: str | None = None
    """A page before the scene that is not shown again."""
    reveal: Reveal = "short"
    predict: Predict | None = None
    also: tuple[Also, ...] = ()
    options: tuple[Option, ...] = ()
    event: bool = False
    cases: tuple[Case, ...] = ()
    comment: Comment | None = None
    if_: Condition | None = None

    @property
    def held(self) -> bool:
        """Whether its reveal waits for the end of the chapter; without a claim there is none."""
        return self.reveal == "held" and bool(self.claims)

    def option(self, id: str) -> Option | None:
        """Return the option of that id, if the scene has one."""
        return next((option for option in self.options if option.id == id), None)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the year; `help` says how much of the answering the game still does."""

    chapter: str
    help: Help
    scenes: tuple[Scene, ...]
    picture: str | None = None
    picture_in_words: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A selection of scenes."""

    name: str
    default: bool = False
    all: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """Something that opens or closes; one that is normally closed is a perk."""

    name: str
    normally: Literal["open", "closed"] = "open"

    @property
    def is_perk(self) -> bool:
        return self.normally == "closed"


@dataclass(frozen=True, slots=True)
class Deed:
    """What a choice is, in neutral words."""

    name: str


@dataclass(frozen=True, slots=True)
class Ending:
    """A page of the album; the first whose condition fits is the run's."""

    id: str
    title: str
    text: str
    stubs: tuple[str, ...] = ()
    """Scene ids by preference: the first three that were played are shown."""
    if_: Condition | None = None
    also: tuple[Also, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryFile:
    """What stands in `story.yaml`."""

    id: str
    title: str
    opening: str
    keepers: tuple[str, ...]
    cuts: Mapping[str, Cut]
    doors: Mapping[str, Door]
    endings: tuple[Ending, ...]
    language: str = "en"
    subtitle: str = ""
    avoid: tuple[str, ...] = ()
    beside: str | None = None
    """The keeper whose year is shown beside the chosen one's, unasked."""
    speakers: Mapping[str, str] = field(default_factory=dict)
    """Whose sentences are quoted, in the order of the page; `article` is known without."""
    grid: tuple[tuple[str, ...], ...] = ()
    """Rows of the grid in the first scene, the second, …; after that all."""
    remembered: tuple[str, ...] = ("ties", "purse", "voice")
    notes: tuple[Also, ...] = ()
    """Sentences of the debrief that depend on what was."""
    unscored_note: str = ""
    transfer: str = ""


@dataclass(frozen=True, repr=False)
class Story:
    """A whole story, read and linked."""

    head: StoryFile
    chapters: tuple[Chapter, ...]
    deeds: Mapping[str, Deed]
    rulebooks: Mapping[str, Rulebook]
    """By id, in the order of `head.keepers`."""
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    statements: tuple[Statement, ...] = ()
    glossary: Mapping[str, GlossaryEntry] = field(default_factory=dict)
    trails: tuple[Trail, ...] = ()
    about: About | None = None
    digest: str = ""
    """A hash over the story's files: tells whether a save was made with the same text."""
    mended: bool = False
    """Parts that can't be used were left out, so that the rest can be checked. Never played."""

    def __repr__(self) -> str:
        return f"<Story {self.head.id} {self.digest}>"

    @cached_property
    def scenes(self) -> Mapping[str, Scene]:
        """Every scene and event by its id, in the order of the files."""
        return {scene.id: scene for chapter in self.chapters for scene in chapter.scenes}

    @cached_property
    def chapter_of(self) -> Mapping[str, int]:
        """Index of the chapter in which a scene stands, by the scene's id."""
        return {s.id: n for n, chapter in enumerate(self.chapters) for s in chapter.scenes}

    @cached_property
    def speakers(self) -> Mapping[str, str]:
        """Who may speak in a claim, in words and in the order of the page."""
        return {"article": "the article", **self.head.speakers}

    @property
    def default_keeper(self) -> str:
        return self.head.keepers[0]

    @property
    def default_cut(self) -> str:
        """The cut marked as default, or the first."""
        marked = (id for id, cut in self.head.cuts.items() if cut.default)
        return next(marked, next(iter(self.head.cuts)))

    def cut_scenes(self, cut: str) -> tuple[Scene, ...]:
        """Return the scenes and events of a cut, in order."""
        everything = self.head.cuts[cut].all
        return tuple(s for s in self.scenes.values() if everything or cut in s.cuts)
