"""What is kept of proofs: never a wrong answer from an old, damaged or foreign shelf."""

import json
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.check.deciding import WORDS, key
from game.check.proof import Proof, prove
from game.check.proofs import prove_all
from game.check.shelf import KEPT, Shelf
from game.core.story.conditions import Condition
from game.core.story.model import Also, Case, Option, Scene, Story
from game.core.story.rules import Rule
from tests.builders import Tiny
from tests.check.stories import stories


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


def files(shelf: Shelf) -> list[Path]:
    assert shelf.folder is not None
    return sorted(shelf.folder.glob("*.json"))


def test_a_proof_comes_back_as_it_was(tiny: Tiny, shelf: Shelf) -> None:
    proof = prove(tiny.load(), "score", "whole")
    shelf.put("a" * 40, proof)
    assert shelf.find("a" * 40) == proof


def test_what_is_proven_once_is_not_walked_again(
    tiny: Tiny, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = prove_all(tiny.load(), shelf)
    monkeypatch.setattr("game.check.proofs.prove", None)
    again = prove_all(tiny.load(), shelf)
    assert (again.kept, again.by_cut) == (4, first.by_cut)


def test_a_blind_shelf_has_it_walked_again_and_keeps_that(tiny: Tiny, shelf: Shelf) -> None:
    prove_all(tiny.load(), shelf)
    blind = prove_all(tiny.load(), Shelf(shelf.folder, blind=True))
    assert blind.kept == 0
    assert prove_all(tiny.load(), shelf).kept == 4


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b'{"key": 1}', b"\xff\xfe", b"[" * 9999]
)
def test_a_damaged_file_is_walked_again(tiny: Tiny, shelf: Shelf, damage: bytes) -> None:
    first = prove_all(tiny.load(), shelf)
    for path in files(shelf):
        path.write_bytes(damage)
    again = prove_all(tiny.load(), shelf)
    assert (again.kept, again.by_cut) == (0, first.by_cut)


def test_one_changed_digit_is_noticed(tiny: Tiny, shelf: Shelf) -> None:
    first = prove_all(tiny.load(), shelf)
    for path in files(shelf):
        data = json.loads(path.read_bytes())
        data["proof"]["plays"] += 1
        path.write_text(json.dumps(data))
    assert prove_all(tiny.load(), shelf).by_cut == first.by_cut


def test_a_file_under_another_key_is_not_believed(tiny: Tiny, shelf: Shelf) -> None:
    first = prove_all(tiny.load(), shelf)
    paths = files(shelf)
    words = [path.read_bytes() for path in paths]
    for path, other in zip(paths, words[1:] + words[:1], strict=True):
        path.write_bytes(other)
    again = prove_all(tiny.load(), shelf)
    assert (again.kept, again.by_cut) == (0, first.by_cut)


def test_a_shelf_that_cannot_be_written_to_is_no_error(tiny: Tiny, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert prove_all(tiny.load(), Shelf(tmp_path / "file" / "shelf")).kept == 0
    assert prove_all(tiny.load(), Shelf(None)).kept == 0


def test_the_oldest_proofs_go(tiny: Tiny, shelf: Shelf) -> None:
    proof = prove(tiny.load(), "score", "short")
    for n in range(KEPT + 5):
        shelf.put(f"{n:040}", proof)
    shelf.tidy()
    assert len(files(shelf)) == KEPT


def test_an_edit_of_words_keeps_every_key(tiny: Tiny) -> None:
    before = tiny.load()
    tiny.swap("chapters/1.yaml", "It begins.", "# moved\n      It starts.")
    tiny.swap("story.yaml", "text: You fell.", "text: You tumbled.")
    tiny.swap("rulebooks/score.yaml", "says: Bad counts.", "says: Bad is counted.")
    after = tiny.load()
    assert after.digest != before.digest
    assert key(after, "score", "whole") == key(before, "score", "whole")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("rulebooks/score.yaml", "sizes: {small: 10}", "sizes: {small: 20}"),
        ("rulebooks/score.yaml", "number < 40, claim", "number < 30, claim"),
        ("rulebooks/score.yaml", "high: 100}", "high: 60}"),
        ("rulebooks/score.yaml", "below 40", "below 30"),
        ("chapters/1.yaml", "if: chose first.ill", "if: chose first.well"),
        ("chapters/1.yaml", "remembered: {ties: +1}", "remembered: {ties: +2}"),
        ("chapters/1.yaml", "needs: door gate open", "needs: door lane open"),
        ("chapters/1.yaml", "month: 3", "month: 4"),
        ("story.yaml", "if: standing is low", "if: standing is high"),
        ("story.yaml", "normally: closed", "normally: open"),
    ],
)
def test_an_edit_of_what_decides_changes_the_key(tiny: Tiny, file: str, old: str, new: str) -> None:
    before = key(tiny.load(), "score", "whole")
    assert key(tiny.swap(file, old, new).load(), "score", "whole") != before


def test_a_rulebook_decides_only_under_its_own_keeper(tiny: Tiny) -> None:
    before = tiny.load()
    tiny.swap("rulebooks/lists.yaml", "months: 3", "months: 1")
    after = tiny.load()
    assert key(after, "score", "whole") == key(before, "score", "whole")
    assert key(after, "lists", "whole") != key(before, "lists", "whole")


def test_no_name_among_the_words_is_misspelt() -> None:
    assert all(words <= {f.name for f in fields(kind)} for kind, words in WORDS.items())


def test_whatever_a_scene_or_a_rule_consists_of_is_known_to_the_key() -> None:
    """A new field counts at once; a new kind of part has to be named, or there is no key."""
    assert {Also, Case, Option, Scene, Rule} <= set(WORDS)


def changed(draw: st.DrawFn, value: Any, depth: int = 0) -> Any:
    """Change one thing somewhere inside: a figure, a word, a condition, a part left out."""
    if isinstance(value, Condition):
        return draw(st.sampled_from([value, None]))
    if is_dataclass(value) and not isinstance(value, type):
        name = draw(st.sampled_from([f.name for f in fields(value)]))
        return replace(value, **{name: changed(draw, getattr(value, name), depth + 1)})
    if isinstance(value, tuple) and value:
        n = draw(st.integers(0, len(value) - 1))
        if depth > 2 and len(value) > 1 and draw(st.booleans()):
            return value[:n] + value[n + 1 :]
        return (*value[:n], changed(draw, value[n], depth + 1), *value[n + 1 :])
    if isinstance(value, dict) and value:
        name = draw(st.sampled_from(sorted(value)))
        return {**value, name: changed(draw, value[name], depth + 1)}
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, str):
        return value + "x"
    return value + draw(st.integers(-20, 20)) if isinstance(value, int) else value


@st.composite
def edits(draw: st.DrawFn) -> tuple[Story, Story]:
    """A story, and the same with one thing changed in its scenes, its endings or its rules."""
    story = draw(stories())
    what = draw(st.sampled_from(["chapters", "endings", "book"]))
    if what == "chapters":
        return story, replace(story, chapters=changed(draw, story.chapters))
    if what == "endings":
        head = replace(story.head, endings=changed(draw, story.head.endings))
        return story, replace(story, head=head)
    return story, replace(story, rulebooks=changed(draw, dict(story.rulebooks)))


def proven(story: Story, cut: str) -> Proof | str:
    try:
        return prove(story, "keeper", cut)
    except Exception as error:
        return repr(error)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(edit=edits(), cut=st.sampled_from(["whole", "short"]))
def test_two_stories_with_one_key_have_one_proof(edit: tuple[Story, Story], cut: str) -> None:
    one, other = edit
    if key(one, "keeper", cut) == key(other, "keeper", cut):
        assert proven(one, cut) == proven(other, cut)
