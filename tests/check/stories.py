"""Small stories by chance: conditions, doors, lists, jumps, events, ends of a scale.

Made of the model itself, so that no loader stands between; some of them lock, on purpose. A story
is grown from a number and a size: parts that hypothesis draws one by one come out so small that
few of them have two ways through, and mistakes in merging go unseen.
"""

from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from game.core.story.conditions import Condition, parse
from game.core.story.model import (
    Also,
    Case,
    Chapter,
    Cut,
    Door,
    Ending,
    Option,
    Scene,
    Story,
    StoryFile,
)
from game.core.story.rules import Amendment, Bands, DoorRule, Listing, Rule, Rulebook, Scale

DEEDS = ("rise", "fall", "plunge", "enter", "blot", "leave", "wipe", "amend", "odd")
RULES = {
    "rise": Rule("up", size=10),
    "fall": Rule("down", size=10),
    "plunge": Rule("down", size=30),
    "enter": Rule("listed", lists=("book",)),
    "blot": Rule("listed", lists=("stain", "book")),
    "leave": Rule("cleared", lists=("book", "stain")),
    "wipe": Rule("cleared", lists=("stain",)),
}
LISTS = {
    "book": Listing("the book", "You did.", "Wait.", months=2, closes={"gate": "C1"}),
    "stain": Listing("the stain", "You did.", "Wipe it.", closes={"lane": "C1"}),
}
NUMBERS = (
    None,
    Scale(50, 30, 70),
    Scale(50, 40, 60),
    Scale(0, counter=True),
    Scale(50),
)
CLOSED = (None, "number < 40", "on book", "number < 30 or on stain", "always")
OPEN = (None, "number >= 60", "on book", "number >= 70 or on stain")


CONDITIONS = (
    "standing is low", "standing is middle", "standing is high", "standing is none",
    "door gate open", "door gate closed", "door lane open", "on book", "on stain", "on any",
    "was on stain", "was on book", "was on any", "ties >= 3", "ties >= 1", "purse >= 3",
)  # fmt: skip
NEEDS = ("door gate open", "door lane open", "door gate open or door lane open")


def stories() -> st.SearchStrategy[Story]:
    """A small story with one keeper and two cuts."""
    return st.builds(story, st.integers(0, 1 << 48), st.sampled_from([5, 4, 6, 3, 1]))


def story(seed: int, size: int) -> Story:
    """Grow a story of so many scenes; the same numbers, the same story."""
    return _Grower(Random(seed), size).story()


class _Grower:
    def __init__(self, random: Random, size: int) -> None:
        self.random, self.size = random, size

    def rarely(self, part: float) -> bool:
        return self.random.random() < part

    def story(self) -> Story:
        months = sorted(self.random.choices(range(1, 7), k=self.size))
        scenes = tuple(self.scene(at, month) for at, month in enumerate(months))
        endings = [
            Ending(f"e{n}", "An end", "It ends.", if_=self.condition(), also=self.also())
            for n in range(self.random.randrange(3))
        ]
        head = StoryFile(
            id="small",
            title="Small",
            opening="",
            keepers=("keeper",),
            cuts={"whole": Cut("The whole", all=True), "short": Cut("A short one")},
            doors={"gate": Door("the gate"), "lane": Door("the lane", "closed")},
            endings=(*endings, Ending("last", "The end", "It ends.", also=self.also())),
            remembered=("ties", "purse"),
            notes=self.also(),
        )
        book = self.book()
        return Story(head, (Chapter("One", "answer", scenes),), {}, {book.id: book}, {}, {})

    def book(self) -> Rulebook:
        """A rulebook that answers some deeds, with or without a number."""
        amendment = Amendment({"rise": Rule("down", size=20)}, {"gate": DoorRule(closed="always")})
        gate, lane = self.random.choice(CLOSED), self.random.choice(OPEN)
        doors = {"gate": DoorRule(closed=gate)} if gate else {}
        doors |= {"lane": DoorRule(open=lane)} if lane else {}
        return Rulebook(
            id="keeper",
            name="The keeper",
            short="the keeper",
            opening="",
            rules={deed: rule for deed, rule in RULES.items() if not self.rarely(0.2)},
            number=self.random.choice(NUMBERS),
            bands=Bands("below 50", "from 60"),
            doors=doors,
            lists=LISTS,
            amendments={"amend": amendment} if self.rarely(0.5) else {},
        )

    def scene(self, at: int, month: int) -> Scene:
        if_ = self.condition() if self.rarely(0.2) else None
        cuts = ("short",) if self.rarely(0.6) else ()
        scene = Scene(f"s{at}", f"Scene {at}", month, also=self.also(), if_=if_, cuts=cuts)
        if self.rarely(0.25):
            cases = [
                Case("It happens.", self.deeds(), self.condition())
                for _ in range(self.random.randrange(3))
            ]
            return replace(scene, event=True, cases=(*cases, Case("Nothing.", self.deeds())))
        options = [self.option(id, at) for id in "abc"[: self.random.choice((2, 2, 3, 3, 1))]]
        if not self.rarely(0.1):
            options[0] = replace(options[0], if_=None, needs=None)
        return replace(scene, options=tuple(options))

    def option(self, id: str, at: int) -> Option:
        later = [f"s{n}" for n in range(at + 1, self.size)]
        return Option(
            id,
            f"Do {id}.",
            "Done.",
            deeds=self.deeds(),
            remembered={
                name: self.random.randint(-2, 2) for name in ("ties", "purse") if self.rarely(0.3)
            },
            needs=parse(self.random.choice(NEEDS)) if self.rarely(0.2) else None,
            if_=self.condition() if self.rarely(0.2) else None,
            then=self.random.choice(later) if later and self.rarely(0.2) else None,
            also=self.also(),
        )

    def deeds(self) -> tuple[str, ...]:
        return tuple(self.random.choices(DEEDS, k=self.random.choice((0, 1, 1, 2))))

    def also(self) -> tuple[Also, ...]:
        count = self.random.choice((0, 0, 1, 2))
        return tuple(Also(self.condition(), "So it was.") for _ in range(count))

    def condition(self) -> Condition:
        return parse(self.said(self.random.choice((1, 1, 2, 3))))

    def said(self, atoms: int) -> str:
        """A condition over anything that a condition may read."""
        if atoms > 1:
            less = self.random.randrange(1, atoms)
            word = self.random.choice(("and", "or"))
            return f"({self.said(less)}) {word} ({self.said(atoms - less)})"
        scene, option = self.random.randrange(self.size), self.random.choice("abc")
        chose = f"chose s{scene}.{option}"
        atom = chose if self.rarely(0.5) else self.random.choice(CONDITIONS)
        return f"not ({atom})" if self.rarely(0.3) else atom
