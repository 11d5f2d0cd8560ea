"""The address of the guide: a QR code at the printed works cited, behind the same gates as other addresses."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from studyguide.build.edition_publication import publish
from studyguide.editions.select import find
from studyguide.guide.info import Gate, GuideInfo
from studyguide.support.errors import GuideError
from tests import sound_guides

URL = "https://example.org/guides/thunder/works-cited.html"


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


def with_info(guide, **changes):
    return replace(guide, info=guide.info.model_copy(update=changes))


def works(guide, edition="student"):
    return next(each.body for each in publish(guide, find(guide, edition)).sections if each.id == "works-cited")


def test_it_is_beside_the_list_as_words_and_as_a_code_on_paper_alone(guide):
    body = works(with_info(guide, url=URL))
    assert f'<p class="address"><a href="{URL}">{URL}</a></p>' in body
    assert body.count('class="qr-code"') == 1
    assert body.index("on-paper") < body.index("qr-code") < body.index('class="bibliography"')


def test_without_it_there_is_no_code(guide):
    assert "qr-code" not in works(guide)


def test_gates_look_at_it_where_it_is_printed(guide):
    info = guide.info.model_copy(update={"url": URL, "gates": (Gate(words=("thunder",), level="ending"),)})
    gated = replace(guide, info=info)
    taster = find(guide, "taster").model_copy(update={"chapters": ("about", "works-cited")})
    with pytest.raises(GuideError) as caught:
        publish(gated, taster)
    assert [problem.file for problem in caught.value.problems] == ["guide.yaml"]
    assert publish(gated, taster.model_copy(update={"chapters": ("about",)}))


@pytest.mark.parametrize("url", ["http://school.example/guide", "https://example.org:8080/a?b=c#d"])
def test_addresses_of_the_web_are_taken(guide, url):
    assert GuideInfo.model_validate({**fields(guide), "url": url}).url == url


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "example.org", "https://", "https://a b/"]
)
def test_others_are_refused(guide, url):
    with pytest.raises(ValidationError):
        GuideInfo.model_validate({**fields(guide), "url": url})


def fields(guide):
    return guide.info.model_dump(exclude_unset=True, by_alias=True)
