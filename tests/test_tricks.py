"""Each trick that `tests.bench.ablation` takes out of the program is still where it says, and leaves a program."""

import importlib.util
from pathlib import Path

import pytest

from tests.bench.tricks import TRICKS, Edit
from tests.bench.without import edited


@pytest.mark.parametrize("name", TRICKS)
def test_a_trick_can_be_taken_out(name: str) -> None:
    for module in {edit.module for edit in TRICKS[name]}:
        spec = importlib.util.find_spec(module)
        assert spec is not None
        assert spec.origin is not None
        source = Path(spec.origin).read_text("utf-8")
        without = edited(source, [edit for edit in TRICKS[name] if edit.module == module])
        assert without != source
        compile(without, spec.origin, "exec")


@pytest.mark.parametrize("old", ["no such line", "import"])
def test_a_line_that_is_not_there_once_is_told(old: str) -> None:
    with pytest.raises(LookupError, match=f"not once: {old}"):
        edited("import re\nimport sys\n", [Edit("a.module", old, "pass")])
