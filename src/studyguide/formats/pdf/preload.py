"""Loaded once by the process from which the crew is forked."""

import gc
from contextlib import suppress

from studyguide.formats.pdf.libraries import by_whole_names

with suppress(ImportError, OSError), by_whole_names():  # without Pango each of the crew says so
    import studyguide.formats.pdf.worker  # noqa: F401

gc.collect()
gc.freeze()
