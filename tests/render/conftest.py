"""Small maps of every shape: `@given(...)` makes them for an argument `argument_map: ArgumentMap`."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, Mark, MarkKind, RelationKind, Source

Draw = Callable[[st.SearchStrategy[Any]], Any]

HOSTILE = (
    "</text><script>alert(1)</script>",
    "a & b &amp; &lt; &#x0; &nosuch;",
    "--> ]]> <!-- <B>bold</B>",
    "\\N \\G \\l back\\",
    "\"quoted\" 'too'",
    "<TABLE><TR>",
    "zero\x00 bell\x07 escape\x1b bom\ufeff",
    "lone \ud800 surrogate \udfff, no characters \ufffe\uffff\U0001ffff",
    "НАТО ОБЕЩАЛА НЕ РАСШИРЯТЬСЯ",
    "中文，没有空格。한국어 العربية עברית",
    "\U0001f469\u200d\U0001f467 emoji \U0001f54a\ufe0f",
    "\u202eoverride\u202c and Zalgo e\u0301\u0301\u0301",
    "line\nline\r\nline\u2028line\tline",
    "word" * 500,
    "",
    " ",
)
URLS = (
    "https://example.org/?a=1&b=2",
    "javascript:alert(1)",
    "JavaScript&colon;alert(1)",
    "java\nscript:alert(1)",
    'https://example.org/"><script>alert(1)</script>',
    "data:text/html,<script>alert(1)</script>",
    "doi:10.1000/182",
    "mailto:someone@example.org",
    "https://example.org/\\N\\",
    None,
)
texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), max_size=40))
urls = st.one_of(st.sampled_from(URLS), st.text(max_size=12))
marks = st.builds(
    Mark,
    st.sampled_from(list(MarkKind)),
    st.integers(0, 20),
    st.integers(0, 40),
    urls.map(lambda url: url or ""),
)
sources = st.builds(Source, title=texts, url=urls, doi=st.sampled_from([None, "10.1/x"]))
GROUPS = (
    MapGroup("s1", "One", 1),
    MapGroup("s2", "Two", 2, "s1"),
    MapGroup("s3", "Three", 1, is_closed=True),
    MapGroup("s4", "Four", 3, "s2"),
)


@st.composite
def _maps(draw: Draw) -> ArgumentMap:
    node = st.builds(
        MapNode,
        st.just("n"),
        st.one_of(st.builds(ClaimRef, texts), st.builds(EvidenceRef, texts), st.builds(ArgumentRef, texts)),
        label_title=st.none() | texts,
        label_text=st.none() | texts,
        marks=st.lists(marks, max_size=3).map(tuple),
        sources=st.lists(sources, max_size=2).map(tuple),
        color=st.sampled_from([None, "#ff0", "#123456", "no colour"]),
        font_color=st.sampled_from([None, "#ffffff", "#222222"]),
        has_own_color=st.booleans(),
        rank=st.sampled_from([None, None, "r1"]),
        group=st.sampled_from([None, "s1", "s2", "s4"]),
    )
    nodes = tuple(
        MapNode(f"n{number}", one.ref, *_rest(one))
        for number, one in enumerate(draw(st.lists(node, max_size=6)))
    )
    ends = st.sampled_from([*(one.id for one in nodes), "s3"])
    edge = st.builds(
        MapEdge,
        st.just("e"),
        st.sampled_from(list(RelationKind)),
        ends,
        ends,
        is_sketched=st.booleans(),
        color=st.sampled_from([None, "#0000ff"]),
        has_own_color=st.booleans(),
    )
    edges = draw(st.lists(edge, max_size=8))
    groups = tuple(MapGroup(one.id, draw(texts), one.level, one.parent, one.is_closed) for one in GROUPS)
    return ArgumentMap(nodes, tuple(_numbered(edges)), groups)


def _rest(node: MapNode) -> tuple[Any, ...]:
    names = "label_title label_text marks tags sources images color font_color has_own_color rank group"
    return tuple(getattr(node, name) for name in names.split())


def _numbered(edges: list[MapEdge]) -> list[MapEdge]:
    return [
        MapEdge(f"e{number}", one.kind, one.source, one.target, one.color, one.is_sketched, one.has_own_color)
        for number, one in enumerate(edges, start=1)
    ]


st.register_type_strategy(ArgumentMap, _maps())


@pytest.fixture
def parts() -> Callable[[str, str], list[ET.Element]]:
    """Return the parts of an SVG whose class begins with a word: node, edge, cluster."""

    def find(svg: str, word: str) -> list[ET.Element]:
        return [one for one in ET.fromstring(svg).iter() if one.get("class", "").split()[:1] == [word]]

    return find


@pytest.fixture
def small_map() -> ArgumentMap:
    """Return a claim that an argument supports, which rests on evidence; the argument is in a group."""
    return ArgumentMap(
        (
            MapNode("n0", ClaimRef("C"), "Claim", "It rains."),
            MapNode("n1", ArgumentRef("A"), "Argument", "Clouds are dark.", group="s1"),
            MapNode(
                "n2",
                EvidenceRef("E"),
                "Evidence",
                "A photograph.",
                sources=(Source(title="Album", issued="1999", url="https://example.org/?a=1&b=2"),),
            ),
        ),
        (MapEdge("e1", RelationKind.SUPPORT, "n1", "n0"), MapEdge("e2", RelationKind.ATTACK, "n2", "n1")),
        (MapGroup("s1", "Weather", 1),),
    )


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], str]:
    """Return the path of a program that is a shell script with these lines."""

    def write(lines: str) -> str:
        path = tmp_path / "engine"
        path.write_text(f"#!/bin/sh\n{lines}\n")
        path.chmod(0o755)
        return str(path)

    return write
