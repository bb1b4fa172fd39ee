"""Source trails in plain text: told step by step, guessed by a letter."""

from tests.plain.helpers import play


def test_the_trails_are_named() -> None:
    told = play(("trail",))
    assert "video-games: How an example became a rule." in told.flat


def test_a_trail_says_who_said_what_and_when() -> None:
    told = play(("trail always",))
    assert "16 March 2018. Reuters. “once untrustworthy, always restricted”" in told.flat


def test_what_is_told_in_our_words_says_so() -> None:
    assert "In our words:" in play(("trail video-games",)).flat


def test_the_step_that_changed_it_is_found() -> None:
    assert "Yes: there." in play(("trail always b",)).flat


def test_another_step_is_told_which_it_was() -> None:
    assert "Not there: Reuters, 16 March 2018." in play(("trail always a",)).flat


def test_a_trail_that_is_not_there_gets_the_nearest_name() -> None:
    assert "There is no trail alway. Did you mean always?" in play(("trail alway",)).flat


def test_a_trail_is_found_by_its_sentence() -> None:
    assert "One word, two lengths" in play(("trail A5",)).flat


def test_a_card_says_that_its_sentence_can_be_followed_back() -> None:
    assert "type trail always" in play(("card A5",)).flat
    assert "type trail" not in play(("card A19",)).flat
