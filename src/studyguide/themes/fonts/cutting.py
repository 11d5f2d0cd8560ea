"""Fonts subset to the characters that a file shows."""

from collections.abc import Iterable

from studyguide.themes.fonts.families import Font


def cut(font: Font, signs: Iterable[str]) -> bytes:
    """A face with only the glyphs of some characters, and with their layout tables. Same input, same bytes."""
    import uharfbuzz  # late, as in `coverage`

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font.path)))
    order = uharfbuzz.SubsetInput()
    order.unicode_set.update(map(ord, signs))
    order.flags = uharfbuzz.SubsetFlags.NO_HINTING
    for axis in face.axis_infos:
        order.pin_axis_location(face, axis.tag, font.weight if axis.tag == "wght" else axis.default_value)
    return bytes(uharfbuzz.subset(face, order).blob.data)


def file_name(font: Font) -> str:
    """The name of a face's file beside the built pages."""
    plain = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in font.path.stem).split())
    return f"{plain}{font.path.suffix}"
