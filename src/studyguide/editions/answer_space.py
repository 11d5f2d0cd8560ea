"""Whether the pages of an edition have room for answers, if guide.yaml does not say so."""

from studyguide.guide.info import AnswerSpace, Edition
from studyguide.guide.items import Task
from studyguide.guide.model import Guide
from studyguide.guide.walk import items


def answer_space(guide: Guide, edition: Edition) -> AnswerSpace:
    """What the edition says; or what its guide is written for. Teachers have the pages of their students."""
    if edition.answer_space:
        return edition.answer_space
    shared = [each for each in guide.info.editions if each.audience == "student"][:1]
    if edition.audience == "teacher" and shared:
        return answer_space(guide, shared[0])
    return guide.keep("answer space", guide.chapters, lambda: "none" if _has_worksheets(guide) else "lines")


def _has_worksheets(guide: Guide) -> bool:
    """Whether a task has what only worksheets print: then students write there, and the guide can save the paper."""
    tasks = (task for chapter in guide.chapters for _, task in items(chapter) if isinstance(task, Task))
    return any(task.hints or task.starters or task.challenge for task in tasks)
