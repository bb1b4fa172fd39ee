"""Writing a file whole or not at all: beside it first, on the disk, then in its place."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: Path, data: bytes, over: bool = True, private: bool = False) -> None:
    """Write a file; raises OSError, and then what was there before is whole.

    Raises FileExistsError where something is there already and `over` isn't set. A `private`
    file is for its owner's eyes only.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with open(temporary, "xb", opener=_private if private else None) as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if not over and path.exists():
            raise FileExistsError(str(path))
        os.replace(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
