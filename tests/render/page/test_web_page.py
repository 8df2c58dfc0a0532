"""Pages: whole, safe and the same every time, whatever the debate says."""

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

import argmap
from argmap import strategies
from argmap.maps import ArgumentMap
from argmap.render import draw_map, theme_names
from argmap.render.page.page_options import PageNotice, PageOptions

TEXT = """
# Rain

[Wet]: The road is *wet*, as @[^Photo] shows. #road
  + <Clouds>: There were clouds.
    <_ [^Radar]: No clouds on the radar. {reliability: 0.8, kind: measurement}
  + [^Photo]: A photo shows puddles. {source: {title: Album, url: "https://example.org/a"}, quote: "Puddles!"}

## Sun

[Dry]: The road is dry.
  - [Wet]
"""
HOSTILE = """
===
title: "</title><script>alert(1)</script>"
===
# </h2><script>alert(2)</script>

[<img src=x onerror=alert(3)>]: <svg onload=alert(4)> "><script>alert(5)</script> #(" onclick="alert(6))
  + [^</article></section><script>alert(7)//]: ' onmouseover='alert(8)
    {source: {title: "<b>", url: "javascript:alert(9)"}}
"""
_VOID = {"meta", "input", "br"}


class Outline(HTMLParser):
    """What a page consists of: its ids, links, elements and attributes.

    `open` are tags without an end, `repeated` attributes that an element has twice.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.repeated: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        said = dict(attrs)
        self.repeated += [
            f"{tag} {name}" for name, times in Counter(name for name, _ in attrs).items() if times > 1
        ]
        self.ids.update([said["id"]] if said.get("id") else [])
        self.links += [said["href"] or ""] if "href" in said else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _page(text: str, **options: object) -> str:
    return argmap.draw(argmap.parse(text), engine="embedded", **options).html()


@pytest.fixture(scope="module")
def page() -> str:
    return _page(TEXT)


def test_every_tag_has_its_end(page: str) -> None:
    assert Outline(page).open == []


def test_no_element_has_an_attribute_twice(page: str) -> None:
    assert Outline(page).repeated == []


def test_every_id_is_there_once(page: str) -> None:
    assert set(Outline(page).ids.values()) == {1}


def test_every_link_into_the_page_lands(page: str) -> None:
    outline = Outline(page)
    assert {link[1:] for link in outline.links if link.startswith("#")} <= set(outline.ids)


def test_a_page_is_the_same_every_time(page: str) -> None:
    assert _page(TEXT) == page


def test_the_policy_knows_the_script_and_the_style_by_their_hashes(page: str) -> None:
    contents = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.DOTALL)
    digests = {base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() for content in contents}
    assert set(re.findall(r"'sha256-([^']+)'", page)) == digests
    assert len(digests) == 2


def test_the_policy_comes_before_all_that_it_is_about(page: str) -> None:
    assert page.index("Content-Security-Policy") < min(page.index("<style"), page.index("<title"))


def test_a_page_names_no_address_but_those_of_sources(page: str) -> None:
    addresses = set(re.findall(r"https?://[^\s\"'<)]+", page))
    assert addresses == {"http://www.w3.org/2000/svg", "https://example.org/a"}


@pytest.mark.parametrize(
    "words",
    [
        "The road is <em>wet</em>",
        "<blockquote>Puddles!</blockquote>",
        "Reliability 0.8",
        "evidence (measurement)",
        "#road",
        "line 4",
        '<a href="https://example.org/a" rel="noopener noreferrer"',
        '<i class="cut">undercut by</i>',
        "<i>supports</i>",
    ],
)
def test_the_text_of_a_page_says_what_the_debate_says(page: str, words: str) -> None:
    assert words in page


def test_a_mention_leads_to_what_it_mentions(page: str) -> None:
    (id,) = re.findall(r'<a href="#(t-\w+)">Photo</a> shows', page)
    assert f'<article id="{id}" class="evidence">' in page


def test_what_a_document_says_is_no_markup() -> None:
    outline = Outline(_page(HOSTILE))
    assert outline.tags["script"] == 1
    assert outline.tags["img"] == 0
    assert not [name for name in outline.attributes if name.startswith("on") or name == "style"]
    assert not [link for link in outline.links if link.lower().startswith("javascript")]


def test_verdicts_and_their_reasons_are_told_when_asked_for() -> None:
    page = _page(TEXT, verdicts=True)
    assert '<p class="verdict">● in: ' in page
    assert "<summary>Why</summary><pre>[Wet] (line 4) is in: a reason for it holds." in page


def test_a_large_debate_says_which_verdicts_it_leaves_unexplained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.render.page.verdict_reasons._MOST_WORK", 1)
    pages = _page(TEXT, verdicts=True), _page(TEXT, verdicts="df-quad")
    assert ["too large for a page" in page for page in pages] == [True, False]


def test_verdicts_are_not_told_otherwise(page: str) -> None:
    assert 'class="verdict"' not in page


def test_open_questions_are_told() -> None:
    text = "<A>\n\n(1) The barometer falls.\n-- argument from sign --\n(2) It will rain."
    assert "Open questions (3)" in _page(text)


def test_reliability_is_a_meter(page: str) -> None:
    assert '<meter min="0" max="1" value="0.8">0.8</meter>' in page


@pytest.mark.parametrize("layout", ["tree", "layered"])
@pytest.mark.parametrize("theme", theme_names())
def test_a_page_has_a_map_of_every_theme_and_layout(theme: str, layout: str) -> None:
    outline = Outline(_page(TEXT, theme=theme, layout=layout))
    assert (outline.open, outline.tags["article"]) == ([], 5)


def test_a_theme_with_a_dark_one_has_the_colours_of_both(page: str) -> None:
    assert "light-dark(#22405f,#" in page


def test_a_theme_without_a_dark_one_keeps_its_look() -> None:
    assert '<html lang="en" data-look="light">' in _page(TEXT, theme="print")


def test_two_themes_can_be_named() -> None:
    assert '<html lang="en">' in _page(TEXT, theme="colorblind,dark")


def test_themes_that_differ_in_more_than_colours_are_reported() -> None:
    drawing = argmap.draw(argmap.parse(TEXT), theme="default,argdown", engine="embedded", layout="layered")
    assert '<html lang="en" data-look="light">' in drawing.html()
    assert any("differ in more than colours" in message for message in drawing.messages_for("html"))


def test_a_page_of_a_map_alone_has_its_articles() -> None:
    debate = argmap.parse(TEXT).debate
    drawing = draw_map(argmap.build_map(debate), engine="embedded")
    assert Outline(drawing.html()).tags["article"] == 5


def test_a_document_may_be_given_to_a_drawing_of_a_map_alone() -> None:
    document = argmap.parse(TEXT)
    drawing = draw_map(argmap.build_map(document), engine="embedded")
    assert "line 4" in drawing.html(document)


def test_closed_sections_lead_to_their_pages() -> None:
    drawing = argmap.draw_parts(argmap.parse("# One\n[A]: a\n  + [B]\n# Two\n[B]: b"), engine="embedded")[""]
    options = PageOptions(links={"Two": "./two.html"}, hrefs={"s2": "./two.html"})
    assert drawing.html(options=options).count('href="./two.html"') == 2


def test_notices_are_shown_above_the_map() -> None:
    notice = PageNotice(severity="error", words="a <b> is missing", line=3)
    page = argmap.draw(argmap.parse(TEXT), engine="embedded").html(options=PageOptions(notices=(notice,)))
    assert "<b>error</b> <span>line 3</span> a &lt;b&gt; is missing" in page
    assert page.index('id="findings"') < page.index('id="map"')


def test_an_empty_map_has_a_page() -> None:
    assert Outline(_page("")).open == []


def test_a_page_is_saved_whole(tmp_path) -> None:
    drawing = argmap.draw(argmap.parse(TEXT), engine="embedded")
    drawing.save(tmp_path / "map.html")
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == drawing.html()


@settings(max_examples=15)
@given(strategies.debates())
def test_every_debate_has_a_page_in_which_each_node_has_its_article(debate: argmap.Debate) -> None:
    drawing = argmap.draw(debate, engine="embedded")
    outline = Outline(drawing.html())
    articles = {id for id in outline.ids if id.startswith("t-n")}
    assert outline.open == []
    assert set(outline.ids.values()) <= {1}
    assert articles == {f"t-{node.id}" for node in drawing.map.nodes}


@settings(max_examples=25)
@given(argument_map=...)
def test_every_map_has_a_page_that_lets_nothing_run(argument_map: ArgumentMap) -> None:
    outline = Outline(draw_map(argument_map, engine="embedded").html())
    assert (outline.open, outline.tags["script"], outline.tags["style"]) == ([], 1, 1)
    assert not [name for name in outline.attributes if name.startswith("on") or name == "style"]
    assert all(link.lower().startswith(("https://", "http://", "mailto:", "#")) for link in outline.links)
