"""Changes to every CSL style for Pandoc 3, each with its reason."""

from typing import Any

from studyguide.citations.locators import BARE, CARRIERS

CSL = "{http://purl.org/net/xbiblio/csl}"


def adapt(root: Any, name: str, etree: Any) -> bool:
    """Change the tree of the style `name`. Whether it has special rules for times such as 00:12:30."""
    has_bare = _adapt_locators(root, etree)
    for element in root.iter(f"{CSL}bibliography"):
        # Every name is repeated: a link may lead to any entry, which must name its author.
        element.attrib.pop("subsequent-author-substitute", None)
    _spell_pages(root, etree)
    for names in root.iter(f"{CSL}names"):
        _name_before_label(names, etree)
    if name == "apa":
        _retrieved_with_a_day(root, etree)
    return has_bare


def _adapt_locators(root: Any, etree: Any) -> bool:
    """Make our word for each label a term, in all languages. Whether the style has special rules for times."""
    timed = [element for element in root.iter(etree.Element) if "timestamp" in element.get("locator", "").split()]
    for element in timed:  # Pandoc has no locator for times: they are sent as another kind, which is not printed
        element.set("locator", f"{element.get('locator')} {BARE}")
    terms = etree.SubElement(etree.SubElement(root, f"{CSL}locale"), f"{CSL}terms")
    for label, word in CARRIERS.items():
        etree.SubElement(terms, f"{CSL}term", name=label, form="verb").text = word
    if timed:
        for form in ("long", "short", "symbol"):
            term = etree.SubElement(terms, f"{CSL}term", name=BARE, form=form)
            etree.SubElement(term, f"{CSL}single").text = ""
            etree.SubElement(term, f"{CSL}multiple").text = ""
    return bool(timed)


def _spell_pages(root: Any, etree: Any) -> None:
    """Put the sign of an abbreviation behind it: Pandoc's Hebrew terms for pages have it in front."""
    locale = etree.SubElement(root, f"{CSL}locale", {"{http://www.w3.org/XML/1998/namespace}lang": "he"})
    term = etree.SubElement(etree.SubElement(locale, f"{CSL}terms"), f"{CSL}term", name="page", form="short")
    for number in ("single", "multiple"):
        etree.SubElement(term, f"{CSL}{number}").text = "עמ׳"


def _name_before_label(names: Any, etree: Any) -> None:
    """Add names before a bare label, which is the default order in CSL; Pandoc 3.9 reverses them."""
    if len(names) and names.find(f"{CSL}name") is None and names[0].tag == f"{CSL}label":
        names.insert(0, etree.Element(f"{CSL}name"))


def _retrieved_with_a_day(root: Any, etree: Any) -> None:
    """Print *Retrieved* only before a day (APA 7, 9.16)."""
    for text in list(root.iter(f"{CSL}text")):
        if text.get("term") == "retrieved":
            choose = etree.Element(f"{CSL}choose")
            text.getparent().replace(text, choose)
            etree.SubElement(choose, f"{CSL}if", variable="accessed").append(text)
