"""The sizes of texts in labels are those of the texts in drawings."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter

from hypothesis import given, settings

import argmap
from argmap import strategies
from argmap.render.boxes.text_sizes import text_sizes

SVG = "{http://www.w3.org/2000/svg}"
# Labels of boxes, and those above them, which begin with a table as well.
LABEL = re.compile(r"^\t+[^\n]*?\[label=<(<TABLE.*?</TABLE>)> ", re.MULTILINE)


@settings(max_examples=15, deadline=None)
@given(strategies.trees())
def test_the_texts_of_boxes_are_as_large_as_their_labels_say(text: str) -> None:
    drawing = argmap.draw(argmap.parse(text), layout="tree", engine="embedded", legend=False)
    nodes = "\n".join(line for line in drawing.dot.splitlines() if " id=n" in line)
    told = Counter(
        size for label in LABEL.findall(nodes) for size in text_sizes(f"<{label}>", usual=11) if size > 1
    )
    drawn: Counter[float] = Counter()
    for part in ET.fromstring(drawing.svg()).iter(f"{SVG}g"):
        if (part.get("class") or "").startswith("node"):
            drawn.update(float(text.get("font-size", "0")) for text in part.iter(f"{SVG}text"))
    # What is side by side with hardly any room between is one text in drawings.
    assert set(told) == set(drawn)
    assert told >= drawn


def test_a_size_ends_with_its_font() -> None:
    label = '<<FONT POINT-SIZE="9"><FONT COLOR="red">a</FONT><BR/>b</FONT>c>'
    assert [*text_sizes(label, usual=11)] == [9, 9, 11]
