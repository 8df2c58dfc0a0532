"""A map on pages is the whole map, can be read, and refers to the right pages."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.maps.folding import strips_in
from argmap.model import ClaimRef, RelationKind
from argmap.render import DrawOptions
from argmap.render.engines.svg import svg_size
from argmap.render.pages.binding import bind
from argmap.render.pages.paged_drawing import PagedDrawing
from argmap.render.pages.paper import LEAST_TEXT, Paper, paper_of
from argmap.render.pages.paper import PAPERS as NAMES

few = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# So small that few boxes have room, and such that even maps of few nodes have pages.
PAPERS = st.sampled_from([Paper("note", 300, 320), Paper("strip", 700, 200), paper_of("A4")])
KINDS = st.sampled_from([RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONTRADICTION])
SIZES = re.compile(r'font-size="([\d.]+)"')


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Return trees in sections, in which some relations lead across."""
    number = draw(st.integers(1, 24))
    homes = draw(st.lists(st.sampled_from([None, "s1", "s2", "s3"]), min_size=number, max_size=number))
    words = draw(st.lists(st.integers(1, 30), min_size=number, max_size=number))
    nodes = [
        MapNode(f"n{place}", ClaimRef(f"C{place}"), f"Claim {place}", "word " * length, group=home)
        for place, (home, length) in enumerate(zip(homes, words, strict=True))
    ]
    ends = [(place, draw(st.integers(max(place - 6, 0), place - 1))) for place in range(1, number)]
    across = st.tuples(st.integers(0, number - 1), st.integers(0, number - 1))
    ends += draw(st.lists(across, max_size=8))
    edges = [
        MapEdge(f"e{place}", draw(KINDS), f"n{source}", f"n{target}")
        # No map has two equal relations.
        for place, (source, target) in enumerate({frozenset(pair): pair for pair in ends}.values())
    ]
    groups = (MapGroup("s1", "One", 1), MapGroup("s2", "Two", 1), MapGroup("s3", "Three", 2, "s2"))
    return ArgumentMap(tuple(nodes), tuple(edges), groups)


def bound(argument_map: ArgumentMap, paper: Paper) -> PagedDrawing:
    return bind(argument_map, DrawOptions(), paper)


def references(page: ArgumentMap) -> Iterator[MapNode]:
    """Yield the boxes and strips on a page that refer to a node on another one."""
    for node in page.nodes:
        parts = (node, *(strip.node for strip in strips_in(node)))
        yield from (part for part in parts if part.page and part.id.startswith("n"))


def own(page: ArgumentMap) -> set[str]:
    return {node.id for node in page.nodes if node.page is None}


@few
@given(maps(), PAPERS)
def test_pages_together_are_the_map(argument_map, paper):
    pages = [page.map for page in bound(argument_map, paper).pages]
    shown = [id for page in pages for id in own(page)]
    assert sorted(shown) == sorted(node.id for node in argument_map.nodes)
    edges = {edge.id for page in pages for edge in page.edges}
    assert edges >= {edge.id for edge in argument_map.edges}


@few
@given(maps(), PAPERS)
def test_every_reference_leads_to_the_page_that_has_what_it_names(argument_map, paper):
    drawing = bound(argument_map, paper)
    by_ref = {node.ref: node.id for node in argument_map.nodes}
    named = [node for page in drawing.pages for node in references(page.folded or page.map)]
    lost = [node for node in named if by_ref[node.ref] not in own(drawing.page_at(node.page).map)]
    assert not lost
    assert not [node for node in named if f"p. {node.page}" not in f"{node.label_title} {node.label_text}"]


@few
@given(maps(), PAPERS)
def test_numbers_tell_where_nodes_are(argument_map, paper):
    drawing = bound(argument_map, paper)
    assert drawing.numbers.keys() >= {node.id for node in argument_map.nodes}
    assert all(id in own(drawing.page_at(number).map) for id, number in drawing.numbers.items())


@settings(max_examples=4, deadline=None)
@given(maps(), PAPERS)
def test_no_text_on_paper_is_too_small_and_all_of_it_is_on_the_sheet(argument_map, paper):
    drawing = bound(argument_map, paper)
    for place, page in enumerate(drawing.pages):
        svg, scale = page.svg(), drawing.scale(place)
        assert min(map(float, SIZES.findall(svg)), default=LEAST_TEXT) * scale >= LEAST_TEXT - 0.01
        across, along = drawing.grids[place]
        width, height = (side * scale for side in svg_size(svg))
        assert width <= across * paper.room[0] + 0.5
        assert height <= along * paper.room[1] + 0.5


@few
@given(maps())
def test_what_has_room_on_one_page_is_on_one(argument_map):
    assert len(bound(argument_map, Paper("poster", 6000, 30_000)).pages) == 1


def test_many_reasons_for_a_claim_are_on_several_pages():
    text = "[Thesis]: It is so.\n" + "".join(
        f"  + [R{number}]: Reason number {number} says a little more than nothing about it.\n"
        for number in range(200)
    )
    drawing = argmap.draw_pages(argmap.parse(text))
    assert 3 < len(drawing.pages) < 20
    assert set(drawing.grids) == {(1, 1)}


def test_a_long_chain_is_divided():
    nodes = tuple(MapNode(f"n{place}", ClaimRef(f"C{place}"), f"C {place}") for place in range(300))
    edges = tuple(
        MapEdge(f"e{place}", RelationKind.SUPPORT, f"n{place}", f"n{place - 1}") for place in range(1, 300)
    )
    assert len(bound(ArgumentMap(nodes, edges), paper_of("A3")).pages) > 5


def test_a_box_that_is_larger_than_a_sheet_is_on_several():
    node = MapNode("n0", ClaimRef("C"), "Long", "A sentence that is not short. " * 40)
    drawing = bound(ArgumentMap((node,)), Paper("strip", 320, 150))
    assert len(drawing.pages) == 1
    assert drawing.number_of_sheets > 2
    assert drawing.page_at(drawing.number_of_sheets) is drawing.pages[0]


SECTIONS = """
# One
[A]: a sentence
  + <B>: an argument
    + [^E]: evidence {source: "Somebody, 2020"}
# Two
[C]: c
  - [A]
  + [D]: d
"""


def sections_on_small_paper() -> PagedDrawing:
    debate = argmap.parse(SECTIONS)
    return bind(argmap.build_map(debate), DrawOptions(), Paper("note", 330, 300))


def test_an_overview_names_sections_with_their_pages():
    drawing = sections_on_small_paper()
    overview = drawing.pages[0].map
    assert [group.title for group in overview.groups] == ["One, p. 2", "Two, p. 3"]
    assert overview.nodes == ()


def test_what_bears_on_another_section_names_its_page_in_words():
    pages = sections_on_small_paper().pages
    strips = [
        strip.node.label_text for page in pages for node in page.folded.nodes for strip in strips_in(node)
    ]
    assert {"→ attacks C, p. 3", "← A, p. 2: attacks this"} <= set(strips)


def test_sources_have_numbers_and_are_listed_with_the_pages_that_cite_them():
    drawing = sections_on_small_paper()
    assert "[1]" in drawing.pages[1].svg()
    assert "[1] Somebody, 2020 · p. 2" in drawing.pages[-1].svg()


def test_the_pdf_has_the_pages_and_is_the_same_every_time():
    pytest.importorskip("typst")
    drawing = sections_on_small_paper()
    pdf = drawing.pdf()
    assert pdf == sections_on_small_paper().pdf()
    assert len(re.findall(rb"/Type ?/Page\b", pdf)) == drawing.number_of_sheets
    assert b"/CreationDate" not in pdf


def test_pages_are_saved_as_pdf_only(tmp_path):
    with pytest.raises(ValueError, match=r"name the file map\.pdf"):
        sections_on_small_paper().save(tmp_path / "map.svg")


def test_without_typst_there_is_a_message_that_says_what_helps(monkeypatch):
    monkeypatch.setattr("argmap.render.pages.paged_drawing.has_typst", lambda: False)
    with pytest.raises(argmap.render.EngineError, match=r"pip install \"argmap\[pdf\]\""):
        sections_on_small_paper().pdf()


@pytest.mark.parametrize("paper", NAMES)
def test_an_empty_text_is_a_page_that_says_so(paper):
    drawing = argmap.draw_pages(argmap.parse(""), paper)
    assert len(drawing.pages) == 1
    assert "nothing to draw" in drawing.pages[0].left_out[0]
