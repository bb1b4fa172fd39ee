"""What a story is: chapters, scenes, options, doors, endings. Data only, no behaviour of play.

Field names are the keys of the story's YAML files (a trailing underscore stands where the key is a
word of Python: `if_`), so the loader needs no table. A story knows no scores: options carry deeds,
and `rules.Rulebook` judges them. No `annotations` of the future here: the loader reads real types.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from game.core.story.claims import About, Claim, GlossaryEntry, Source, Statement, Trail
from game.core.story.conditions import Condition
from game.core.story.rules import Rulebook
from game.words import say

__all__ = [
    "Also", "Case", "Chapter", "Comment", "Cut", "Deed", "Door", "Ending", "Option", "Scene",
    "Story", "StoryFile",
]  # fmt: skip

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
    """Short and lower-case; `chose SCENE.OPTION` names it."""
    label: str
    """At most 12 words."""
    outcome: str
    """25 to 60 words, shown after the choice."""
    short: str | None = None
    """The head of its column in the grid; at most 12 characters."""
    deeds: tuple[str, ...] = ()
    """What this choice is, in the neutral words of deeds.yaml; rulebooks judge these."""
    remembered: Mapping[str, int] = field(default_factory=dict)
    """Changes of ties, purse, voice; each memory is held between 0 and 5."""
    unscored: str | None = None
    """What no rulebook can see: a line of its own under the outcome."""
    needs: Condition | None = None
    """Doors that must be open; otherwise the option is shown as closed."""
    if_: Condition | None = None
    """Where false, the option is not offered at all."""
    then: str | None = None
    """The scene that comes next: jumps forward only."""
    also: tuple[Also, ...] = ()
    """Paragraphs that the outcome adds where they fit."""


@dataclass(frozen=True, slots=True)
class Case:
    """One way in which an event may go; the first that fits happens."""

    text: str
    deeds: tuple[str, ...] = ()
    """What happens to the player, in the words of deeds.yaml; it may be nothing."""
    if_: Condition | None = None
    """The last case has none, so that one always fits."""
    unscored: str | None = None
    """What no rulebook can see."""


@dataclass(frozen=True, slots=True)
class Comment:
    """The parts that the player's own comment is built of: key and sentence."""

    stances: Mapping[str, str]
    questions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """An everyday situation with options, or an event: something that nobody chose."""

    id: str
    """Short and lower-case; conditions and play-throughs name it."""
    title: str
    month: int
    """Month of the story, 1 (first of spring) to 12 (new year)."""
    claims: tuple[str, ...] = ()
    """The first is the sentence of this scene."""
    cuts: tuple[str, ...] = ()
    """Selections of scenes in which it is played; a cut with `all: true` has every scene."""
    time: str | None = None
    """A caption, such as `Spring, eight minutes to six`."""
    text: str = ""
    """40 to 90 words, in the second person and the present tense."""
    glance: str | None = None
    """A page before the scene that is not shown again."""
    reveal: Reveal = "short"
    """`full`: the whole grid; `short`: the keeper's row and the chosen column; `held`: only at the
    chapter's end."""
    predict: Predict | None = None
    """What the player is asked to guess between choice and outcome."""
    also: tuple[Also, ...] = ()
    """Paragraphs that are added where they fit."""
    options: tuple[Option, ...] = ()
    event: bool = False
    """Something that happens, and nobody chose: it has cases and no options."""
    cases: tuple[Case, ...] = ()
    comment: Comment | None = None
    """For a scene in which the player writes a comment of their own."""
    if_: Condition | None = None
    """Where false, the scene is left out."""

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
    """`answer`: the game answers the sentence; `pick`, `verdict`, `drawer`, `write`: the player
    does."""
    scenes: tuple[Scene, ...]
    picture: str | None = None
    """A small picture in text."""
    picture_in_words: str | None = None
    """The same for somebody who cannot see it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A selection of scenes."""

    name: str
    default: bool = False
    """The one that is played when nobody asks for another."""
    all: bool = False
    """It has every scene, whatever their `cuts` say."""


@dataclass(frozen=True, slots=True)
class Door:
    """Something that opens or closes; one that is normally closed is a perk."""

    name: str
    """As it is said in a sentence: `the slow train`."""
    normally: Literal["open", "closed"] = "open"
    """How it stands where a rulebook is silent; `closed` makes it a perk."""

    @property
    def is_perk(self) -> bool:
        return self.normally == "closed"


@dataclass(frozen=True, slots=True)
class Deed:
    """What a choice is, in neutral words."""

    name: str
    """As it is said in the ledger: `crossing on red`."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A page of the album; the first whose condition fits is the run's."""

    id: str
    title: str
    text: str
    stubs: tuple[str, ...] = ()
    """Scene ids by preference: the first three that were played are shown."""
    if_: Condition | None = None
    """The last ending has none, so that one always fits."""
    also: tuple[Also, ...] = ()
    """Paragraphs that are added where they fit."""


@dataclass(frozen=True, slots=True)
class StoryFile:
    """What stands in `story.yaml`."""

    id: str
    """Saves belong to it: never change it once people play."""
    title: str
    opening: str
    """The first page."""
    keepers: tuple[str, ...]
    """Rulebooks that may keep the score; the first is the default."""
    cuts: Mapping[str, Cut]
    """Selections of scenes, by id."""
    doors: Mapping[str, Door]
    """What opens or closes, by id; `{}` where there is nothing."""
    endings: tuple[Ending, ...]
    """The first that fits, in this order."""
    language: str = "en"
    """Reading grade and words to avoid are checked for the languages we know."""
    subtitle: str = ""
    avoid: tuple[str, ...] = ()
    """Words that your own prose must not use; quotes may."""
    beside: str | None = None
    """The keeper whose year is shown beside the chosen one's, unasked."""
    speakers: Mapping[str, str] = field(default_factory=dict)
    """Whose sentences are quoted, in the order of the page; `article` is known without."""
    grid: tuple[tuple[str, ...], ...] = ()
    """Rows of the grid in the first scene, the second, …; after that all."""
    remembered: tuple[str, ...] = ("ties", "purse", "voice")
    """What the story counts and no rulebook sees: from 0 to 5, beginning at 2."""
    notes: tuple[Also, ...] = ()
    """Sentences of the debrief that depend on what was."""
    unscored_note: str = ""
    """Said in the debrief beside what was remembered: whose rules these were."""
    transfer: str = ""
    """The last question of the debrief, to take along."""


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
    folder: str = field(default="", compare=False)
    """Where it was read from: its guide is read from there when somebody wants it."""

    def __repr__(self) -> str:
        return f"<Story {self.head.id} {self.digest}>"

    @cached_property
    def scenes(self) -> Mapping[str, Scene]:
        """Every scene and event by its id, in the order of the files; of two, the first."""
        every = [scene for chapter in self.chapters for scene in chapter.scenes]
        first = {scene.id: scene for scene in reversed(every)}
        return {scene.id: first[scene.id] for scene in every}

    @cached_property
    def place_of_scene(self) -> Mapping[str, int]:
        """Index of a scene among all scenes, by its id."""
        return {id: n for n, id in enumerate(self.scenes)}

    @cached_property
    def chapter_of(self) -> Mapping[str, int]:
        """Index of the chapter in which a scene stands, by the scene's id."""
        return {s.id: n for n, chapter in enumerate(self.chapters) for s in chapter.scenes}

    @property
    def speakers(self) -> Mapping[str, str]:
        """Who may speak in a claim, in words and in the order of the page."""
        return {"article": say("the article"), **self.head.speakers}

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
