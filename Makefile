# Porchlight's verbs. `make` alone lists them.
#
# Can be set on the make line: TEAM_PORT, YOUTH_PORT, DATA_DIR, DATABASE_URL, PYTHON.

PYTHON ?= python3
TEAM_PORT ?= 8000
YOUTH_PORT ?= 8001
export TEAM_PORT YOUTH_PORT

HERE := .venv/bin/python
PORCHLIGHT := .venv/bin/porchlight
PIP := $(HERE) -m pip --quiet --quiet --no-input --disable-pip-version-check
PYTEST := $(HERE) -m pytest
PURE := tests/kernel tests/lints tests/progress tests/directory tests/shape tests/ownspace/test_words.py tests/ownspace/test_words_typed.py

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo demo-reset doctor test fast lint types test-pg16 prove simulate simulate-short soak bench bench-short

help: ## List the verbs
	@echo "Porchlight. Begin with:  make demo"
	@grep -hE '^[a-z][a-z0-9-]*:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

setup: .venv/run.done ## Make .venv with the command .venv/bin/porchlight
	@echo "Ready: $(PORCHLIGHT)"

demo: .venv/run.done ## Start both houses with an invented county; Ctrl-C stops
	@$(PORCHLIGHT) demo

demo-reset: .venv/run.done ## Forget the demo's data and keys, and start it afresh
	@$(PORCHLIGHT) demo --reset

doctor: .venv/run.done ## Say what is wrong and how to mend it
	@$(PORCHLIGHT) doctor

test: lint types browser ## Everything that must hold: lint, types, contracts, all tests
	@$(PYTEST) -n 3 --dist worksteal

fast: lint ## Lint, and the tests that need no database
	@$(PYTEST) $(PURE)

lint: .venv/dev.done ## Style, format, and who may import whom
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/lint-imports

types: .venv/dev.done ## Check every type
	@.venv/bin/mypy

test-pg16: .venv/dev.done ## The tests once more, on PostgreSQL 16
	@PORCHLIGHT_TEST_POSTGRES=16 $(PYTEST) -n 2 -m "not browser"

prove: .venv/dev.done ## Compare the two enforcers on 200,000 random decisions
	@PORCHLIGHT_DECISIONS=200000 $(PYTEST) -n 2 tests/grid tests/nets tests/policy

simulate: .venv/dev.done ## Make the published figures of the progress rules again
	@$(HERE) -m bench.simulate

simulate-short: .venv/dev.done ## The same with few young people, within wider bounds
	@$(HERE) -m bench.simulate --youths 600

bench: .venv/dev.done ## Measure the product beside its floor, with 20,000 young people
	@$(HERE) -m bench.speed
	@$(HERE) -m bench.nightly
	@$(HERE) -m bench.adoption

bench-short: .venv/dev.done ## The same in two minutes; fails when a ratio is far from its target
	@$(HERE) -m bench.speed --parts 20 --rounds 3 --seconds 0.6 --margin 3
	@$(HERE) -m bench.nightly --youths 200
	@$(HERE) -m bench.adoption --parts 10

soak: .venv/run.done ## Kill database and web processes 50 times under load; nothing may be lost
	@$(HERE) -m bench.soak

# The look before set-up, as it runs under any Python 3 and says in one sentence what is missing.
.venv/made.done:
	@$(PYTHON) -m porchlight.project.postgres
	@echo "Making .venv …"
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/run.done: requirements/run.txt .venv/made.done
	@echo "Installing what Porchlight runs on …"
	@$(PIP) install --root-user-action=ignore --require-hashes -r requirements/run.txt
	@pwd > "$$($(HERE) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/porchlight.pth"
	@printf '%s\n' '#!/bin/sh' 'exec "$$(dirname "$$(readlink -f "$$0")")/python" -P -m porchlight.project.command "$$@"' > $(PORCHLIGHT)
	@chmod 755 $(PORCHLIGHT)
	@touch $@

.venv/dev.done: requirements/dev.txt .venv/run.done
	@echo "Installing what the tests need …"
	@$(PIP) install --root-user-action=ignore --require-hashes -r requirements/dev.txt
	@touch $@

.PHONY: browser
browser: .venv/dev.done
	@sh tests/support/chromium.sh
