"""Documents that are made to break a drawing, or whoever looks at it: every engine, every place."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap

ENGINES = [
    "embedded",
    pytest.param("system", marks=pytest.mark.skipif(shutil.which("dot") is None, reason="no system dot")),
]
PIECES = (
    "</text><script>alert(1)</script>",
    "]]> --> <!-- & &amp; &#0; &#x1; &nosuch; &lt;",
    '" onload="alert(1)',
    "' onclick='alert(1)",
    '"] b [label="',
    '"; } digraph x { a -> b [URL="javascript:alert(1)"]; //',
    "\\N \\G \\E \\l \\",
    "<TABLE><TR><TD HREF='javascript:alert(1)'><IMG SRC='/etc/passwd'/>",
    "zero\x00 bell\x07 escape\x1b delete\x7f c1\x85\x9f bom\ufeff",
    "lone \ud800 surrogate \udfff, no characters \ufffe\uffff\U0001ffff",
    "\u202eoverride\u202c \u2066isolate e\u0301\u0301\u0301",
    "中文，没有空格。한국어 العربية עברית \U0001f469\u200d\U0001f467",
    "word" * 6000,
    "<<<>>>[[[]]]{{{}}}",
    "//example.org/x javascript:alert(1) data:text/html,<script>alert(1)</script>",
    "[a](javascript:alert(1)) [b](https://example.org/?a=1&b=\"<2>') [c](file:///etc/passwd)",
)
ELEMENTS = {"svg", "g", "a", "title", "desc", "text", "tspan", "path", "polygon", "polyline", "ellipse"}
_XLINK = "{http://www.w3.org/1999/xlink}"
texts = st.one_of(
    st.sampled_from(PIECES),
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.lists(st.sampled_from(PIECES[:12]), min_size=2, max_size=3).map(" ".join),
)


def _document(said: tuple[str, ...]) -> str:
    """Return a document with texts wherever one can stand; those in data are quoted as YAML wants it."""
    quoted = [json.dumps(one.replace("\ud800", "").replace("\udfff", "")) for one in said]
    frontmatter = (
        f"===\ntitle: {quoted[0]}\ndot: {{graphname: {quoted[1]}, graphVizSettings: "
        f"{{label: {quoted[2]}, bgcolor: {quoted[3]}, imagepath: /etc, splines: {quoted[4]}, "
        f"stylesheet: {quoted[5]}, fontname: {quoted[0]}}}}}\n"
        f"color: {{tagColors: {{t: {quoted[1]}}}, statementFontColor: {quoted[2]}}}\n"
        f"sources: {{k: {{title: {quoted[3]}, url: {quoted[4]}, author: {quoted[5]}}}}}\n===\n\n"
    )
    return (
        f"{frontmatter}# {said[0]} {{color: {quoted[1]}}}\n\n[A]: {said[1]} #t #({said[2]}) "
        f"{{color: {quoted[3]}, images: [{quoted[4]}, /etc/passwd, ../x.png], rank: {quoted[5]}}}\n"
        f"  + <{said[3]}>: {said[4]} [link]({said[5]})\n"
        f"  - [^{said[5]}]: *{said[0]}* {{source: {{url: {quoted[1]}, title: {quoted[2]}}}}}\n"
        f"  + [^E]: {said[2]} {{source: k}}\n  >< [{said[4]}]: {said[3]}\n"
    )


def _problems(svg: str) -> list[str]:
    """Return what of an SVG could do something, and does not only show it."""
    found: list[str] = []
    for one in ET.fromstring(svg).iter():
        name = one.tag.removeprefix("{http://www.w3.org/2000/svg}")
        if name not in ELEMENTS:
            found.append(f"element {one.tag}")
        for key, value in one.attrib.items():
            is_link = key.removeprefix(_XLINK) == "href"
            if key.lower().startswith("on") or (key in ("src", "style") and "url(" in value):
                found.append(f"attribute {key}")
            if is_link and not value.lower().startswith(("https://", "http://", "mailto:")):
                found.append(f"link {value}")
            if "javascript:" in value.lower() and not key.endswith("title"):
                found.append(f"script in {key}: {value}")
    return found


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=40, deadline=None)
@given(said=st.tuples(texts, texts, texts, texts, texts, texts))
@example(said=PIECES[:6])
@example(said=PIECES[6:12])
@example(said=PIECES[10:16])
@example(said=(PIECES[0],) * 6)
@example(said=(PIECES[14],) * 6)
@example(said=(PIECES[15],) * 6)
def test_nothing_that_a_document_says_does_anything(engine: str, said: tuple[str, ...]) -> None:
    drawing = argmap.draw(argmap.parse(_document(said)), engine=engine)
    assert _problems(drawing.svg()) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("piece", PIECES)
def test_every_place_holds_every_piece(engine: str, piece: str) -> None:
    drawing = argmap.draw(argmap.parse(_document((piece,) * 6)), engine=engine)
    words = [one.get("class", "").split()[:1] for one in ET.fromstring(drawing.svg()).iter()]
    nodes = [word for word in words if word in (["node"], ["strip"])]
    assert len(nodes) == len(drawing.map.nodes)


@pytest.mark.parametrize("piece", PIECES)
def test_no_string_of_dot_is_longer_than_engines_read(piece: str) -> None:
    drawing = argmap.draw(argmap.parse(_document((piece,) * 6)))
    assert max(len(line.encode()) for line in drawing.dot.splitlines()) < 3 * 16_384
    assert drawing.dot.encode().decode().isprintable() or "\x00" not in drawing.dot


def test_json_and_dot_name_no_file_of_the_machine() -> None:
    drawing = argmap.draw(argmap.parse(_document((PIECES[7],) * 6)))
    said = json.dumps(json.loads(drawing.json()))
    assert '"image"' not in said
    assert "imagepath" not in drawing.dot
