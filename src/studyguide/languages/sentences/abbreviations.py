"""Abbreviations: full stops that do not end a sentence, by language.

A language without a table has the abbreviations that most languages share.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[.'’-])*$|[\d][\d.,]*$")
_NEXT = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_TIMES = {"a.m", "p.m"}
_INTRODUCED = re.compile(
    r"(?:(?:then|and|but|later|next|so|yet|still|only|just|shortly|soon|early|late),?\s+)*"
    r"(?:at|by|around|about|from|until|till|before|after|since|between|every|each|on|in|towards)(?:\s+\S+){1,5}",
    re.IGNORECASE,
)
"""A time at the beginning of a sentence, before its event."""
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "gmt", "bst", "est", "eastern"}
_SAYING = re.compile(
    r"(?:[^\W\d_][^\W_]*\.?\s+){1,3}(?:said|says|asks?|asked|cries|cried|replies|replied|answers?|answered|shouts?|shouted|whispers?|"
    r"whispered|calls?|called|wonders?|wondered|adds?|added|exclaims?|exclaimed|demands?|demanded)\b"
)
_BEGINNING = (
    "the a an this that these those he she it they we you i his her its their our my your who what when where why "
    "how which there here in on at by for from with after before while as if although though because since until "
    "then now later soon next but and or so yet nor no not one some many most all both each every another to of "
    "into over under between during without once only even still also however perhaps maybe nobody somebody "
    "everyone nothing something never is are was were do does did has have can could will would should may might "
    "must let see read look"
)
_BEGINNERS = frozenset(_BEGINNING.split())
"""Words that begin a sentence far more often than they go on with a name."""


@dataclass(frozen=True)
class AbbreviationTable:
    """The abbreviations of a language, written without their last stop."""

    before_names: frozenset[str]
    """Never the end: a name follows, or the other half of the phrase."""
    before_numbers: frozenset[str]
    """Not the end if a number follows."""
    ends: frozenset[str]
    """Abbreviations with an inner stop that end a sentence before a capital; other words without one always do."""
    ordinals: bool
    """Whether a number with a stop is an ordinal, as in *3. Oktober*."""


def _table(names: str, numbers: str, ends: str = "", *, ordinals: bool = False) -> AbbreviationTable:
    return AbbreviationTable(frozenset(names.split()), frozenset(numbers.split()), frozenset(ends.split()), ordinals)


_COMMON = _table("Dr Prof St cf e.g i.e vs", "p pp ch vol vols no No fig c ca")
_ENGLISH = _table(
    "Mr Mrs Ms Mx Dr Prof St Mt Ft Messrs Mme Mlle Rev Fr Gen Col Capt Lt Sgt Maj Gov Sen Rep Pres Hon "
    "e.g i.e viz cf vs v",
    "p pp ch chs Ch chap vol vols Vol no nos No Nos fig figs Fig sec sect l ll n nn para paras pt pts bk c ca approx "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec",
)
TABLES: Mapping[str, AbbreviationTable] = {
    "en": _ENGLISH,
    "de": _table(
        "Dr Prof Hr Fr Frl St bzw vgl z.B z d.h d u.a u o.ä sog evtl ggf Anm Abb inkl",
        "S Bd Bde Nr Kap ca Abs Art Z V",
        ordinals=True,
    ),
    "fr": _table("M MM Mme Mmes Mlle Dr Pr St Ste cf p.ex", "p pp chap vol t n no art av apr v"),
    "es": _table("Sr Sra Srta Sres Dr Dra D Da Ud Uds p.ej cf", "p pp pág págs cap vol núm art"),
    "it": _table("Sig Sig.ra Dott Prof S cfr es", "p pp pag pagg cap vol n art"),
    "pt": _table("Sr Sra Dr Dra Prof D cf p.ex", "p pp pág págs cap vol n art"),
    "nl": _table("dhr mevr Dr drs prof St bijv bv d.w.z o.a m.b.t", "p blz hfst dl nr art ca"),
    "sv": _table("Dr Prof t.ex t bl.a bl d.v.s dvs s.k jfr", "s kap nr bd ca", "m.m"),
    "da": _table("Dr Prof f.eks f bl.a bl dvs jf", "s kap nr bd ca", ordinals=True),
    "nb": _table("Dr Prof f.eks f bl.a bl dvs jf", "s kap nr bd ca", ordinals=True),
    "pl": _table("dr prof św np tzn tzw por", "s str rozdz t nr ok"),
    "cs": _table("Dr Prof sv např tj tzv srov", "s str kap č sv", ordinals=True),
    "ar": _table("د أ أ.د أ.م ر.ك", "ص ج ط ع مج م ق.م"),
    "fa": _table("ر.ک ن.ک", "ص صص ج ش ق.م"),
    "fi": _table("Dr prof esim ns vrt", "s luku nro n", ordinals=True),
}
"""By the first part of a language tag."""


def ends(before: str, after: str, language: str) -> bool:
    """Whether a full stop between two texts ends a sentence, if the text after it could begin another."""
    tag = language.partition("-")[0]
    table = TABLES.get(tag, _COMMON)
    found = _WORD.search(before[-40:])
    word = found[0] if found else ""
    if word in table.before_names:
        return False
    if word in table.before_numbers and _NUMBER.match(after):
        return False
    if word[:1].isdigit():
        return not (table.ordinals and len(word) <= len("31") and not after[:1].isdigit())
    if word.lower() in _TIMES and tag == "en":
        return _next(after) not in _DAYS and not _INTRODUCED.fullmatch(before.strip())
    return word in table.ends or not _may_go_on(before, word, tag) or _next(after) in _BEGINNERS_OF.get(tag, ())


def is_speech_tag(after: str, language: str) -> bool:
    """Whether the text after a quotation says who spoke, as in *“Why?” Kathy asked*."""
    return language.partition("-")[0] == "en" and bool(_SAYING.match(after))


_BEGINNERS_OF = {"en": _BEGINNERS}
_BEFORE_NAMES = {"al", "Jr", "Sr", "Inc", "Ltd", "Co", "Corp", "Bros", "Dept", "Univ", "ed", "eds", "trans", "dir"}
"""English abbreviations that may be followed by a name or by another sentence."""


def _may_go_on(before: str, word: str, tag: str) -> bool:
    """Whether a word with its stop may be inside a sentence, as initials, *U.S.* and *Jr.* are."""
    if tag == "en" and word in _BEFORE_NAMES:
        return True
    if len(word) == 1 and word.isupper():
        earlier = before[: -len(word)].split()
        return tag != "en" or word != "I" or not earlier or earlier[-1][:1].isupper()
    return bool(_DOTTED.fullmatch(word))


def _next(after: str) -> str:
    match = _NEXT.match(after)
    return match[0].lower() if match else ""
