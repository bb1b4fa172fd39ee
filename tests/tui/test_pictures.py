"""The pictures of README.md: the same each time, with nothing of this machine in them."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from game.tui.themes import NEWSPRINT
from tests.builders import ROOT, shipped_story


async def test_a_picture_is_the_same_each_time_and_names_no_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = spec_from_file_location("pictures", ROOT / "docs" / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    pictures = module_from_spec(spec)
    spec.loader.exec_module(pictures)
    monkeypatch.setattr(pictures, "HERE", tmp_path)
    drawn = []
    for _ in range(2):
        await pictures.draw(shipped_story(), "title", None, NEWSPRINT.name)
        drawn.append((tmp_path / "title.svg").read_text())
    assert drawn[0] == drawn[1]
    assert str(tmp_path) not in drawn[0]
    assert "@font-face" not in drawn[0]
