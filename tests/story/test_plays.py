"""The play-throughs beside the story hold, and every keeper has something to do."""

from pathlib import Path

import pytest

from game.check.plays import read_play, shortfalls
from game.core.playing.session import Session
from game.core.showing.views import GlancePage, ScenePage
from game.core.story.model import Scene, Story
from game.core.story.rules import Rulebook
from tests.builders import STORY, choices, shipped_story

KEEPERS = ("article", "reply", "sesame", "record", "carrots", "bureau")
CUTS = tuple(shipped_story().head.cuts)
CHECKS = sorted((STORY / "checks").glob("*.txt"))


@pytest.mark.parametrize("path", CHECKS, ids=lambda path: path.stem)
def test_a_play_through_comes_to_what_it_expects(shipped: Story, path: Path) -> None:
    play, problems = read_play(path.read_text(encoding="utf-8"), path.name, shipped)
    assert problems == ()
    assert play.expects
    assert shortfalls(play, shipped) == ()


@pytest.mark.parametrize("keeper", KEEPERS)
def test_every_keeper_has_a_play_through(shipped: Story, keeper: str) -> None:
    plays = (read_play(path.read_text(encoding="utf-8"), path.name, shipped)[0] for path in CHECKS)
    assert keeper in {play.keeper for play in plays}


def moves(book: Rulebook, scene: Scene) -> bool:
    """Whether some option or case is up, down, listed or cleared under a rulebook."""
    deeds = {deed for part in (*scene.options, *scene.cases) for deed in part.deeds}
    rules = (book.rules[deed] for deed in deeds if deed in book.rules)
    return any(
        rule.answer in ("up", "down", "listed", "cleared") and not rule.whose for rule in rules
    )


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("keeper", KEEPERS)
def test_every_keeper_moves_at_least_twice_in_every_cut(
    shipped: Story, keeper: str, cut: str
) -> None:
    book = shipped.rulebooks[keeper]
    assert sum(moves(book, scene) for scene in shipped.cut_scenes(cut)) >= 2


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("keeper", KEEPERS)
def test_the_first_option_each_time_reaches_an_ending(
    shipped: Story, keeper: str, cut: str
) -> None:
    session = Session.new(shipped, keeper, cut, predictions=False)
    while not session.over:
        page = session.waiting
        if page is None:
            session.go_on()
        else:
            session.choose(next(option.id for option in page.options if option.digit))
    assert session.game.ending(session.trace.state) in shipped.head.endings


def test_all_six_keepers_are_there_the_article_first(shipped: Story) -> None:
    assert set(shipped.head.keepers) == set(KEEPERS)
    assert (shipped.default_keeper, shipped.head.beside) == ("article", "record")


def test_every_size_is_marked_as_the_sources_or_ours(shipped: Story) -> None:
    assert all(book.size_note for book in shipped.rulebooks.values())


def test_the_article_gives_no_size(shipped: Story) -> None:
    assert {rule.size_from for rule in shipped.rulebooks["article"].rules.values()} == {"ours"}


def test_the_slip_can_be_read_out_and_so_can_both_numbers(shipped: Story) -> None:
    session = Session.new(shipped, "article", "taster", predictions=False)
    while not isinstance(session.page, GlancePage):
        if session.waiting:
            session.choose(session.waiting.options[0].id)
        session.go_on()
    (slip,) = session.page.read_out
    session.go_on()
    assert isinstance(session.page, ScenePage)
    assert len(session.page.read_out) == 2
    assert slip in session.page.read_out


def test_the_circle_is_felt(shipped: Story) -> None:
    """A low number closes the train; the missed visit lowers the number."""
    path = STORY / "checks" / "the-circle.txt"
    play, _ = read_play(path.read_text(encoding="utf-8"), path.name, shipped)
    session = Session.new(shipped, "article", "taster", predictions=False)
    session.play(play.choices)
    call = next(turn for turn in session.trace.turns if turn.scene.id == "long-way-home")
    assert not session.game.situation(call.before).door_open("slow-train")
    assert call.after.standings[0].number < call.before.standings[0].number  # type: ignore[operator]
    assert shipped.head.notes[0].if_(session.game.situation(session.trace.state))


def record_after(shipped: Story, *steps: str) -> Session:
    session = Session.new(shipped, "record", "season", predictions=False)
    session.play(choices("red-man.cross", "half-price.shoes", "blue-envelope.dispute", *steps))
    return session


LET_IVO = (
    "ten-thousand-steps.walk", "rota.leave", "sixteen-digits.wrong", "ringtone.fetch", "appeals.ivo"
)  # fmt: skip


def test_who_let_ivo_through_can_still_pay(shipped: Story) -> None:
    session = record_after(shipped, *LET_IVO, "bargain.pay")
    assert session.trace.turns[-1].scene.id == "bargain"
    assert not session.game.situation(session.trace.state).is_on("spending-order")


def test_an_order_is_never_told_as_a_list(shipped: Story) -> None:
    session = record_after(shipped, *LET_IVO)
    pages = [session.pages.outcome(n) for n in range(len(session.trace.turns))]
    told = [" ".join([*page.paragraphs, *page.effects]) for page in pages]
    notice = next(text for text in told if "Teresa Vale rings" in text)
    assert "You are put under the court's spending order" in notice
    assert " list" not in notice


def test_a_bill_in_dispute_is_late_under_no_rulebook(shipped: Story) -> None:
    (dispute,) = (o for o in shipped.scenes["blue-envelope"].options if o.id == "dispute")
    for book in shipped.rulebooks.values():
        rules = [book.rules[deed] for deed in dispute.deeds if deed in book.rules]
        assert [rule for rule in rules if rule.answer in ("down", "local")] == []


@pytest.mark.parametrize("keeper", KEEPERS)
def test_the_five_that_only_watch_are_introduced_once(shipped: Story, keeper: str) -> None:
    page = Session.new(shipped, keeper, "taster").pages.opening()
    names = {book.short for id, book in shipped.rulebooks.items() if id != keeper}
    assert {short for short, _ in page.watching} == names
    assert all(who for _, who in page.watching)


@pytest.mark.parametrize("keeper", KEEPERS)
def test_a_court_on_a_screen_is_the_comments_alone(shipped: Story, keeper: str) -> None:
    game = Session.new(shipped, keeper, "season").game
    assert game.situation(game.start()).door_open("court-online") is (keeper == "reply")


def test_no_source_is_claimed_for_what_befalls_whoever_meets_the_glasses(shipped: Story) -> None:
    """What was seen tells of the glasses, not of asking an officer or ringing a stranger's wife."""
    deeds = {deed for option in shipped.scenes["glasses"].options for deed in option.deeds}
    assert deeds <= set(shipped.rulebooks["record"].not_tracked)


def test_a_debt_still_open_is_told_at_new_year(shipped: Story) -> None:
    session = record_after(shipped, *LET_IVO, "bargain.buy")
    while not (isinstance(session.page, ScenePage) and session.page.title == "Under the article"):
        if session.waiting:
            session.choose(next(option.id for option in session.waiting.options if option.digit))
        session.go_on()
    assert "your 214, still open" in " ".join(session.page.paragraphs)
