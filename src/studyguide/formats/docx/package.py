"""The package (ECMA-376 Part 2): parts and relationships, zipped so that the same publication gives the same bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from studyguide.formats.docx.state import State
from studyguide.formats.docx.wml import part
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip entry can have."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_TYPE = "application/vnd.openxmlformats-officedocument."
_WORD = _TYPE + "wordprocessingml."
_KINDS = {
    "document": _WORD + "document.main+xml",
    "styles": _WORD + "styles+xml",
    "numbering": _WORD + "numbering+xml",
    "settings": _WORD + "settings+xml",
    "fontTable": _WORD + "fontTable+xml",
    "footnotes": _WORD + "footnotes+xml",
    "header": _WORD + "header+xml",
    "footer": _WORD + "footer+xml",
    "theme": _TYPE + "theme+xml",
}
"""The content type of each part in the folder word."""
_SUFFIXES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
}
_APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>studyguide</Application></Properties>"
)


@dataclass(frozen=True)
class Relationship:
    """A relationship of a part to another, or to an address outside."""

    id: str
    kind: str
    target: str
    is_outside: bool = False


def pack(parts: Mapping[str, Element], state: State, core: Element) -> bytes:
    """The bytes of a document. `parts` has the root of each part in the folder word, by the name of its kind."""
    names = {kind: f"{'theme/theme1' if kind == 'theme' else kind}.xml" for kind in parts}
    related = [Relationship(kind, _OFFICE + kind, name) for kind, name in names.items() if kind != "document"]
    files = {f"word/media/picture{number}.{media.suffix}": media.content for media, number in state.media.items()}
    related += [
        Relationship(f"picture{number}", _OFFICE + "image", f"media/picture{number}.{media.suffix}")
        for media, number in state.media.items()
    ]
    related += [
        Relationship(f"link{number}", _OFFICE + "hyperlink", address, is_outside=True)
        for address, number in state.addresses.items()
    ]
    top = [
        Relationship("r1", _OFFICE + "officeDocument", "word/document.xml"),
        Relationship("r2", _PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
        Relationship("r3", _OFFICE + "extended-properties", "docProps/app.xml"),
    ]
    return _zipped(
        {
            "[Content_Types].xml": part(_types(names)),
            "_rels/.rels": part(_relationships(top)),
            "docProps/core.xml": part(core),
            "docProps/app.xml": part(xhtml.parse(_APPLICATION)),
            **{f"word/{names[kind]}": part(root) for kind, root in parts.items()},
            "word/_rels/document.xml.rels": part(_relationships(related)),
            **files,
        }
    )


def _types(names: Mapping[str, str]) -> Element:
    root = xhtml.parse(f'<Types xmlns="{_PACKAGE}content-types"/>')
    for suffix, kind in _SUFFIXES.items():
        xhtml.append(root, f"{{{_PACKAGE}content-types}}Default", {"Extension": suffix, "ContentType": kind})
    parts = {f"/word/{name}": _KINDS[kind] for kind, name in names.items()}
    parts["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    parts["/docProps/app.xml"] = _TYPE + "extended-properties+xml"
    for name, kind in parts.items():
        xhtml.append(root, f"{{{_PACKAGE}content-types}}Override", {"PartName": name, "ContentType": kind})
    return root


def _relationships(related: Sequence[Relationship]) -> Element:
    root = xhtml.parse(f'<Relationships xmlns="{_PACKAGE}relationships"/>')
    for each in related:
        outside = {"TargetMode": "External"} if each.is_outside else {}
        values = {"Id": each.id, "Type": each.kind, "Target": each.target, **outside}
        xhtml.append(root, f"{{{_PACKAGE}relationships}}Relationship", values)
    return root


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in an archive, in their order, all of the same moment and with the same rights."""
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o100644 << 16
            archive.writestr(entry, content)
    return output.getvalue()
