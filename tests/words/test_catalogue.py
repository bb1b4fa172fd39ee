"""The catalogue holds what the program says today, and a translation of it works as a whole."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from docs import words as drawing
from docs.words import POT, catalogue, compiled, written
from game.words import many, say, speak


def test_the_catalogue_is_up_to_date() -> None:
    """Where this fails: `make words`."""
    assert POT.read_bytes() == written(catalogue())


def test_a_translation_follows_the_catalogue_and_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    po = tmp_path / "de" / "LC_MESSAGES" / "carrot.po"
    po.parent.mkdir(parents=True)
    po.write_text(
        'msgid ""\nmsgstr ""\n"Language: de\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "Sources"\nmsgstr "Quellen"\n\nmsgid "Long gone"\nmsgstr "Lange her"\n',
        encoding="utf-8",
    )
    drawn = Catalog()
    for english in ("Sources", "Sources of it", ("{n} scene", "{n} scenes")):
        drawn.add(english)
    monkeypatch.setattr(drawing, "catalogue", lambda: drawn)
    monkeypatch.setattr(drawing, "LOCALE", tmp_path)
    monkeypatch.setattr(drawing, "POT", tmp_path / "carrot.pot")
    assert drawing.main() == 0
    assert "de: 1 of 3" in capsys.readouterr().out
    kept = read_po(BytesIO(po.read_bytes()), locale="de")
    assert kept["Sources"].string == "Quellen"
    assert len(kept) == len(drawn)
    assert speak("de", tmp_path)
    assert say("Sources") == "Quellen"
    assert many("{n} scene", "{n} scenes", 2) == "2 scenes"


def test_a_catalogue_without_translations_says_nothing_of_its_own() -> None:
    assert b"msgid" not in compiled(catalogue())
