"""Labels in front of cells: style sheets write the colon, and French has a space before it."""

import pytest

from studyguide.languages.labels import Labels
from studyguide.publication import column_labels
from studyguide.support import xhtml


@pytest.mark.parametrize(("language", "label"), [("en", "When"), ("de", "When"), ("fr", "When\N{NO-BREAK SPACE}")])
def test_a_label_ends_as_the_language_has_it_before_a_colon(language, label):
    root = xhtml.parse('<tr><td>1</td><td data-label="When">2</td></tr>')
    column_labels.space(root, Labels.of(language))
    assert [cell.get("data-label") for cell in root] == [None, label]
