"""One writer a file: the system holds the lock, and lets it go with the handle, whatever happens.

On Windows a byte far behind the file's end is locked, since what is locked there nobody else can
read. Written to what Microsoft documents and not tried on a Windows machine. Where the system or a
network folder knows no locks, one goes on without.
"""

from __future__ import annotations

import contextlib
import os
import sys

__all__ = ["hold"]

FAR = 1 << 30
"""Where the byte is, on Windows: no journal grows so long."""


def hold(handle: int) -> bool:
    """Hold an open file alone; False where another has it."""
    try:
        if sys.platform == "win32":
            _hold_on_windows(handle)
        else:
            _hold(handle)
    except BlockingIOError:
        return False
    except (OSError, ImportError):  # there are no locks here
        return True
    return True


def _hold(handle: int) -> None:
    import fcntl

    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _hold_on_windows(handle: int) -> None:
    if sys.platform == "win32":  # for the eyes of a type checker that runs elsewhere
        import msvcrt

        os.lseek(handle, FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
        finally:
            with contextlib.suppress(OSError):
                os.lseek(handle, 0, os.SEEK_SET)
