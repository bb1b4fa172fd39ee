"""Claims, their arguments and records, and the sources they rest on. Data only.

The loader reads the annotations, so they are real types: no `annotations` of the future here.
"""

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "About",
    "Claim",
    "GlossaryEntry",
    "Record",
    "Source",
    "Statement",
    "Trail",
    "TrailStep",
    "Verdict",
]

Drawer = Literal["list", "company", "police", "court"]
# In words yet to be said: `task` marks them for the catalogue.
Verdict = Literal[
    "documented",
    "partly documented",  # not said
    "outdated",
    "contested",
    "not found",  # not said
    "false",
    "opinion",
]


@dataclass(frozen=True, slots=True)
class Record:
    """What is documented about a claim."""

    verdict: Verdict
    """What the sources bear out."""
    says: str
    """What is documented, in one or two sentences."""
    where: str | None = None
    """Place and date."""
    sources: tuple[str, ...] = ()
    """Ids from sources.yaml; a verdict needs one that somebody has seen."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One quoted sentence with its speaker, its two arguments and its record."""

    id: str
    """Short: the page, the ledger and `carrot library` print it."""
    speaker: str
    """`article`, or a name from `speakers` in story.yaml."""
    place: str
    """Where it stands, such as `paragraph 3`."""
    plain: str
    """The sentence in plain words, at most 25 of them."""
    record: Record
    quote: str | None = None
    """The article's own text, letter for letter."""
    fragment: str | None = None
    """Anything quoted from elsewhere."""
    sic: bool = False
    """The quoted words hold the page's own slip, kept as it stands."""
    for_: str | None = None
    """The best case for it."""
    against: str | None = None
    """The best answer to it; its first sentence stands beside the quote."""
    weaker: str | None = None
    """A weaker answer, for chapters in which the player picks the stronger."""
    why_believed: str | None = None
    """Stands instead of `for_` where there is no honest case for a claim."""
    drawer: Drawer | tuple[Drawer, ...] | None = None
    """Whose doing it would be, for chapters that ask it; a list where it is more than one's."""
    drawer_asks: str | None = None
    """What is asked for the drawer, where what the sentence tells is nobody's doing."""
    question: str | None = None
    """An open question, to think about."""

    @property
    def drawers(self) -> tuple[str, ...]:
        """Every drawer that fits."""
        several = isinstance(self.drawer, tuple)
        return self.drawer if several else (self.drawer,) if self.drawer else ()  # type: ignore[return-value]

    @property
    def words(self) -> str:
        """The quoted words, from wherever they come."""
        return self.quote or self.fragment or ""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read; a verdict may rest only on sources with `seen`."""

    title: str
    author: str | None = None
    publisher: str | None = None
    year: int | None = None
    address: str | None = None
    seen: str | None = None
    """Which part was seen; absent where nothing was."""
    weak: bool = False
    """A copy of a copy: it never carries a verdict alone."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence to be judged true or false, before and after."""

    id: str
    says: str
    """The sentence to be judged."""
    truth: bool
    set: Literal["first", "booster"]
    """`first`: before and after play; `booster`: a week later."""
    claim: str
    """The claim that it is about."""
    answer: str | None = None
    """What is so, in a sentence."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term and what it means."""

    term: str
    says: str
    """At most 35 plain words."""
    also: str | None = None
    """The term in its own language."""


@dataclass(frozen=True, slots=True)
class About:
    """Who wrote the page, and the notes that go with it."""

    title: str
    lines: tuple[str, ...]
    living_people: tuple[str, ...] = ()
    """How the story treats real people."""
    content: tuple[str, ...] = ()
    """What a player will meet."""
    honesty: tuple[str, ...] = ()
    """What is made up, and what is not."""


@dataclass(frozen=True, slots=True)
class TrailStep:
    """One station of a sentence's way: who said it, when, and in which words."""

    id: str
    who: str
    when: str
    told: str
    """Told in our own words."""
    quote: str | None = None
    """The article's own text, letter for letter."""
    fragment: str | None = None
    """Words quoted from elsewhere."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trail:
    """A sentence followed back to where it began: who changed it?"""

    id: str
    title: str
    claim: str
    asks: str
    answer: str
    """The id of the step at which it changed."""
    why: str
    steps: tuple[TrailStep, ...]
