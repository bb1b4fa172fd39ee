"""A lesson's report as Markdown, HTML, CSV and JSON: the same counts in four shapes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from game.lesson.looking_back import Judged
from game.lesson.tally import Tally, is_seated
from game.report import words
from game.report.lesson import LessonAccount, Vote
from game.report.markdown import card, escaped, sources
from game.report.table import safe
from game.words import say

__all__ = ["written_lesson"]

FORMAT = 1
COLUMNS = (
    "part", "scene", "title", "letter", "answer", "label", "first", "first_share", "count",
    "share", "answered", "of", "sure", "how", "chosen",
)  # fmt: skip


def written_lesson(told: LessonAccount, format: str) -> str:
    """Return the report in one of FORMATS."""
    match format:
        case "html":
            from game.report.page import lesson_page

            return lesson_page(told)
        case "csv":
            return _table(told)
        case "json":
            return json.dumps(_data(told), indent=1, ensure_ascii=True) + "\n"
    return _markdown(told)


# Markdown


def _markdown(told: LessonAccount) -> str:
    view = told.run.view
    parts = [f"# {escaped(told.run.story)}: {escaped(told.heading)}", f"*{escaped(told.byline)}*"]
    parts += [escaped(told.lead), *(f"> {escaped(notice)}" for notice in told.notices)]
    for vote in told.votes:
        parts += _vote(vote)
    parts += _statements(told)
    parts.append(_head(say("The same choices under every rulebook")))
    parts.append("\n".join(f"- **{escaped(y.name)}.** {escaped(y.summary)}" for y in view.years))
    if view.unscored:
        parts.append(_head(say("What no score saw")))
        parts.append("\n".join(f"- **{escaped(s)}:** {escaped(w)}" for s, w in view.unscored))
    if told.run.sentences:
        parts.append(_head(say("The sentences, and what answers them")))
        parts += [line for met in told.run.sentences for line in card(met, marked=False)]
    honest = _head(say("How far to trust the counts"))
    parts += [honest, escaped(told.honesty), *sources(told.run)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(words: str) -> str:
    return f"## {escaped(words)}"


def _vote(vote: Vote) -> list[str]:
    two = vote.first_answered is not None
    first = [escaped(say("first vote"))] if two else []
    head = ["", escaped(say("answer")), *first, escaped(say("vote")), ""]
    rows = [head, ["---", "---", *(["---:"] if two else []), "---:", "---"]]
    for row in vote.rows:
        first = [f"{row.first} ({row.first_share} %)"] if two else []
        chosen = escaped(say("chosen")) if row.chosen else ""
        rows.append([row.letter, escaped(row.label), *first, f"{row.last} ({row.share} %)", chosen])
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    asked = escaped(say("On screen: {question}", question=vote.prompt)) if vote.prompt else ""
    return [_head(vote.title), table, escaped(vote.line), asked]


def _statements(told: LessonAccount) -> list[str]:
    if not told.judged:
        return []
    lines = []
    for judged in told.judged:
        truth = say("True:") if judged.statement.truth else say("Not true:")
        said = escaped(f"{judged.statement.says} {judgment(judged)} {judged.statement.answer}")
        lines.append(f"- **{escaped(truth)}** {said}")
    head = _head(say("The statements, before and after"))
    return [head, *map(escaped, told.believed), "\n".join(lines)]


def judgment(judged: Judged) -> str:
    """How many took a statement for true, before and after, and how many were sure."""
    return " ".join(part for part in (_believed(judged), _sure(judged)) if part)


def _believed(judged: Judged) -> str:
    before, after = judged.before, judged.after
    parts: dict[str, int] = {}
    if before:
        parts |= {"n": _taken(before), "of": before.in_}
    if after:
        parts |= {"m": _taken(after), "later": after.in_}
    if before and after:
        return say(
            "Before, {n} of {of} took it for true; after, {m} of {later} took it for true.", **parts
        )
    if before:
        return say("Before, {n} of {of} took it for true.", **parts)
    return say("After, {m} of {later} took it for true.", **parts) if after else ""


def _sure(judged: Judged) -> str:
    said = []
    if judged.before and judged.before.certain is not None:
        parts = {"n": judged.before.certain, "of": judged.before.in_}
        said.append(say("Before, {n} of {of} were sure.", **parts))
    if judged.after and judged.after.certain is not None:
        parts = {"n": judged.after.certain, "of": judged.after.in_}
        said.append(say("After, {n} of {of} were sure.", **parts))
    return " ".join(said)


def _taken(counted: Tally) -> int:
    return dict(counted.counts).get("true", 0)


# CSV and JSON


def _table(told: LessonAccount) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    for row in _facts(told):
        writer.writerow({key: safe(value) for key, value in row.items()})
    return out.getvalue()


def _facts(told: LessonAccount) -> Iterator[dict[str, int | str]]:
    for vote in told.votes:
        for row in vote.rows:
            yield {
                "part": "vote", "scene": vote.scene, "title": vote.title, "letter": row.letter,
                "answer": row.id, "label": row.label,
                "first": "" if row.first is None else row.first,
                "first_share": "" if row.first_share is None else row.first_share,
                "count": row.last, "share": row.share, "answered": vote.answered, "of": vote.of,
                "how": vote.how, "chosen": "yes" if row.chosen else "",
            }  # fmt: skip
        if vote.predicted:
            yield {
                "part": "prediction", "scene": vote.scene, "title": vote.title,
                "answer": "came true", "count": vote.hits, "answered": vote.predicted,  # not said
            }  # fmt: skip
    for judged in told.judged:
        for when, counted in (("before", judged.before), ("after", judged.after)):
            if counted:
                yield {"part": f"statement {when}", "scene": judged.statement.id,
                       "title": judged.statement.says, "answer": "taken for true",  # not said
                       "count": _taken(counted), "answered": counted.in_, "of": counted.of,
                       "sure": "" if counted.certain is None else counted.certain,
                       "chosen": "true" if judged.statement.truth
                       else "not true"}  # fmt: skip # not said
    yield {"part": "honesty", "label": told.honesty}


def _data(told: LessonAccount) -> dict[str, Any]:
    run = told.run
    return {
        "format": FORMAT,
        "kind": "lesson",
        "program": run.program,
        "story": {"id": run.story_id, "title": run.story, "digest": run.digest},
        "lesson": {"day": told.day, "sittings": told.sittings, "ended": told.ended,
                   "keeper": run.view.keeper, "cut": run.cut, "honesty": told.honesty},
        "votes": [_vote_data(vote) for vote in told.votes],
        "statements": [
            {"id": j.statement.id, "says": j.statement.says, "truth": j.statement.truth,
             "before": _judged(j.before), "after": _judged(j.after)}
            for j in told.judged
        ],
        "years": [{"keeper": y.keeper, "summary": y.summary, "end": y.end} for y in run.view.years],
        "unscored": [{"scene": scene, "says": says} for scene, says in run.view.unscored],
        "sources": [{"key": s.key, "words": words.source(s), "address": s.address}
                    for s in run.footnotes],
    }  # fmt: skip


def _judged(counted: Tally | None) -> dict[str, int | None] | None:
    """None for how sure a room was where nobody asked it: hands say yes or no, unless counted."""
    if counted is None:
        return None
    guess, fairly, _ = counted.sure if is_seated(counted.source) else (None, None, None)
    return {
        "taken_for_true": _taken(counted), "answered": counted.in_, "of": counted.of,
        "a_guess": guess, "fairly_sure": fairly, "sure": counted.certain,
    }  # fmt: skip


def _vote_data(vote: Vote) -> dict[str, Any]:
    return {
        "scene": vote.scene, "title": vote.title, "answered": vote.answered, "of": vote.of,
        "how": vote.how, "tie": vote.tie, "chosen": vote.chosen or None,
        "predictions": {"made": vote.predicted, "came_true": vote.hits},
        "prompt": vote.prompt, "claim": vote.claim,
        "answers": [
            {"letter": r.letter, "id": r.id, "label": r.label, "first": r.first, "count": r.last,
             "share": r.share}
            for r in vote.rows
        ],
    }  # fmt: skip
