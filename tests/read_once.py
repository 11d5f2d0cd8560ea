"""Many reviews of guides that are almost the same: a file that is as it was in the last one is not read again.

`tests/build/test_update.py` shows that this makes no difference, also where mistakes come and go, and
`tests/judges/test_many_mutations.py` reads all files each time.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from studyguide.build import checked_guide
from studyguide.support.keep import Keep


@contextmanager
def reviews() -> Iterator[None]:
    """Within the block, each review begins with the results of the last one."""
    keep = Keep()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checked_guide, "Keep", lambda: keep)
        yield
