"""What the program says is looked up in a catalogue, and said in English where there is none."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from game import words
from game.words import apart, either, joined, many, say, sentence, series, speak, spoken


def translated(folder: Path, language: str, told: dict[str | tuple[str, str], object]) -> None:
    catalogue = Catalog(locale=language)
    for english, said in told.items():
        catalogue.add(english, said)
    where = folder / language / "LC_MESSAGES"
    where.mkdir(parents=True)
    with (where / "carrot.mo").open("wb") as file:
        write_mo(file, catalogue)


def test_without_a_catalogue_everything_is_said_in_english() -> None:
    assert not speak("tlh")
    assert say("Page {page} of {of}.", page=3, of=7) == "Page 3 of 7."


def test_a_sentence_is_said_in_the_language_of_the_story(tmp_path: Path) -> None:
    translated(tmp_path, "de", {"Page {page} of {of}.": "Seite {page} von {of}."})
    assert speak("de", tmp_path)
    assert say("Page {page} of {of}.", page=3, of=7) == "Seite 3 von 7."


def test_a_page_can_name_the_language_in_which_it_is_told(tmp_path: Path) -> None:
    translated(tmp_path, "de", {"debt": "Schulden"})
    speak("de_AT", tmp_path)
    assert spoken() == "de-AT"
    speak("tlh", tmp_path)
    assert spoken() == "en"


def test_a_dialect_is_told_in_its_language(tmp_path: Path) -> None:
    translated(tmp_path, "de", {"debt": "Schulden"})
    assert speak("de-AT", tmp_path)
    assert say("debt") == "Schulden"


def test_a_language_has_as_many_plurals_as_it_needs(tmp_path: Path) -> None:
    ways = ("{n} miejsce", "{n} miejsca", "{n} miejsc")
    translated(tmp_path, "pl", {("{n} seat", "{n} seats"): ways})
    speak("pl", tmp_path)
    assert [many("{n} seat", "{n} seats", n) for n in (1, 3, 5)] == [
        "1 miejsce",
        "3 miejsca",
        "5 miejsc",
    ]


@pytest.mark.parametrize("broken", ["Seite {seite}.", "Seite {page", "Seite {0}."])
def test_a_translation_with_a_wrong_brace_gives_way_to_english(tmp_path: Path, broken: str) -> None:
    translated(tmp_path, "de", {"Page {page}.": broken})
    speak("de", tmp_path)
    assert say("Page {page}.", page=3) == "Page 3."


def test_what_has_no_translation_is_said_in_english(tmp_path: Path) -> None:
    translated(tmp_path, "de", {"debt": "Schulden"})
    speak("de", tmp_path)
    assert say("purse") == "purse"


def test_nothing_is_said_of_nothing(tmp_path: Path) -> None:
    translated(tmp_path, "de", {"debt": "Schulden"})
    speak("de", tmp_path)
    assert say("") == ""


def test_braces_in_a_part_are_left_alone() -> None:
    assert say("You wrote: {text}", text="{name}") == "You wrote: {name}"


@pytest.mark.parametrize(
    ("items", "told"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_joined_as_the_language_does(items: list[str], told: str) -> None:
    assert joined(items) == told


@pytest.mark.parametrize(
    ("items", "told"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_what_may_be_is_joined_as_the_language_does(items: list[str], told: str) -> None:
    assert either(items) == told


def test_phrases_with_commas_stand_apart() -> None:
    assert [apart([]), apart(["a"]), apart(["a, b", "c or d"])] == ["", "a", "a, b; c or d"]


def test_words_stand_in_a_series() -> None:
    assert [series([]), series("a"), series("abc")] == ["", "a", "a, b, c"]


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("two rules changed", "Two rules changed."),
        ("Why?", "Why?"),
        ("走了。", "走了。"),
        ("", ""),
        (" “Ho.”", "“Ho.”"),
    ],
)
def test_a_phrase_is_made_a_sentence_of(phrase: str, told: str) -> None:
    assert sentence(phrase) == told


def test_a_translation_may_not_lead_out_of_its_folder(tmp_path: Path) -> None:
    translated(tmp_path / "elsewhere", "de", {"debt": "Schulden"})
    (tmp_path / "locale").mkdir()
    assert not speak("../elsewhere/de", tmp_path / "locale")


def test_translations_lie_beside_the_words() -> None:
    assert Path(words.__file__).parent / "locale" == words.LOCALE
