"""arggraph: the XML of the microtexts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import parse, to_text
from argmap.interop import FormatError, arggraph, read, same

UNITS = """<edu id="e1">We should row,</edu><edu id="e2">since the wind fell.</edu><joint id="j1"/>
<adu id="a1" type="pro"/><adu id="a2" type="pro"/><adu id="a3" type="opp"/>
<edge id="s1" src="e1" trg="j1" type="seg"/><edge id="s2" src="e2" trg="j1" type="seg"/>
<edge id="s3" src="j1" trg="a1" type="seg"/>"""


def text(*edges: str) -> str:
    return f'<arggraph id="x">{UNITS}{"".join(edges)}</arggraph>'


def edge(name: str, source: str, target: str, kind: str) -> str:
    return f'<edge id="{name}" src="{source}" trg="{target}" type="{kind}"/>'


names = st.sampled_from(["a1", "a2", "a3", "c0", "c1", "c2"])
kinds = st.sampled_from(["sup", "exa", "reb", "und", "add"])


def test_a_unit_has_the_text_of_all_its_parts() -> None:
    assert arggraph.loads(text()).claims["a1"].text == "We should row, since the wind fell."


def test_an_added_premise_is_one_of_the_argument_that_it_is_added_to() -> None:
    debate = arggraph.loads(text(edge("c1", "a2", "a1", "sup"), edge("c2", "a3", "c1", "add")))
    assert [str(ref) for ref in debate.arguments["c1"].premises] == ["[a2]", "[a3]"]


def test_what_undercuts_names_the_relation_that_it_hits() -> None:
    debate = arggraph.loads(text(edge("c1", "a2", "a1", "sup"), edge("c2", "a3", "c1", "und")))
    assert "[a3] undercuts <c1>#1" in map(str, debate.relations)


@settings(max_examples=40)
@given(st.lists(st.tuples(names, names, kinds), max_size=3))
def test_any_relations_are_read_and_said_in_a_text_or_refused(rows: list[tuple[str, str, str]]) -> None:
    file = text(*(edge(f"c{place}", *row) for place, row in enumerate(rows)))
    try:
        debate = read(file, format="arggraph").debate
    except FormatError:
        debate = read(file, format="arggraph", lenient=True).debate
    assert same(parse(to_text(debate)).debate, debate)


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("<graph/>", "I402"),
        (text(edge("c1", "a2", "a9", "sup")), "I403"),
        (text(edge("c1", "a2", "a1", "likes")), "I402"),
        (text('<adu id="a1"/>'), "I404"),
        ("<arggraph>", "I405"),
        ('<!DOCTYPE arggraph [<!ENTITY a "b">]><arggraph/>', "I406"),
    ],
)
def test_a_damaged_file_is_refused_with_a_place(file: str, code: str) -> None:
    with pytest.raises(FormatError) as error:
        arggraph.loads(file)
    assert error.value.diagnostics[0].code == code
    assert error.value.diagnostics[0].span.end <= len(file)
