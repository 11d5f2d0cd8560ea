"""WeasyPrint works without fontTools' subsetter, which is loaded when a font needs it."""

import subprocess
import sys

import pytest

BOTH = """
import sys
from studyguide.formats.pdf.weasy.late_subsetter import NAMES, subsetting_late
with subsetting_late():
    from weasyprint.pdf import fonts
print(*(name in sys.modules for name in NAMES))
"""


def said(script: str) -> str:
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60)
    return done.stdout.strip()


def test_weasyprint_starts_without_it():
    assert said(BOTH) == "False False"


@pytest.mark.parametrize(
    ("call", "module"),
    [
        ("fonts.subset.Subsetter(fonts.subset.Options(retain_gids=True)).subset.__name__", "fontTools.subset"),
        ("fonts.instantiateVariableFont", "fontTools.varLib.instancer"),
    ],
)
def test_what_is_called_is_the_real_one(call, module):
    use = f"""
import fontpkg
from fontTools.ttLib import TTFont
font = TTFont(fontpkg.path("literata", 400, "normal"))
found = {call}
if callable(found):
    found = "wght" in {{axis.axisTag for axis in found(font, {{"opsz": 12}})["fvar"].axes}}
print(found, "{module}" in sys.modules)
"""
    assert said(BOTH + use).splitlines()[1:] in (["subset True"], ["True True"])


def test_a_call_within_the_block_finds_the_real_one():
    """Laying out the page that warms up may need it."""
    inside = BOTH.replace(
        "    from weasyprint.pdf import fonts\n",
        "    from weasyprint.pdf import fonts\n    print(type(fonts.subset.Options()).__module__)\n",
    )
    assert said(inside) == "fontTools.subset\nTrue False"


def test_what_is_loaded_stays():
    script = BOTH.replace("import sys\n", "import sys\nimport fontTools.subset, fontTools.varLib.instancer\n")
    assert said(script + "import fontTools.subset\nprint(fonts.subset is fontTools.subset)") == "True True\nTrue"
