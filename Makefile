# Every command a person or CI runs. `make` alone prints the list: it is read from the `##` comments below.

PYTHON  ?= python3
VENV    ?= .venv
JOBS    ?= auto
BIN     := $(VENV)/bin
STRICT  := --fail-on-warning --keep-going --nitpicky
SPHINX  := $(BIN)/sphinx-build -c conf -j $(JOBS)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

##@ Start
.PHONY: help
help: ## Print this list
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The stamp is written last, so an interrupted installation is done again.
$(VENV)/.stamp: requirements.txt
	rm -rf $(VENV)
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	touch $@

.PHONY: venv
venv: $(VENV)/.stamp ## Create the environment with the pinned packages

# Node comes from a pinned Python package, so that a machine without it works.
node_modules/.stamp: package.json package-lock.json $(VENV)/.stamp
	PATH="$(abspath $(BIN)):$$PATH" npm ci --no-audit --no-fund --loglevel=error
	touch $@

.PHONY: fonts
fonts: node_modules/.stamp ## Fetch the fonts of the PDF files and the search library from npm

##@ Build
.PHONY: site
site: venv fonts lint ## Build everything into build/site/
	$(SPHINX) -b typst $(STRICT) --fresh-env -d build/doctrees docs build/site/pdf
	$(SPHINX) -b html $(STRICT) -d build/doctrees docs build/site
	@echo "Open build/site/index.html"

.PHONY: fast
fast: venv fonts ## Build only what changed since the last build
	$(SPHINX) -b html --nitpicky -d build/doctrees docs build/site

.PHONY: pdf
pdf: venv fonts ## Build the PDF files only, those that changed
	$(SPHINX) -b typst --nitpicky -d build/doctrees docs build/site/pdf

.PHONY: live
live: venv fonts ## Rebuild on save and show the site in a browser
	$(BIN)/sphinx-autobuild -c conf --nitpicky -d build/doctrees --watch _static --watch conf docs build/site

##@ Check
.PHONY: lint
lint: venv ## Check pages, claims and sources without building
	$(BIN)/python scripts/lint_content.py

.PHONY: code
code: venv ## Check the Python code: style and types
	$(BIN)/ruff check conf scripts tests
	$(BIN)/ruff format --check conf scripts tests
	$(BIN)/mypy

##@ Test
.PHONY: search-eval
search-eval: fast ## Score the search with the open queries, or with FILE=queries.yaml
	@$(BIN)/python scripts/search_eval.py $(FILE)

.PHONY: search-bench
search-bench: fast ## Compare the search with Sphinx's own, Pagefind and plain MiniSearch
	@$(BIN)/python scripts/bench_search.py

.PHONY: browser
browser: ## Install Chromium if the machine has none (Debian or Ubuntu, as root or with sudo)
	@sh scripts/install_browser.sh

.PHONY: pdf-tools
pdf-tools: ## Install Java and poppler for the PDF tests if the machine has none (Debian or Ubuntu)
	@sh scripts/install_pdf_tools.sh

.PHONY: test
test: site code browser pdf-tools ## Build the site, then run every test
	$(BIN)/pytest

##@ Clean
.PHONY: clean
clean: ## Delete build/
	rm -rf build

.PHONY: clean-venv
clean-venv: ## Delete the environment
	rm -rf $(VENV)
