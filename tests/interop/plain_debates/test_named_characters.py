"""Names of characters that HTML has, in XML of other programs."""

from __future__ import annotations

from html import unescape
from html.entities import html5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.interop import FormatError
from argmap.interop.plain_debates.strict_xml import parse_xml

NAMES = st.sampled_from(sorted(f"&{name}" for name in html5 if name.endswith(";")))
PIECES = st.lists(NAMES | st.sampled_from(["a", "é", "<!-- &nbsp; &no -->", "<![CDATA[]]>"]), max_size=6)


@settings(max_examples=60)
@given(pieces=PIECES)
def test_names_stand_for_their_characters_and_places_stay(pieces: list[str]) -> None:
    words = "".join(pieces)
    text = f"<a>{words}<b/></a>"
    root = parse_xml(text)
    said = "".join(unescape(piece) for piece in pieces if not piece.startswith("<"))
    assert "".join(root.words().split()) == "".join(said.split())
    assert text[root.children[0].start :] == "<b/></a>"


@settings(max_examples=30)
@given(name=NAMES)
def test_names_are_known_in_attributes(name: str) -> None:
    value = parse_xml(f'<a b="x{name}y"/>').get("b")
    assert value == f"x{unescape(name)}y"


@pytest.mark.parametrize("words", ["&nothing;", "&nbsp", "&nbsp;&nothing;", "&nbsp; & b"])
def test_other_names_are_refused_with_their_place(words: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse_xml(f"<a>{words}</a>")
    diagnostic = caught.value.diagnostics[0]
    assert diagnostic.code == "I405"
    assert 3 <= diagnostic.span.start <= len(words) + 3


def test_what_is_like_a_name_in_a_section_of_plain_text_is_none() -> None:
    assert parse_xml("<a>&eacute;<![CDATA[&eacute;]]></a>").words() == "é&eacute;"
