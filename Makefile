# SPDX-License-Identifier: MIT
# Every target sets up first what is missing; that costs under a second when nothing is.
.DEFAULT_GOAL := help
.PHONY: help setup run demo test faults check shots bench lint types imports format mutations messages
SHELL := /bin/bash

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed-$(shell cat requirements.lock packaging/debian-packages.txt | cksum | cut -d' ' -f1)
DISPLAYED := packaging/with-display.sh
DEMO_OUT ?= build/demo

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(STAMP)  ## install what is missing: system packages, the virtual environment, the locked packages

$(STAMP): requirements.lock packaging/debian-packages.txt packaging/setup.sh
	@PYTHON="$(PYTHON)" VENV="$(VENV)" packaging/setup.sh
	@rm -f $(VENV)/.installed-* && touch $@

run: setup  ## open the window
	@$(PY) main.py

demo: setup  ## do the whole job on an invented case and say where the report is
	@$(DISPLAYED) $(PY) main.py demo --out "$(DEMO_OUT)"

test: setup  ## every test, the real-screen ones on a screen of their own
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests --ignore=tests/screen --ignore=tests/journeys -n auto --dist worksteal -q
	@$(PY) -m pytest tests/screen tests/journeys -q

faults: setup  ## the long form of the faults: kill, power cut, full disk, bit flips; counts to docs/reliability.md
	@nice $(PY) -m tests.faults --out docs/reliability.md

check: lint types imports test  ## what must be green before anything lands

lint: setup  ## style and habits
	@$(PY) -m ruff check . && $(PY) -m ruff format --check .

types: setup  ## strict types, once for each system
	@for system in linux win32 darwin; do $(PY) -m mypy --platform $$system || exit 1; done

imports: setup  ## who may import whom
	@$(VENV)/bin/lint-imports --no-cache

format: setup  ## lay out the code
	@$(PY) -m ruff format . && $(PY) -m ruff check --fix .

shots: setup  ## a picture of every page in build/shots
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.shots build/shots

bench: setup  ## speed and memory beside peers, as ratios
	@packaging/with-display.sh --virtual $(PY) -m tests.bench

messages: setup  ## renew the template and the catalogues for translators; 1 if a sentence is not translated
	@$(PY) -m tests.messages

mutations: setup  ## ten thousand changed packages before both verifiers
	@nice $(PY) -m tests.verifiers --count $(or $(COUNT),10000) --seed $(or $(SEED),1)
