"""Conditions: what each atom reads, which binds tighter, what is refused and where."""

import time
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.story.conditions import MAX_DEPTH, MAX_LENGTH, Condition, ConditionError, Fact, parse


@dataclass
class Facts:
    """A world that holds just what a test says."""

    band: str = "middle"
    open_doors: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    was: frozenset[str] = frozenset()
    memories: dict[str, int] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()

    def standing(self) -> str:
        return self.band

    def door_open(self, door: str) -> bool:
        return door in self.open_doors

    def is_on(self, listing: str) -> bool:
        return bool(self.on) if listing == "any" else listing in self.on

    def was_on(self, listing: str) -> bool:
        return bool(self.was) if listing == "any" else listing in self.was

    def memory(self, name: str) -> int:
        return self.memories[name]

    def chose(self, key: str) -> bool:
        return key in self.chosen


T, F = "chose yes.yes", "chose no.no"
TRUE = Facts(chosen=frozenset({"yes.yes"}))


def holds(source: str, **facts: object) -> bool:
    return parse(source)(Facts(**facts))  # type: ignore[arg-type]


def error(source: str) -> ConditionError:
    with pytest.raises(ConditionError) as caught:
        parse(source)
    return caught.value


@pytest.mark.parametrize("band", ["low", "middle", "high", "none"])
def test_standing_is_one_of_four_words(band: str) -> None:
    assert [
        word
        for word in ("low", "middle", "high", "none")
        if holds(f"standing is {word}", band=band)
    ] == [band]


def test_a_door_is_open_or_closed() -> None:
    open_doors = frozenset({"slow-train"})
    assert holds("door slow-train open", open_doors=open_doors)
    assert not holds("door slow-train closed", open_doors=open_doors)
    assert holds("door plane closed", open_doors=open_doors)


def test_on_reads_the_lists_of_now_and_was_on_those_of_then() -> None:
    facts = {"on": frozenset({"now"}), "was": frozenset({"now", "then"})}
    assert holds("on now", **facts)
    assert not holds("on then", **facts)
    assert holds("was on then", **facts)
    assert not holds("was on never", **facts)


def test_on_any_is_any_list_at_all() -> None:
    assert holds("on any", on=frozenset({"book"}))
    assert not holds("on any", was=frozenset({"book"}))
    assert holds("was on any", was=frozenset({"book"}))


@pytest.mark.parametrize(("ties", "expected"), [(1, False), (2, True), (3, True)])
def test_a_memory_is_at_least_a_number(ties: int, expected: bool) -> None:
    assert holds("ties >= 2", memories={"ties": ties}) is expected


def test_chose_names_a_scene_and_its_option() -> None:
    assert holds("chose red-man.cross", chosen=frozenset({"red-man.cross"}))
    assert not holds("chose red-man.wait", chosen=frozenset({"red-man.cross"}))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"{T} or {T} and {F}", True),
        (f"({T} or {T}) and {F}", False),
        (f"{F} and {F} or {T}", True),
        (f"{F} and ({F} or {T})", False),
        (f"not {T} or {T}", True),
        (f"not ({T} or {T})", False),
        (f"not {F} and {T}", True),
        (f"not not {T}", True),
        (f"not {T} and {F}", False),
        (f"{T} and {T} and {F}", False),
        (f"{F} or {F} or {T}", True),
    ],
)
def test_not_binds_tighter_than_and_and_and_tighter_than_or(source: str, expected: bool) -> None:
    assert parse(source)(TRUE) is expected


def test_brackets_need_no_spaces_and_spaces_need_no_number() -> None:
    assert parse(f"  (  not({F})and({T}))  ")(TRUE)


def test_a_condition_says_what_it_reads_and_where() -> None:
    reads = parse("door gate open and (ties >= 2 or was on book)").reads
    assert reads == (
        (Fact("door", "gate"), 5),
        (Fact("memory", "ties"), 20),
        (Fact("was", "book"), 40),
    )


def test_named_lists_one_kind_alone() -> None:
    condition = parse("door gate open and door lane closed and chose a.b")
    assert condition.named("door") == ("gate", "lane")
    assert condition.named("chose") == ("a.b",)


def test_two_conditions_are_equal_when_their_texts_are() -> None:
    assert parse(T) == parse(T)
    assert hash(parse(T)) == hash(parse(T))
    assert parse(T) != parse(F)
    assert parse(T) != T


@pytest.mark.parametrize(
    ("source", "offset"),
    [
        ("", 0),
        ("   ", 3),
        ("and", 0),
        ("standing", 8),
        ("standing are low", 9),
        ("standing is lowest", 12),
        ("door", 4),
        ("door gate", 9),
        ("door gate ajar", 10),
        ("door and open", 5),
        ("on", 2),
        ("on not", 3),
        ("was book", 4),
        ("ties", 4),
        ("ties > 2", 5),
        ("ties >= many", 8),
        ("ties >=", 7),
        ("ties >= 6", 8),
        ("ties >= -1", 8),
        ("chose scene", 6),
        ("chose scene.", 6),
        ("chose .option", 6),
        ("ties >= 2 ties >= 3", 10),
        ("(ties >= 2", 10),
        ("ties >= 2)", 9),
        ("()", 1),
        ("not", 3),
        ("ties >= 2 and", 13),
        ("ties >= 2 or or ties >= 2", 13),
        ("standing is low; import os", 15),
    ],
)
def test_an_error_points_at_the_word_that_is_wrong(source: str, offset: int) -> None:
    assert error(source).offset == offset


@pytest.mark.parametrize(
    "source", ["number < 550", "keeper is article", "550 > number", "1 >= 1 + 1"]
)
def test_a_number_of_the_score_and_a_keeper_can_not_be_read(source: str) -> None:
    error(source)


@pytest.mark.parametrize("name", ["__class__", "os.system", "import", "eval", "lambda"])
def test_a_python_name_is_only_a_name(name: str) -> None:
    assert holds(f"door {name} open", open_doors=frozenset({name}))
    assert not holds(f"on {name}")


@pytest.mark.parametrize("source", ["__import__('os')", "().__class__", "[].append", "exec`x`"])
def test_code_is_no_condition(source: str) -> None:
    error(source)


def nested(depth: int) -> str:
    return "(" * depth + T + ")" * depth


def test_brackets_nest_to_a_depth_and_no_deeper() -> None:
    assert parse(nested(MAX_DEPTH))(TRUE)
    assert "deep" in str(error(nested(MAX_DEPTH + 1)))


def test_not_counts_as_depth_too() -> None:
    assert parse("not " * MAX_DEPTH + T)(TRUE)
    assert "deep" in str(error("not " * (MAX_DEPTH + 1) + T))


def test_a_condition_has_a_longest_length() -> None:
    longest = T + " " * (MAX_LENGTH - len(T))
    assert parse(longest)(TRUE)
    assert str(MAX_LENGTH) in str(error(longest + " "))


def test_a_long_flat_condition_is_read_and_asked() -> None:
    assert parse(" or ".join([F] * 60 + [T]))(TRUE)


WORDS = st.sampled_from(
    [
        *("standing", "is", "low", "none", "door", "gate", "open", "closed", "on", "any", "was"),
        *("ties", ">=", "2", "5", "chose", "a.b", "and", "or", "not", "(", ")", "", ".", "-"),
        *("é", "²", "\x00", "🥕", "__class__", "'", '"', "\n", "\\", "9" * 50),
    ]
)


def parsed(source: str) -> Condition | ConditionError:
    try:
        return parse(source)
    except ConditionError as why:
        return why


@given(st.text(max_size=1200) | st.lists(WORDS, max_size=300).map(" ".join))
def test_whatever_is_parsed_becomes_a_condition_or_a_condition_error(source: str) -> None:
    started = time.process_time()
    made = parsed(source)
    if isinstance(made, ConditionError):
        assert 0 <= made.offset <= len(source)
    else:
        facts = Facts(memories=dict.fromkeys(made.named("memory"), 2))
        assert made(facts) in (True, False)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "source", [" " * MAX_LENGTH, "(" * MAX_LENGTH, "not " * 250, "a" * MAX_LENGTH]
)
def test_hostile_lengths_are_refused_at_once(source: str) -> None:
    started = time.process_time()
    error(source)
    assert time.process_time() - started < 1
