"""No other program is started to find a library."""

import ctypes.util
import subprocess
import sys

import pytest

from studyguide.formats.pdf.weasy import system_libraries

LOAD = """
import subprocess
from studyguide.formats.pdf.weasy.system_libraries import by_whole_names
started = []
popen = subprocess.Popen.__init__
subprocess.Popen.__init__ = lambda *given, **named: started.append(given[1]) or popen(*given, **named)
with {context}:
    import weasyprint
print(len(started))
"""


def started(context):
    command = [sys.executable, "-c", LOAD.format(context=context)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="libraries have other names elsewhere")
def test_weasyprint_is_loaded_without_other_programs():
    assert started("by_whole_names()") == 0
    assert started("__import__('contextlib').nullcontext()") > 0


def test_the_usual_way_is_left_where_a_library_has_another_name(monkeypatch):
    find = ctypes.util.find_library
    monkeypatch.setattr(system_libraries, "WHOLE", ("libof-no-such-name.so.0",))
    with system_libraries.by_whole_names():
        assert ctypes.util.find_library is find
    with pytest.raises(OSError, match="full"), system_libraries.by_whole_names():
        raise OSError("the disk is full")
    assert ctypes.util.find_library is find
