"""Language: one kind of English, and other languages marked as such."""

import re
from collections.abc import Iterator, Mapping

from studyguide.guide import words_file
from studyguide.guide.model import Place
from studyguide.guide.texts import Findings, Text
from studyguide.languages import tags
from studyguide.languages.labels import is_printed
from studyguide.lint.rules import Rule
from studyguide.support import safe_files
from studyguide.themes import fonts

AMERICAN = {
    **{f"{stem}or": f"{stem}our" for stem in ("arm", "behavi", "col", "endeav", "fav", "flav", "harb", "hon", "hum")},
    **{f"{stem}or": f"{stem}our" for stem in ("lab", "neighb", "od", "parl", "rig", "rum", "sav", "vap", "vig")},
    **{f"{stem}er": f"{stem}re" for stem in ("cent", "fib", "lit", "meag", "sab", "somb", "spect", "theat")},
    **{f"{stem}ense": f"{stem}ence" for stem in ("def", "off", "pret")},
    **{f"{stem}yze": f"{stem}yse" for stem in ("anal", "paral", "catal")},
    **{f"{stem}{end}": f"{stem}l{end}" for stem in ("travel", "cancel", "counsel") for end in ("ed", "ing", "er")},
    **{f"{stem}{end}": f"{stem}l{end}" for stem in ("label", "model", "marvel", "quarrel") for end in ("ed", "ing")},
    "gray": "grey",
    "jewelry": "jewellery",
    "skeptic": "sceptic",
    "skeptical": "sceptical",
    "plow": "plough",
    "mustache": "moustache",
    "pajamas": "pyjamas",
    "fulfill": "fulfil",
    "enrollment": "enrolment",
    "skillful": "skilful",
    "willful": "wilful",
    "cozy": "cosy",
    "aluminum": "aluminium",
    "catalog": "catalogue",
    "marvelous": "marvellous",
    "woolen": "woollen",
    "maneuver": "manoeuvre",
    "aging": "ageing",
    "mold": "mould",
}
"""American to British: words that are wrong in the other. Not here: -ise and -ize, which are both British (Oxford has
*organize*), and words that exist in both with two senses (meter, program, practice, license, story)."""

MOST_NAMED = 5
"""The most missing labels that a remark names."""

_ENDINGS = "s?|ed|ing|er|ers|ful|fully|less|able|ably|al|ally|ly|hood|hoods|ist|ists|ite|ites"

FOREIGN = {
    "bildungsroman": "de",
    "carpe diem": "la",
    "cinéma vérité": "fr",
    "danse macabre": "fr",
    "deus ex machina": "la",
    "enfant terrible": "fr",
    "hamartia": "grc-Latn",
    "in medias res": "la",
    "künstlerroman": "de",
    "memento mori": "la",
    "mise en abyme": "fr",
    "mise-en-scène": "fr",
    "mono no aware": "ja-Latn",
    "nouvelle vague": "fr",
    "roman à clef": "fr",
    "tabula rasa": "la",
    "verfremdungseffekt": "de",
    "wabi-sabi": "ja-Latn",
    "weltschmerz": "de",
}
_ACCENTED = re.compile(r"[^\W\d_]*[à-öø-ÿāēīōūœßşčšž][^\W\d_]*(?:-[^\W\d_]+)*")
_AT_HOME = {
    "café",
    "cafés",
    "cliché",
    "clichés",
    "clichéd",
    "naïve",
    "naïvety",
    "façade",
    "fiancé",
    "fiancée",
    "résumé",
}
"""Loan words that have become English: a screen reader pronounces them well."""


def spelling(findings: Findings) -> Iterator[tuple[Place, str]]:
    """An English guide is spelt as its `language` says: en-GB as in Britain, en-US as in America.

    A guide in `en` uses one of the two: the one it has more often. The rule knows a short list of words. It ignores
    names with capitals (*Lincoln Center*), and -ise and -ize, which are both British.
    """
    american, british = (tuple(_spelt(findings, words)) for words in (AMERICAN, _reversed(AMERICAN)))
    match findings.guide.info.language:
        case "en-US":
            wrong = british
        case "en":
            wrong = min(american, british, key=len)
        case language:
            wrong = american if language.startswith("en-") else ()
    for place, found, other in wrong:
        yield place, f"'{found}' is not this guide’s spelling. Write '{other}'."


def missing_labels(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every label that the program prints is in the language of the guide.

    The program has tables of labels for some languages. For others, and for single labels, your own words come from
    `words` in guide.yaml or from words.yaml beside it; `studyguide words --language cy` prints such a file to fill in.
    """
    labels = findings.guide.info.labels
    if missing := [key for key in labels.missing if is_printed(key)]:
        named = f": {', '.join(missing)}" if len(missing) <= MOST_NAMED else ""
        number = sum(map(is_printed, labels.table))
        if words_file.NAME in safe_files.listing(findings.guide.folder):
            remedy = f"Add {'them' if missing[1:] else 'it'} to words.yaml."
        else:
            command = f"`studyguide words --language {labels.language}`"
            remedy = f"{command} prints a file to fill in; save it as words.yaml."
        have = "have" if missing[1:] else "has"
        which = f"{len(missing)} of {number} labels {have} no words in '{labels.language}'{named}"
        message = f"{which}. Where this guide prints one, it is in English. {remedy}"
        yield findings.place("guide.yaml", ("language",)), message


def plain_letters(findings: Findings) -> Iterator[tuple[Place, str]]:
    """The letters of the guide’s titles are in a font with bold ones.

    Without the package for their script, Hebrew, Arabic, Armenian and Georgian letters are in DejaVu Sans, and bold
    ones are made from the regular ones. The guide can be printed all the same.
    """
    guide = findings.guide
    titles = [guide.info.title, *(chapter.title for chapter in guide.chapters)]
    for sign in dict.fromkeys("".join(titles)):
        if sign.isalpha() and fonts.is_plain(sign) and (found := fonts.packages(sign)):
            message = (
                f"No font has bold letters such as {sign}: they are made from others. Install the package {found[0]}."
            )
            yield findings.place("guide.yaml", ("language",)), message
            return


def source_languages(findings: Findings) -> Iterator[tuple[Place, str]]:
    """The `language` of a source in sources.yaml is a tag, such as *fr*: not a word, such as *French*.

    Programs that export sources often write a word. Without a tag, a title in another language is read aloud as if it
    were in the language of the guide, and an English style of citation changes its capitals.
    """
    for number, source in enumerate(findings.guide.sources):
        if (language := str(source.get("language", ""))) and (fault := tags.fault(language)):
            yield findings.place("sources.yaml", (number, "language")), f"{fault}."


def foreign_words(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Words of another language are marked, so that a screen reader can pronounce them: `[mise-en-scène]{lang=fr}`.

    The rule finds words in italics with letters that English lacks, and a few terms from the teaching of literature and
    film. Names, and words that have become English such as *café*, need no mark. English guides only.
    """
    if findings.guide.info.language.partition("-")[0] == "en":
        for text in findings.own_passages:
            if text.passage.kind != "title":  # a title has no markup
                yield from _unmarked(text)


def _unmarked(text: Text) -> Iterator[tuple[Place, str]]:
    known = {word.lower() for word in FOREIGN}
    for place, match in text.find(_TERMS):
        language = FOREIGN[match[0].lower()]
        yield place, f"'{match[0]}' is not English. Write [{match[0]}]{{lang={language}}}."
    for run in text.passage.emphasised:
        if _ACCENTED.fullmatch(run) and run.islower() and run not in known | _AT_HOME:
            place = text.place_at(text.passage.words.find(run), run)
            yield place, f"'{run}' does not look English. Say which language it is: [{run}]{{lang=fr}}, for French."


def _spelt(findings: Findings, words: Mapping[str, str]) -> Iterator[tuple[Place, str, str]]:
    """The places of words, as they are written, with the other spelling."""
    pattern = re.compile(rf"(?<![\w-])({'|'.join(words)})({_ENDINGS})(?!\w)")
    for text in findings.own_passages:
        for place, match in text.find(pattern):
            yield place, match[0], words[match[1]] + match[2]


def _reversed(words: Mapping[str, str]) -> dict[str, str]:
    return {other: word for word, other in words.items()}


_TERMS = re.compile(rf"(?<![\w-])(?:{'|'.join(FOREIGN)})(?![\w-])", re.IGNORECASE)

RULES: Mapping[str, Rule] = {
    "SG103": spelling,
    "SG114": foreign_words,
    "SG120": missing_labels,
    "SG121": plain_letters,
    "SG123": source_languages,
}
