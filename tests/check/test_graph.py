"""The chart of a cut: every scene, jump, event and condition, and no label that breaks it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.check.graph import escaped, graph
from game.core.story.model import Story
from tests.builders import Tiny, shipped_story

NODE = r"s\d+(\(\[|\[)\"[^\"\n]*\"(\]\)|\])|e\d+\[\[\"[^\"\n]*\"\]\]"
OVER = r"over\(\(end\)\)"
ARROW = rf"(start\(\(start\)\)|s\d+|{OVER}) (-->|==>)(\|\"[^\"\n]*\"\|)? (s\d+|e\d+|{OVER})"
LINE = re.compile(
    rf" +({NODE}|{ARROW}|subgraph c\d+\[\"[^\"\n]*\"\]|end|classDef event .*|class [s\d,]+ event)"
)


def lines(story: Story, cut: str) -> list[str]:
    head, *rest = graph(story, cut).splitlines()
    assert head == "flowchart TD"
    return rest


@pytest.mark.parametrize("cut", ["taster", "season", "year"])
def test_every_line_of_the_shipped_story_is_one_that_mermaid_reads(
    shipped: Story, cut: str
) -> None:
    assert [line for line in lines(shipped, cut) if not LINE.fullmatch(line)] == []


@pytest.mark.parametrize("cut", ["taster", "season", "year"])
def test_every_scene_and_every_ending_is_there_and_led_to(shipped: Story, cut: str) -> None:
    drawn = graph(shipped, cut)
    for n in range(len(shipped.cut_scenes(cut))):
        assert len(re.findall(rf"^ +s{n}[\[(]", drawn, re.M)) == 1
        assert re.search(rf"> (s{n}|\|.*\| s{n}|s{n})$", drawn, re.M)
    for n in range(len(shipped.head.endings)):
        assert re.search(rf"\be{n}$", drawn, re.M)


def test_a_scene_under_a_condition_may_be_passed_over(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "title: The second\n", "title: The second\n    if: ties >= 3\n")
    drawn = lines(tiny.load(), "whole")
    assert '  s1 -->|"if ties #62;#61; 3"| s2' in drawn
    assert '  s1 -->|"otherwise"| s3' in drawn


def test_a_jump_is_an_arrow_of_its_own(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "deeds: [odd], outcome", "deeds: [odd], then: third, outcome")
    assert '  s0 ==>|"strange"| s3' in lines(tiny.load(), "whole")


def test_a_scene_that_only_jumps_does_not_go_on(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "deeds: [odd], outcome", "deeds: [odd], then: third, outcome")
    tiny.swap(
        "chapters/1.yaml",
        "deeds: [good], outcome: Good., remembered",
        "then: third, deeds: [good], outcome: Good., remembered",
    )
    tiny.swap(
        "chapters/1.yaml",
        "deeds: [bad], outcome: Bad., unscored",
        "then: third, deeds: [bad], outcome: Bad., unscored",
    )
    assert [line for line in lines(tiny.load(), "whole") if line.startswith("  s0 -->")] == []


def test_events_and_conditions_are_told(tiny: Tiny) -> None:
    drawn = graph(tiny.load(), "whole")
    assert 's1(["Rain<br/>case 1: chose first#46;ill<br/>case 2: otherwise"])' in drawn
    assert "gate: door gate open" in drawn
    assert 'over((end)) -->|"standing is low"| e0' in drawn


@given(st.text(max_size=60))
def test_no_label_means_anything_to_mermaid(text: str) -> None:
    label = escaped(text)
    assert not set('"`<>[]{}|%\\@$*=/^~&.+\n\r') & set(label)
    assert re.sub(r"#\d+;", "", label).count("#") == re.sub(r"#\d+;", "", label).count(";") == 0
    shown = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label.removeprefix("\u2060"))
    assert shown == " ".join(text.split()).removeprefix("\u2060") or "\u2060" in text


@given(st.text(min_size=1, max_size=40))
def test_a_hostile_title_adds_no_line(title: str) -> None:
    story = shipped_story()
    chapter = story.chapters[0]
    scenes = tuple(replace(scene, title=title) for scene in chapter.scenes)
    named = replace(chapter, chapter=title, scenes=scenes)
    hostile = replace(story, chapters=(named, *story.chapters[1:]))
    drawn = graph(hostile, "taster").split("\n")[1:-1]
    assert [line for line in drawn if not LINE.fullmatch(line)] == []
    assert len(drawn) == len(lines(story, "taster"))
