"""Values that nobody meant, and signs that slip into a text."""

VALUES = [
    "", " ", "~", "no", "0", "-1", "1e400", "NaN", "9" * 30, "9" * 5000, "0x1F", "1_000", "12:34", "2010-02-30",
    "0001-01-01", "9999-12-31", "2026-11-23T00:00:00", "\u200b", "\xa0", "\u202e", "\ufeff", "\u2028", "\x85",
    "\x1b[31m",
    "\0", "\x07", "\ud7ff", "\U0001f469\u200d\U0001f52c", "ᚠᛇᚻ", "日本語", "עברית", "العربية", "हिन्दी", "ʻokina",
    "a\u0301" * 20,
    "&", "<", ">", "&amp;", "<b>bold</b>", "<script>alert(1)</script>", "]]>", "<!-- x -->", "{{ guide }}",
    "{% if x %}",
    "*", "**", "`", "```", "_", "~~x~~", "[", "]", "![", "![](x)", "![](images/face.png)",
    "![A face](images/face.png)",
    "![A face](images/gone.png)", "![x](https://example.org/x.png)", "![x](../../etc/passwd)", "[x](#)", "[](#plot)",
    "[x](#plot)", "[x](#nowhere)", "[x](https://[::1)", "[x](javascript:alert(1))", "[x](mailto:)",
    "[x](file:///etc)",
    "[@novel]", "[@novel, p. 3]", "[@novel, p. 3 & 4]", "[@novel, <i>]", "[@nobody]", "[@]", "[^1]", "^[a note]",
    "^[^[b]]",
    "# Heading", "#", "- a\n- b", "1. a\n\n   b", "> quoted", "| a | b |\n|---|---|\n| 1 | 2 |", "---", "***",
    "    code",
    "a\n\nb\n\nc", "\\", "\\\\", '"', "'", "“x”", "‘x’", "%", "@", "|", ">", ":", "x: y", "- x", "{a: b}", "[a, b]",
    "? x", "!x", "&x",
    "x #y", "x" * 80, "word " * 400, "W" * 4001, "https://example.org/" + "a" * 300, "[x]{lang=fr}",
    "[x]{lang=zz-QQ}",
    "[x]{lang=}", "mla", "apa", "ieee", "nature", "../../x", "quiet", "a5", "ending", "teacher", "plot",
    "works-cited",
    "term-x", "zz", "en", "de-DE", "he", "zh-Hant", "urn:x:y", "https://example.org", "index", "sheet", "page-map",
    "con",
    "٣", "²", "½", "1,5", "true", "null", ".inf", "<<", "\ufdd0", "\ue000", "\U000e0041", "\U0001fffe", "\u0378",
    "\u2029", "\ufffc", "\ufff9",
    "\u2066א\u2069", "\u202aa\u202c", "א (a) 1, ב", "שָׁלוֹם", "e" + "\u0301\u0323" * 300, "\u0301x", "\xad" * 90,
    "a\xadb", "\u200d" * 40, "ﬁ", "ﷺ", "İıß",
    "Ǆ", "\U0001f1e9\U0001f1ea", "\U0001f44d\U0001f3fd", "क्षि", "ไทย", "မြန်မာ", "한글", "ᄒ" * 30, "𝔸", "𐍈", "x" * 300,
    "ab-" * 200, "字" * 300, "a/" * 200,
    "p. 3", "p. 3 & 4", "#plot", "images/face.png", "images/gone.png", "novel", "film", "student", "premise",
    "00:12:30", "1:2:3:4", "10 out of 7", "100 %",
]  # fmt: skip
"""What a value is replaced with, or gets at its end."""

SIGNS = [*"\t\xa0\u200b“”’\0\x1b\r\n:'\"{}[]|>*&!%@`,…é\ufeff\u2028\U0001f600<", ": ", " #", "- ", "^["]
"""What slips into a text."""
