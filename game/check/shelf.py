"""Where proofs are kept between checks: a file each, under the key of what decides about it.

A shelf only saves time. What is damaged, foreign or unreadable counts as absent, and a shelf that
can't be written to is no error. A proof is read back only if its own hash fits.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.check.proof import Proof

__all__ = ["Shelf"]

KEPT = 300
"""Files that stay; the oldest go. The shipped story needs 18."""


class Shelf:
    """A folder of proofs; without a folder, an empty shelf that keeps nothing.

    A blind one finds nothing, and what is put on it replaces what was there.
    """

    def __init__(self, folder: Path | None, blind: bool = False) -> None:
        self.folder, self.blind = folder, blind

    def find(self, key: str) -> Proof | None:
        """Return the proof under a key, or None."""
        if self.folder is None or self.blind:
            return None
        try:
            data = json.loads((self.folder / f"{key}.json").read_bytes())
            if data["key"] != key or data["hash"] != _hash(data["proof"]):
                return None
            return _proof(data["proof"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def put(self, key: str, proof: Proof) -> None:
        """Keep a proof; whole or not at all."""
        if self.folder is None:
            return
        plain = json.loads(json.dumps(asdict(proof)))
        words = json.dumps({"key": key, "hash": _hash(plain), "proof": plain})
        path = self.folder / f"{key}.json"
        draft = path.with_suffix(f".{os.getpid()}.tmp")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_text(words, encoding="ascii")
            draft.replace(path)

    def tidy(self) -> None:
        """Let the oldest proofs go."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            found = sorted(self.folder.glob("*.json"), key=lambda path: -path.stat().st_mtime)
            for path in found[KEPT:]:
                path.unlink(missing_ok=True)


def _hash(plain: object) -> str:
    words = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def _proof(plain: dict[str, Any]) -> Proof:
    """Build a proof out of plain data: lists were tuples, and numbers were keys."""
    made: dict[str, Any] = {
        name: tuple(part) if isinstance(part, list) else part for name, part in plain.items()
    }
    for name in ("offered", "reached", "locks"):
        made[name] = {key: tuple(way) for key, way in plain[name].items()}
    made["clamped"] = {key: (end, tuple(way)) for key, (end, way) in plain["clamped"].items()}
    made["numbers"] = {int(number): plays for number, plays in plain["numbers"].items()}
    return Proof(**made)
