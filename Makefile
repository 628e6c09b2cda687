# make play opens the game, make test proves it; both set everything up first, and the second time at once.

WORLD ?= saltmarrow
ARGS ?=
CUDA ?=
MODEL ?=
VENV := .venv
PYTHON := $(VENV)/bin/python
READY := $(VENV)/.ready$(if $(CUDA),-cuda)

.PHONY: help install play test test-tune faults check bench bench-voice fix clean unusable
.DEFAULT_GOAL := help

help:
	@echo "make play [WORLD=saltmarrow] [ARGS=...]   set up what is missing and play"
	@echo "make test [ARGS=...]                      set up what is missing and run every test"
	@echo "make test-tune                            set up what training needs (torch) and run its tests"
	@echo "make faults                               every fault there is a test for, in full: minutes of them"
	@echo "make install [CUDA=1]                     set up alone; CUDA=1 builds llama.cpp for an NVIDIA card"
	@echo "make check | fix                          lint, types and import contracts | mend what a tool can mend"
	@echo "make bench [ARGS=\"--only narrating\"]      measure, and write build/bench.json (build/bench-some.json of some)"
	@echo "make bench-voice [MODEL=...] [ARGS=...]   measure what is told and understood, and write build/bench-voice.json"
	@echo "make clean                                remove what was built, but keep $(VENV)"

install: $(READY)
	@echo "Loreloom is set up: play with make play"

play: $(READY)
	@$(PYTHON) -m game play "$(WORLD)" $(ARGS)

test: $(READY)
	@$(PYTHON) -m pytest $(ARGS)

# Where plain torch would bring CUDA with it, name the index of its CPU builds in PIP_EXTRA_INDEX_URL.
test-tune: $(READY)
	@$(PYTHON) -m pip install --quiet -c constraints.txt -e '.[tune]'
	@$(PYTHON) -m pytest tests/tune/school $(ARGS)

faults: $(READY)
	@LORELOOM_FAULTS=full $(PYTHON) -m pytest tests/faults $(ARGS)

check: $(READY)
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(VENV)/bin/lint-imports --no-logo

bench: $(READY)
	@mkdir -p build
	@$(PYTHON) -m tests.bench $(ARGS)

bench-voice: $(READY)
	@mkdir -p build
	@$(PYTHON) -m tests.bench.voice $(if $(MODEL),--model "$(MODEL)") $(ARGS)

fix: $(READY)
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis snapshot_report.html
	find game tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# A system's new Python leaves a .venv that points at nothing.
$(READY): pyproject.toml constraints.txt tools/setup.py $(if $(shell test -x $(PYTHON) && echo there),,unusable)
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 7))' 2>/dev/null || \
		{ echo "Loreloom needs Python 3.11 or later: sudo apt-get install python3 python3-venv, then: make install" >&2; exit 1; }
	@python3 tools/setup.py $(if $(CUDA),--cuda)
