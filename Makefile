# The few commands that matter. `make demo` and `make test` need Python 3.11 or newer and nothing else.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# Only errors are shown; pip's warnings about a machine's own settings are no news to anybody here.
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

.PHONY: demo test check format docs benchmarks lock clean

demo: .venv/installed
	@$(BIN)/sayso demo

test: .venv/installed-dev
	$(BIN)/python -m pytest

check: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/codespell
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check
	$(BIN)/python -m pytest

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: .venv/installed-dev
	$(BIN)/python docs/generate.py

# Set DATA to the folder of public corpora (see benchmarks/quality.py), SEED to a folder with a full human reading.
benchmarks: .venv/installed-dev
	$(BIN)/python benchmarks/quality.py $(DATA) $(if $(SEED),--seed $(SEED))
	$(BIN)/python benchmarks/calibration.py $(DATA)
	$(BIN)/python benchmarks/reality.py
	$(BIN)/python benchmarks/coreference.py $(DATA)
	$(BIN)/python benchmarks/times.py $(DATA)
	$(BIN)/python benchmarks/ablation.py $(DATA)
	$(BIN)/python benchmarks/cost.py $(DATA)
	$(BIN)/python benchmarks/memory.py $(DATA)
	$(BIN)/python benchmarks/workers.py $(DATA)/polnear/dev.jsonl
	$(BIN)/python benchmarks/record_speed.py
	$(BIN)/python benchmarks/cli_speed.py
	$(BIN)/python benchmarks/web_speed.py
	$(BIN)/python benchmarks/pins_speed.py

lock: .venv/installed-dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		--upgrade pyproject.toml --extra dev --output-file requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		pyproject.toml --extra build --constraint requirements-dev.lock --output-file requirements.lock

clean:
	rm -rf .venv demo.db build dist

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "sayso needs Python 3.11 or newer, and none was found."; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python cannot make a virtual environment; on Debian or Ubuntu: apt install python3-venv"; exit 1; }

.venv/installed: .venv/bin/python requirements.lock pyproject.toml
	@echo "Installing what is locked in requirements.lock; this takes a minute or two the first time."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: .venv/bin/python requirements-dev.lock pyproject.toml
	@echo "Installing what is locked in requirements-dev.lock; this takes a minute or two the first time."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ .venv/installed
