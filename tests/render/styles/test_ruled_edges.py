"""Rules of themes for relations."""

import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import Debate, strategies
from argmap.data import FrozenDict
from argmap.maps import ArgumentMap, MapEdge
from argmap.render import Theme, ThemeError, load_theme
from argmap.render.styles.color_math import contrast
from argmap.render.styles.ruled_edges import with_ruled_edges
from argmap.render.styles.style import edge_style
from argmap.render.styles.theme_rules import RelationChoice, ThemeRule
from argmap.strategies.configuration import relation_rules

DEFAULT = load_theme("default")
TEXT = "[A]: a #x\n  + <B>: b\n    + [^E]: e {source: s}\n  - [C]: c\n    - [D]: d\n"
AS_NODES = {"map": {"evidence": "node"}}
LAYOUTS = st.sampled_from(["layered", "tree"])
few = settings(max_examples=15, deadline=None)


def ruled(*rules: ThemeRule, theme: Theme = DEFAULT) -> Theme:
    return evolve(theme, rules=rules)


def rule(source: str | None = None, target: str | None = None, *names: str, **looks: str) -> ThemeRule:
    choice = RelationChoice(source, target, frozenset(names) or None)
    return ThemeRule(None, FrozenDict(looks), relations=choice)


def dot(document: argmap.Document | Debate, theme: Theme, layout: str = "layered") -> str:
    return argmap.draw(document, theme=theme, layout=layout, settings=AS_NODES).dot


@few
@given(strategies.debates(), relation_rules(), LAYOUTS, st.booleans())
def test_a_rule_for_no_relation_changes_nothing(
    debate: Debate, drawn: ThemeRule, layout: str, is_source: bool
) -> None:
    assert drawn.relations is not None
    nothing = "*{kind: nothing-has-this-kind}"
    choice = evolve(drawn.relations, **{"source" if is_source else "target": nothing})
    assert dot(debate, ruled(evolve(drawn, relations=choice)), layout) == dot(debate, DEFAULT, layout)


@few
@given(strategies.debates(), st.data(), LAYOUTS)
def test_rules_change_the_relations_that_they_are_for_and_no_others(
    debate: Debate, data: st.DataObject, layout: str
) -> None:
    source, target = (data.draw(strategies.selectors(debate)) for _ in range(2))
    names = data.draw(st.sets(st.sampled_from(("support", "attack", "derived")), max_size=2))
    theme = ruled(rule(source, target, *names, penwidth="7.25"))
    drawing = argmap.draw(debate, theme=theme, layout=layout, detail="title", settings=AS_NODES)
    lines = re.findall(r"^\t\S+ -> .*", drawing.dot, re.MULTILINE)
    thick = {
        found[1] for line in lines if "penwidth=7.25" in line and (found := re.search(r"\bid=(\w+)", line))
    }
    starts, ends = set(argmap.select(debate, source)), set(argmap.select(debate, target))
    refs = {node.id: node.ref for node in drawing.map.nodes}

    def is_named(edge: MapEdge) -> bool:
        return not names or edge.kind.value in names or ("derived" in names and not edge.is_sketched)

    wanted = {
        edge.id
        for edge in drawing.map.edges
        if not edge.is_answer
        and refs.get(edge.source) in starts
        and refs.get(edge.target) in ends
        and is_named(edge)
    }
    answers = {edge.id for edge in drawing.map.edges if edge.is_answer}
    assert thick - answers == wanted


@given(relation_rules(), st.sampled_from(["default", "dark", "colorblind"]))
def test_lines_that_rules_colour_can_be_seen_in_the_dark(drawn: ThemeRule, name: str) -> None:
    everything = evolve(drawn, relations=RelationChoice())
    edge = MapEdge("e1", argmap.RelationKind.ATTACK, "n1", "n2")
    nodes = tuple(argmap.maps.MapNode(id, argmap.ClaimRef(id)) for id in ("n1", "n2"))
    theme = with_ruled_edges(
        ruled(everything, theme=load_theme(name)), ArgumentMap(nodes=nodes, edges=(edge,))
    )
    looks = edge_style(edge, theme)
    assert "rule-0" in looks["class"]
    if name == "dark":
        assert contrast(looks["color"], theme.of("graph")["bgcolor"]) >= 3


@pytest.mark.parametrize("layout", ["layered", "tree"])
def test_lines_of_rules_have_their_class_in_both_layouts(layout: str) -> None:
    theme = ruled(rule("[D]", color="#123456"), theme=load_theme("auto"))
    svg = argmap.draw(argmap.parse(TEXT), theme=theme, layout=layout, engine="embedded").svg()
    (line,) = re.findall(r'class="edge attack rule(?:-|&#45;)0"', svg)
    assert line
    assert '.rule-0 [stroke="#123456"]{stroke:' in svg


def test_the_bar_of_evidence_in_a_box_has_the_colour_of_its_relation() -> None:
    drawing = argmap.draw(argmap.parse(TEXT), theme=ruled(rule("evidence", color="#123456")))
    assert 'BGCOLOR="#123456" ID="e' in drawing.dot


def test_a_relation_to_a_premise_is_one_to_the_argument_too() -> None:
    text = "<B>\n\n(1) p\n  - [C]: c\n    + [D]: d\n----\n(2) [Q]: q\n"
    for target in ("<B>.premises", "<B>"):
        theme = ruled(rule("[C]", target, penwidth="7.25"))
        drawn = argmap.draw(argmap.parse(text), theme=theme, layout="layered", detail="full").dot
        assert drawn.count("penwidth=7.25") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("from = 'claimz'", r"rule 1\.from: .*did you mean"),
        ("to = 1", r"rule 1\.to cannot be 1; write a selector"),
        ("relations = ['atack']", "cannot have 'atack'; write 'attack'"),
        ("relations = 'atack'", "cannot have 'atack'; write 'attack'"),
        ("relations = [1]", "cannot have 1; write one of support"),
        ("relation = ['attack']", "cannot have 'relation'; write 'relations'"),
        ("select = 'claims'\nto = 'claims'", "selects relations and other things; write two rules"),
        ("to = 'claims'\ntint = 0.5", "cannot have 'tint': relations have no fill"),
    ],
)
def test_what_is_no_rule_for_relations_is_explained(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f'extends = "default"\n[[rule]]\n{text}', encoding="utf-8")
    with pytest.raises(ThemeError, match=message):
        load_theme(path)


def test_a_file_can_have_rules_for_relations(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    rules = "[[rule]]\nfrom = '#x'\nrelations = 'attack'\ncolor = 'red'"
    path.write_text(f'extends = "default"\n{rules}', encoding="utf-8")
    assert load_theme(path).rules == (rule("#x", None, "attack", color="red"),)
