"""``python -m studyguide``."""

import sys

from studyguide.cli import main

sys.exit(main())
