"""Forkserver: loaded first, and only, by the server of which processes are forked: it ends with the first process.

By itself it would notice the end of that one only after all modules are loaded, which takes seconds. The first process
may have ended before this is loaded; its number is in the name of a module that there is not, which servers pass over.
"""

import os
import re
import sys

from studyguide.support import processes

processes.die_with_parent()
_first = re.search(rf"{re.escape(processes.ENDING)}\.of_(\d+)", " ".join(sys.orig_argv))
if _first and os.getppid() != int(_first[1]):
    os._exit(1)
