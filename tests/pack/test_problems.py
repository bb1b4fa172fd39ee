"""Every problem that a story can have: one example each, with its place in the file."""

import re

import pytest

from game.core.story.text import Place
from game.pack.problems import Problems
from tests.builders import Tiny

STORY, CHAPTER, LAST = "story.yaml", "chapters/1.yaml", "chapters/2.yaml"
SCORE, LISTS, CLAIMS = "rulebooks/score.yaml", "rulebooks/lists.yaml", "claims/all.yaml"
GOOD = "good: {answer: up, size: small, claim: C1, says: Good counts.}"
DOOR = "gate: {closed: number < 40, claim: C1,"
OPTIONS = """\
      - {id: well, label: Do good., deeds: [good], outcome: Good.}
      - {id: ill, label: Do bad., deeds: [bad], outcome: Bad.}
"""

Change = tuple[str, str, str]
CASES: list[tuple[str, Change, str]] = [
    # Code, what is changed, and the word at which the problem is to be told.
    # story.yaml
    ("no-keeper", (STORY, "keepers: [score, lists]", "keepers: []"), "tiny"),
    ("duplicate-id", (STORY, "[score, lists]", "[score, lists, score]"), "score]"),
    ("unknown-rulebook", (STORY, "[score, lists]", "[scores, lists]"), "scores"),
    ("unknown-rulebook", (STORY, "beside: lists", "beside: list"), "list"),
    ("unknown-rulebook", (STORY, "[[score]]", "[[score, all]]"), "all"),
    ("idle-rulebook", (STORY, "[score, lists]", "[lists]"), "score"),
    ("empty-cut", (STORY, "{name: A short one}", "{name: A short one}\n  none: {name: X}"), "none"),
    ("no-last-ending", (STORY, "title: The end, stubs", "if: on any, title: E, stubs"), "end"),
    ("hidden-ending", (STORY, "title: Low, if: standing is low,", "title: Low,"), "low"),
    ("unknown-scene", (STORY, "[second, first]", "[second, frist]"), "frist"),
    ("unknown-brace", (STORY, "opening: Somebody counts.", "opening: '{you}'"), "'{you}'"),
    ("stray-brace", (STORY, "title: Tiny", "title: 'Tiny {name}'"), "'Tiny"),
    # chapters
    ("duplicate-id", (CHAPTER, "id: second", "id: first"), "first"),
    ("duplicate-id", (CHAPTER, "id: strange", "id: well"), "well, label: Do something"),
    ("month", (CHAPTER, "month: 1", "month: 13"), "first"),
    ("month-falls", (LAST, "month: 6", "month: 2"), "third"),
    ("unknown-cut", (LAST, "cuts: [short]", "cuts: [shrt]"), "shrt"),
    ("unknown-claim", (LAST, "claims: [C1]", "claims: [C1, C2]"), "C2"),
    ("event-options", (LAST, "title: The third", "title: Third\n    event: true"), "third"),
    ("no-last-case", (CHAPTER, "{text: It rains elsewhere.}", "{if: on any, text: A.}"), "rain"),
    ("scene-cases", (LAST, "text: It ends.", "text: It ends.\n    cases: [{text: No.}]"), "third"),
    ("no-claim", (LAST, "    claims: [C1]\n", ""), "third"),
    ("no-text", (LAST, "    text: It ends.\n", ""), "third"),
    ("soft-lock", (LAST, OPTIONS, OPTIONS.replace("label", "if: on any, label")), "third"),
    ("unknown-deed", (LAST, "[bad]", "[bda]"), "bda"),
    ("needs-door", (CHAPTER, "needs: door gate open", "needs: ties >= 2"), "ties"),
    ("needs-door", (CHAPTER, "door gate open", "door gate closed"), "door gate closed"),
    ("unknown-memory", (CHAPTER, "{ties: +1}", "{tie: +1}"), "tie"),
    ("backward", (LAST, "outcome: Bad.", "outcome: Bad., then: first"), "first"),
    ("backward", (LAST, "outcome: Bad.", "outcome: Bad., then: third"), "third}"),
    ("unknown-scene", (LAST, "outcome: Bad.", "outcome: Bad., then: fourth"), "fourth"),
    ("unknown-brace", (LAST, "It ends.", "'It ends, {nmae}.'"), "'It ends"),
    ("unknown-brace", (LAST, "outcome: Bad.", "unscored: 'A }.', outcome: Bad."), "'A }.'"),
    ("unknown-brace", (CHAPTER, "text: It rains on you.", "unscored: '{x}', text: A."), "'{x}'"),
    ("stray-brace", (LAST, "text: It ends.", "text: It ends.\n    time: '{name}'"), "'{name}'"),
    ("unknown-door", (CHAPTER, "door gate open", "door gaet open"), "gaet"),
    ("unknown-list", (CHAPTER, "if: chose first.ill", "if: was on bok"), "bok"),
    ("unknown-scene", (CHAPTER, "chose first.ill", "chose frist.ill"), "frist.ill"),
    ("unknown-option", (CHAPTER, "chose first.ill", "'chose first.il'"), "first.il'"),
    ("unknown-memory", (CHAPTER, "chose first.ill", "not tie >= 2"), "tie >="),
    ("condition", (CHAPTER, "chose first.ill", "chose first.ill xor on any"), "xor"),
    ("condition", (CHAPTER, "chose first.ill", '"ties >= 9"'), '9"'),
    (
        "held-reads",
        (CHAPTER, "title: The first", "title: The first\n    reveal: held"),
        "gate open",
    ),
    # rulebooks
    ("unanswered-deed", (SCORE, "silent: [odd]", "silent: []"), "score"),
    ("twice-answered", (SCORE, "silent: [odd]", "silent: [odd, good]"), "good]"),
    ("unknown-deed", (SCORE, "silent: [odd]", "silent: [odd, strange]"), "strange"),
    ("no-number", (LISTS, "answer: cleared, lists: [book]", "answer: up"), "good"),
    ("no-size", (SCORE, GOOD, GOOD.replace("size: small, ", "")), "good"),
    ("unknown-size", (SCORE, GOOD, GOOD.replace("small", "smal")), "smal,"),
    ("size", (SCORE, GOOD, GOOD.replace("small", "-3")), "good"),
    ("size", (SCORE, "{small: 10}", "{small: 0}"), "small"),
    ("scale", (SCORE, "start: 50", "start: 150"), "score"),
    ("band", (SCORE, "below 40", "under 40"), "under"),
    ("band", (SCORE, "below 40", "from 40"), "from 40"),
    ("no-list", (LISTS, "answer: listed, lists: [book]", "answer: listed"), "bad"),
    ("unknown-list", (LISTS, "listed, lists: [book]", "listed, lists: [bok]"), "bok"),
    ("whose", (LISTS, "months: 3", "months: 3\n    whose: firm"), "book]"),
    ("no-system", (SCORE, GOOD, "good: {answer: elsewhere, claim: C1, says: No.}"), "good"),
    ("no-where", (SCORE, GOOD, "good: {answer: local, claim: C1, says: No.}"), "good"),
    ("no-words", (SCORE, GOOD, GOOD.replace(", says: Good counts.", "")), "good"),
    ("no-basis", (SCORE, GOOD, GOOD.replace("claim: C1, ", "")), "good"),
    ("no-basis", (SCORE, GOOD, GOOD.replace("claim: C1", "sources: [SEEN]")), "good"),
    ("unknown-claim", (SCORE, GOOD, GOOD.replace("C1", "C2")), "C2"),
    ("unknown-source", (SCORE, GOOD, GOOD.replace("C1", "C1, sources: [SEN]")), "SEN]"),
    ("unseen-source", (SCORE, GOOD, GOOD.replace("C1", "C1, sources: [UNSEEN]")), "UNSEEN"),
    ("weak-alone", (SCORE, GOOD, GOOD.replace("C1", "C1, sources: [WEAK]")), "good"),
    ("unknown-door", (SCORE, DOOR, DOOR.replace("gate", "gaet")), "gaet"),
    ("no-basis", (SCORE, DOOR, DOOR.replace("claim: C1,", "")), "gate"),
    ("door-test", (SCORE, DOOR, DOOR.replace("closed: number < 40, ", "")), "gate"),
    ("door-test", (SCORE, DOOR, DOOR.replace("{", "{open: always, ")), "gate"),
    ("door-test", (SCORE, DOOR, DOOR.replace("number < 40", "score < 40")), "score < 40"),
    ("unknown-list", (SCORE, DOOR, DOOR.replace("number < 40", "on book")), "on book"),
    ("counter-closes", (SCORE, "low: 0, high: 100", "counter: true"), "number < 40"),
    ("list-term", (LISTS, "    months: 3\n", ""), "book:"),
    ("list-term", (LISTS, "months: 3", "until: cleared\n    months: 3"), "book:"),
    ("list-term", (LISTS, "months: 3", "months: 0"), "book:"),
    ("unknown-door", (LISTS, "closes: {gate: C1}", "closes: {gaet: C1}"), "gaet"),
    ("unknown-claim", (LISTS, "closes: {gate: C1}", "closes: {gate: C2}"), "C2"),
    ("no-basis", (LISTS, "    claim: C1\n", ""), "book:"),
    # claims and their sources
    ("no-quote", (CLAIMS, "  fragment: everything counts\n", ""), "C1"),
    ("no-quote", (CLAIMS, "  speaker", "  quote: counts\n  speaker"), "C1"),
    ("unanswered-claim", (CLAIMS, "  for: It does.\n", ""), "C1"),
    ("unanswered-claim", (CLAIMS, "  against: It does not. Ask anybody.\n", ""), "C1"),
    ("unanswered-claim", (CLAIMS, "  question: Who counts?\n", ""), "C1"),
    ("unknown-source", (CLAIMS, "[SEEN]", "[SEN]"), "SEN]"),
    ("unseen-source", (CLAIMS, "[SEEN]", "[SEEN, UNSEEN]"), "UNSEEN"),
    ("weak-alone", (CLAIMS, "[SEEN]", "[WEAK]"), "C1"),
    ("no-source", (CLAIMS, ", sources: [SEEN]", ""), "C1"),
    # reading
    ("unknown-key", (LAST, "    title:", "    titel: x\n    title:"), "titel"),
    ("missing-key", (LAST, "    title: The third\n", ""), "id: third"),
    ("duplicate-key", (LAST, "    title:", "    month: 6\n    title:"), "month: 6"),
    ("wrong-kind", (LAST, "month: 6", "month: six"), "six"),
    ("key", (LAST, "    title:", "    [a]: b\n    title:"), "[a]: b"),
    ("anchor", (LAST, "month: 6", "month: &six 6"), "&six"),
    ("anchor", (LAST, "month: 6", "month: *six"), "*six"),
    ("tag", (LAST, "month: 6", "month: !!int 6"), "!!int"),
    ("too-deep", (LAST, "claims: [C1]", f"claims: {'[' * 20}C1{']' * 20}"), "[[[[[[[C1]"),
    ("one-document", (LAST, "chapter: Two", "chapter: Two\n---\na: b"), "---"),
    ("not-yaml", (LAST, "month: 6", "month: @six"), "@six"),
]


def shown(change: Change) -> str:
    return re.sub(r"\s+", " ", change[2])[:40] or "nothing"


@pytest.mark.parametrize(
    ("code", "change", "word"), CASES, ids=[f"{c}: {shown(change)}" for c, change, _ in CASES]
)
def test_a_problem_is_told_at_its_place(tiny: Tiny, code: str, change: Change, word: str) -> None:
    tiny.swap(*change)
    found = [problem for problem in tiny.problems() if problem.code == code]
    assert any(tiny.text_at(problem).startswith(word) for problem in found), tiny.told()


def test_the_tiny_story_itself_has_no_problem(tiny: Tiny) -> None:
    assert tiny.told() == []


def test_a_story_with_problems_is_no_story(tiny: Tiny) -> None:
    for _, change, _ in CASES:
        assert Tiny(tiny.folder).swap(*change).problems(), change


def test_a_story_needs_a_cut_and_an_ending(tiny: Tiny) -> None:
    text = (tiny.folder / STORY).read_text()
    text = re.sub(r"(cuts):\n(  .*\n)+", "cuts: {}\n", text)
    tiny.put(STORY, re.sub(r"endings:\n(  .*\n)+", "endings: []\n", text))
    assert {"no-cut story.yaml:1:5", "no-ending story.yaml:1:5"} <= set(tiny.told())


STATEMENT = "- {{id: s, says: So., truth: true, set: first, claim: {claim}}}\n"


def test_a_statement_rests_on_a_claim_and_has_an_id_of_its_own(tiny: Tiny) -> None:
    tiny.put("statements.yaml", STATEMENT.format(claim="C2") + STATEMENT.format(claim="C1"))
    assert tiny.told() == [
        "unknown-claim statements.yaml:1:54",
        "duplicate-id statements.yaml:2:8",
    ]


def test_two_rulebooks_with_one_id_are_told(tiny: Tiny) -> None:
    tiny.swap(LISTS, "id: lists", "id: score").swap(STORY, "[score, lists]", "[score]")
    tiny.swap(STORY, "beside: lists\n", "")
    assert "duplicate-id rulebooks/score.yaml:1:5" in tiny.told()


def test_two_claims_with_one_id_are_told(tiny: Tiny) -> None:
    tiny.put("claims/more.yaml", (tiny.folder / CLAIMS).read_text())
    assert tiny.told() == ["duplicate-id claims/more.yaml:1:7"]


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ((LAST, "deeds: [bad]", "deeds: [bda]"), "Did you mean `bad`?"),
        ((LAST, "    title:", "    titel:"), "Did you mean `title`?"),
        ((LAST, "month: 6", "month: 6\n    reveal: ful"), "Did you mean `full`?"),
        ((CHAPTER, "door gate open", "door GATE open"), "Did you mean `gate`?"),
        ((STORY, "[score, lists]", "[scores, lists]"), "Did you mean `score`?"),
        (
            (LAST, "deeds: [bad]", "deeds: [zzzzzz]"),
            "Look at how it is spelt where it is declared.",
        ),
    ],
)
def test_the_nearest_right_word_is_offered(tiny: Tiny, change: Change, hint: str) -> None:
    assert hint in [problem.hint for problem in tiny.swap(*change).problems()]


def test_all_problems_are_told_at_once_in_the_order_of_the_files(tiny: Tiny) -> None:
    tiny.swap(LAST, "deeds: [bad]", "deeds: [bda]").swap(LAST, "claims: [C1]", "claims: [C2]")
    tiny.swap(SCORE, DOOR, DOOR.replace("gate", "gaet")).swap(CLAIMS, "[SEEN]", "[SEEN, SEN]")
    assert [problem.file for problem in tiny.problems()] == [LAST, LAST, CLAIMS, SCORE]


def test_a_key_too_many_hides_no_other_problem(tiny: Tiny) -> None:
    tiny.swap(LAST, "    title:", "    titel: x\n    title:").swap(LAST, "[bad]", "[bda]")
    assert [line.split()[0] for line in tiny.told()] == ["unknown-key", "unknown-deed"]


def test_what_is_broken_in_several_files_is_told_of_each(tiny: Tiny) -> None:
    tiny.swap(LAST, "month: 6", "month: six").swap(SCORE, "start: 50", "start: fifty")
    tiny.swap(CLAIMS, "verdict: documented", "verdict: proven")
    assert [problem.file for problem in tiny.problems()] == [LAST, CLAIMS, SCORE]


def test_a_problem_reads_as_a_line_for_an_editor(tiny: Tiny) -> None:
    (problem,) = tiny.swap(LAST, "deeds: [bad]", "deeds: [bda]").problems()
    assert str(problem) == (
        "chapters/2.yaml:12:43: error: there is no deed `bda`. Did you mean `bad`?"
    )


def test_the_place_of_a_text_is_where_its_value_stands(tiny: Tiny) -> None:
    option = tiny.load().scenes["third"].options[1]
    assert option.label.place == Place("chapters/2.yaml", 12, 26)  # type: ignore[attr-defined]


# Claims of a story that is not ours


def test_any_claim_may_say_why_it_is_believed_instead_of_a_case_for_it(tiny: Tiny) -> None:
    assert tiny.swap(CLAIMS, "  for: It does.", "  why_believed: Everybody says so.").told() == []


def test_a_speaker_is_named_in_the_story_before_it_speaks(tiny: Tiny) -> None:
    tiny.swap(CLAIMS, "speaker: article", "speaker: majer")
    assert tiny.told() == ["unknown-speaker claims/all.yaml:3:12"]
    tiny.swap("story.yaml", "title: Tiny", "title: Tiny\nspeakers: {major: a major}")
    assert tiny.problems()[0].hint == "Did you mean `major`?"
    tiny.swap(CLAIMS, "speaker: majer", "speaker: major")
    assert tiny.load().speakers == {"article": "the article", "major": "a major"}


# What was meant


def hints(tiny: Tiny) -> list[str]:
    return [problem.hint for problem in tiny.problems()]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("disputed", "Did you mean `contested`?"),
        ("wrong", "Did you mean `false`?"),
        ("unknown", "Did you mean `not found`?"),
        ("documentd", "Did you mean `documented`?"),
        ("doubtful", ""),
    ],
)
def test_a_verdict_in_other_words_is_told_with_the_one_that_means_it(
    tiny: Tiny, written: str, meant: str
) -> None:
    assert hints(tiny.swap(CLAIMS, "verdict: documented", f"verdict: {written}")) == [meant]


def test_a_lone_word_where_a_list_belongs_is_told_with_its_brackets(tiny: Tiny) -> None:
    assert "Write `[C1]`." in hints(tiny.swap(LAST, "claims: [C1]", "claims: C1"))


def test_an_id_that_is_wrong_itself_is_never_proposed() -> None:
    problems = Problems()
    problems.unknown("x", "scene", "red.man", ["red.man.", "rod man"])
    problems.unknown("x", "scene", "red.man", ["red-man"])
    assert [problem.hint.startswith("Did you mean") for problem in problems.found] == [False, True]
