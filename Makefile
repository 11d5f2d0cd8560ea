# Everything a person or a CI machine does here. `make` alone lists the targets.
#
# Settings, on the command line or in the environment:
#   GUIDE=folder     the guide to build            (default: guide)
#   PAPER=letter     the paper of the PDF, whose page numbers the EPUB has too (default: a4)
#   EDITION=name     an edition from guide.yaml    (default: its first)
#   THEME=warm       a theme from styles/themes; what is built stands in build/warm then (default: the edition's)
#   CLASS=28         say what printing takes for a class of so many
#   FILLABLE=yes     worksheets with form fields, to be filled in on a screen
#   MEASURE="14 67"  what `make bench` measures; the others are left out (default: everything)

GUIDE ?= guide
PAPER ?= a4
EDITION ?=
THEME ?=
CLASS ?=
FILLABLE ?=
MEASURE ?=

PAPERS := a4 letter a5 half-letter
ifneq ($(words $(PAPER)) $(filter $(PAPERS),$(PAPER)),1 $(PAPER))
$(error PAPER is "$(PAPER)"; it can be a4, letter, a5 or half-letter)
endif

quote = '$(subst ','\'',$(1))'
VENV := .venv/bin

# A guide's name becomes a file name, and the guide may come from anyone: only a-z, 0-9 and - pass, and EDITION likewise.
FACTS := $(shell \
	sed -n -e 's/^name: *"*\([a-z0-9-]*\)"* *$$/name=\1/p' \
		-e '/^editions:/,$$s/^ *- *{* *id: *\([a-z0-9-]*\).*/first=\1/p' $(call quote,$(GUIDE)/guide.yaml) 2>/dev/null; \
	case $(call quote,$(EDITION)$(THEME)) in (*[!a-z0-9-]*) echo bad;; esac; \
	case $(call quote,$(CLASS)) in (*[!0-9]*) echo odd;; esac; \
	read -r at 2>/dev/null <.venv/ready && [ "$$at" != "$$(pwd -P)" ] && echo moved)
ifneq ($(filter bad,$(FACTS)),)
$(error EDITION is "$(EDITION)" and THEME is "$(THEME)"; both are written with a-z, 0-9 and -)
endif
ifneq ($(filter odd,$(FACTS)),)
$(error CLASS is "$(CLASS)"; it is how many are in the class, such as 28)
endif
fact = $(patsubst $(1)=%,%,$(firstword $(filter $(1)=%,$(FACTS))))
NAME := $(or $(call fact,name),unnamed)
BUILD := build$(if $(THEME),/$(THEME))
STEM := $(BUILD)/$(NAME)$(if $(filter-out $(call fact,first),$(EDITION)),-$(EDITION))
ON := $(if $(filter-out a4,$(PAPER)),-$(PAPER))
PDF := $(STEM)$(ON).pdf
EPUB := $(STEM)$(ON).epub
WEB := $(STEM)-web
BOOKLET := $(STEM)-booklet$(ON).pdf
OPTIONS := $(if $(EDITION),--edition $(EDITION)) $(if $(filter-out a4,$(PAPER)),--paper $(PAPER)) $(if $(THEME),--theme $(THEME)) $(if $(CLASS),--class $(CLASS))

# What is newer than a built file, folders included, so that a removed or renamed file counts too. This is one `find`
# and not a list of prerequisites, because a teacher's files may have spaces, colons and dollars in their names.
SOURCES := $(call quote,$(GUIDE)) styles src/studyguide pyproject.toml Makefile .venv/ready $(wildcard .venv/pango)
stale = $(if $(CLASS)$(shell find $(SOURCES) -name __pycache__ -prune -o -newer $(1) -print 2>&1),FORCE)

# The file takes the time at which its build began: what is saved during a build is then newer, and is built next time.
# A failed build leaves the last good file as it was.
define build
@mkdir -p $(BUILD)
@began=$$(mktemp) && trap 'rm -f "$$began"' EXIT && \
$(VENV)/studyguide $(1) $(call quote,$(GUIDE)) $(2) $(OPTIONS) --output $(BUILD) && \
touch -c -r "$$began" $@
$(eval BUILT := yes)
endef

.NOTPARALLEL: # two installations into one .venv would meet
.PHONY: help pdf epub web booklet worksheets organiser flashcards all check test lint judge bench clean FORCE

help: ## list the targets (this list)
	@sed -n 's/^\([a-z]*\): .*## /  make \1\t/p' Makefile | expand -t 16
	@echo "Settings: GUIDE=$(GUIDE) PAPER=$(PAPER) (a4, letter, ...) EDITION=$(or $(EDITION),$(call fact,first)) THEME=$(THEME) CLASS=$(CLASS) FILLABLE=$(FILLABLE)"

pdf: $(PDF) ## build the guide as a tagged PDF: build/<name>.pdf
	@:$(if $(BUILT),,$(info $(PDF) is up to date))

epub: $(EPUB) ## build the guide as an EPUB, with the PDF's page numbers if Pango is there: build/<name>.epub
	@:$(if $(BUILT),,$(info $(EPUB) is up to date))

web: $(WEB) ## build the guide as a folder of web pages: build/<name>-web/
	@:$(if $(BUILT),,$(info $(WEB) is up to date))

booklet: $(BOOKLET) ## build the guide as booklets to print, fold and staple: build/<name>-booklet.pdf
	@:$(if $(BUILT),,$(info $(BOOKLET) is up to date))

ifneq ($(filter pdf $(PDF),$(MAKECMDGOALS)),)
$(PDF): .venv/ready .venv/pango $(call stale,$(PDF))
	$(call build,build,--format pdf)
endif

# Both together: the PDF first, because it leaves behind where its pages begin, and the EPUB need not lay them out again.
ifneq ($(filter epub $(EPUB),$(MAKECMDGOALS)),)
$(EPUB): .venv/ready $(call stale,$(EPUB)) | $(if $(filter pdf $(PDF),$(MAKECMDGOALS)),$(PDF))
	$(call build,build,--format epub)
endif

ifneq ($(filter web $(WEB),$(MAKECMDGOALS)),)
$(WEB): .venv/ready $(call stale,$(WEB))
	$(call build,build,--format web)
endif

ifneq ($(filter booklet $(BOOKLET),$(MAKECMDGOALS)),)
$(BOOKLET): .venv/ready .venv/pango $(call stale,$(BOOKLET))
	$(call build,booklet)
endif

worksheets: .venv/ready .venv/pango ## build worksheets in three tiers, with keys: build/<name>-worksheets/
	@$(VENV)/studyguide worksheets $(call quote,$(GUIDE)) $(OPTIONS) $(if $(filter-out no,$(FILLABLE)),--fillable) --output $(BUILD)

organiser: .venv/ready .venv/pango ## build a knowledge organiser, the guide on one page: build/<name>-organiser.pdf
	@$(VENV)/studyguide organiser $(call quote,$(GUIDE)) $(OPTIONS) --output $(BUILD)

flashcards: .venv/ready .venv/pango ## build flashcards to cut out: build/<name>-flashcards.pdf
	@$(VENV)/studyguide flashcards $(call quote,$(GUIDE)) $(OPTIONS) --output $(BUILD)

all: .venv/ready .venv/pango ## build every edition, as PDF and EPUB
	@$(VENV)/studyguide build $(call quote,$(GUIDE)) --all-editions $(filter-out --edition $(EDITION),$(OPTIONS)) --output $(BUILD)

facts: .venv/ready ## write every fact of the guide with its sources: build/facts.json, build/facts.csv
	@$(VENV)/studyguide facts $(call quote,$(GUIDE)) --output $(BUILD)

check: .venv/ready ## look for problems in the guide, build nothing
	@$(VENV)/studyguide check $(call quote,$(GUIDE))

test: .venv/ready-dev .venv/pango ## run the tests
	@$(VENV)/python -m pytest -m 'not judge' --numprocesses auto --dist worksteal

lint: .venv/ready-dev ## check style (ruff), types (mypy) and the language of the guide
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy
	@$(VENV)/mypy --strict .ci/judges
	@$(VENV)/studyguide check --strict guide

judge: .venv/ready-dev .venv/ready-judge .venv/pango ## build everything there is, and have every outside checker judge it
	@$(MAKE) --no-print-directory all
	@$(MAKE) --no-print-directory pdf PAPER=letter
	@$(MAKE) --no-print-directory web
	@$(VENV)/studyguide specimen --format pdf --format epub --format web --output build --cache build/.studyguide/cache
	@$(VENV)/studyguide specimen --theme warm --output build --cache build/.studyguide/cache
	@$(VENV)/studyguide specimen --theme photocopier --output build --cache build/.studyguide/cache
	@$(MAKE) --no-print-directory booklet
	@$(MAKE) --no-print-directory booklet PAPER=letter
	@$(MAKE) --no-print-directory booklet EDITION=before-viewing
	@$(MAKE) --no-print-directory worksheets organiser flashcards
	@$(MAKE) --no-print-directory organiser flashcards PAPER=letter
	@$(VENV)/studyguide worksheets guide --tier core --paper letter --output build
	@$(VENV)/studyguide worksheets guide --tier core --fillable --output build
	@.ci/setup node
	@$(VENV)/python .ci/judges build
	@$(VENV)/python -m pytest -m judge --numprocesses auto --dist worksteal

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
