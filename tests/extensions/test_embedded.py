"""A map in a page keeps to its place."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.extensions.embedded import EmbeddedMap, fitted, own_names

TEXT = "# Weather\n\n[Sun]: It shines.\n  + [^Forecast]: They said so. {source: {URL: https://example.org}}\n"


def ids(svg: str) -> list[str]:
    return [one.attrib["id"] for one in ElementTree.fromstring(svg).iter() if "id" in one.attrib]


def test_every_id_begins_with_the_prefix() -> None:
    svg = argmap.draw(argmap.parse(TEXT)).svg()
    assert ids(own_names(svg, "m1-")) == [f"m1-{one}" for one in ids(svg)]


@settings(max_examples=10)
@given(st.text(st.sampled_from("""ab <>"'=#(/&"""), max_size=30))
def test_prefixes_touch_no_text(words: str) -> None:
    svg = argmap.draw(
        argmap.parse(f"[A]: b\n  + [x id=]: {words}", settings={"model": {"mode": "loose"}})
    ).svg()
    texts = ["".join(ElementTree.fromstring(one).itertext()) for one in (svg, own_names(svg, "m1-"))]
    assert texts[0] == texts[1]


def test_links_to_other_places_stay_what_they_are() -> None:
    assert 'href="https://example.org"' in EmbeddedMap(TEXT, prefix="m1-").html


def test_a_drawing_is_as_wide_as_it_was_drawn_or_as_the_page() -> None:
    svg = argmap.draw(argmap.parse(TEXT)).svg()
    width = float(re.findall(r'width="([\d.]+)pt"', svg)[0])
    assert f"width:{width * 1.25:.0f}px;max-width:100%" in fitted(svg, label="")


def test_a_label_cannot_end_its_attribute() -> None:
    assert (
        ElementTree.fromstring(fitted('<svg width="8pt" height="8pt"/>', label='"><script>')).attrib[
            "aria-label"
        ]
        == '"><script>'
    )


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="not an SVG"):
        fitted("<p/>", label="")


def test_a_drawing_is_called_as_its_document() -> None:
    assert EmbeddedMap("===\ntitle: Weather\n===\n\n[A]: b").title == "Weather"
    assert EmbeddedMap("[A]: b").title == "Argument map"


def test_information_is_no_reason_to_complain() -> None:
    assert [one.severity.value for one in argmap.parse("---\ntitle: x\n---\n\n[A]: b").diagnostics] == [
        "info"
    ]
    assert EmbeddedMap("---\ntitle: x\n---\n\n[A]: b").findings == ()


def test_what_has_a_tooltip_looks_like_no_link() -> None:
    assert re.findall("<a (?!style)", EmbeddedMap(TEXT).html) == []


def test_keyboards_reach_a_map_and_its_name_is_said():
    html = EmbeddedMap("[Sun]: It shines.", label='The "weather"').html
    assert html.startswith(
        '<div class="argmap" role="region" aria-label="The &quot;weather&quot;" '
        'aria-details="outline" tabindex="0"'
    )


def test_below_a_map_is_what_it_shows_in_words():
    inset = EmbeddedMap("[Sun]: It shines.\n  - <b>: x\n    - [Wind]", prefix="m-", words={"focus": "[Sun]"})
    assert 'aria-details="m-outline"' in inset.html
    words = inset.html.partition('<details class="argmap-words" id="m-outline">')[2]
    assert "<strong>Sun</strong>: It shines." in words
    assert "attacked by</span> argument" in words


def test_words_leave_out_what_the_map_leaves_out():
    text = "[Sun]: It shines.\n  - <Clouds>: x\n    - [Wind]: w"
    words = EmbeddedMap(text, words={"focus": "[Sun]", "radius": "1"}).html.partition("<details")[2]
    assert ("Clouds" in words, "Wind" in words) == (True, False)
