# Everything a developer runs. Each target makes what it needs; all are idempotent.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2
# owlready2 brings HermiT, a reasoner of its own licence: only the check uses it.
OWL := .venv-owl

.PHONY: demo test check bench lint types layers format clean

demo: $(VENV)/.installed
	@$(BIN)/showgraph demo

test: lint types layers unit

.PHONY: unit
unit: $(VENV)/.installed
	$(BIN)/pytest -n $(JOBS) --cov --cov-report=term

# What takes long, or needs a program that not everybody has: each of these skips with its reason.
check: $(VENV)/.installed $(OWL)/.installed
	SHOWGRAPH_OWL_PYTHON=$(OWL)/bin/python $(BIN)/pytest -m check -n $(JOBS) -rs

lint: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.installed
	$(BIN)/mypy

layers: $(VENV)/.installed
	$(BIN)/lint-imports

format: $(VENV)/.installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.installed
	$(BIN)/python benchmarks/build_bundled.py
	$(BIN)/python benchmarks/closure.py

$(VENV)/.installed: pyproject.toml constraints.txt hatch_build.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	touch $@

$(OWL)/.installed: constraints.txt
	test -x $(OWL)/bin/python || $(PYTHON) -m venv $(OWL)
	$(OWL)/bin/python -m pip install --quiet --disable-pip-version-check owlready2==0.51
	touch $@

clean:
	rm -rf $(VENV) $(OWL) build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache
