"""The chart draws the very numbers that the words say, and stays on its paper."""

import re
from dataclasses import replace

import pytest

from game.core.debrief.years import YearLine
from game.core.playing.looking_back import looking_back
from game.core.story.model import Story
from game.report.account import account
from game.report.chart import Panel, panel
from game.report.page import page
from tests.report.helpers import lived, parsed

LIVES = [("article", "season", 3), ("record", "year", 7), ("reply", "taster", 2)]


def panels(story: Story, keeper: str, cut: str, seed: int) -> list[Panel]:
    return [panel(year) for year in looking_back(lived(story, keeper, cut, seed)).years]


def heights(drawn: Panel) -> list[float]:
    return [float(y) for y in re.findall(r"(?:M[\d.]+ |V)([\d.]+)", drawn.path)]


@pytest.mark.parametrize(("keeper", "cut", "seed"), LIVES)
def test_a_path_has_a_step_for_every_change(
    shipped: Story, keeper: str, cut: str, seed: int
) -> None:
    for drawn in panels(shipped, keeper, cut, seed):
        if drawn.year.start is not None:
            steps = [point for point in drawn.year.points if point.change]
            assert len(heights(drawn)) == 1 + len(steps)


@pytest.mark.parametrize(("keeper", "cut", "seed"), LIVES)
def test_every_height_on_the_path_is_its_numbers_height(
    shipped: Story, keeper: str, cut: str, seed: int
) -> None:
    for drawn in panels(shipped, keeper, cut, seed):
        if drawn.year.start is None:
            continue
        low, high = drawn.levels[0], drawn.levels[-1]
        a_point = (low.y - high.y) / (high.number - low.number)
        numbers = [drawn.year.start, *(p.number or 0 for p in drawn.year.points if p.change)]
        wanted = [low.y - (number - low.number) * a_point for number in numbers]
        assert heights(drawn) == pytest.approx(wanted, abs=0.2)
        assert drawn.end is not None
        assert drawn.end.number == drawn.year.end


@pytest.mark.parametrize(("keeper", "cut", "seed"), LIVES)
def test_nothing_is_drawn_beside_the_paper(
    shipped: Story, keeper: str, cut: str, seed: int
) -> None:
    for drawn in panels(shipped, keeper, cut, seed):
        across = [float(x) for x in re.findall(r"[MH]([\d.]+)", drawn.path)]
        across += [mark.x for mark in drawn.marks] + [tick.x for tick in drawn.ticks]
        across += [left + width for lane in drawn.lanes for left, width in lane.bars]
        assert all(drawn.left <= x <= drawn.right for x in across)
        down = [
            *heights(drawn),
            *(mark.y for mark in drawn.marks),
            *(lane.y for lane in drawn.lanes),
        ]
        assert all(0 < y < drawn.height for y in down)


def test_marks_stand_where_doors_and_lists_changed(shipped: Story) -> None:
    drawn = panels(shipped, "article", "season", 3)
    for one in drawn:
        wanted = sum(
            sum(map(bool, (p.closed, p.opened, p.listed, p.cleared, p.elsewhere, p.local)))
            for p in one.year.points
        )
        assert len(one.marks) == wanted
    assert any(one.marks for one in drawn)


def test_a_sign_stands_on_the_path_at_its_number(shipped: Story) -> None:
    drawn = panels(shipped, "article", "season", 3)[0]
    closed = [n for n, point in enumerate(drawn.year.points) if point.closed]
    assert [mark.kind for mark in drawn.marks] == ["closed"] * len(closed)
    for mark, n in zip(drawn.marks, closed, strict=True):
        assert mark.y in heights(drawn)
        assert drawn.ticks[n].x < mark.x < drawn.ticks[n + 1].x


def named(story: Story, keeper: str, cut: str, seed: int) -> tuple[Panel, list[int]]:
    view = looking_back(lived(story, keeper, cut, seed))
    turns = [turn.turn for turn in view.turning]
    return panel(view.years[0], turns), turns


@pytest.mark.parametrize(("keeper", "cut", "seed"), LIVES)
def test_every_turning_point_is_numbered_on_the_axis(
    shipped: Story, keeper: str, cut: str, seed: int
) -> None:
    drawn, turns = named(shipped, keeper, cut, seed)
    assert [n for n, tick in enumerate(drawn.ticks) if tick.turning] == turns
    assert all(drawn.ticks[n].label == str(n + 1) for n in turns)


def test_turning_points_are_named_where_the_paper_is_empty(shipped: Story) -> None:
    drawn, turns = named(shipped, "article", "season", 3)
    assert [note.words for note in drawn.notes] == [drawn.year.points[n].scene for n in turns]
    assert all(0 < note.y < drawn.base for note in drawn.notes)


def test_a_name_that_is_too_long_for_the_paper_is_cut(shipped: Story) -> None:
    view = looking_back(lived(shipped, "article", "season", 3))
    long = tuple(replace(point, scene="x" * 400) for point in view.years[0].points)
    notes = panel(replace(view.years[0], points=long), [7, 12]).notes
    assert [note.words for note in notes] == ["x" * 19 + "…"] * 2


def test_a_list_has_a_bar_over_the_turns_on_which_it_held(shipped: Story) -> None:
    drawn = next(d for d in panels(shipped, "article", "season", 3) if d.year.keeper == "record")
    (lane,) = drawn.lanes
    on = [n for n, p in enumerate(drawn.year.points) if lane.name in p.lists]
    (bar,) = lane.bars
    assert bar[0] == drawn.ticks[on[0]].x
    assert sum(bar) == pytest.approx(drawn.right, abs=0.2)


PHONE = 23
"""How large words on the drawing are where the page is narrow (report.css)."""


def test_on_a_phone_a_lists_name_touches_neither_the_scale_nor_its_bar(shipped: Story) -> None:
    html = page(account(lived(shipped, "record", "season", 3)))
    assert f"svg text {{ font-size: {PHONE}px; }}" in html
    seen = 0
    for svg in re.findall(r"<svg viewBox.*?</svg>", html, re.S):
        levels = [float(y) for y in re.findall(r'class="grid" d="M52 ([\d.]+)H', svg)]
        for at in re.findall(r'<text x="52" y="([\d.]+)">', svg):
            top, bottom, seen = float(at) - 0.77 * PHONE, float(at) + 0.24 * PHONE, seen + 1
            assert not any(top - 2 < level < bottom + 2 for level in levels)
            bar = min(
                float(y)
                for y in re.findall(r'class="down" x="[\d.]+" y="([\d.]+)"', svg)
                if float(y) > float(at)
            )
            assert bottom + 2 < bar
    assert seen


def test_the_drawing_says_what_its_words_say(shipped: Story) -> None:
    told = account(lived(shipped, "article", "season", 3))
    tree = parsed(page(told))
    drawings = [svg for svg in tree.all("svg") if svg.attributes.get("role") == "img"]
    assert len(drawings) == len(told.view.years)
    for drawn, year in zip(drawings, told.view.years, strict=True):
        (words,) = drawn.all("desc")
        assert words.text == year.summary
        ends = [t.text for t in drawn.all("text") if t.attributes.get("class") == "end"]
        assert ends == ([] if year.end is None else [str(year.end)])


def test_a_year_of_no_turns_can_be_drawn() -> None:
    year = YearLine("k", "k", "A keeper", True, 600, 350, 950, (), 600, 0, (), "Nothing moved.")
    assert panel(year).path.startswith("M")


def test_a_choice_that_would_have_been_barred_is_hatched(shipped: Story) -> None:
    drawn = [p for seed in range(8) for p in panels(shipped, "reply", "season", seed)]
    barred = [one for one in drawn if any(point.barred for point in one.year.points)]
    assert barred
    for one in barred:
        first = next(n for n, point in enumerate(one.year.points) if point.barred)
        assert one.hatched is not None
        assert one.hatched[0] == one.ticks[first].x
    assert all(one.hatched is None for one in drawn if one not in barred)
