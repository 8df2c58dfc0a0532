"""Evaluations, reasons and changes show themselves in notebooks; nothing of a document is markup there."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies

HOSTILE = '[<script>alert("1")</script>]: a\n  + <b>: It is <b>so</b>.\n    - <img src=x>: no & yes'


class Tags(HTMLParser):
    """The names of the elements of a page."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.add(tag)


def shown(document: Document, about: object) -> list[object]:
    return [
        argmap.evaluate(document),
        argmap.why(document, about),
        argmap.what_if(document, reject=[about]),
        argmap.flips(document, about, to="undecided", most=1, timeout=1),
    ]


@given(strategies.disputes(max_relations=5), st.data())
def test_everything_shows_itself(document: Document, data: st.DataObject) -> None:
    refs = [element.ref for element in document.debate]
    if refs:
        for thing in shown(document, data.draw(st.sampled_from(refs))):
            assert Tags(thing._repr_html_()).names <= {"table", "tr", "th", "td", "pre", "p", "ul", "li"}
            assert len(repr(thing)) < 2000


@pytest.mark.parametrize("place", range(4))
def test_nothing_that_an_author_wrote_is_markup(place: int) -> None:
    document = argmap.parse(HOSTILE)
    title = next(iter(document.debate)).ref
    names = Tags(shown(document, title)[place]._repr_html_()).names
    assert not names & {"script", "b", "img"}


def test_as_text_they_say_what_the_commands_print() -> None:
    document = argmap.parse("[A]: a\n  + It rains.\n  - [B]: b\n    - [C]: c")
    assert str(argmap.why(document, "[A]")) == argmap.why(document, "[A]").text()
    assert str(argmap.what_if(document, reject=["[C]"])).splitlines()[0] == "[A]: in → undecided"
    assert str(argmap.flips(document, "[A]", to="out")) == (
        "reject “It rains.”\n1 set of at most 3 makes [A] out"
    )
    assert repr(argmap.why(document, "[A]")).startswith("Explanation([A]: in: a reason for it holds;")
