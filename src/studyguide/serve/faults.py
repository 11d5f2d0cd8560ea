"""Faults: what goes wrong while a guide is shown, as a sentence for its author. The preview goes on after each."""

import logging

from studyguide.support.errors import StudyguideError, shown

FAULT = "This is a fault of studyguide: report it, with what the terminal shows. The next save is tried again."
_LOG = logging.getLogger(__name__)


def told(error: Exception) -> str:
    """What went wrong. An error that nobody expected is shown with its traceback in the terminal, too."""
    if isinstance(error, StudyguideError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return shown(f"{error.filename or 'A file'}: {error.strerror}.")
    _LOG.error("%s", FAULT, exc_info=error)
    return shown(f"{type(error).__name__}: {error}. {FAULT}")
