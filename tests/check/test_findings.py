"""What a proof has to tell an author: each at its place, one problem a cause."""

import pytest

from game.check import processes
from game.check import proofs as proving
from game.check.examine import examine
from game.check.processes import Broken
from game.check.proofs import Proofs, prove_all
from game.check.shelf import Shelf
from game.core.run.fold import Game
from game.core.story.model import Story
from game.diagnostics.table import TABLE
from tests.builders import Tiny

PROVEN = {code for code, row in TABLE.items() if row.explored}
CHAPTER, LATER, SCORE = "chapters/1.yaml", "chapters/2.yaml", "rulebooks/score.yaml"


def prove(story: Story) -> Proofs:
    return prove_all(story, Shelf(None))


def told(tiny: Tiny) -> list[str]:
    """What the proof told, as `code line`."""
    problems = examine(tiny.folder, None, prove).problems
    return [f"{p.code} {p.file}:{p.line}" for p in problems if p.code in PROVEN]


def line_of(tiny: Tiny, file: str, words: str) -> int:
    return (tiny.folder / file).read_text().split(words)[0].count("\n") + 1


def test_a_sound_story_has_nothing_to_tell(tiny: Tiny) -> None:
    assert told(tiny) == []


def test_an_option_that_nobody_is_offered(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "{id: gate, label", "{id: gate, if: ties >= 5, label")
    assert told(tiny) == [f"never-offered {CHAPTER}:{line_of(tiny, CHAPTER, 'id: gate')}"]


def test_a_scene_that_nobody_comes_to_is_one_problem(tiny: Tiny) -> None:
    tiny.swap(LATER, "title: The third\n", "title: The third\n    if: ties >= 5\n")
    assert told(tiny) == [f"scene-never-played {LATER}:{line_of(tiny, LATER, 'id: third')}"]


def test_an_ending_that_nobody_reaches(tiny: Tiny) -> None:
    tiny.swap("story.yaml", "if: standing is low", "if: standing is low and standing is high")
    assert told(tiny) == [
        f"ending-never-reached story.yaml:{line_of(tiny, 'story.yaml', 'id: low')}"
    ]


def test_a_case_that_never_happens(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "if: chose first.ill", "if: chose first.ill and chose first.well")
    assert told(tiny) == [f"text-never-shown {CHAPTER}:{line_of(tiny, CHAPTER, 'if: chose first')}"]


def test_what_was_told_without_playing_is_not_told_again(tiny: Tiny) -> None:
    """A choice that is made later never holds: `not-yet` says so, and says why."""
    tiny.swap(CHAPTER, "if: chose first.ill", "if: chose third.ill")
    assert told(tiny) == []


def test_a_last_case_that_another_always_forestalls(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "if: chose first.ill", "if: not standing is high or ties >= 0")
    assert told(tiny) == [
        f"text-never-shown {CHAPTER}:{line_of(tiny, CHAPTER, 'It rains elsewhere')}"
    ]


def test_a_door_that_says_when_and_never_does(tiny: Tiny) -> None:
    tiny.swap(SCORE, "closed: number < 40", "closed: number < 5")
    assert told(tiny) == [f"door-never-closed {SCORE}:{line_of(tiny, SCORE, 'gate:')}"]


def test_a_perk_that_nobody_earns(tiny: Tiny) -> None:
    tiny.swap(SCORE, "open: number >= 60", "open: number >= 95")
    assert told(tiny) == [f"perk-never-reached {SCORE}:{line_of(tiny, SCORE, 'lane:')}"]


@pytest.mark.parametrize(
    ("old", "new", "end"), [("high: 100", "high: 60", 60), ("low: 0", "low: 40", 40)]
)
def test_a_scale_that_cuts_a_move_short(tiny: Tiny, old: str, new: str, end: int) -> None:
    tiny.swap(SCORE, old, new)
    (problem,) = (p for p in examine(tiny.folder, None, prove).problems if p.code == "score-clamps")
    assert (problem.file, problem.line) == (SCORE, line_of(tiny, SCORE, "number:"))
    assert f"is held at {end}; the way there: first." in problem.message


def test_a_lock_is_told_with_the_way_in(tiny: Tiny) -> None:
    """The loader refuses such a scene; but a mended story is walked, too, and may still lock."""
    story = tiny.load()
    scene = story.scenes["second"]
    for option in scene.options:
        object.__setattr__(option, "needs", story.scenes["second"].options[1].needs)
    proof = prove(story).by_cut["whole"]["score"]
    assert proof.locks == {"second": ("first.ill",)}


def test_a_proof_that_gave_up_says_so_and_proves_no_never(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited = proving.prove
    monkeypatch.setattr(proving, "prove", lambda *one: limited(*one, limit=3))
    tiny.swap(CHAPTER, "{id: gate, label", "{id: gate, if: ties >= 5, label")
    report = examine(tiny.folder, None, prove)
    assert {p.code for p in report.problems if p.code in PROVEN} == {"unproven"}
    assert report.verdict.endswith("Not all of it is proven.")


def test_what_goes_wrong_in_a_proof_is_a_sentence(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the floor gave way")

    monkeypatch.setattr(Game, "step", broken)
    with pytest.raises(Broken, match=r"of the cut `whole` under `score` went wrong: .* gave way"):
        prove(tiny.load())


def test_what_goes_wrong_in_a_process_is_a_sentence(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the floor gave way")

    monkeypatch.setattr(Game, "step", broken)
    monkeypatch.setattr(processes, "SMALL", 0)
    with pytest.raises(Broken, match=r"under `(score|lists)` went wrong: .* gave way"):
        prove_all(tiny.load(), Shelf(None), processes=2)


def test_several_processes_find_what_one_finds(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    one = prove_all(tiny.load(), Shelf(None), processes=1)
    monkeypatch.setattr(processes, "SMALL", 0)
    assert prove_all(tiny.load(), Shelf(None), processes=2).by_cut == one.by_cut
