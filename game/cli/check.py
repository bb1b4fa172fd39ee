"""`carrot check [DIR]`: every problem, a few figures, what is proven, an exit code.

In a terminal with Rich, through a pipe in plain lines `file:line:column: severity: message`.
Warnings and advice don't fail a story; errors do. `--graph`, `--way` and `--random` answer one
question instead.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from game.check.balance import Balance
from game.check.examine import Report, examine
from game.check.proof import Proof
from game.check.proofs import Proofs
from game.cli import asked
from game.cli.proven import balance_lines, counted, proof_lines
from game.cli.proving import prover, weighed
from game.cli.story import Unusable, known, problem_line, read_text
from game.cli.streams import is_terminal
from game.core.story.model import Story
from game.folders import story_folder
from game.words import say

__all__ = ["main"]


def main(args: Namespace) -> int:
    """Check a story folder; exit 1 where it has errors, 2 where there is no story at all."""
    path = _folder(args.folder)
    if args.graph:
        return asked.graph(path, args.cut)
    if args.random is not None:
        return asked.random(path, args)
    if args.way:
        return asked.way(path, args)
    article = read_text(args.source) if args.source else None
    try:
        report = examine(path, article, prover(args.fresh), args.source)
    except OSError as error:
        why = error.strerror
        raise Unusable(
            say("The story in {path} can't be read: {why}.", path=path, why=why)
        ) from error
    found = _balance(report, args) if args.balance else []
    if args.json:
        print(json.dumps(_data(report, found), ensure_ascii=True, indent=1))
    elif is_terminal(sys.stdout):
        from game.cli.shown import show_report

        show_report(path, report, found)
    else:
        _in_lines(path, report, found)
    return 0 if report.good else 1


def _folder(folder: str | None) -> Path:
    path = Path(folder).expanduser() if folder else story_folder()
    if not path.is_dir():
        raise Unusable(say("There is no story folder at {path}.", path=path))
    if not (path / "story.yaml").is_file():
        raise Unusable(say("{path} is no story folder: it holds no story.yaml.", path=path))
    return path


def _balance(report: Report, args: Namespace) -> list[Balance]:
    """Weigh each keeper's plays of one cut; nothing where the story can't be walked."""
    story, proofs = report.story, report.proofs
    if story is None or proofs is None:
        return []
    cut = known("cut", args.cut, story.head.cuts) if args.cut else proofs.whole
    keepers = [known("keeper", args.keeper, story.head.keepers)] if args.keeper else None
    return weighed(story, [proofs.by_cut[cut][keeper] for keeper in keepers or story.head.keepers])


def _data(report: Report, found: list[Balance]) -> dict[str, object]:
    """The report as `--json` prints it."""
    problems = [asdict(problem) for problem in report.problems]
    measured = {"grade": report.grade, "minutes": report.minutes}
    proven: dict[str, object] = {"keepers": {}, "cuts": {}, "ways": {}, "seconds": 0.0}
    if report.proofs is not None and report.story is not None:
        proven = _proven(report.story, report.proofs)
    more = {"balance": [asdict(one) for one in found]} if found else {}
    return {
        "title": report.title,
        **report.counts,
        **measured,
        "play_throughs": report.plays,
        **proven,
        **more,
        "problems": problems,
    }


def _proven(story: Story, proofs: Proofs) -> dict[str, object]:
    cuts = {
        cut: {keeper: _figures(proof) for keeper, proof in proven.items()}
        for cut, proven in proofs.by_cut.items()
    }
    ways = {
        f"{scene.id}.{option.id}": asked.shortest(proofs, f"{scene.id}.{option.id}")
        for scene in story.scenes.values()
        for option in scene.options
    }
    return {
        "keepers": cuts[proofs.whole],
        "cuts": cuts,
        "ways": {
            key: {"keeper": found[0].keeper, "cut": found[0].cut, "way": found[1]}
            if found
            else None
            for key, found in ways.items()
        },
        "seconds": round(proofs.seconds, 3),
        "kept": proofs.kept,
    }


def _figures(proof: Proof) -> dict[str, object]:
    """What is proven of a cut under a keeper; no figures where the proof gave up."""
    if proof.gave_up:
        return {"complete": False, "gave_up": proof.gave_up}
    return {
        "complete": True,
        "states": proof.states,
        "plays": proof.plays,
        "score_min": proof.score_min,
        "score_max": proof.score_max,
        "soft_locks": len(proof.locks),
        "endings": {id: plays / proof.plays for id, plays in proof.endings.items() if proof.plays},
        "options_offered": len(proof.offered),
        "texts_unshown": list(proof.unshown),
        "clamped": sorted(proof.clamped),
        "doors_closed": list(proof.ever_closed),
        "doors_open": list(proof.ever_open),
    }


def _in_lines(path: Path, report: Report, found: list[Balance]) -> None:
    for problem in report.problems:
        print(problem_line(path, problem))
    if report.title:
        for name, count in report.counts.items():
            print(f"{counted(name)}: {count}")
        for chapter, grade in report.grade.items():
            print(say("reading grade of {chapter}: {grade}", chapter=chapter, grade=grade))
        for cut, minutes in report.minutes.items():
            print(say("minutes of {cut}: {n}", cut=cut, n=minutes))
        print(say("play-throughs played: {n}", n=report.plays))
    if report.proofs is not None and report.story is not None:
        for line in proof_lines(report.story, report.proofs):
            print(line)
    for one in found:
        for line in balance_lines(one):
            print(line)
    print(report.verdict)
