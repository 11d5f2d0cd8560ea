"""ZIP files whose bytes depend only on their content: fixed times, one order, no extra fields."""

import io
import zipfile
from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP file can hold (APPNOTE 6.3.10, 4.4.6)."""
_FILE = 0o644 << 16
"""The permissions of a file, where Unix has them in the attributes."""
_PACKED = frozenset({".zip", ".epub", ".png", ".jpg", ".jpeg", ".woff2", ".apkg", ".xlsx", ".docx", ".pptx"})
"""Suffixes of files that are compressed already."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file with these files, in their order: name (with ``/``) to content."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, EPOCH)
            packed = any(name.lower().endswith(suffix) for suffix in _PACKED)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, _FILE  # Unix, on every system
            archive.writestr(info, content)
    return made.getvalue()
