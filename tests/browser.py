"""What tests need that pip can't install: Debian's Chromium, and Java for the HTML checker.

A test that lacks one is skipped aloud; under `CARROT_CI_BROWSER=1`, which `.ci/run` sets, a
missing browser fails it instead, so that nobody takes a run without a browser for a whole one.
"""

import os
import shutil
from importlib.util import find_spec
from typing import NoReturn

import pytest

__all__ = ["CHROMIUM", "QUIET", "must_have", "not_done"]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-sync"]


def not_done(why: str, browser: bool = True) -> NoReturn:
    """Skip a test and say what it did not look at; fail it where a browser is asked for."""
    if browser and os.environ.get("CARROT_CI_BROWSER") == "1":
        pytest.fail(why)
    pytest.skip(why)


def must_have(package: str, why: str) -> None:
    """Go on where a browser and a package are there."""
    if CHROMIUM is None or find_spec(package) is None:
        not_done(why)
