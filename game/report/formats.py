"""Which format is written by what, and how a report is put into a file.

A file that is there already is only written over when that is asked for, and a new one appears
whole or not at all.
"""

from __future__ import annotations

from pathlib import Path

from game.core.writing import write_whole
from game.report.account import Account

__all__ = ["FORMATS", "format_of", "put", "written"]

FORMATS = ("md", "html", "csv", "json")

_ENDINGS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
_ENDINGS |= {".csv": "csv", ".json": "json"}


def format_of(name: str) -> str | None:
    """Return the format that a file's name asks for; None where it asks for none."""
    return _ENDINGS.get(Path(name).suffix.casefold())


def written(told: Account, format: str) -> str:
    """Return the report in one of FORMATS."""
    match format:
        case "html":
            from game.report.page import page

            return page(told)
        case "csv":
            from game.report.table import table

            return table(told)
        case "json":
            from game.report.data import as_json

            return as_json(told)
    from game.report.markdown import markdown

    return markdown(told)


def put(words: str, path: Path, format: str, over: bool = False) -> None:
    """Write a report to a file; raises OSError, and then what was there before is whole."""
    # A table begins with a mark, or a spreadsheet takes its letters for another alphabet's.
    encoding = "utf-8-sig" if format == "csv" else "utf-8"
    write_whole(path, words.encode(encoding), over)
