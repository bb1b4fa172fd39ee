"""Choosing, undoing, redoing, branching and turning pages, in any order: they commute.

A model beside the session holds no more than two lists of choices; whatever is done, the run is
those choices, folded, and reading another page changes nothing.
"""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.core.playing.branch import branch
from game.core.playing.history import history
from game.core.playing.session import Session
from game.core.run.fold import Game
from game.core.run.trace import Choice
from game.core.showing.views import PredictionPage
from tests.builders import shipped_story

STORY = shipped_story()
KEEPERS = STORY.head.keepers


class Turning(RuleBasedStateMachine):
    """A player who leafs to and fro between choices."""

    @initialize(keeper=st.sampled_from(KEEPERS), cut=st.sampled_from(tuple(STORY.head.cuts)))
    def begin(self, keeper: str, cut: str) -> None:
        self.session = Session.new(STORY, keeper, cut)
        self.game = Game(STORY, keeper, cut)
        self.made: list[Choice] = []
        self.undone: list[Choice] = []
        self.left: list[tuple[Session, tuple[Choice, ...]]] = []

    @rule(pick=st.integers(0, 5), think=st.booleans())
    def choose(self, pick: int, think: bool) -> None:
        """Read on to the scene that waits, and choose there; or stop at the prediction."""
        session = self.session
        session.jump(len(session.trace.turns))
        for _ in session.stops:
            if session.waiting is None:
                session.go_on()
        if session.waiting is None:
            return
        can = [option.id for option in session.waiting.options if option.closed is None]
        session.choose(can[pick % len(can)])
        if think and isinstance(session.page, PredictionPage):
            return
        if isinstance(session.page, PredictionPage):
            session.predict(session.page.choices[pick % len(session.page.choices)][0])
        self.made.append(session.run.choices[-1])
        self.undone.clear()

    @rule()
    def undo(self) -> None:
        """Undo, from whatever page is being read."""
        assert self.session.can_undo == bool(self.made)
        if self.made:
            self.session.undo()
            self.undone.append(self.made.pop())

    @rule()
    def redo(self) -> None:
        """Redo, from whatever page is being read."""
        assert self.session.can_redo == bool(self.undone)
        if self.undone:
            self.session.redo()
            self.made.append(self.undone.pop())

    @rule(pick=st.integers(0, 60))
    def jump(self, pick: int) -> None:
        """Turn to any turn; what waits there is what was played there."""
        places = history(self.session)
        self.session.jump(places[pick % len(places)].turn)
        page = self.session.page
        assert page is None or getattr(page, "title", None) == places[pick % len(places)].scene

    @rule(back=st.booleans(), pages=st.integers(1, 5))
    def leaf(self, back: bool, pages: int) -> None:
        """Turn pages."""
        for _ in range(pages):
            (self.session.go_back if back else self.session.go_on)()

    @precondition(lambda self: self.made)
    @rule(pick=st.integers(0, 60))
    def go_back_and_try_the_other(self, pick: int) -> None:
        """Branch off; the run that was left is looked at again at the end."""
        turns = [past.turn for past in history(self.session) if past.chosen]
        at = pick % len(turns)
        self.left.append((self.session, tuple(self.made)))
        self.session = branch(self.session, turns[at])
        assert self.session.waiting is not None
        self.made, self.undone = self.made[:at], []

    @invariant()
    def the_run_is_its_choices(self) -> None:
        if hasattr(self, "session"):
            assert self.session.run.choices == tuple(self.made)
            assert self.session.trace == self.game.fold(self.made)
            assert not self.session.trace.misfits

    @invariant()
    def the_page_belongs_to_the_run(self) -> None:
        if hasattr(self, "session"):
            assert self.session.stop in self.session.stops
            assert sum(past.here for past in history(self.session)) <= 1

    def teardown(self) -> None:
        for session, choices in getattr(self, "left", ()):
            assert session.run.choices == choices


TestTurning = Turning.TestCase
TestTurning.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
