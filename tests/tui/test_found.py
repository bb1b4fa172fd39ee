"""What the monkey found, each as the keys that led there. A fault comes here before it is mended."""

from game.core.model import Story
from game.tui.screens.history import HistoryScreen
from game.tui.screens.play import PlayScreen
from tests.tui.helpers import begin, opened, played


async def test_a_heading_of_the_history_is_no_turn_to_go_back_to(tiny: Story) -> None:
    for session in (begin(tiny), played(tiny, "first.ill")):
        session.jump(-1)  # no turn is being read, so no line is the one to begin at
        async with opened(tiny, session) as table:
            await table.press("h")
            assert isinstance(table.app.screen, HistoryScreen)
            assert table.app.screen.list.highlighted_option is not None
            assert not table.app.screen.list.highlighted_option.disabled
            await table.press("n")
            assert isinstance(table.app.screen, PlayScreen | HistoryScreen)
