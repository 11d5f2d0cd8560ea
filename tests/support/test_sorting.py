"""Words in the order of an alphabet, in many languages."""

import pytest

from studyguide.languages import conventions
from studyguide.languages.labels import Labels
from studyguide.languages.tables import shipped
from studyguide.support.sorting import LATIN, Alphabet, sort_key

ALPHABETS = {
    "en": LATIN,
    "de": LATIN,
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "es": "a b c d e f g h i j k l m n ñ o p q r s t u v w x y z",
    "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z",
    "cs": "a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž",
    "sv": "a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö",
    "cy": "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z",
    "el": "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω",
    "ru": "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "ar": "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي",
    "fa": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "hi": "ँ ं ः अ आ इ ई उ ऊ ऋ ए ऐ ओ औ क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स ह",
    "ja": f"{LATIN} あ い う え お か き く け こ さ し す せ そ た ち つ て と な に ぬ ね の は ひ ふ へ ほ "
    "ま み む め も や ゆ よ ら り る れ ろ わ を ん jis",
    "zh": f"{LATIN} pinyin",
    "zh-Hant": f"{LATIN} strokes",
}
SORTED = {
    "en": "12 a abbé Æsop aft blind élan era façade fade naïve name Øre organ résumé ship straße street über zoo",
    "de": "1912 Aal-Suppe Abend Ägypten ahnen Ärger Bär Baron Öl Oper Ostern Straße Strauß Strecke Übel Ufer Uhr "
    "üppig Urteil Zug",
    "pl": "adres ananas Ania ąb baba cal cyna ćma dom ekran ęsi lato łąka łódź nos owca ósmy sen śnieg zegar źrebię "
    "żaba",
    "es": "5 año cena chico cinco clase ella ello elogio lento llave lobo nácar nube ñandú ñoño ojo único uva zorro",
    "tr": "aba cam çam dağ dam gaz ğ hız ılık ırmak ilk ip İzmir jet odun ördek su şal uç üç",
    "cs": "auto byt cesta cihla čaj člověk dům hora hudba chata chléb jaro káva ruka řeka strom škola úl zima žena",
    "sv": "apa Bo dag elev is ort skog tid vagn väg Zorn åka ål ånga äga älg ärlig öga öl öra",
    "cy": "afal bach car cwm chwaer chwech dafad dydd ddoe enfys fawr ffa ffordd gardd lol llan mam rosyn rhad thema",
    "el": "άγγελος αγορά άνδρας βιβλίο γάτα δράμα εργασία έργο ζωή ήλιος θέατρο ίδιος κόσμος λόγος όνειρο ρόλος "
    "σκηνή τέλος ύστερα ώρα",
    "ru": "автор ад актёр бал весна ёж ежевика ёлка еловый если жизнь игра йод кино лес роль сцена фильм щит эхо",
    "hi": "अंक अकाल आग आम इमली ईख उपमा ऋतु एकता कंस कई कमल कल का काल कि कुआँ क्या खेल ज्ञान डर ढोल फल हवा",
    "ja": "1950年 Film Zoo 愛（あい） アイス うみ おと カード がいこく コード さくら しゅうじ シューズ たぬき "
    "てがみ ねこ ハート パン みなと "
    "藪（やぶ） やま ライオン わに 亜熱帯 雨 下人 芥川龍之介 門",
    "zh": "1921 阿Q正传 Bible 北京 边城 曹雪芹 茶馆 大海 贾宝玉 鲁迅 骆驼 骆驼祥子 骑士 人 山 上海 王熙凤 "
    "祥林嫂 Zoo 重庆 黛玉 喆",
    "zh-Hant": "1921 Bible Zoo 一千零一夜 丁香 人 三國演義 上海 山 水滸傳 王文興 白先勇 余光中 李安 東坡 金庸 城南舊事 "
    "紅樓夢 家變 張愛玲 黃春明 葉石濤 臺北人 賴和 龍應台 蘇偉貞 鹽 喆",
    "ar": "أب إبرة أمل آية باب بحر تاريخ حرب رواية سجن شعر عمل قصة كِتاب كـتابة مقهى مقهيان هدف وطن يد",
    "fa": "آب آینه ابر باران پدر تاج جنگ چاه دریا روز ژاله سگ شب كتاب کوه گل مرد نام نام‌ها هوا یاد يار",
    "uk": "арка брат гай ґанок ґедзь дім екран єнот життя зима ирій ігри інший їжак йод кіно роль сцена щит юнак",
}
"""Twenty words or more of each language, sorted by hand."""


WITH_TABLE = sorted({*SORTED} & {*shipped()})


def in_order(language):
    """The words of a language as they are sorted, from the order of their code points."""
    mixed = sorted(SORTED[language].split())
    return sorted(mixed, key=Alphabet.of(ALPHABETS[language]).key)


@pytest.mark.parametrize("language", SORTED)
def test_words_are_sorted_as_in_a_dictionary(language):
    assert len(SORTED[language].split()) >= 20
    assert " ".join(in_order(language)) == SORTED[language]


@pytest.mark.parametrize("language", WITH_TABLE)
def test_the_table_of_a_language_sorts_them_so_too(language):
    key = conventions.alphabet(Labels.of(language)).key
    assert " ".join(sorted(sorted(SORTED[language].split()), key=key)) == SORTED[language]


@pytest.mark.parametrize("language", ["pl", "es", "tr", "cs", "sv", "cy", "uk"])
def test_the_english_alphabet_would_sort_them_in_another_order(language):
    assert sorted(SORTED[language].split(), key=sort_key) != SORTED[language].split()


@pytest.mark.parametrize(
    ("language", "word", "heading"),
    [
        *(("en", "Élan", "E"), ("en", "12 Monkeys", ""), ("en", "œuvre", "O"), ("en", "‘quiet’", "Q"), ("en", "…", "")),
        *(("cs", "chata", "Ch"), ("cs", "CHLÉB", "Ch"), ("cs", "cesta", "C"), ("cs", "áéí", "A"), ("cy", "Llan", "Ll")),
        *(("tr", "ılık", "I"), ("tr", "Irmak", "I"), ("tr", "İzmir", "İ"), ("tr", "ip", "İ"), ("sv", "ål", "Å")),
        *(("el", "ώρα", "Ω"), ("el", "ςήμα", "Σ"), ("uk", "їжак", "Ї"), ("ru", "ёлка", "Е"), ("ru", "йод", "Й")),
        *(
            ("ar", "أمل", "ا"),
            ("ar", "ٱسم", "ا"),
            ("ar", "ىد", "ي"),
            ("fa", "آب", "آ"),
            ("fa", "كتاب", "ک"),
            ("fa", "يار", "ی"),
        ),
        *(("pl", "Łąka", "Ł"), ("es", "Ñandú", "Ñ"), ("es", "Ana", "A"), ("en", "Чехов", "Ч"), ("en", "駿", "駿")),
        *(
            ("ja", "がいこく", "か"),
            ("ja", "カード", "か"),
            ("ja", "んの", "わ"),
            ("ja", "藪（やぶ）", "や"),
            ("ja", "藪", "漢字"),
        ),
        *(
            ("ja", "Film", "F"),
            ("ja", "「羅生門」", "漢字"),
            ("zh", "《边城》", "B"),
            ("zh", "重庆", "Z"),
            ("zh", "黛玉", "其他"),
        ),
        *(
            ("zh", "喆", "其他"),
            ("zh", "Bible", "B"),
            ("zh", "12", ""),
            ("hi", "कई", "क"),
            ("hi", "ड़का", "ड"),
            ("hi", "अंक", "अ"),
        ),
    ],
)
def test_words_are_listed_under_the_letters_of_the_alphabet(language, word, heading):
    assert Alphabet.of(ALPHABETS[language]).heading(word) == heading


def test_characters_without_an_order_are_sorted_by_their_code_points():
    assert Alphabet.of(LATIN).han is None
    assert sort_key("a") < sort_key("一") < sort_key("丁")
    assert Alphabet.of(ALPHABETS["zh"]).key("喆") < Alphabet.of(ALPHABETS["zh"]).key("𠀀")


def test_marks_count_where_they_are_vowels_and_not_where_they_are_accents():
    assert sort_key("क") < sort_key("कि") < sort_key("की") < sort_key("ख")
    assert sort_key("שָׁלוֹם") == sort_key("שלום")
    assert sort_key("e\u0301") == sort_key("é") == sort_key("e")


def test_other_scripts_follow_the_alphabet_and_figures_come_first():
    words = ["zoo", "Ωμέγα", "7", "apple", "Чехов", "an apple", "_"]
    assert sorted(words, key=sort_key) == ["7", "_", "an apple", "apple", "zoo", "Ωμέγα", "Чехов"]
