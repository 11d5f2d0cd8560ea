"""What a field has if an author leaves it out: never words in English, which guides in other languages would print."""

from studyguide.guide.chapters import KINDS
from studyguide.guide.items import Model
from studyguide.guide.walk import roles
from tests.filled_guide import NAMES


def models(kind):
    """Each model below one."""
    assert all(KINDS.values())  # which loads them
    for each in kind.__subclasses__():
        yield from (each, *models(each))


def test_no_text_that_readers_see_has_a_default():
    """A template prints a label in place of a text that is missing, and every language has its own."""
    defaults = {
        (kind.__name__, name): kind.model_fields[name].get_default(call_default_factory=True)
        for kind in models(Model)
        for name, role in roles(kind).items()
        if role and name not in NAMES and not kind.model_fields[name].is_required()
    }
    assert len(defaults) > 200
    assert {field: default for field, default in defaults.items() if default} == {}
