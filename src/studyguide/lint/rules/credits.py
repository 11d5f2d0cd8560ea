"""Credits: unused sources, long quotations, and pictures without a credit."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from studyguide.guide import statements
from studyguide.guide.cited import cited
from studyguide.guide.model import Place
from studyguide.guide.source_places import written
from studyguide.guide.texts import Findings
from studyguide.guide.walk import strings
from studyguide.lint.rules import Rule

_QUOTED = re.compile(r"“([^”]+)”|‘((?:[^’]|’(?=\w))+)’")
_CITED = re.compile(r"\[@([\w:.-]*[\w-])")


def unused(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every source in sources.yaml is cited, named by an item or a work, or listed as further reading."""
    guide = findings.guide
    used = cited(guide) | {key for work in guide.info.works for key in work.sources}
    used |= {key for _, key in findings.fields("key")}
    for number, source in enumerate(guide.sources):
        if source["id"] not in used:
            place = findings.place("sources.yaml", (number, "id"))
            yield place, f"Nothing uses the source '{source['id']}'. Cite it, list it as 'further', or take it out."


def quotations(findings: Findings) -> Iterator[tuple[Place, str]]:
    """No source is quoted at greater length than `quotations` in guide.yaml allows (50 words, if it does not say).

    Words between curly quotation marks count, in a sentence, before the citation that names their source.
    """
    most, counts = findings.guide.info.quotations, Counter[str]()
    for chapter in findings.guide.chapters:
        for path, role, text in strings(chapter):
            for key, words in _quoted(text, findings.guide.info.language) if role.name in {"inline", "prose"} else ():
                counts[key] += len(words)
                if counts[key] > most >= counts[key] - len(words):
                    place = written(findings.place(chapter.id, path), 0, " ".join(words[:5]), 0)
                    said = f"With this, {counts[key]} words are quoted from '{key}'; at most {most} are allowed"
                    yield place, f"{said}. Quote less."


def uncredited(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every image has a credit, in its Markdown title; it is printed below the image."""
    for place, reference in findings.references:
        if reference.kind == "image" and not reference.credit.strip():
            name = reference.target
            yield place, f'The image has no credit. Write one after its address: ({name} "Drawn by ...").'


def _quoted(text: str, language: str) -> Iterator[tuple[str, list[str]]]:
    """Each source cited in a text, and the words quoted in front of it in its sentence."""
    for sentence in statements.sentences(text, language) if "[@" in text else ():
        start = 0
        for citation in _CITED.finditer(sentence):
            quoted = _QUOTED.findall(sentence[start : citation.start()])
            yield citation[1], [word for either in quoted for word in "".join(either).split()]
            start = citation.end()


RULES: Mapping[str, Rule] = {"SG304": unused, "SG305": quotations, "SG306": uncredited}
