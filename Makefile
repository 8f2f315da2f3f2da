# SPDX-License-Identifier: MIT
# What can be done with a checkout? `make help` says. Every target first does the set-up that is missing.

.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help run test test-desktops check benchmark screenshots install uninstall \
  packages test-packages desktop-packages extension style types layers unit-tests other-tests

PYTHON := .venv/bin/python
READY := .venv/.ready
FOLDER := build/screenshots
PACKAGES := sh installers/linux/system-packages.sh

help: ## say what can be done
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-24s%s\n", $$1, $$2 }'

run: packages $(READY) ## start Rideau from this checkout
	@$(PYTHON) -m rideau $(ARGS)

test: test-packages check unit-tests other-tests ## run every check and test but the whole desktops

test-desktops: desktop-packages $(READY) ## run the tests against GNOME Shell, Plasma and sway
	@echo "== Tests on whole desktops"
	@$(PYTHON) -m pytest -m desktop tests/desktops

check: style types layers ## run the linters and type checks alone

benchmark: test-packages $(READY) ## print the figures: start-up, memory, idle, engine
	@failed=""; for script in benchmarks/*.py; do \
	  echo "== $$script"; \
	  $(PYTHON) "$$script" || { echo "== $$script ended with $$?"; failed="$$failed $$script"; }; done; \
	if [ -n "$$failed" ]; then echo "Not as they should be:$$failed" >&2; exit 1; fi

screenshots: $(READY) ## draw every icon and window into FOLDER, to be looked at
	@$(PYTHON) tests/ui/render_everything.py "$(FOLDER)"
	@echo "They are in $(FOLDER)."

extension: $(READY) ## pack the browser extension: zips for the stores, a folder for developers, in build/extension
	@$(PYTHON) installers/extension.py build/extension

install: packages $(READY) ## put Rideau into your menu (this user only)
	@sh installers/linux/install.sh

uninstall: ## take Rideau out again; PURGE=1 takes your settings and journal too
	@PURGE=$(PURGE) sh installers/linux/uninstall.sh

# The parts; each can be run by itself.

packages:
	@$(PACKAGES) run

test-packages:
	@$(PACKAGES) run test
	@sh installers/linux/pulseaudio-aside.sh build/pulseaudio

desktop-packages:
	@$(PACKAGES) run test desktops

$(READY): pyproject.toml uv.lock hatch_build.py installers/environment.sh installers/translations.py $(wildcard resources/translations/*.ts)
	@sh installers/environment.sh
	@touch $@

style: $(READY)
	@echo "== Style (ruff)"
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m ruff format --check --quiet .

types: $(READY)
	@for platform in linux win32 darwin; do \
	  echo "== Types on $$platform (mypy)"; $(PYTHON) -m mypy --platform $$platform || exit 1; done

layers: $(READY)
	@echo "== Layers (import-linter)"
	@.venv/bin/lint-imports

unit-tests: $(READY)
	@echo "== Unit tests, with every branch of domain, ports and services"
	@$(PYTHON) -m coverage run -m pytest tests/unit
	@$(PYTHON) -m coverage report

OTHER_TESTS := -m "not desktop" --ignore tests/unit

other-tests: $(READY)
	@echo "== Tests against real daemons, files and windows"
	@$(PYTHON) -m pytest $(OTHER_TESTS) || { \
	  echo "== Once more, by itself, what failed: what passes now depends on the moment, and is a defect to mend"; \
	  $(PYTHON) -m pytest $(OTHER_TESTS) --last-failed --last-failed-no-failures none; }
