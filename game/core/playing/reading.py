"""What a session shows: the pages of one run and the place in them.

Pages are turned here, and nothing is ever chosen or undone by that.
"""

from __future__ import annotations

from collections.abc import Collection

from game.core.run.fold import Game
from game.core.run.saved import Run
from game.core.run.script import Kind, Stop, held_from, script
from game.core.run.trace import Trace
from game.core.saves.bookmark import Bookmark
from game.core.showing.cards import card
from game.core.showing.pages import Pages
from game.core.showing.parts import CardView, Margin
from game.core.showing.views import OutcomePage, Page, RevealPage, ScenePage
from game.core.showing.withheld import told_with
from game.core.story.model import Option, Story

__all__ = ["Reading"]


class Reading:
    """One run, folded, with its pages in order and a place among them."""

    def __init__(self, story: Story, run: Run) -> None:
        if story.mended:
            raise ValueError("a mended story is there to be checked, not to be played")
        self.story = story
        self.game = Game(story, run.keeper, run.cut)
        self._glanced: set[str] = set()
        self._pending: Option | None = None
        self._weighed: tuple[Stop, str] | None = None
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
    def weighed(self) -> str | None:
        """The option of this page from whose guess one came back without an answer."""
        return self._weighed[1] if self._weighed and self._weighed[0] == self.stop else None

    @property
    def seen(self) -> frozenset[str]:
        """Choices that were made in other runs; a reading alone knows of none."""
        return frozenset()

    @property
    def glanced(self) -> frozenset[str]:
        """Scenes whose glance is over."""
        return frozenset(self._glanced)

    @property
    def pages(self) -> Pages:
        held = held_from(self.trace, self._stops, self._at)
        return Pages(self.game, self.trace, self.run, held, self.seen)

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
    def told_now(self) -> tuple[OutcomePage, ...]:
        """The outcomes that a held scene kept to themselves and its reveal, this page, tells."""
        stop, pages = self.stop, self.pages
        if stop.kind != "reveal" or not pages.scene_of(stop.turn).held:
            return ()
        return tuple(map(pages.outcome, told_with(pages, stop.turn)))

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
    def last_choice(self) -> tuple[str, str] | None:
        """Scene and label of the choice that undo would take back."""
        made = [turn for turn in self.trace.turns if turn.option is not None]
        if not made or made[-1].option is None:
            return None
        return made[-1].scene.title, self.pages.fill(made[-1].option.label)

    @property
    def over(self) -> bool:
        """Whether every scene is played."""
        return self.trace.over

    # Turning pages

    def go_on(self) -> None:
        """Turn to the next page; a waiting scene and a prediction wait for their answer."""
        if self._pending is not None or self._at + 1 >= len(self._stops):
            return
        if not self._leave_glance():
            self._at += 1

    def go_back(self) -> None:
        """Turn back a page, or from a prediction to its options, without undoing anything.

        A page that is seen once is not turned back from: one would have lost it by a slip.
        """
        if not self.cancel() and self.stop.kind != "glance":
            self._at = max(self._at - 1, 0)

    def _leave_glance(self) -> bool:
        """A glance that is left, either way, is over: the page after it takes its place."""
        if self.stop.kind != "glance":
            return False
        self._glanced.add(self.pages.scene_of(self.stop.turn).id)
        self._rescript()
        return True

    def skip_glances(self, scenes: Collection[str]) -> None:
        """Count the glances of these scenes as seen, as in a run that branched off another."""
        self._glanced.update(scenes)
        self._rescript()

    def jump(self, turn: int) -> None:
        """Turn to the page of a turn; for the number of turns, to where the run stands.

        Only pages are turned. The reader of an earlier page has still not seen what a later one
        revealed, so what was held back there is held back again.
        """
        self.cancel()
        # A glance that was not seen yet is not jumped over.
        kinds: tuple[Kind, ...] = ("glance", "scene", "outcome", "debrief")
        there = [stop for kind in kinds if (stop := Stop(kind, turn)) in self._stops]
        self._at = self._stops.index(there[0]) if there else self._at

    def turn_to(self, kind: Kind, turn: int) -> None:
        """Turn to one page of the script by its kind and turn, as a room's projector does.

        Raises LookupError where the script has no such page.
        """
        at = next((n for n, s in enumerate(self._stops) if s.kind == kind and s.turn == turn), None)
        if at is None:
            raise LookupError(f"no page {kind} of turn {turn}")  # not said
        self._pending, self._at = None, at

    def reopen(self, stop: Stop) -> None:
        """Turn to one of `stops`. Raises ValueError for another."""
        self._pending, self._at = None, self._stops.index(stop)

    def remind(self) -> None:
        """Turn to what the last choice did: a reminder, and no reveal after it is lost."""
        made = [n for n, turn in enumerate(self.trace.turns) if turn.option is not None]
        self._at = self._stops.index(Stop("outcome", made[-1])) if made else 0

    def since_choice(self) -> tuple[Page, ...]:
        """The pages that were shown since the last choice, before the one that is open."""
        here = self._at
        self.remind()
        first, self._at = self._at, here
        pages = (self.page_at(stop) for stop in self._stops[first:here])
        return tuple(page for page in pages if page is not None)

    @property
    def bookmark(self) -> Bookmark:
        """Where somebody who leaves now has stopped."""
        return Bookmark(self.story.digest, len(self.run.choices), self.stop, self.glanced)

    def back_to(self, bookmark: Bookmark | None) -> None:
        """Turn to the page that was read last, where it is a page of this run as it is now."""
        now = (self.story.digest, len(self.run.choices))
        if bookmark is None or (bookmark.digest, bookmark.choices) != now:
            return
        stop = self.stop
        self.skip_glances(bookmark.glanced)
        wanted = bookmark.stop if bookmark.stop in self._stops else stop
        self._at = self._stops.index(wanted)

    def cancel(self) -> bool:
        """Go back from a prediction to the options; say whether there was one."""
        was, self._pending = self._pending, None
        if was is not None:
            self._weighed = (self.stop, was.id)
        return was is not None
