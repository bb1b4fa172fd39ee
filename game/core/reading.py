"""What a session shows: the pages of one run and the place in them. No verbs here."""

from __future__ import annotations

from game.core.cards import card
from game.core.model import Option, Story
from game.core.pages import Pages
from game.core.parts import CardView, Margin
from game.core.run import Game
from game.core.save import Run
from game.core.script import Stop, held_from, script
from game.core.trace import Trace
from game.core.views import Page, RevealPage, ScenePage

__all__ = ["Reading"]


class Reading:
    """One run, folded, with its pages in order and a place among them."""

    def __init__(self, story: Story, run: Run) -> None:
        self.story = story
        self.game = Game(story, run.keeper, run.cut)
        self._glanced: set[str] = set()
        self._pending: Option | None = None
        self._at = 0
        self._refold(run)

    def _refold(self, run: Run) -> None:
        self.run = run
        self.trace: Trace = self.game.fold(run.choices)
        self._rescript()

    def _rescript(self) -> None:
        self._stops = script(self.game, self.trace, self._glanced)

    @property
    def stop(self) -> Stop:
        return self._stops[self._at]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Every page so far, in order."""
        return self._stops

    @property
    def pages(self) -> Pages:
        return Pages(self.game, self.trace, self.run, held_from(self.trace, self._stops, self._at))

    @property
    def page(self) -> Page | None:
        """The page to show now; None at the debrief, which `debrief.debrief` makes."""
        if self._pending is not None:
            return self.pages.prediction(self._pending)
        return self.page_at(self.stop)

    def page_at(self, stop: Stop) -> Page | None:
        """Build any page of the script."""
        pages = self.pages
        match stop.kind:
            case "opening":
                return pages.opening()
            case "chapter":
                return pages.chapter(stop.chapter)
            case "glance":
                return pages.glance(stop.turn)
            case "scene":
                return pages.scene(stop.turn)
            case "outcome":
                return pages.outcome(stop.turn)
            case "reveal":
                return pages.reveal(stop.turn)
            case "card":
                return self.card(pages.scene_of(stop.turn).claims[0])
            case "ending":
                return pages.ending()
        return None

    @property
    def margin(self) -> Margin:
        """The score as it stands at this page; a held reveal holds it back, and then lets go."""
        stop, pages, turns = self.stop, self.pages, self.trace.turns
        if stop.kind == "reveal" and turns[stop.turn].scene.reveal == "held":
            return pages.margin(len(turns))
        told = stop.kind in ("outcome", "reveal", "card")
        return pages.margin(max(stop.turn, 0), after=told)

    @property
    def whole_reveal(self) -> RevealPage | None:
        """The page's reveal with every rulebook and cell opened; None on other pages."""
        return self.pages.reveal(self.stop.turn, whole=True) if self.stop.kind == "reveal" else None

    def card(self, claim: str) -> CardView:
        """Any claim's card, with the player's own mark."""
        return card(self.story, claim, self.run.marks.get(claim))

    @property
    def waiting(self) -> ScenePage | None:
        """The scene that waits for a choice, if that is the page now."""
        page = self.page
        return page if isinstance(page, ScenePage) and page.waiting else None

    @property
    def over(self) -> bool:
        """Whether every scene is played."""
        return self.trace.over
