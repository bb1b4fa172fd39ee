"""An option may be chosen by its own words, and no command is ever taken for one."""

import pytest

from game.plain.words import Unclear, option_meant
from tests.plain.helpers import play

LABELS = ("Run. Nothing is coming.", "Wait for green.", "Offer him your arm and wait. Undo it.")


@pytest.mark.parametrize("typed", ["run", "RUN", "Run.", "Run. Nothing is coming.", "nothing is"])
def test_a_word_of_one_option_alone_means_it(typed: str) -> None:
    assert option_meant(typed, LABELS) == 1


def test_how_one_option_begins_means_it() -> None:
    assert option_meant("offe", LABELS) == 3


def test_a_word_of_two_options_is_asked_about() -> None:
    with pytest.raises(Unclear, match="wait could be 2 or 3"):
        option_meant("wait", LABELS)


@pytest.mark.parametrize("typed", ["undo", "UNDO", "undo it", "again"])
def test_a_command_goes_before_an_options_words(typed: str) -> None:
    assert option_meant(typed, LABELS) is None


def test_an_option_cut_short_never_takes_the_place_of_a_command_cut_short() -> None:
    assert option_meant("lib", ["Libel him."]) is None


def test_a_letter_or_two_mean_no_option() -> None:
    assert option_meant("ru", LABELS) is None


def test_a_word_at_the_prompt_chooses() -> None:
    told = play(("run",))
    assert [choice.option for choice in told.session.run.choices] == ["cross"]


def test_help_says_that_words_will_do() -> None:
    assert "Words that stand in one option alone choose it, too." in play(("help",)).flat
