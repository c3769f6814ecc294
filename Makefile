# Everything a developer runs. Each target makes what it needs; all are idempotent.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2
# owlready2 brings HermiT, a reasoner of its own licence: only the check uses it.
OWL := .venv-owl
# So have the writer of the ontology's page and the validator of its mappings, for their many parts.
DOCS := .venv-docs
SSSOM := .venv-sssom
# Programs that the saved questions are tried with, each in an environment of its own.
CLIENTS := .clients
# pandas, polars, pyarrow and IPython are optional, and 600 MB.
NOTEBOOK := .venv-notebook
# spaCy, an optional extra, with its many parts.
SPACY := .venv-spacy

.PHONY: demo test check clients docs readme errors commands alignments questions bench lint types layers format clean

demo: $(VENV)/.installed
	@$(BIN)/showgraph demo

test: lint types layers unit

.PHONY: unit
unit: $(VENV)/.installed
	$(BIN)/pytest -n $(JOBS) --cov --cov-report=term

# What takes long, or needs a program that not everybody has: each of these skips with its reason.
check: $(VENV)/.installed $(OWL)/.installed $(DOCS)/.installed $(SSSOM)/.installed $(NOTEBOOK)/.installed $(SPACY)/.installed
	SHOWGRAPH_NOTEBOOK_PYTHON=$(NOTEBOOK)/bin/python SHOWGRAPH_OWL_PYTHON=$(OWL)/bin/python SHOWGRAPH_DOCS_PYTHON=$(DOCS)/bin/python \
		SHOWGRAPH_SSSOM=$(SSSOM)/bin/sssom SHOWGRAPH_SPACY_PYTHON=$(SPACY)/bin/python $(BIN)/pytest -m check -rs
	$(BIN)/pytest --hypothesis-profile search -q tests/extract/test_properties.py

# Other people's programs read the saved questions: sparqljs, Jena, Rasqal, grlc, Oxigraph's server.
clients: $(VENV)/.installed $(CLIENTS)/.installed
	SHOWGRAPH_CLIENTS=$(CLIENTS) $(BIN)/pytest -m check -rs tests/test_clients.py tests/query/test_hostile.py

# The ontology as a server would hand it out: docs/ontology.html, which holds foreign styles, and .ttl,
# .jsonld and .nt beside it. None is committed.
docs: $(VENV)/.installed $(DOCS)/.installed
	$(DOCS)/bin/python tools/ontology_page.py docs/ontology.html
	$(BIN)/python tools/ontology_files.py docs/ontology

# ontology/alignments.ttl, after a change of ontology/mappings.sssom.tsv.
alignments: $(VENV)/.installed
	$(BIN)/python tools/alignments.py

# What is generated from queries/*.rq: the compiled headers, examples for other tools, a table.
questions: $(VENV)/.installed
	$(BIN)/python tools/questions.py

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

# What the README shows is run and written anew; look at the difference before it is committed.
readme: $(VENV)/.installed
	$(BIN)/python tests/transcripts.py

# docs/errors.md, after a change of src/showgraph/codes.py.
errors: $(VENV)/.installed
	$(BIN)/python tests/error_list.py

# docs/commands.md, after a change of a command's help or options.
commands: $(VENV)/.installed
	$(BIN)/python tests/command_list.py

bench: $(VENV)/.installed
	$(BIN)/python benchmarks/build_bundled.py
	$(BIN)/python benchmarks/closure.py
	$(BIN)/python benchmarks/validation.py
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/questions_warm.py --series 400
	$(BIN)/python benchmarks/broken_queries.py

$(VENV)/.installed: pyproject.toml constraints.txt hatch_build.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	$(BIN)/python -m compileall -q src  # also where python is told to write no bytecode
	touch $@

$(OWL)/.installed: constraints.txt
	test -x $(OWL)/bin/python || $(PYTHON) -m venv $(OWL)
	$(OWL)/bin/python -m pip install --quiet --disable-pip-version-check owlready2==0.51
	touch $@

$(DOCS)/.installed:
	@echo "installing pyLODE 3.3.3 and what it needs into $(DOCS)"
	test -x $(DOCS)/bin/python || $(PYTHON) -m venv $(DOCS)
	$(DOCS)/bin/python -m pip install --quiet --disable-pip-version-check pylode==3.3.3 rdflib==7.6.0
	touch $@

$(SSSOM)/.installed:
	@echo "installing sssom 0.4.21 and what it needs into $(SSSOM)"
	test -x $(SSSOM)/bin/python || $(PYTHON) -m venv $(SSSOM)
	$(SSSOM)/bin/python -m pip install --quiet --disable-pip-version-check sssom==0.4.21
	touch $@

$(NOTEBOOK)/.installed: pyproject.toml constraints.txt
	@echo "installing showgraph with pandas, polars, pyarrow and IPython into $(NOTEBOOK)"
	test -x $(NOTEBOOK)/bin/python || $(PYTHON) -m venv $(NOTEBOOK)
	$(NOTEBOOK)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
		--editable ".[pandas,polars,pyarrow,notebook]" pytest pytest-timeout hypothesis
	touch $@

$(SPACY)/.installed: pyproject.toml constraints.txt
	test -x $(SPACY)/bin/python || $(PYTHON) -m venv $(SPACY)
	$(SPACY)/bin/python -m pip install --quiet --disable-pip-version-check --editable . spacy==3.8.18
	touch $@

$(CLIENTS)/.installed:
	@echo "installing into $(CLIENTS): sparqljs 3.7.4 (npm), grlc 1.3.11 and oxigraph 0.5.13 (pip, each in an"
	@echo "environment of its own), libapache-jena-java and rasqal-utils with what they need (Debian, unpacked)"
	npm install --silent --no-fund --no-audit --prefix $(CLIENTS)/npm sparqljs@3.7.4
	$(PYTHON) -m venv $(CLIENTS)/grlc
	$(CLIENTS)/grlc/bin/python -m pip install --quiet --disable-pip-version-check grlc==1.3.11
	$(PYTHON) -m venv $(CLIENTS)/oxigraph
	$(CLIENTS)/oxigraph/bin/python -m pip install --quiet --disable-pip-version-check oxigraph==0.5.13
	mkdir -p $(CLIENTS)/deb/archives
	cd $(CLIENTS)/deb/archives && apt-get download -qq $$(apt-get -s install --no-install-recommends \
		libapache-jena-java rasqal-utils | awk '/^Inst/ { print $$2 }')
	for file in $(CLIENTS)/deb/archives/*.deb; do dpkg -x $$file $(CLIENTS)/deb; done
	touch $@

clean:
	rm -rf $(VENV) $(OWL) $(DOCS) $(SSSOM) $(CLIENTS) $(NOTEBOOK) $(SPACY) build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache
