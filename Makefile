# The one door: every way of working with dragoman starts here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/dragoman

.PHONY: demo test check gate bench corpus train docs format requirements clean

demo: $(VENV)/.installed ## install what is needed, code the shipped articles into a ledger, brief on two states in them
	$(RUN) code examples/letters.txt
	$(RUN) add examples --ledger demo.duckdb
	$(RUN) brief PRK LAO --ledger demo.duckdb
	@echo
	@echo "Next: $(RUN) add YOUR-FOLDER"
	@echo "      $(RUN) relations CHN PRK --by month                      who did what to whom, counted"
	@echo "      $(RUN) code YOUR-FOLDER --format csv -o events.csv"
	@echo "      $(RUN) code examples/letters.txt --explain      why each record is there, and what was dropped"
	@echo "      $(RUN) codebook CONSULT                         what the types mean"

test: $(VENV)/.dev ## unit, property and end-to-end tests, docs included
	$(BIN)/pytest

check: $(VENV)/.dev ## format, lint, types, floors, generated docs
	$(BIN)/ruff format --check src tests benchmarks training
	$(BIN)/ruff check src tests benchmarks training
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m dragoman.present.reference --check docs/reference
	$(BIN)/python training/validate.py --check docs/corpus.md

gate: $(VENV)/.dev ## the scores on gold, against the pinned floors
	$(BIN)/python -m dragoman.evaluate.gate

bench: $(VENV)/.dev ## speed and memory
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/ledger.py

corpus: $(VENV)/.dev ## the training corpus checked, its tables written into the datasheet
	$(BIN)/python training/validate.py --write docs/corpus.md

train: $(VENV)/.encoder ## the corpus into the model, on one machine without a GPU
	PYTHONPATH=training $(BIN)/python training/train.py

docs: $(VENV)/.dev ## write the generated reference
	$(BIN)/python -m dragoman.present.reference docs/reference

format: $(VENV)/.dev
	$(BIN)/ruff format src tests benchmarks training
	$(BIN)/ruff check --fix src tests benchmarks training

requirements: ## pin every dependency with its hashes
	$(BIN)/uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 --extra build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 --extra build --extra dev pyproject.toml -o requirements-dev.txt
	$(BIN)/uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 --extra build --extra encoder pyproject.toml -o requirements-encoder.txt

$(VENV)/.installed: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

# torch apart and by its version: its metadata would have the pins bring gigabytes of CUDA
$(VENV)/.encoder: requirements-encoder.txt $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-encoder.txt
	$(BIN)/pip install --quiet --disable-pip-version-check torch==2.13.0
	touch $@

clean:
	rm -rf demo.duckdb* $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
