"""Sound questions: whether the model of a guide takes a question, before any file is changed."""

from studyguide.guide import field_messages, yaml_reader
from studyguide.guide.chapters.questions import Question
from studyguide.imports.chapter import yaml_text
from studyguide.imports.found import NewQuestion
from studyguide.support.errors import Problem


def problems(question: NewQuestion, name: str, file: str) -> list[Problem]:
    """The problems of a question with the id `name`, at its place in the file that it comes from.

    Its YAML is written and read back, so the messages are those of `studyguide check`.
    """
    text = "\n".join(yaml_text.pairs({"id": name, **question.fields}, 0)) + "\n"
    tree = yaml_reader.read(text, file)
    field_messages.validated(Question, tree, tree.value)
    return [
        Problem(file, question.line, 1, message) for message in dict.fromkeys(each.message for each in tree.problems)
    ]
