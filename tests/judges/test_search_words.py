"""Search on web pages finds words in any script, as its own code says in Node, whose letters are those of Chromium."""

import json
import subprocess

import pytest
from verdict import program

from studyguide.support.paths import PACKAGE

CODE = """
globalThis.document = {{ documentElement: {{ lang: {language} }} }}
require({file})
const {{ mapped, pattern, split, suffices }} = globalThis.searchWords
const [asked, text] = [{asked}, {text}]
const words = split(asked).map(word => mapped(word).folded)
const {{ folded, places }} = mapped(text)
const found = words.flatMap(word => [...folded.matchAll(pattern(word))]
    .map(each => text.slice(places[each.index], places[each.index + each[0].length])))
const all = words.every(word => folded.match(pattern(word)))
console.log(JSON.stringify(all && suffices(words) ? found : []))
"""


def found(language, asked, text):
    """The words of a text that are marked as found; none if something is not found."""
    file = str(PACKAGE / "formats/web/fold.js")
    given = {"language": language, "file": file, "asked": asked, "text": text}
    code = CODE.format(**{name: json.dumps(value) for name, value in given.items()})
    done = subprocess.run([program("node"), "-e", code], capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("language", "asked", "text", "marked"),
    [
        *(
            ("pl", "laka", "Zielona Łąka", ["Łąka"]),
            ("da", "smor", "Smørrebrød", ["Smør"]),
            ("vi", "dang", "Đặng", ["Đặng"]),
        ),
        *(
            ("de", "STRASSE", "Die Straße dort", ["Straße"]),
            ("fr", "oeuvre c'est", "L’Œuvre, c’est", ["Œuvre", "c’est"]),
        ),
        *(
            ("tr", "izmir", "İzmir", ["İzmir"]),
            ("tr", "ısparta", "ISPARTA", ["ISPARTA"]),
            ("el", "λογος", "ο λόγος", ["λόγος"]),
        ),
        *(("ja", "映画の違い", "原作と映画化の違い", ["映画", "違い"]), ("ja", "映", "原作と映画", ["映"])),
        *(("zh", "电影小说", "小说和电影", ["电影", "小说"]), ("th", "กินข้าว", "เขากินข้าวแล้ว", ["กิน", "ข้าว"])),
        *(("hi", "किता", "एक किताब", ["किता"]), ("he", "שלום", "שָׁלוֹם", ["שָׁלוֹם"]), ("ar", "كتاب", "كِتَاب", ["كِتَاب"])),
        *(("uk", "київ", "у Києві та Київ", ["Київ"]), ("en", "sun", "Sunshine, a sun, misunderstood", ["Sun", "sun"])),
        *(("ar", "سجن", "السجن وسجن وبالسجن", ["سجن", "سجن", "سجن"]), ("ar", "السجن", "سجنه بالسجن", ["سجن", "سجن"])),
        *(("ar", "مدرسه", "المدرسة", ["مدرسة"]), ("ar", "الى", "إلي", ["إلي"]), ("ar", "احمد", "أَحْمَد", ["أَحْمَد"])),
        *(
            ("ar", "1967", "عام ١٩٦٧", ["١٩٦٧"]),
            ("ar", "كتابة", "كـتـَابة", ["كـتـَابة"]),
            ("ar", "للبيت", "البيت", ["بيت"]),
        ),
        *(("fa", "كتاب", "کتاب", ["کتاب"]), ("fa", "میکند", "می‌کند", ["می‌کند"]), ("fa", "نام‌ها", "نامها", ["نامها"])),
        *(
            ("fa", "۱۲", "12", ["12"]),
            ("he", "בית", "הבית ובבית", ["בית", "בית"]),
            ("ar", "film", "الفيلم film", ["film"]),
        ),
        ("en", "cafe", "a cafe\u0301 here", ["cafe\u0301"]),
    ],
)
def test_a_word_is_found_in_its_script_and_marked_whole(language, asked, text, marked):
    assert found(language, asked, text) == marked


@pytest.mark.parametrize(
    ("language", "asked", "text"),
    [
        *(("hi", "के", "किताब"), ("hi", "ताब", "किताब"), ("en", "ere", "there"), ("en", "a", "a cat")),
        *(("ar", "جن", "السجن"), ("ar", "له", "الوله"), ("fa", "در", "بدر"), ("ar", "بيت", "خبيت")),
        *(("ja", "小説", "原作と映画"), ("th", "ขาว", "ข้าว")),
    ],
)
def test_other_words_are_not_found(language, asked, text):
    assert found(language, asked, text) == []
