"""`carrot check [DIR] [--json] [--source ARTICLE]`: every problem, a few figures, an exit code.

In a terminal with Rich, through a pipe in plain lines `file:line:column: severity: message`.
Warnings and advice don't fail a story; errors do.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from game.check.examine import Report, examine
from game.cli.story import Unusable, problem_line, read_text
from game.cli.streams import is_terminal
from game.folders import story_folder

__all__ = ["main"]


def main(folder: str | None, as_json: bool, source: str | None = None) -> int:
    """Check a story folder; exit 1 where it has errors, 2 where there is no story at all."""
    article = read_text(source) if source else None
    path = Path(folder).expanduser() if folder else story_folder()
    if not path.is_dir():
        raise Unusable(f"There is no story folder at {path}.")
    if not (path / "story.yaml").is_file():
        raise Unusable(f"{path} is no story folder: it holds no story.yaml.")
    try:
        report = examine(path, article)
    except OSError as error:
        raise Unusable(f"The story in {path} can't be read: {error.strerror}.") from error
    if as_json:
        print(json.dumps(_data(report), ensure_ascii=True, indent=1))
    elif is_terminal(sys.stdout):
        from game.cli.shown import show_report

        show_report(path, report)
    else:
        _in_lines(path, report)
    return 0 if report.good else 1


def _data(report: Report) -> dict[str, object]:
    problems = [asdict(problem) for problem in report.problems]
    measured = {"grade": report.grade, "minutes": report.minutes}
    return {"title": report.title, **report.counts, **measured, "problems": problems}


def _in_lines(path: Path, report: Report) -> None:
    for problem in report.problems:
        print(problem_line(path, problem))
    if report.title:
        for name, count in report.counts.items():
            print(f"{name.replace('_', ' ')}: {count}")
        for chapter, grade in report.grade.items():
            print(f"reading grade of {chapter}: {grade}")
        for cut, minutes in report.minutes.items():
            print(f"minutes of {cut}: {minutes}")
        print(f"play-throughs played: {report.plays}")
    print(report.verdict)
