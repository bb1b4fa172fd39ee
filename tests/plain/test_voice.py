"""The voice says nothing that could steer a terminal, and hears whatever is typed."""

import io

from game.plain.blocks import Block, heading, item, option, quoted, text
from game.plain.voice import Voice, clean, lines


def said(*blocks: Block) -> str:
    out = io.StringIO()
    Voice(None, out, echo=False).tell(blocks)
    return out.getvalue()


def heard(typed: str, echo: bool = True) -> tuple[str | None, str]:
    out = io.StringIO()
    answer = Voice(io.StringIO(typed), out, echo).ask("Choose 1 to 4:")
    return answer, out.getvalue()


def test_control_characters_are_dropped() -> None:
    assert clean("a\x1b]0;owned\x07b\u202ec") == "a ]0;owned b c"


def test_box_drawing_and_emoji_are_dropped() -> None:
    assert clean("┌─┐ ▲ up 😀") == "up"


def test_letters_of_any_language_stay() -> None:
    assert clean("信用 · shèhuì “quoted” −10") == "信用 · shèhuì “quoted” −10"


def test_long_words_are_broken_sooner_than_run_over() -> None:
    assert max(map(len, lines(text("x" * 200)))) == 72


def test_a_wide_letter_takes_two_cells_of_a_line() -> None:
    made = lines(text("信用" * 50))
    assert [len(line) for line in made] == [36, 36, 28]


def test_words_between_wide_letters_stay_whole() -> None:
    made = lines(text("信" * 33 + " credit " + "用" * 5))
    assert made == ["信" * 33, "credit " + "用" * 5]


def test_no_line_begins_with_a_stop_or_ends_with_an_opening_quote() -> None:
    assert lines(text("信" * 36 + "。" + "用")) == ["信" * 35, "信。用"]
    assert lines(text("信" * 35 + "「用」")) == ["信" * 35, "「用」"]


def test_a_wide_option_hangs_under_its_number() -> None:
    assert lines(option(1, "信" * 40)) == ["1. " + "信" * 34, "   " + "信" * 6]


def test_letters_that_take_no_cell_count_for_nothing() -> None:
    assert lines(text("e\u0301" * 72)) == ["e\u0301" * 72]


def test_figures_stand_under_each_other_beside_wide_letters() -> None:
    table = Block("table", "", cells=(("信用", "1"), ("ab", "20")))
    assert lines(table) == ["信用   1", "ab    20"]


def test_items_stand_together_and_paragraphs_apart() -> None:
    assert said(text("One."), item("a"), item("b"), text("Two.")) == "One.\n\na\nb\n\nTwo.\n"


def test_what_ends_in_a_colon_leads_straight_on() -> None:
    assert said(text("These:"), item("a")) == "These:\na\n"
    assert said(text("这些："), item("a")) == "这些：\na\n"


def test_words_that_end_a_sentence_in_their_script_get_no_second_stop() -> None:
    assert [quoted(words) for words in ("Why?", "信用。", "credit")] == [
        "“Why?”",
        "“信用。”",
        "“credit”.",
    ]


def test_an_option_without_a_number_has_none() -> None:
    assert said(heading("Now"), option(None, "Not this."), option(1, "This.")) == (
        "Now\n\nNot this.\n1. This.\n"
    )


def test_an_answer_is_written_down_where_no_terminal_does_it() -> None:
    assert heard("2\n") == ("2", "Choose 1 to 4: 2\n")


def test_an_answer_is_not_written_twice_in_a_terminal() -> None:
    assert heard("2\n", echo=False) == ("2", "Choose 1 to 4: ")


def test_the_end_of_input_is_none_and_ends_the_line() -> None:
    assert heard("") == (None, "Choose 1 to 4: \n")


def test_an_endless_line_is_cut_and_the_next_is_a_new_answer() -> None:
    voice = Voice(io.StringIO("x" * 100_000 + "\n2\n"), io.StringIO(), echo=False)
    assert len(voice.ask("?") or "") == 1000
    assert voice.ask("?") == "2"


def test_line_ends_of_other_systems_and_a_byte_order_mark_are_no_answer() -> None:
    assert heard("\ufeff2\r\n")[0] == "2"
