"""Draws the pictures of README.md with the app itself: `make pictures`.

Plays a run by a fixed rule, so that the same story gives the same files. Nothing is kept,
and no picture holds a date, a clock, a path or an address from which something is fetched.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
os.environ.pop("NO_COLOR", None)  # before Textual looks: the pictures are meant to have colours

from game.cli.story import load_story
from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.story.model import Story
from game.tui import themes
from game.tui.app import CarrotApp

HERE = Path(__file__).parent
SIZE = (100, 30)
FONTS = 'font-family: "Fira Code", "DejaVu Sans Mono", Menlo, Consolas, monospace;'


def played(story: Story, until: str | None = None, cut: str | None = None) -> Session:
    """A year in which the first open option is always taken, up to a scene or to the end."""
    cut = cut or story.default_cut
    session = Session.new(story, story.default_keeper, cut, predictions=False)
    while session.page is not None:
        if session.waiting and session.pages.scene_of(session.stop.turn).id == until:
            break
        if session.waiting:
            session.choose(next(o.id for o in session.waiting.options if o.closed is None))
        else:
            session.go_on()
    return session


def revealed(story: Story) -> Session:
    """The reveal of the scene in which all six rulebooks have something to say."""
    session = played(story, "sixteen-digits")
    if session.waiting:
        session.choose(next(o.id for o in session.waiting.options if o.closed is None))
    while session.stop.kind != "reveal":
        session.go_on()
    session.answer("stronger")
    return session


async def draw(story: Story, name: str, session: Session | None, theme: str) -> None:
    """Open the app on a page, and write what it shows."""
    with TemporaryDirectory() as nowhere:
        app = CarrotApp(story, Runs(Path(nowhere)), session)
        async with app.run_test(size=SIZE) as pilot:
            app.theme = theme
            await pilot.pause()
            svg = app.export_screenshot()
    (HERE / f"{name}.svg").write_text(_alone(svg), encoding="utf-8", newline="\n")


def _alone(svg: str) -> str:
    """Take out the fonts that would be fetched; blanks at a run's beginning stay blanks."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-family: Fira Code, monospace;", FONTS)
    return svg.replace("<text class=", '<text xml:space="preserve" class=')


def pictures(story: Story) -> dict[str, tuple[Session | None, str]]:
    """Each picture's name, the session that it shows (none: the title) and its theme."""
    newsprint, night = themes.NEWSPRINT.name, themes.NIGHT.name
    return {
        "title": (None, newsprint),
        "scene": (played(story, "long-way-home", "taster"), newsprint),
        "reveal": (revealed(story), night),
        "debrief": (played(story), newsprint),
        "contrast": (played(story, "red-man", "taster"), themes.HIGH_CONTRAST.name),
    }


async def main() -> None:
    """All of them."""
    story = load_story(None)
    for name, (session, theme) in pictures(story).items():
        await draw(story, name, session, theme)


if __name__ == "__main__":
    asyncio.run(main())
