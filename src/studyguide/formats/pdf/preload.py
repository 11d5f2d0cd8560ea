"""Loaded once by the process from which the crew is forked."""

import gc
from contextlib import suppress

with suppress(ImportError, OSError):  # without Pango each of the crew says so
    import studyguide.formats.pdf.worker  # noqa: F401

gc.collect()
gc.freeze()
