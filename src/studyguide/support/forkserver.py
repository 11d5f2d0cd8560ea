"""Forkserver: makes the server that forks processes end with the first process. Only the server loads it, first.

Without it, the server would notice that end only after loading all modules, which takes seconds. The first process may
have ended before this is loaded; its number is in the name of a missing module, which servers ignore.
"""

import gc
import os
import re
import sys

from studyguide.support import processes

processes.die_with_parent()
_first = re.search(rf"{re.escape(processes.ENDING)}\.of_(\d+)", " ".join(sys.orig_argv))
if _first and os.getppid() != int(_first[1]):
    os._exit(1)

gc.disable()  # loading modules leaves hardly any garbage; `processes.begin` enables it in each process
