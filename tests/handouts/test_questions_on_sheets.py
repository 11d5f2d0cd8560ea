"""Every question of an edition is on the sheet of its phase, of each division it is about, and on the quiz; once."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from studyguide import handouts
from studyguide.editions.select import select
from studyguide.exports import edition as edition_
from studyguide.exports import folder
from studyguide.exports.kinds import forms, kahoot
from studyguide.guide.chapters import KINDS
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.info import Edition
from studyguide.guide.items import Spoiler
from studyguide.handouts.kinds import comprehension
from studyguide.handouts.sheet import Tier, of_kind, questions
from studyguide.support import xhtml
from tests import sound_guides
from tests.editions.test_question_types_shown import TOLD, guide
from tests.exports import exported

ROOT = Path(__file__).parents[2]
SEEDS = range(6)


def made(seed):
    """A guide of three parts with three scenes each, and questions of all types about some of them."""
    random = Random(seed)  # noqa: S311 (it makes examples)
    parts = [
        {
            "id": f"part-{n}",
            "title": f"Part {n}",
            "scenes": [{"id": f"scene-{n}-{m}", "title": "A", "text": "A."} for m in range(3)],
        }
        for n in range(3)
    ]
    places = [name for part in parts for name in (part["id"], *(scene["id"] for scene in part["scenes"]))]
    asked = [
        {
            **random.choice([asked for asked, _ in TOLD.values()]),
            "id": f"q-{number}",
            "phase": random.choice(["before", "while", "after"]),
            "spoiler": random.choice(["safe", "safe", "premise", "ending"]),
            "about": random.sample(places, random.randrange(4)),
            "compare": [],
        }
        for number in range(random.choice([4, 12, 40]))
    ]
    for each in asked:
        if each["type"] == "comparison":
            each["compare"] = ["w", "plot"]
    whole = guide(*asked)
    plot = KINDS["plot"].model_validate({"kind": "plot", "id": "plot", "title": "P", "parts": parts})
    return replace(whole, chapters=(plot, *whole.chapters[1:]))


GUIDES = {
    "specimen": sound_guides.specimen,
    "flagship": sound_guides.flagship,
    **{f"made-{seed}": lambda seed=seed: made(seed) for seed in SEEDS},
}


@pytest.fixture(scope="module", params=GUIDES)
def whole(request):
    return GUIDES[request.param]()


def sheets(whole, edition):
    """How often each thing with a name is on each worksheet of an edition, and the headings of its divisions."""
    found = {}
    for name, tiers in handouts.names(whole, edition, "worksheets").items():
        tier = Tier.CORE if Tier.CORE in tiers else tiers[0]
        root = xhtml.parse(handouts.publish(whole, edition, name, tier).sections[0].body)
        found[name] = Counter(each.get("data-name") for each in root.iter() if each.get("data-name"))
    return found


def lowered(whole, edition):
    """The ids of the questions that are safe for a sheet from before the work."""
    return {q.id for q in questions(select(whole, edition.model_copy(update={"reveals": Spoiler.SAFE})))}


@pytest.mark.parametrize("reveals", ["safe", "premise", "ending"])
def test_every_question_is_on_the_sheets_it_belongs_to_and_once(whole, reveals):
    edition = Edition(id="student", title="S", reveals=reveals)
    found, selected = sheets(whole, edition), select(whole, edition)
    safe = lowered(whole, edition)
    parts = [part for plot in of_kind(selected, Plot) for part in plot.parts]
    divisions = {name for part in parts for name in (part.id, *(scene.id for scene in part.scenes))}
    for asked in questions(selected):
        assert (asked.phase == "before" and asked.id not in safe) or asked.id in found[asked.phase], asked.id
        assert not asked.is_quiz or asked.id in found["quiz"]
        held = [name for name in found if name.startswith("comprehension-") and asked.id in found[name]]
        assert bool(held) == bool(divisions & set(asked.about)), asked.id
        assert all(found[name][asked.id] <= 1 for name in found)


def test_a_question_is_on_the_comprehension_sheet_of_each_division_it_is_about(whole):
    selected = select(whole, Edition(id="student", title="S"))
    made = list(comprehension.sheets(selected, Tier.CORE))
    titles = [sheet.title.split("; ") for sheet in made]
    asked = [{question.id for question in sheet.parts["questions"]} for sheet in made]
    for plot in of_kind(selected, Plot):
        for part in plot.parts:
            within = {part.id, *(scene.id for scene in part.scenes)}
            wanted = {question.id for question in questions(selected) if within & set(question.about)}
            here = [ids for ids, title in zip(asked, titles, strict=True) if part.title in title]
            assert wanted <= set().union(*here), part.id


@pytest.mark.parametrize("name", ["specimen", "flagship"])
def test_the_quiz_its_slides_and_its_exports_have_the_numbers_of_the_guide(name):
    whole = GUIDES[name]()
    edition = next(each for each in whole.info.editions if each.audience == "teacher")
    asked = {each.id: each.number for each in questions(select(whole, edition))}
    quiz = handouts.publish(whole, edition, "quiz", Tier.CORE).sections[0].body
    printed = dict(numbered(xhtml.parse(quiz)))
    assert printed
    for deck in handouts.names(whole, edition, "slides"):
        root = xhtml.parse(handouts.publish(whole, edition, deck, Tier.CORE).sections[0].body)
        heads = {str(head.get("id")).removesuffix("--slide"): xhtml.text(head) for head in root.iter("h2")}
        assert not {each for each in printed if each in heads and heads[each] != f"Question {printed[each]}"}
    assert printed == {each: asked[each] for each in printed}
    material = edition_.material(whole, edition)
    assert {item.question_id: item.number for item in material.items}.items() <= asked.items()
    lines = [words for _, words in exported.document(forms.make(material))]
    taken = [item for item in material.items if not forms.refusal(item)]
    assert [f"{item.number}." for item in taken] == [line.split()[0] for line in lines if re.match(r"\d+\. ", line)]
    readme = folder.files(material, "quiz")[folder.README].decode()
    told = re.findall(r"\d+", re.search(r"kahoot.*\n +(.*)", readme)[1].partition(": ")[2])
    assert told == [str(item.number) for item in material.items if not kahoot.refusal(item)]


def numbered(root):
    """The id and the number of each task of a sheet, as HTML counts them."""
    for each in root.iter("ol"):
        if "tasks" in xhtml.classes(each):
            first = int(re.search(r"list-item (\d+)", each.get("style", "list-item 0"))[1]) + 1
            yield from ((task.get("data-name"), number) for number, task in enumerate(each.findall("li"), start=first))
