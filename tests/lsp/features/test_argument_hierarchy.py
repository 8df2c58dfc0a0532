"""What bears on what."""

from tests.lsp.marked_texts import marked

import argmap
from argmap.lsp.features.argument_hierarchy import bearing_on, borne_on, hierarchy_item, item_named

_TEXT = """[S|un]: It shines.
  + <Forecast>: They said so.
  - [Clouds]: It is grey.
  >< [Night]

<Forecast>

(1) They said so.
-- expert opinion --
  <_ <Liars>: They lie.
(2) [Sun]
"""


def test_the_element_of_a_name_or_of_a_line_is_taken() -> None:
    item = hierarchy_item(*marked(_TEXT))
    assert item is not None
    assert (item.name, item.text) == ("[Sun]", "It shines.")
    in_text = hierarchy_item(*marked("[A]: wo|rds"))
    assert in_text is not None
    assert in_text.name == "[A]"
    assert hierarchy_item(*marked("|")) is None


def test_what_bears_on_a_claim_comes_with_how() -> None:
    document, _ = marked(_TEXT)
    found = bearing_on(document, argmap.ClaimRef("Sun"))
    assert {(each.verb, each.item.name) for each in found} == {
        ("attacks", "[Clouds]"),
        ("contradicts", "[Night]"),
        ("supports", "<Forecast>"),
    }


def test_what_undercuts_an_inference_bears_on_its_argument() -> None:
    document, _ = marked(_TEXT)
    _premise, bearing = bearing_on(document, argmap.ArgumentRef("Forecast"))
    assert (bearing.verb, bearing.item.name) == ("undercuts", "<Liars>")
    (mark,) = bearing.marks
    assert document.text[mark.start : mark.end] == "<_"


def test_what_something_bears_on_is_the_way_back() -> None:
    document, _ = marked(_TEXT)
    (bearing,) = borne_on(document, argmap.ArgumentRef("Liars"))
    assert (bearing.verb, bearing.item.name) == ("undercuts", "<Forecast>")


def test_an_element_is_known_again_by_its_name() -> None:
    document, _ = marked(_TEXT)
    item = item_named(document, "<Forecast>")
    assert item is not None
    assert item.ref == argmap.ArgumentRef("Forecast")
    assert item_named(document, "[Nobody]") is None
