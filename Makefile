PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check setup run bench proof fix lock

demo: setup  ## a small Slack of its own, and the bot in it; prints the page's address
	$(BIN)/pinwheel demo

test: setup  ## the test suite; many tests wait, so four of them run at once on two cores too
	$(BIN)/python -m pytest -n 4 --dist worksteal

check: setup  ## one definition of clean: format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

setup: .venv/ready  ## .venv from the lock file

run: setup  ## the bot against a real Slack, from the environment or .env
	$(BIN)/pinwheel run

bench: setup  ## the benchmarks, as ratios against named references in one run
	$(BIN)/python -m benchmarks

proof: setup  ## long simulations and fault runs
	PINWHEEL_PROOF=1 $(BIN)/python -m pytest -n 2 --dist worksteal tests/faults tests/proof tests/bot/test_ledger.py tests/bot/test_plan.py tests/bot/test_rounds.py tests/corpus

fix: setup  ## format, and mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: setup  ## resolve pyproject.toml anew into the two lock files
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes --no-emit-index-url --quiet --custom-compile-command "make lock" -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --python-version 3.11 --extra dev --universal --generate-hashes --no-emit-index-url --quiet --custom-compile-command "make lock" -o requirements-dev.txt

.venv/ready: requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
