"""Sheets are plain functions: what they set can be read without an app."""

from textwrap import dedent

from game.core.debrief.figures import YearLine
from game.core.playing.looking_back import looking_back
from game.core.showing.views import RevealPage
from game.core.story.model import Story
from game.tui.ink import Lines, Room, block, ends, ink, para
from game.tui.sheets.chart import path, timeline
from game.tui.sheets.grid import set_grid
from game.tui.sheets.margin import margin, strip
from game.tui.sheets.number import big
from tests.tui.helpers import played


def text(lines: Lines) -> str:
    return "\n".join(line.plain.rstrip() for line in lines)


def drawn(picture: str) -> str:
    return dedent(picture).strip("\n")


def years(story: Story, *steps: str) -> tuple[YearLine, ...]:
    return looking_back(played(story, *steps)).years


def test_a_path_is_drawn_in_steps_with_its_numbers(tiny: Story) -> None:
    year, _ = years(tiny, "first.well", "second.ill", "third.ill")
    assert drawn(text(path(year, 34, 6))) == drawn("""
        60┤     ┏○━━━━━━━━┓
        55┤     ┃         ┃
        50┤━━━━━┛         ┗✕━━━┓
        45┤                    ┃
        40┤                    ┗━━━━ 40
          └─────┬────┬────┬────┬────
                1    +    2    3
    """)


def test_a_timeline_says_on_which_turns_a_list_lasted(tiny: Story) -> None:
    _, lists = years(tiny, "first.ill", "second.well", "third.well")
    drawn_ = text(timeline(lists, 40))
    assert "■ the book" in drawn_
    assert "······■■■■■■■■■■■■" in drawn_


def test_a_turn_on_which_two_things_happened_carries_both_signs(tiny: Story) -> None:
    _, lists = years(tiny, "first.ill", "second.well", "third.well")
    assert "■✕" in text(timeline(lists, 40))


def test_a_grid_reads_as_a_table(tiny: Story) -> None:
    session = played(tiny, "first.ill")
    session.go_on()
    page = session.page
    assert isinstance(page, RevealPage)
    assert text(set_grid(page, 74, None)) == drawn("""
                      1 Do good           2 Do bad ◀ you      3 Do something odd
        the score     ▲ +10               ▼ −10               · silent
        One more rulebook is not shown yet, and it counts this: the lists.
        Silent: its text has no rule for it.
        The sizes are ours.
        """)


def test_where_a_column_is_narrow_the_chosen_one_keeps_its_words_and_has_a_sign(
    tiny: Story,
) -> None:
    session = played(tiny, "first.ill")
    session.go_on()
    page = session.page
    assert isinstance(page, RevealPage)
    head = text(set_grid(page, 56, None)).splitlines()[0]
    assert "2 Do bad◀" in head
    assert "you" not in head


def test_a_folded_cell_says_that_there_is_something_to_open(tiny: Story) -> None:
    session = played(tiny, "first.ill")
    session.go_on()
    page = session.page
    assert isinstance(page, RevealPage)
    (row,) = page.rows
    good, *others = row.cells
    folded = row._replace(cells=(good._replace(shown=False), *others))
    line = set_grid(page._replace(rows=(folded,)), 74, None)[1].plain
    assert line.split()[:4] == ["the", "score", "…", "▼"]


def test_the_margin_folds_into_one_line(tiny: Story) -> None:
    session = played(tiny, "first.ill")
    while session.waiting is None:  # the event on the way closes the gate
        session.go_on()
    line = text(strip(session.margin, "the score", 76))
    assert line == "30 of 0–100 · ✕ closed: the gate"


def test_in_the_margin_deeds_and_the_sentences_under_them_stand_in_one_column(tiny: Story) -> None:
    session = played(tiny, "first.ill")
    (moved,) = [line for line in session.margin.ledger if line.moved]
    ledger = (moved, moved._replace(short="order"))  # a longer word than any number
    lines = margin(session.margin._replace(ledger=ledger), "the score")(Room(60, 60))
    rows = text(lines).splitlines()
    begins = {row.index(moved.deed) for row in rows if moved.deed in row}
    begins |= {row.index("“") for row in rows if "“" in row}
    assert begins == {6}


def test_a_block_fills_its_width_so_that_its_ground_is_one(tiny: Story) -> None:
    lines = block(para("Somebody speaks here.", 16), 20, "$stamp", "$clipping")
    assert {line.cell_length for line in lines} == {20}


def test_of_two_ends_the_left_gives_way() -> None:
    line = ends(ink("a very long left end"), ink("right"), 16)
    assert line.plain == "a very lo… right"


def test_nothing_unprintable_is_set() -> None:
    assert ink("a\x1b[31mb\x07").plain == "a[31mb"


def test_a_number_is_three_rows_high() -> None:
    assert [line.plain for line in big(60, "")] == ["╭─╴ ╭─╮", "├─╮ │ │", "╰─╯ ╰─╯"]


def test_a_sheet_never_exceeds_its_width(tiny: Story) -> None:
    from game.tui.leaves import Look, leaf

    session = played(tiny, "first.ill", "second.well", "third.well")
    for n in range(len(session.stops)):
        session._at = n
        shown = leaf(session, Look())
        for width in (60, 76, 110):
            for lay in filter(None, (shown.upper, shown.lower)):
                assert all(line.cell_length <= width for line in lay(Room(width, 24)))
