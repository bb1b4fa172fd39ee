"""The linear face: says page after page, and stops only where a choice is to be made.

Nothing is decided here and nothing is kept here: the session is asked to save after every
line that was typed, and a choice counts as kept when `Saved.` has been said.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.playing.session import Refused, Session
from game.core.run.trace import Choice
from game.core.saves.settings import Preferences
from game.core.showing.parts import CardView
from game.core.showing.views import OutcomePage, PredictionPage, ScenePage
from game.folders import command
from game.plain import told
from game.plain.blocks import Block, passage, text
from game.plain.desk import Desk, Leave
from game.plain.hints import Hints
from game.plain.voice import Voice
from game.plain.words import Unclear, choose_sentence, option_meant
from game.words import mark, say

if TYPE_CHECKING:
    from game.check.bench import Bench
    from game.plain.log import Log

__all__ = ["Face", "Script"]

INTERRUPTED = 130
OVER = mark(
    "The year is over; there is nothing left to choose. Type a word, or press enter to leave."
)
_LINE = re.compile(r"([\w-]+)\s*:\s*([\w-]+)\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Script:
    """Choices out of a file, to be played before anybody is asked."""

    choices: Sequence[Choice] = ()
    alone: bool = False
    """Leave where the file ends, because nobody is there to go on."""


class Face:
    """One session, told in plain text."""

    def __init__(
        self,
        session: Session,
        voice: Voice,
        complain: Callable[[str], None],
        script: Script = Script(),
        log: Log | None = None,
        bench: Bench | None = None,
        settings: Preferences | None = None,
    ) -> None:
        self.voice, self.complain, self.log = voice, complain, log
        self.desk = Desk(session, self._keep, bench, settings)
        self._script, self._alone = deque(script.choices), script.alone
        self._noticed: tuple[Session, int] = (session, 0)
        self._complained = False
        self._logged: object = None
        self.hints = Hints(voice)

    @property
    def session(self) -> Session:
        """The session that is played: another one after `branch` and `open`."""
        return self.desk.session

    def run(self) -> int:
        """Play to the debrief or to the end of input; return the exit code."""
        self._air()
        self._resume()
        try:
            self._play()
        except Leave:
            self._goodbye()
        except KeyboardInterrupt:
            self._keep()
            self.voice.tell([text(passage(say("Stopped."), self._kept_words()))])
            return INTERRUPTED
        except OSError:  # nobody can hear any more; what was chosen is kept all the same
            self._keep()
            raise
        return 0 if self.session.saved and not (self.log and self.log.failed) else 1

    def _resume(self) -> None:
        """Go on at the page that was left; what was asked since the last choice is open still."""
        if self.session.over or not self.session.run.choices:
            return
        self.voice.tell([text(say("You go on where you left."))])
        for page in self.session.since_choice():
            self.desk.shown(page)

    def _play(self) -> None:
        while True:
            self._read_on()
            self._notices()
            self.voice.tell(told.debrief(self.session))
            self._keep()
            self.voice.tell([text(passage(say("The end."), self._kept_words()))])
            if self._alone or not self._look_further():
                return

    def _look_further(self) -> bool:
        """After the year the words still work; say whether there is a page to be said anew.

        Nobody is made to stay: no answer leaves. A number does not: it was meant for a choice.
        """
        while line := self.voice.ask_more(say("A word, or enter to leave:")):
            if line.isdigit():
                self.voice.tell([text(say(OVER))])
                continue
            try:
                said = self.desk.do(line)
            except Leave:
                return False
            except (Unclear, Refused) as why:
                said = [text(str(why))]
            if said is None:
                return True
            self._keep_quietly()
            self._tell(said)
        return False

    def _read_on(self) -> None:
        while (page := self.session.page) is not None:
            self._notices()
            if isinstance(page, CardView) and self._still_asked(page.id):
                self.session.go_on()
                continue
            self.voice.tell(told.page(self.session, page))
            self.desk.shown(page)
            self.hints.after(page, self.session)
            if isinstance(page, OutcomePage) and not page.event:
                self._acknowledge()
            else:
                self._keep_quietly()
            if isinstance(page, PredictionPage):
                self._answer(len(page.choices))
            elif isinstance(page, ScenePage) and page.waiting:
                self.hints.before(self.session)
                if page.comment is None:  # or the last scene would ask for two things at once
                    self.voice.tell(self.desk.still_asked())
                self._answer(sum(1 for view in page.options if view.digit))
            else:
                self.session.go_on()

    def _still_asked(self, claim: str) -> bool:
        """A card would answer what was just asked of its sentence: it waits for `answer`."""
        asked = self.session.pages.task_of(claim)
        return asked is not None and asked.said is None

    def _notices(self) -> None:
        of, count = self._noticed
        new = self.session.notices[count if of is self.session else 0 :]
        self._noticed = (self.session, len(self.session.notices))
        self.voice.tell(text(words) for words in new)

    def _answer(self, numbers: int) -> None:
        """Ask until something was chosen, or until the page is to be said anew."""
        self.session.keep_bookmark()
        prompt = say("Choose 1 to {n}:", n=numbers) if numbers > 1 else say("Choose 1:")
        while True:
            try:
                line = self._hear(prompt)
                if self._choose(line, numbers):
                    return
                said = self.desk.do(line) if line else [text(choose_sentence(numbers))]
            except (Unclear, Refused) as why:
                said = [text(str(why))]
            if said is None:
                return
            self._keep_quietly()
            self._tell(said)

    def _tell(self, said: Sequence[Block]) -> None:
        """Say what a word was answered with; it may have been about how things are said."""
        self._air()
        self.voice.tell(said)

    def _air(self) -> None:
        self.voice.wide = self.desk.settings.now.spacing == "wide"

    def _hear(self, prompt: str) -> str:
        page = self.session.waiting
        if self._script and page is not None:
            choice = self._script.popleft()
            digit = next(view.digit for view in page.options if view.id == choice.option)
            self.voice.repeat(prompt, str(digit))
            return str(digit)
        if self._alone:
            raise Leave
        line = self.voice.ask(prompt)
        while line is not None and line.startswith("#"):
            line = self.voice.ask(prompt)
        if line is None:
            raise Leave
        return line

    def _choose(self, line: str, numbers: int) -> bool:
        """Choose what a number, or a line `scene: option`, names; say whether there was one."""
        page = self.session.page
        digits = line.rstrip(".)")
        named = _LINE.match(line)
        if digits.isascii() and digits.isdigit():
            if not 0 < int(digits[:4]) <= numbers:
                raise Unclear(choose_sentence(numbers))
            self._take(int(digits))
        elif digit := option_meant(line, self._labels()):
            self._take(digit)
        elif named and isinstance(page, ScenePage) and self._is_here(named[1]):
            self.session.choose(named[2])
        else:
            return False
        return True

    def _labels(self) -> list[str]:
        """What can be chosen now, in words, in the order of its numbers."""
        page = self.session.page
        if isinstance(page, PredictionPage):
            return [words for _, words in page.choices]
        return [v.label for v in page.options if v.digit] if isinstance(page, ScenePage) else []

    def _is_here(self, scene: str) -> bool:
        waiting = self.session.trace.waiting
        return waiting is not None and waiting.id == scene

    def _take(self, digit: int) -> None:
        page = self.session.page
        if isinstance(page, PredictionPage):
            self.session.predict(page.choices[digit - 1][0])
        elif isinstance(page, ScenePage):
            self.session.choose(next(view.id for view in page.options if view.digit == digit))

    def _acknowledge(self) -> None:
        """After a choice: on disk first, then the word that says so."""
        if not self.session.saved:
            self.voice.tell([text(say("Saved.") if self._keep() else say("Not saved."))])

    def _keep(self) -> bool:
        self._keep_quietly()
        return self.session.saved

    def _keep_quietly(self) -> None:
        why = self.session.save_or_say()
        if why and not self._complained:
            self._complained = True
            self.complain(passage(why, say("You can play on; what comes now is not kept.")))
        if self.log and self._logged is not self.session.run:
            self.log.write(self.session, self.complain)
            self._logged = self.session.run

    def _kept_words(self) -> str:
        if not self.session.saved:
            return say("This run could not be saved to its end.")
        if not self.session.run.choices:
            return say("Nothing was chosen yet, so nothing is saved.")
        carrot = command("", self.session.story.folder)
        if self.session.over:
            return say("Your run is saved. Type {command} to begin another.", command=carrot)
        return say("Your run is saved. Type {command} to go on with it.", command=carrot)

    def _goodbye(self) -> None:
        self._keep()
        self.voice.tell([text(self._kept_words())])
