"""How much one phone, one connection or one room may ask. Never by address: a school is one.

A bucket per token and per connection; who empties it waits, and everybody else does not.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

__all__ = ["MOST_BODY", "MOST_CONNECTIONS", "Buckets"]

MOST_BODY: Final = 4096
MOST_CONNECTIONS: Final = 3000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Buckets:
    """Token buckets by key; the ones that were not used for longest are forgotten."""

    def __init__(
        self,
        burst: float,
        per_second: float,
        most: int = 4000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.burst, self.per_second, self.most, self.clock = burst, per_second, most, clock
        self._buckets: OrderedDict[object, _Bucket] = OrderedDict()

    def take(self, key: object) -> bool:
        """Take one; False where there is none left."""
        now = self.clock()
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = _Bucket(self.burst, now)
            if len(self._buckets) > self.most:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(key)
        bucket.left = min(bucket.left + (now - bucket.at) * self.per_second, self.burst)
        bucket.at = now
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True
