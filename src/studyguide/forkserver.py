"""Forkserver: loaded first, and only, by the server of which processes are forked: it ends with the first process.

By itself it would notice the end of that one only after all modules are loaded, which takes seconds.
"""

from studyguide import service

service.die_with_parent()
