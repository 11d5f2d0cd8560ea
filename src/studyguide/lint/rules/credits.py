"""Credits: unused sources, long quotations, and pictures without a credit."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from studyguide import markdown
from studyguide.guide import statements
from studyguide.guide.cited import cited
from studyguide.guide.info import GuideInfo
from studyguide.guide.model import Chapter, Path_, Place
from studyguide.guide.quoted import quoted
from studyguide.guide.source_places import written
from studyguide.guide.texts import Findings
from studyguide.guide.walk import strings
from studyguide.lint.rules import Rule

_QUOTED = re.compile(r"“([^“”]+)”|‘((?:[^‘’]|’(?=\w))+)’")
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

    Words between curly quotation marks count, in a sentence, before the citation that names their source. So do the
    `words` in a bank of quotations and in a close reading, and an `extract` with a `source` or `sources`.
    """
    most, counts = findings.guide.info.quotations, Counter[str]()
    for chapter in findings.guide.chapters:
        for path, key, words in _all_quoted(chapter, findings.guide.info):
            counts[key] += len(words)
            if counts[key] > most >= counts[key] - len(words):
                place = written(findings.place(chapter.id, path), 0, " ".join(words[:5]), 0)
                said = f"With this, {counts[key]} words are quoted from '{key}'; at most {most} are allowed"
                yield place, f"{said}. Quote less."


def uncredited(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every image has a credit, in its Markdown title or in its field `credit`; it is printed below the image."""
    for place, reference in findings.images:
        if not reference.credit.strip():
            remedies = {
                "image": f'Write one after its address: ({reference.target} "Drawn by ...")',
                "picture": "Write one below it: 'credit: Drawn by ...'",
            }
            yield place, f"The image has no credit. {remedies[reference.kind]}."


def _all_quoted(chapter: Chapter, info: GuideInfo) -> Iterator[tuple[Path_, str, list[str]]]:
    """The path, the source and the words of everything that a chapter quotes."""
    for path, role, text in strings(chapter):
        if role.name in {"inline", "prose"} and not role.exact:
            yield from ((path, key, words) for key, words in _quoted(text, info.language))
    yield from ((path, key, markdown.plain(text).split()) for path, key, text in quoted(chapter, info))


def _quoted(text: str, language: str) -> Iterator[tuple[str, list[str]]]:
    """Each source cited in a text, and the words quoted in front of it in its sentence."""
    for sentence in statements.sentences(text, language) if "[@" in text else ():
        start = 0
        for citation in _CITED.finditer(sentence):
            quoted = _QUOTED.findall(sentence[start : citation.start()])
            yield citation[1], [word for either in quoted for word in "".join(either).split()]
            start = citation.end()


RULES: Mapping[str, Rule] = {"SG304": unused, "SG305": quotations, "SG306": uncredited}
