"""What evidence rests on is shown, in nodes of its own and inside of others, in both layouts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.render.fonts.characters import drawn_text

KINDS = st.sampled_from(["testimony", "expert-opinion", "statistic", "law", "my own"])
NAMESPACE = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


SOURCE = "source: {author: Cepeda, date: 2006}"
PLACES = {
    "below a claim": "[A]: A claim.\n  + {0}\n",
    "against an argument": "[A]: A claim.\n  + <B>: A reason.\n    - {0}\n",
    "as a premise": "<B>\n\n(1) {0}\n(2) [P]: Another premise.\n-- modus ponens --\n(3) [A]: A claim.\n",
    "for a premise": "<B>\n\n(1) [P]: A premise.\n  + {0}\n----\n(2) [A]: A claim.\n",
    "of an undercut": "<B>\n\n(1) [P]: A premise.\n----\n(2) [A]: A claim.\n  <_ {0}\n",
}


def drawn(place: str, kind: str, reliability: float, page: int, *, layout: str, evidence: str) -> str:
    data = f"kind: {kind}, reliability: {reliability}, {SOURCE}, locator: p. {page}"
    document = argmap.parse(PLACES[place].replace("{0}", f"[^E]: Evidence. {{{data}}}"))
    return argmap.draw(document, layout=layout, settings={"map": {"evidence": evidence}}).svg()


def said_of(svg: str, name: str) -> tuple[str, str, str]:
    """Return what is drawn, what tooltips say and what is described of the part with a title."""
    part = next(
        group
        for group in ET.fromstring(svg).iter(f"{NAMESPACE}g")
        if (title := group.find(f"{NAMESPACE}title")) is not None and title.text == name
    )
    links = " ".join(link.get(f"{XLINK}title", "") for link in part.iter(f"{NAMESPACE}a"))
    return ET.tostring(part, encoding="unicode"), links, part.findtext(f"{NAMESPACE}desc", "")


@pytest.mark.parametrize("layout", ["tree", "layered"])
@pytest.mark.parametrize("evidence", ["inside", "node"])
@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=6, deadline=None)
@given(kind=KINDS, reliability=st.sampled_from([0, 0.25, 0.5, 1]), page=st.integers(1, 999))
def test_what_evidence_rests_on_is_drawn_and_told(
    layout: str, evidence: str, place: str, kind: str, reliability: float, page: int
) -> None:
    svg = drawn(place, kind, reliability, page, layout=layout, evidence=evidence)
    picture, tooltip, description = said_of(svg, "E")
    shown = drawn_text(picture.replace("ns0:", ""))
    assert [
        word for word in (kind.replace("-", " "), "Cepeda", "2006", f"p. {page}") if word not in shown
    ] == []
    told = [f"Kind: {kind}", f"Reliability: {reliability:g}", "Cepeda", f"p. {page}"]
    assert [word for word in told if word not in tooltip or word not in description] == []


@pytest.mark.parametrize("layout", ["tree", "layered"])
@pytest.mark.parametrize("evidence", ["inside", "node"])
@pytest.mark.parametrize("place", PLACES)
def test_how_reliable_evidence_is_can_be_seen(layout: str, evidence: str, place: str) -> None:
    pictures = {
        re.sub('(?s)<text.*?</text>|<(title|desc).*?</\\1>| xlink:title="[^"]*"', "", svg)
        for svg in (
            drawn(place, "law", reliability, 1, layout=layout, evidence=evidence)
            for reliability in (0, 0.25, 0.5, 0.75, 1)
        )
    }
    assert len(pictures) == 5
