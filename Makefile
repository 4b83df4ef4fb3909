# make chat   everything on a fresh machine: environment, index of the sample documents if there is none, chat
# make test   everything on a fresh machine: environment, then all checks and tests
PYTHON ?= python3
SOURCE ?= build/sample
DATA ?= data
HOST ?= 127.0.0.1
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# uv reads neither pip's settings nor its variables: hand it the folders of wheels that pip knows (asked only when installing).
FIND_LINKS = $(or $(UV_FIND_LINKS),$(PIP_FIND_LINKS),$(shell $(PYTHON) -m pip config get global.find-links 2>/dev/null))
# Without such a folder the index of wheels for processors without a graphics card spares several GB.
TORCH_BACKEND = $(if $(strip $(FIND_LINKS)),,--torch-backend=cpu)
# As pip does, uv trusts whom the machine trusts: many municipalities inspect what comes in under a certificate of their own.
UV = UV_SYSTEM_CERTS=1 UV_FIND_LINKS="$(shell echo $(FIND_LINKS) | tr ' ' ',')" $(BIN)/uv

.PHONY: chat test test-fast check evaluate venv lock sample clean
.DEFAULT_GOAL := chat

venv: $(READY)

$(READY): requirements.lock pyproject.toml
	@echo "==> Miljö i $(VENV) (tar en till fem minuter första gången)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 eller senare krävs: make venv PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet uv
	@$(UV) pip install --python $(BIN)/python $(TORCH_BACKEND) -r requirements.lock \
		|| { echo "==> Utan det mindre torch-paketet, vars förråd inte kunde läsas (hämtar mer och tar längre tid)"; \
			$(UV) pip install --python $(BIN)/python -r requirements.lock; } \
		|| { echo "==> Med pip i stället för uv"; $(BIN)/python -m pip install -r requirements.lock; }
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps -e . || $(BIN)/python -m pip install --no-deps -e .
	@touch $(READY)

sample: build/sample/.written

build/sample/.written: $(READY) $(wildcard eval/sample/*.py)
	@echo "==> Exempelhandlingar i build/sample"
	@$(BIN)/python -m eval.sample build/sample
	@touch $@

chat: $(DATA)/CURRENT
	@echo "==> Chatten startar: öppna adressen nedan i en webbläsare, avsluta med Ctrl+C"
	@$(BIN)/arende serve --host $(HOST) --port $(PORT) --data $(DATA)

# Made once; `arende reindex` renews it.
$(DATA)/CURRENT: | $(READY) $(if $(filter build/sample,$(SOURCE)),$(if $(wildcard $(DATA)/CURRENT),,sample))
	@echo "==> Indexerar $(SOURCE)"
	@$(BIN)/arende reindex $(SOURCE) --data $(DATA)

check: $(READY)
	@echo "==> ruff, mypy, import-linter"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

test-fast: $(READY)
	@$(BIN)/pytest -q -n 2 --dist loadscope -m "not slow and not browser and not model and not corpus"

test: check
	@echo "==> Tester"
	@$(BIN)/pytest -q -n 2 --dist loadscope -m "not browser"
	@echo "==> Tester i webbläsare"
	@$(BIN)/pytest -q -m browser
	@echo "==> Snabb utvärdering på exempelkommunen"
	@$(BIN)/python -m eval.gate --quick

evaluate: $(READY)
	@$(BIN)/python -m eval.gate

# Exact versions for every platform: torch without its local build tag, so that any build of the version fits, and without
# the libraries for graphics cards (3 GB) that only some builds want; those say so themselves.
lock:
	@$(UV) pip compile --quiet pyproject.toml --extra dev --python-version 3.11 \
		--no-annotate --no-header --no-emit-find-links -o requirements.lock
	@sed -i -e 's/^\(torch==[0-9.]*\)+cpu$$/\1/' -e '/^\(nvidia-\|cuda-\|triton==\)/d' requirements.lock

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
