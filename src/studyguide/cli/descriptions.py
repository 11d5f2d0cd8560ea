"""Descriptions: what the help of each command says that it does."""

NEW = (
    "Begin a guide: write a folder with guide.yaml, chapters with comments that say what to change, and the schemas "
    "and settings that an editor needs. Without --title, it asks. Nothing is overwritten."
)
BUILD = "Build a guide. If nothing has changed, nothing is built; if a build fails, the last good files stay."
BOOKLET = (
    "Write a PDF to print on both sides (flip on the short edge), fold in the middle and staple. Each side has two "
    "pages, in the order that folding needs. A long guide becomes several booklets in one file."
)
SPECIMEN = (
    "Build a very small guide that shows everything a theme sets: every kind of chapter, box, table and picture. "
    "It goes into a folder named after the theme, in `specimen` in the output folder."
)
CHECK = (
    "Check a guide and build nothing. Remarks on what could be better are shown first, each with a code (see "
    "`studyguide explain`); then every problem. All have their file, line and column, and say what to do."
)
UPGRADE = "Change a guide of an earlier version. Each change is shown with its place; all else stays as you wrote it."
FACTS = (
    "Write facts.json and facts.csv: every fact of a guide with its status, sources and place, for authors and "
    "teachers. They contain the ending, even if editions hide it: do not hand them to students."
)
QUESTIONS = (
    "Write questions.json: the questions of an edition, for other programs, with the answers that it prints. A "
    "teacher's edition has all of them, with mark schemes: do not hand that file to students."
)
PACK = (
    "Write a pack: one ZIP with the guide in every format, handouts, quizzes, cards, data and licences of an edition, "
    "and a start page that explains every file. A pack for students has no keys and no quizzes."
)
QUIZ = (
    "Write quizzes for Moodle, Canvas, Blackboard, Kahoot, Blooket and Microsoft Forms: the questions of an edition, "
    "with the answers that it prints. A README says where to click. Questions that a program cannot take are named."
)
CARDS = (
    "Write cards for Anki and Quizlet: glossary words, quotations, and the quiz questions whose answers the edition "
    "prints."
)
SERVE = (
    "Show a guide in the browser while you write it. When a file is saved, the page changes in place; problems and "
    "remarks are beside the text, and a click on a text says its file and line. Only this machine can read it."
)
WORDS = (
    "Print or write words.yaml, a file of own words to fill in: every label that the program prints, as comments, with "
    "the plural forms of a language. It belongs beside guide.yaml."
)
LIST = "List names, one on each line."
SCHEMA = (
    "Print or write JSON Schemas (2020-12) for guide.yaml, words.yaml, sources.yaml and every kind of chapter, and for "
    "the data that the program writes."
)

WORKSHEETS = "Write worksheets: for each phase and theme, and more, in three tiers, each with an answer key."
ORGANISER = "Write a knowledge organiser: the whole guide on one page."
FLASHCARDS = (
    "Write flashcards to print on both sides and cut out: glossary words, quotations, and the quiz questions whose "
    "answers the edition prints."
)
BOOKMARK = "Write bookmarks with the reading schedule, three on a page to cut out."
LESSONS = "Write lesson plans, overviews of routes, and letters home: for teachers, one file for each."
SLIDES = (
    "Write slides to show in class: for each lesson, set of questions, part of a story, bank of quotations and close "
    "reading. Each deck is a file for PowerPoint and similar programs, and a page for a browser. In a teacher's "
    "edition, answers are on the next slide and notes for the speaker below."
)
