"""Small stories by chance: conditions, doors, lists, jumps, events, ends of a scale.

Made of the model itself, so that no loader stands between; some of them lock, on purpose.
"""

from dataclasses import replace

from hypothesis import strategies as st

from game.core.conditions import Condition, parse
from game.core.model import Also, Case, Chapter, Cut, Door, Ending, Option, Scene, Story, StoryFile
from game.core.rules import Amendment, Bands, DoorRule, Listing, Rule, Rulebook, Scale

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


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """A rulebook that answers some deeds, with and without a number."""
    answered = draw(st.sets(st.sampled_from(sorted(RULES)), min_size=3))
    amendment = Amendment({"rise": Rule("down", size=20)}, {"gate": DoorRule(closed="always")})
    gate, lane = draw(st.sampled_from(CLOSED)), draw(st.sampled_from(OPEN))
    doors = {"gate": DoorRule(closed=gate)} if gate else {}
    doors |= {"lane": DoorRule(open=lane)} if lane else {}
    return Rulebook(
        id="keeper",
        name="The keeper",
        short="the keeper",
        opening="",
        rules={deed: RULES[deed] for deed in sorted(answered)},
        number=draw(st.sampled_from(NUMBERS)),
        bands=Bands("below 50", "from 60"),
        doors=doors,
        lists=LISTS,
        amendments={"amend": amendment} if draw(st.booleans()) else {},
    )


def conditions(scenes: int) -> st.SearchStrategy[Condition]:
    """A condition over anything that a condition may read."""
    chosen = [f"chose s{n}.{option}" for n in range(scenes) for option in "abc"]
    others = [
        "standing is low", "standing is middle", "standing is high", "standing is none",
        "door gate open", "door gate closed", "door lane open", "on book", "on any",
        "was on stain", "was on any", "ties >= 3", "ties >= 1", "purse >= 3",
    ]  # fmt: skip
    atoms = st.one_of(st.sampled_from(chosen), st.sampled_from(others))
    said = st.recursive(
        atoms,
        lambda inner: st.one_of(
            st.builds("not ({})".format, inner),
            st.builds("({}) and ({})".format, inner, inner),
            st.builds("({}) or ({})".format, inner, inner),
        ),
        max_leaves=3,
    )
    return said.map(parse)


@st.composite
def options(draw: st.DrawFn, id: str, at: int, scenes: int) -> Option:
    needs = st.sampled_from(
        ["door gate open", "door lane open", "door gate open or door lane open"]
    )
    later = [f"s{n}" for n in range(at + 1, scenes)]
    return Option(
        id,
        f"Do {id}.",
        "Done.",
        deeds=tuple(draw(st.lists(st.sampled_from(DEEDS), max_size=2))),
        remembered=draw(
            st.dictionaries(st.sampled_from(["ties", "purse"]), st.integers(-3, 3), max_size=2)
        ),
        needs=draw(st.one_of(st.none(), st.none(), needs.map(parse))),
        if_=draw(st.one_of(st.none(), st.none(), conditions(scenes))),
        then=draw(st.one_of(st.none(), st.sampled_from(later))) if later else None,
        also=draw(alsos(scenes)),
    )


def alsos(scenes: int) -> st.SearchStrategy[tuple[Also, ...]]:
    also = conditions(scenes).map(lambda condition: Also(condition, "So it was."))
    return st.lists(also, max_size=2).map(tuple)


@st.composite
def scenes(draw: st.DrawFn, at: int, count: int, month: int) -> Scene:
    common = {
        "id": f"s{at}", "title": f"Scene {at}", "month": month, "also": draw(alsos(count)),
        "if_": draw(st.one_of(st.none(), st.none(), conditions(count))),
        "cuts": ("short",) if draw(st.booleans()) else (),
    }  # fmt: skip
    if draw(st.integers(0, 3)) == 0:
        deeds = st.lists(st.sampled_from(DEEDS), max_size=2).map(tuple)
        asked = draw(st.lists(conditions(count), max_size=2))
        cases = [Case("It happens.", draw(deeds), condition) for condition in asked]
        return Scene(**common, event=True, cases=(*cases, Case("Nothing.", draw(deeds))))
    made = [draw(options(id, at, count)) for id in "abc"[: draw(st.integers(1, 3))]]
    if draw(st.integers(0, 7)):
        made[0] = replace(made[0], if_=None, needs=None)
    return Scene(**common, options=tuple(made))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A small story with one keeper and two cuts."""
    count = draw(st.integers(1, 5))
    months = sorted(draw(st.lists(st.integers(1, 6), min_size=count, max_size=count)))
    made = tuple(draw(scenes(at, count, month)) for at, month in enumerate(months))
    asked = draw(st.lists(conditions(count), max_size=2))
    endings = [
        Ending(f"e{n}", "An end", "It ends.", if_=condition, also=draw(alsos(count)))
        for n, condition in enumerate(asked)
    ]
    head = StoryFile(
        id="small",
        title="Small",
        opening="",
        keepers=("keeper",),
        cuts={"whole": Cut("The whole", all=True), "short": Cut("A short one")},
        doors={"gate": Door("the gate"), "lane": Door("the lane", "closed")},
        endings=(*endings, Ending("last", "The end", "It ends.", also=draw(alsos(count)))),
        remembered=("ties", "purse"),
        notes=draw(alsos(count)),
    )
    book = draw(rulebooks())
    return Story(head, (Chapter("One", "answer", made),), {}, {book.id: book}, {}, {})
