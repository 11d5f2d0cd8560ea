# Everything a person or a CI machine does here. `make` alone lists the targets.
#
# Settings, on the command line or in the environment:
#   GUIDE=folder     the guide to build            (default: guide)
#   PAPER=letter     the paper of the PDF, whose page numbers the EPUB has too (default: a4)
#   EDITION=name     an edition from guide.yaml    (default: its first)
#   THEME=warm       a theme from styles/themes; what is built stands in build/warm then (default: the edition's)
#   CLASS=28         say what printing takes for a class of so many
#   FILLABLE=yes     worksheets with form fields, to be filled in on a screen
#   LONG=no          `make judge` without its longest tests: all made guides in all themes
#   MEASURE="14 67"  what `make bench` measures; the others are left out (default: everything)

GUIDE ?= guide
PAPER ?= a4
EDITION ?=
THEME ?=
CLASS ?=
FILLABLE ?=
LONG ?=
MEASURE ?=

SETTINGS := GUIDE PAPER EDITION THEME CLASS FILLABLE LONG MEASURE LOCK PYTHON
TYPED := $(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name)))
ifneq ($(filter-out $(SETTINGS) MAKE%,$(TYPED)),)
$(error There is no setting $(filter-out $(SETTINGS) MAKE%,$(TYPED)). Choose one of: $(SETTINGS), in capitals)
endif

PAPERS := a4 letter a5 half-letter
ifneq ($(words $(PAPER)) $(filter $(PAPERS),$(PAPER)),1 $(PAPER))
$(error PAPER is "$(PAPER)"; it can be a4, letter, a5 or half-letter)
endif

quote = '$(subst ','\'',$(1))'
VENV := .venv/bin

# Names of files come from the guide, which only the program reads: it knows what is up to date, and says so. In some
# languages a-z lacks a letter, or has more.
FACTS := $(shell LC_ALL=C; \
	case $(call quote,$(EDITION)$(THEME)) in (*[!a-z0-9-]*) echo bad;; esac; \
	case $(call quote,$(CLASS)) in (*[!0-9]*) echo odd;; esac; \
	read -r at 2>/dev/null <.venv/ready && [ "$$at" != "$$(pwd -P)" ] && echo moved)
ifneq ($(filter bad,$(FACTS)),)
$(error EDITION is "$(EDITION)" and THEME is "$(THEME)"; both are written with a-z, 0-9 and -)
endif
ifneq ($(filter odd,$(FACTS)),)
$(error CLASS is "$(CLASS)"; it is how many are in the class, such as 28)
endif
BUILD := build$(if $(THEME),/$(THEME))
ALL_OPTIONS := $(if $(filter-out a4,$(PAPER)),--paper $(PAPER)) $(if $(THEME),--theme $(THEME)) $(if $(CLASS),--class $(CLASS))
OPTIONS := $(if $(EDITION),--edition $(EDITION)) $(ALL_OPTIONS)
STUDYGUIDE := @$(VENV)/studyguide
FOLDER := $(call quote,$(GUIDE))

.NOTPARALLEL: # two installations into one .venv would meet
.PHONY: help pdf epub web booklet worksheets organiser flashcards all facts check test mutants lint judge bench clean FORCE

help: ## list the targets (this list)
	@LC_ALL=C sed -n 's/^\([a-z]*\): .*## /  make \1\t/p' Makefile | expand -t 16
	@echo "Settings: GUIDE=$(GUIDE) PAPER=$(PAPER) (a4, letter, ...) EDITION=$(EDITION) THEME=$(THEME) CLASS=$(CLASS) FILLABLE=$(FILLABLE)"

pdf: .venv/ready .venv/pango ## build the guide as a tagged PDF: build/<name>.pdf
	$(STUDYGUIDE) build $(FOLDER) --format pdf $(OPTIONS) --output $(BUILD)

# Both together: the PDF first, because it leaves behind where its pages begin, and the EPUB need not lay them out again.
epub: .venv/ready | $(filter pdf,$(MAKECMDGOALS)) ## build the guide as an EPUB, with the PDF's page numbers if Pango is there: build/<name>.epub
	$(STUDYGUIDE) build $(FOLDER) --format epub $(OPTIONS) --output $(BUILD)

web: .venv/ready ## build the guide as a folder of web pages: build/<name>-web/
	$(STUDYGUIDE) build $(FOLDER) --format web $(OPTIONS) --output $(BUILD)

booklet: .venv/ready .venv/pango ## build the guide as booklets to print, fold and staple: build/<name>-booklet.pdf
	$(STUDYGUIDE) booklet $(FOLDER) $(OPTIONS) --output $(BUILD)

worksheets: .venv/ready .venv/pango ## build worksheets in three tiers, with keys: build/<name>-worksheets/
	$(STUDYGUIDE) worksheets $(FOLDER) $(OPTIONS) $(if $(filter-out no,$(FILLABLE)),--fillable) --output $(BUILD)

organiser: .venv/ready .venv/pango ## build a knowledge organiser, the guide on one page: build/<name>-organiser.pdf
	$(STUDYGUIDE) organiser $(FOLDER) $(OPTIONS) --output $(BUILD)

flashcards: .venv/ready .venv/pango ## build flashcards to cut out: build/<name>-flashcards.pdf
	$(STUDYGUIDE) flashcards $(FOLDER) $(OPTIONS) --output $(BUILD)

all: .venv/ready .venv/pango ## build every edition, as PDF and EPUB
	$(STUDYGUIDE) build $(FOLDER) --all-editions $(ALL_OPTIONS) --output $(BUILD)

facts: .venv/ready ## write every fact of the guide with its sources: build/facts.json, build/facts.csv
	$(STUDYGUIDE) facts $(FOLDER) --output $(BUILD)

check: .venv/ready ## look for problems in the guide, build nothing
	$(STUDYGUIDE) check $(FOLDER)

test: .venv/ready-dev .venv/pango ## run the tests
	@$(VENV)/python -m pytest -m 'not judge' --numprocesses auto --dist worksteal

mutants: .venv/ready-dev ## see how many small faults the tests find in what keeps an edition's promise
	@$(VENV)/python -m tests.mutants

lint: .venv/ready-dev ## check style (ruff), types (mypy) and the language of the guide
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy
	@$(VENV)/mypy --strict .ci/judges
	@$(VENV)/studyguide check --strict guide

# What judges look at is built into a new folder, so that they see no leftovers; pages are found in the cache of all builds.
JUDGED := build/judged
TO_JUDGE := --output $(JUDGED) --cache build/.studyguide/cache

judge: .venv/ready-dev .venv/ready-judge .venv/pango ## build everything there is, and have every outside checker judge it
	@rm -rf $(JUDGED)
	$(STUDYGUIDE) build guide --all-editions $(TO_JUDGE)
	$(STUDYGUIDE) build guide --format pdf --paper letter $(TO_JUDGE)
	$(STUDYGUIDE) build guide --format web $(TO_JUDGE)
	$(STUDYGUIDE) specimen --format pdf --format epub --format web $(TO_JUDGE)
	$(STUDYGUIDE) specimen --theme warm $(TO_JUDGE)
	$(STUDYGUIDE) specimen --theme photocopier $(TO_JUDGE)
	$(STUDYGUIDE) booklet guide $(TO_JUDGE)
	$(STUDYGUIDE) booklet guide --paper letter $(TO_JUDGE)
	$(STUDYGUIDE) booklet guide --edition before-viewing $(TO_JUDGE)
	$(STUDYGUIDE) worksheets guide --output $(JUDGED)
	$(STUDYGUIDE) organiser guide --output $(JUDGED)
	$(STUDYGUIDE) flashcards guide --output $(JUDGED)
	$(STUDYGUIDE) organiser guide --paper letter --output $(JUDGED)
	$(STUDYGUIDE) flashcards guide --paper letter --output $(JUDGED)
	$(STUDYGUIDE) worksheets guide --tier core --paper letter --output $(JUDGED)
	$(STUDYGUIDE) worksheets guide --tier core --fillable --output $(JUDGED)
	@.ci/setup node
	@$(VENV)/python .ci/judges $(JUDGED)
	@$(VENV)/python -m pytest -m 'judge$(if $(filter no,$(LONG)), and not long)' --numprocesses auto --dist worksteal

bench: .venv/ready-dev .venv/ready-judge .venv/pango ## measure the speed against other programs: docs/bench.md
	@.ci/setup peers
	@$(VENV)/python -m tests.bench $(MEASURE)

clean: ## remove what was built (the .venv stays)
	rm -rf build

# One stamp for each thing that is set up once. A .venv holds its own address: it is made anew after the folder moved.
MOVED := $(if $(filter moved,$(FACTS)),FORCE)

.venv/ready: pyproject.toml .ci/setup .ci/lock/base.txt $(MOVED)
	@.ci/setup venv

.venv/ready-%: pyproject.toml .ci/setup .ci/lock/%.txt $(MOVED)
	@.ci/setup venv $*
	@touch $@

.venv/pango: .venv/ready
	@.ci/setup pango
	@touch $@
