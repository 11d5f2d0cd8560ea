"""Markdown that is not closed, or too deep, or of other programs, and signs in masses."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.mutations import places

ODD = (
    "> > > > > > x", "- a\n  - b\n    - c\n      - d\n        - e", "1. a\n1) b\n- c", "999999999. a", "0. a",
    "-1. a",
    "- [ ] a\n- [x] b", "**a *b **c* d**", "***a** b*", "*a _b* c_", "**a", "a**", "`a", "``a`", "~~a", "^a^", "~a~",
    "==a==",
    "$x$", "$$\nx\n$$", ":::: x\ny\n::::", "::: {.x}", "[a]{.smallcaps}", "[a]{lang=he}", "[א]{lang=he dir=rtl}",
    "[a]{", "[]{}",
    "[[a]]", "![[a]]", "{{a}}", "[a][b]", "[a]: b", "[^1]", "[^1]: x", "^[", "^[a", "^[]", "^[a ^[b]]", "^[- a\n- b]",
    "^[`]`]",
    "<https://example.org>", "<a@b.c>", "<div>a</div>", "<!-- a", "<br>", "</p>", "<?x?>", "<![CDATA[a]]>", "&#0;",
    "&#xD800;",
    "&#x110000;", "&nbsp;", "&nosuch;", "a\\\nb", "a  \nb", "\\*a\\*", "Title\n=====", "Title\n---", "# a\n# b", "#a",
    "####### a",
    "###### a", "## ", "## [a](#plot)", "## ^[a]", "## ![A face](images/face.png)", "## `a`", "## a\n\n## a",
    "```\na", "~~~\na\n~~~",
    "```js\nalert(1)\n```", "    a\n\n\tb", "|a|", "|a|\n|-|", "|a|b|\n|-|-|\n|c|", "|a|\n|-|\n|b|c|",
    "|a|\n|:-:|\n||", "|a|b|\n|-|\n",
    "| a \\| b |\n|---|", "|" + "a|" * 60 + "\n|" + "-|" * 60 + "\n|" + "b|" * 60, "|a|\n|-|" + "\n|b|" * 300,
    "* * *", "- - -\n- a",
    "![A face](images/face.png)", "![A face](images/face.png){width=3}", "![](images/face.png)",
    "![A face](images/Face.png)",
    "![A face](<images/face.png>)", "![A face](images/face.png 'x')", "![A face](./images/face.png)",
    "![A face](images%2Fface.png)",
    "![A face](images/../images/face.png)", "![A face](images/face.png?x)", "![A face](images/face.png#x)",
    "![A face](data:image/png;base64,)",
    "a ![A face](images/face.png) b", "> ![A face](images/face.png)", "- ![A face](images/face.png)",
    "![A bolt](images/bolt.svg)\n*x*",
    "[![A face](images/face.png)](#plot)", "[x](#plot 'y')", "[x](<#plot>)", "[*x*](#plot)", "[x](#Plot)",
    "[x](plot)", "[x](about.md)",
    "[x](https://example.org/\u202e)", "[x](https://\xe9.org)", "[x](https://)", "[x](https://a:b@c)", "[x](//a)",
    "[x](http://[)", "[x](HTTPS://A)",
    "[x](data:,a)", "[x](tel:1)", "[x](vbscript:a)", "[x]( javascript:a)", "[x](java\tscript:a)",
    "[x](&#106;avascript:a)", "[x](https://a/%zz)",
    "[@novel; @film]", "[@novel; @nobody]", "[-@novel]", "@novel", "[see @novel, pp. 1-2, and so on]",
    "[@novel, p. ]", "[@novel,, 3]",
    "[@novel p. 3]", "[@novel, ch. 3, p. 4]", "[@novel, 00:12:30]", "[@novel; ]", "[; @novel]", "[@novel]: a",
    "[@Novel]", "[@novel, *3*]",
    "[@novel, p. <b>3</b>]", "[@novel, p. \u202e3]", "[@novel, " + "3, " * 500 + "4]", "*[@novel]*", "^[[@novel]]",
    "`[@novel]`",
)  # fmt: skip
"""Whole pieces."""

TOKENS = (
    "*", "**", "_", "__", "`", "``", "```", "~~", "[", "]", "(", ")", "![", "](", "](#plot)", "](images/face.png)",
    "^[", "[^1]",
    "[^1]: ", "[@novel", "@novel", "; ", ", p. 3", "{", "}", "{lang=fr}", "]{lang=he}", "<", ">", "<b>", "</b>",
    "<!--", "-->", "&amp;",
    "&#", "\\", "\\\n", "  \n", "\n", "\n\n", "\n> ", "\n- ", "\n1. ", "\n    ", "\n\t", "\n# ", "\n## ", "\n---\n",
    "\n| ", " | ",
    "\n|---|---|\n", "a", "word ", "Kathy’s ", "“", "”", "…", "–", "\u202e", "\u2066", "\u0301", "\u200d", "\xa0",
    "\xad", "א", "字", "!", ":", "'", '"',
)  # fmt: skip
"""What Markdown is made of."""


MANY = (
    *"\u0301\u0323\u20dd\u200b\u200d\u200e\u202a\u202e\u2066\u2069\xad\ufe0f\xa0aWmאשक字\U0001f600\U000e0041.-/’1",
    "ab ", "े", "\u05b8"
)  # fmt: skip
"""Signs that combine, that cannot be seen, that turn a text round, that are wide, or that no line breaks at."""


def odd_markdown(random: Random, folder: Path) -> None:
    """A text, or the end of one, is Markdown that is seldom seen."""
    _write(random, folder, lambda text: random.choice((text + " ", text + "\n\n", "")) + random.choice(ODD))


def soup(random: Random, folder: Path) -> None:
    """Marks of Markdown in any order."""
    made = "".join(random.choices(TOKENS, k=random.choice((3, 8, 30, 120))))
    _write(random, folder, lambda text: random.choice((f"{text} {made}", f"{made} {text}", made)))


def deep(random: Random, folder: Path) -> None:
    """Marks in marks in marks."""
    depth = random.choice((8, 60, 400))
    before, after = random.choice(
        (("> ", ""), ("- ", ""), ("1. ", ""), ("*", "*"), ("**", "**"), ("_", "_"), ("[", "](#plot)"), ("^[", "]"),
         ("![", "](images/face.png)"), ("~~", "~~"), ("`", ""), ("[", "]"), ("(", ")"), ("“", "”"), ("<b>", "</b>"),
         ("[", "]{lang=fr}"))
    )  # fmt: skip
    _write(random, folder, lambda _: before * depth + "x" + after * depth)


def masses(random: Random, folder: Path) -> None:
    """One sign many times, or words without end."""
    sign = random.choice(MANY)
    _write(random, folder, lambda text: text + random.choice(("", " ", "e")) + sign * random.choice((30, 300, 3000)))


def _write(random: Random, folder: Path, edit: Callable[[str], str]) -> None:
    """Change the body of a Markdown file, or a text of a YAML file."""
    if random.random() < 0.4:
        file = places.some_file(random, folder, ("*.md",))
        before, mark, text = file.read_bytes().decode("utf-8", "replace").rpartition("---\n")
        places.save(file, before + mark + edit(text))
        return

    def change(tree: Any) -> None:
        parent, key = places.spot(random, tree, held=str)
        parent[key] = edit(parent[key])

    places.edit_tree(random, folder, change)
