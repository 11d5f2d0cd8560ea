"""Works cited and citations in the Arabic script have its commas, semicolons and quotation marks."""

import pytest

from studyguide.citations.arabic_signs import written


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'النقاش. "لمحة". <cite>الهلال</cite>, 2011, <a href="x, y">a.example</a>.',
            'النقاش. «لمحة». <cite>الهلال</cite>، 2011، <a href="x, y">a.example</a>.',
        ),
        ("“لمحة.” محفوظ, نجيب", "«لمحة.» محفوظ، نجيب"),
        ("&quot;لمحة&quot;, &#34;لمحة&#34;, &quot;x&quot;, y", "«لمحة»، «لمحة»، &quot;x&quot;, y"),
        ("[1, 2]", "[1، 2]"),
        ("(محفوظ; النقاش)", "(محفوظ؛ النقاش)"),
        ('Shelley, Mary. "The Monster," “<i>Ghosts</i>”; 1818', 'Shelley, Mary. "The Monster," “<i>Ghosts</i>”; 1818'),
        ("أ &amp; ب, 1,000", "أ &amp; ب، 1,000"),
        ("\"<cite>كتاب</cite>\", 'x'", "«<cite>كتاب</cite>»، 'x'"),
    ],
)
def test_signs_are_those_of_the_script(before, after):
    assert written(before, "ar-EG") == after
    assert written(before, "he") == written(before, "en") == before
