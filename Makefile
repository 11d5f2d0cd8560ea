# Everything a person or a CI machine does here. Settings are given on the command line or in the environment:
#   GUIDE=folder     the guide to build (default: guide)
#   PAPER=letter     the paper of the PDF, whose page numbers the EPUB has too (default: the edition's, or a4)
#   EDITION=name     an edition from guide.yaml (default: its first)
#   THEME=warm       a theme from styles/themes, built in build/warm (default: the edition's)
#   CLASS=28         say what printing takes for a class of so many
#   FILLABLE=yes     worksheets with form fields, to be filled in on a screen
#   BROWSER=none     `make serve` opens no browser
#   LONG=yes         all tests that lay out pages, not a third of them; LONG=no: `make judge` without its longest tests
#   MEASURE="14 67"  what `make bench` measures (default: everything)
#   LOCK=no          install the newest versions that pyproject.toml allows
#   PYTHON=python3   the Python that .venv is made with
SETTINGS := GUIDE PAPER EDITION THEME CLASS FILLABLE BROWSER LONG MEASURE LOCK PYTHON
TYPED := $(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name)))
UNKNOWN := $(filter-out $(SETTINGS) MAKE%,$(TYPED))
$(if $(UNKNOWN),$(error There is no setting $(UNKNOWN). Choose one of: $(SETTINGS), in capitals))
$(if $(filter-out yes no,$(FILLABLE) $(LONG)),$(error FILLABLE is "$(FILLABLE)", LONG is "$(LONG)"; they are yes or no))
# The shell puts the values in, so that nothing in them is a command; the program refuses the wrong ones.
export GUIDE ?= guide
WHICH = $${EDITION+--edition "$$EDITION"}
OUTPUT = --output "build$${THEME:+/$$THEME}"
OPTIONS = $(WHICH) $${PAPER+--paper "$$PAPER"} $${THEME+--theme "$$THEME"} $${CLASS+--class "$$CLASS"} $(OUTPUT)
STUDYGUIDE := STUDYGUIDE_STARTED_BY=make .venv/bin/studyguide
PYTEST := @.venv/bin/python -m pytest --numprocesses auto --dist worksteal
help: ## list the targets and the settings (this list)
	@LC_ALL=C sed -n 's/^\([a-z]*\): .*## /  make \1\t/p' Makefile | expand -t 18; sed -n 's/^#   /  /p' Makefile
new: .venv/ready ## begin a guide of your own, in a new folder: GUIDE, or one named after its title
	@$(STUDYGUIDE) new $(if $(filter file,$(origin GUIDE)),,"$$GUIDE")
pdf: .venv/pango ## build the guide as a tagged PDF: build/<name>.pdf
epub: .venv/ready $(filter pdf,$(MAKECMDGOALS)) ## build an EPUB, with the page numbers of the PDF: build/<name>.epub
web: .venv/ready ## build a folder of web pages: build/<name>-web/
pdf epub web:
	@$(STUDYGUIDE) build "$$GUIDE" --format $@ $(OPTIONS)
booklet: .venv/pango ## build booklets to print, fold and staple: build/<name>-booklet.pdf
worksheets: .venv/pango ## build worksheets in three tiers, with keys: build/<name>-worksheets/
worksheets: OPTIONS += $(if $(filter yes,$(FILLABLE)),--fillable)
organiser: .venv/pango ## build a knowledge organiser, the guide on one page: build/<name>-organiser.pdf
flashcards: .venv/pango ## build flashcards to cut out: build/<name>-flashcards.pdf
bookmark: .venv/pango ## build bookmarks with the reading schedule: build/<name>-bookmark.pdf
lessons: .venv/pango ## build lesson plans and overviews, for teachers: build/<name>-<edition>-lessons/
pack: .venv/pango ## build one ZIP with everything that an edition offers: build/<name>-pack.zip
slides: .venv/ready ## build slides to show, as PPTX and web pages: build/<name>-<edition>-slides/
slides: OPTIONS = $(WHICH) $${THEME+--theme "$$THEME"} $(OUTPUT)
word: .venv/ready ## build the guide, worksheets and lesson plans to edit in Word: build/<name>.docx, and folders
booklet worksheets organiser flashcards bookmark lessons slides pack word:
	@$(STUDYGUIDE) $@ "$$GUIDE" $(OPTIONS)
all: WHICH = --all-editions
all: .venv/pango ## build every edition, as PDF and EPUB
	@$(STUDYGUIDE) build "$$GUIDE" $(OPTIONS)
quiz: .venv/ready ## write quizzes for Moodle, Canvas, Kahoot and others: build/<name>-quiz/
cards: .venv/ready ## write cards for Anki and Quizlet: build/<name>-cards/
serve: .venv/ready-serve .venv/pango ## show the guide in the browser while you write it: each save changes the page
quiz cards serve:
	@$(STUDYGUIDE) $@ "$$GUIDE" $(WHICH) $(OUTPUT)
facts: .venv/ready ## write every fact of the guide with its sources: build/facts.json, build/facts.csv
	@$(STUDYGUIDE) facts "$$GUIDE" $(OUTPUT)
check: .venv/ready ## look for problems in the guide, build nothing
	@$(STUDYGUIDE) check "$$GUIDE"
test: .venv/ready-dev .venv/pango ## run the tests
	$(PYTEST) -m 'not judge' $(if $(filter yes,$(LONG)),,--pages-part 1/3)
mutants: .venv/ready-dev ## see how many small faults the tests find in what keeps an edition's promise
	@.venv/bin/python -m tests.mutants
lint: .venv/ready-dev ## check style (ruff), types (mypy) and the language of the guide
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .
	@.venv/bin/mypy && .venv/bin/mypy --strict .ci/judges
	@$(STUDYGUIDE) check --strict guide
judge: .venv/ready-dev .venv/ready-judge .venv/pango ## build everything, and have every outside checker judge it
	@.venv/bin/python .ci/judges/build.py build/judged && .ci/setup node && .venv/bin/python .ci/judges build/judged
	$(PYTEST) -m 'judge$(if $(filter no,$(LONG)), and not long)'
bench: .venv/ready-dev .venv/ready-judge .venv/pango ## measure the speed against other programs: docs/bench.md
	@.ci/setup peers && .ci/setup node && .venv/bin/python -m tests.bench $$MEASURE
clean: ## remove what was built (the .venv stays)
	rm -rf build
.PHONY: FORCE $(shell sed -n 's/^\([a-z]*\): .*\#\# .*/\1/p' Makefile)
.NOTPARALLEL: # two installations into one .venv would meet
# One stamp for each thing that is set up once. A .venv holds its own address: it is made anew after the folder moved.
MOVED := $(if $(subst [$(CURDIR)],,[$(shell read -r at 2>/dev/null <.venv/ready; echo "$$at")]),FORCE)
.venv/ready: pyproject.toml .ci/setup .ci/lock/base.txt $(MOVED)
	@.ci/setup venv
.venv/ready-%: pyproject.toml .ci/setup .ci/lock/%.txt $(MOVED)
	@.ci/setup venv $* && touch $@
.venv/pango: .venv/ready
	@.ci/setup pango && touch $@
