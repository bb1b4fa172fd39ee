# Carrot & Stick. `make help` lists what there is.
#
# Everything is installed into $(VENV), and only once: the stamp files in it remember what was done.
# Nothing here needs more than make, and a Python >= 3.11 with venv and pip.

VENV ?= .venv
DIST ?= dist
# Handed to the command: make play ARGS="--plain", make test ARGS="-k undo"
ARGS ?=
# How many tests run at once. One after the other, as a debugger wants it: make test AT_ONCE=0
AT_ONCE ?= auto

PY  := $(VENV)/bin/python
# An environment that uv made has no pip of its own: give it one.
PIP := { $(PY) -m pip --version || $(PY) -m ensurepip; } >/dev/null 2>&1; \
  $(PY) -m pip install -qq --no-input --disable-pip-version-check

# Tried in this order, only to create $(VENV). Your own choice: make play PYTHON=/path/to/python
PYTHON ?=
PYTHONS = $(or $(PYTHON),python3.13 python3.12 python3.11 python3)

OFFLINE = { echo 'The installation failed; the reason stands above. It needs the internet, once. Then try again.' >&2; exit 1; }

MAKEFLAGS += --no-print-directory
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help play test lint format types contracts check snapshots pictures bench words schema build clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

play: $(VENV)/.ready-play ## set up what is missing, then run the game; ARGS="--plain" for plain text
	@$(PY) -m game $(ARGS) || test $$? -eq 130

test: $(VENV)/.ready-test ## set up what is missing, then run the tests; ARGS="-k undo" for some
	@$(PY) -m pytest -n $(AT_ONCE) --dist loadfile $(ARGS)

lint: $(VENV)/.ready-test ## formatting and lint, changing nothing
	@$(PY) -m ruff format --check game tests
	@$(PY) -m ruff check game tests

format: $(VENV)/.ready-test ## put the formatting right
	@$(PY) -m ruff format game tests
	@$(PY) -m ruff check --fix game tests

types: $(VENV)/.ready-test ## types, strictly
	@$(PY) -m mypy

contracts: $(VENV)/.ready-test ## who may import whom
	@$(PY) $(VENV)/bin/lint-imports --no-logo

check: $(VENV)/.ready-play ## check the story
	@$(PY) -m game check $(ARGS)

page: $(VENV)/.ready-play ## write docs/diagnostics.md anew, from the table in game/diagnostics
	@$(PY) -m game.diagnostics.page > docs/diagnostics.md

snapshots: $(VENV)/.ready-test ## write the snapshots of all screens anew: then look at them
	@SNAPSHOTS=1 $(PY) -m pytest -q tests/tui/test_snapshots.py tests/tui/test_wall_snapshots.py

pictures: $(VENV)/.ready-test ## draw the pictures of README.md anew
	@$(PY) docs/pictures.py

bench: $(VENV)/.ready-test ## the measurements in tests/bench
	@if ls tests/bench/test_*.py >/dev/null 2>&1; then \
	  $(PY) -m pytest -s -m bench tests/bench $(ARGS); \
	else \
	  echo 'Nothing to measure yet: tests/bench holds no test.'; \
	fi

words: $(VENV)/.ready-test ## draw up the catalogue of the program's own words anew, for translators
	@$(PY) docs/words.py

schema: $(VENV)/.ready-play ## JSON Schemas of story files, for editors, into docs/schema/
	@$(PY) -m game schema docs

build: $(VENV)/.ready-build ## wheel and sdist, into dist/
	@$(PY) -m build --outdir '$(DIST)' .

clean: ## remove .venv, dist/ and every cache; saves are not touched
	@rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find game tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Setting up. The interpreter is the target, so a .venv whose Python has gone is made anew.
$(PY):
	@found=; too_old=; no_pip=; \
	for python in $(PYTHONS); do \
	  "$$python" -c '' 2>/dev/null || continue; \
	  if ! "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then too_old=$$python; \
	  elif ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then no_pip=$$python; \
	  else found=$$python; break; fi; \
	done; \
	if [ -e '$(VENV)' ] && [ ! -f '$(VENV)/pyvenv.cfg' ]; then \
	  echo '$(VENV) is there already and is no virtual environment: move it away, then try again.' >&2; \
	elif [ -n "$$found" ]; then \
	  "$$found" -m venv --clear '$(VENV)' && exit 0; \
	  rm -f '$@'; echo "$$found could not make $(VENV) (the reason stands above)." >&2; \
	elif [ -n "$$no_pip" ]; then \
	  echo "$$no_pip has no venv or no pip. On Debian or Ubuntu: sudo apt install python3-venv" >&2; \
	elif [ -n "$$too_old" ]; then \
	  echo "Carrot & Stick needs Python 3.11 or newer; $$too_old is $$("$$too_old" --version 2>&1)." >&2; \
	else \
	  echo 'Carrot & Stick needs Python 3.11 or newer, and none was found. See https://www.python.org' >&2; \
	fi; exit 1

$(VENV)/.ready-play: $(PY) pyproject.toml
	@echo 'Setting up $(VENV) with what the game needs: once, about half a minute …' >&2
	@$(PIP) --editable . || $(OFFLINE)
	@$(PY) -m compileall -q game
	@touch $@

$(VENV)/.ready-test: $(PY) pyproject.toml
	@echo 'Setting up $(VENV) with what the game and its tests need: once, about half a minute …' >&2
	@$(PIP) --editable '.[test]' || $(OFFLINE)
	@$(PY) -m compileall -q game
	@touch $@ $(VENV)/.ready-play

$(VENV)/.ready-build: $(PY)
	@echo 'Setting up $(VENV) with what builds a package …' >&2
	@$(PIP) build || $(OFFLINE)
	@touch $@
