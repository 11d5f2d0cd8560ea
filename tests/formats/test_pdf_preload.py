"""What the pool is forked from has laid out a page already, and has kept nothing of it."""

import os
import subprocess
import sys

SCRIPT = """
import gc
import pyphen
from studyguide.formats.pdf.workers import preload
from studyguide.formats.pdf.weasy import stylesheets

assert stylesheets.font_and_rules.cache_info().currsize == 0
assert any(name.endswith("hyph_en_GB.dic") for name in map(str, pyphen.hdcache)), "no word was hyphenated"
print(gc.get_freeze_count())
"""


def test_a_page_is_laid_out_and_forgotten(tmp_path):
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    found = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    assert int(found.stdout) > 10_000
    assert not found.stderr
    assert not [*tmp_path.iterdir()], "copies of fonts stay behind"
