"""Rules of themes."""

import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import ClaimRef, Debate, Document, strategies
from argmap.data import FrozenDict
from argmap.maps import MapNode
from argmap.render import Theme, ThemeError, load_theme, theme_names
from argmap.render.styles.color_math import contrast
from argmap.render.styles.style import node_style
from argmap.render.styles.theme_rules import ThemeRule
from argmap.strategies.configuration import theme_rules

DEFAULT = load_theme("default")
TEXT = "[A]: a #x\n  + <B>: b\n    + [^E]: e {source: s}\n  - [C]: c\n"
KINDS = ("claim", "evidence", "argument", "question")
AS_NODES = {"map": {"evidence": "node"}}
few = settings(max_examples=25, deadline=None)


def ruled(*rules: ThemeRule, theme: Theme = DEFAULT) -> Theme:
    return evolve(theme, rules=rules)


def dot(document: Document | Debate, theme: Theme, layout: str = "layered") -> str:
    return argmap.draw(document, theme=theme, layout=layout, settings=AS_NODES).dot


def written(tmp_path: Path, text: str, name: str = "mine") -> Path:
    path = tmp_path / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


@few
@given(strategies.debates(), theme_rules(), st.sampled_from(["layered", "tree"]))
def test_a_rule_that_selects_nothing_changes_nothing(debate: Debate, rule: ThemeRule, layout: str) -> None:
    nothing = evolve(rule, select="*{kind: nothing-has-this-kind}")
    assert dot(debate, ruled(nothing), layout) == dot(debate, DEFAULT, layout)


@few
@given(strategies.debates(), strategies.themes(), st.sampled_from(KINDS))
def test_a_rule_that_says_what_its_role_says_changes_nothing(debate: Debate, theme: Theme, kind: str) -> None:
    # A rule goes before all roles, and so before that of theses.
    roles = {role: theme.of(role) for role in theme.attributes if role != "thesis"}
    plain = evolve(theme, attributes=FrozenDict(roles), rules=())
    same = ThemeRule(kind, theme.of(kind), theme.tints.get(kind))
    assert dot(debate, evolve(plain, rules=(same,))) == dot(debate, plain)


def test_a_rule_goes_before_the_role_of_theses() -> None:
    claims = ThemeRule("claim", FrozenDict({"penwidth": "7"}), None)
    drawn = dot(argmap.parse("[A]: a\n  + [B]: b"), ruled(claims))
    assert drawn.count("penwidth=7") == 2


@few
@given(strategies.debates(), theme_rules(), theme_rules())
def test_later_rules_win(debate: Debate, first: ThemeRule, second: ThemeRule) -> None:
    # A style can keep something of the one before it; these do not.
    first, second = (
        evolve(rule, select="*", attributes=FrozenDict({**rule.attributes, "style": "filled"}), tint=0.5)
        for rule in (first, second)
    )
    both = evolve(second, attributes=FrozenDict({**first.attributes, **second.attributes}))
    assert dot(debate, ruled(first, second)) == dot(debate, ruled(both))


@given(theme_rules(), strategies.themes(), st.sampled_from([None, "#123456", "#ffee00"]))
def test_what_rules_colour_can_be_read(rule: ThemeRule, theme: Theme, color: str | None) -> None:
    ref = ClaimRef("A")
    chosen = evolve(theme, rules=(rule,), chosen=FrozenDict({ref: (0,)}))
    looks = node_style(MapNode("n0", ref, color=color, has_own_color=color is not None), chosen)
    for text in ("title", "text", "source"):
        shown = looks.font_color or chosen.texts[text].color
        assert contrast(shown, looks.attributes.get("fillcolor", "#ffffff")) >= 4.5


@few
@given(strategies.documents(max_blocks=4), st.data())
def test_rules_select_what_selectors_select(document: Document, data: st.DataObject) -> None:
    selector = data.draw(strategies.selectors(document.debate))
    rule = ThemeRule(selector, FrozenDict(penwidth="7.25"))
    theme = ruled(rule, theme=evolve(DEFAULT, colors="none"))
    drawing = argmap.draw(document, theme=theme, settings=AS_NODES, detail="title")
    thick = re.findall(r"^\t(n\d+) \[.*\bpenwidth=\"?7\.25", drawing.dot, re.MULTILINE)
    selected = set(argmap.select(document, selector))
    assert set(thick) == {node.id for node in drawing.map.nodes if node.ref in selected}


@pytest.mark.parametrize(
    "selector", ["*:accepted", "*:finding(C301)", "claims:in-map", "section", "[Nobody], [A]"]
)
def test_states_work_as_in_queries(selector: str) -> None:
    rule = ThemeRule(selector, FrozenDict(penwidth="7.25"))
    text = f"# S\n\n{TEXT}".replace(" {source: s}", "")
    drawing = argmap.draw(argmap.parse(text), theme=ruled(rule), settings=AS_NODES, layout="layered")
    assert "7.25" in drawing.dot


def test_a_style_of_lines_keeps_the_fill(tmp_path: Path) -> None:
    theme = load_theme(written(tmp_path, 'extends = "default"\n[[rule]]\nselect = "[C]"\nstyle = "dashed"'))
    drawing = argmap.draw(argmap.parse(TEXT), theme=theme, layout="layered")
    (style,) = re.findall(r"^\tn\d+ \[.*style=\"([^\"]*dashed)\"", drawing.dot, re.MULTILINE)
    assert style == "filled,dashed"


def test_strips_of_evidence_have_the_fill_and_the_bar_of_rules() -> None:
    rule = ThemeRule("evidence", FrozenDict(fillcolor="#ffeecc", color="#cc0000"))
    label = argmap.draw(argmap.parse(TEXT), theme=ruled(rule)).dot
    assert 'BGCOLOR="#ffeecc"' in label
    assert 'BGCOLOR="#cc0000"' in label


def test_rules_hold_on_dark_screens() -> None:
    rule = ThemeRule("#x", FrozenDict(fillcolor="#ffffff"))
    svg = argmap.draw(
        argmap.parse(TEXT), theme=ruled(rule, theme=load_theme("auto")), engine="embedded"
    ).svg()
    assert 'class="node claim rule-0"' in svg
    assert '.claim.rule-0 [fill="#ffffff"]:not(text):not(tspan){fill:#ffffff}' in svg
    assert ".claim.rule-0 :is(text,tspan)[fill]{fill:#000000}" in svg


def test_rules_of_a_theme_come_after_those_of_what_it_extends(tmp_path: Path) -> None:
    written(tmp_path, 'extends = "default"\n[[rule]]\nselect = "claims"\ncolor = "red"', "middle")
    top = load_theme(written(tmp_path, 'extends = "middle.toml"\n[[rule]]\nselect = "#x"\ntint = 0.5'))
    assert [(rule.select, rule.tint) for rule in top.rules] == [("claims", None), ("#x", 0.5)]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("[[rule]]\ncolor = 'red'", "T505", "rule 1 selects nothing; write a selector"),
        ("[[rule]]\nselct = 'claims'", "T504", "rule 1 cannot have 'selct'; write 'select'"),
        ("[rule]\nselect = 'claims'", "T505", r"write \[\[rule\]\] in place of \[rule\]"),
        ("rule = [1]", "T505", "rule 1 must be a table, not 1"),
        ("[[rule]]\nselect = 1", "T505", r"rule 1\.select cannot be 1; write a selector"),
        ("[[rule]]\nselect = 'claimz'", "T505", "no kind `claimz`: did you mean `claim`"),
        ("[[rule]]\nselect = 'claims:unsuported'", "T505", "did you mean `unsupported`|`:unsupported`"),
        ("[[rule]]\nselect = 'claims('", "T505", r"rule 1\.select: "),
        ("[[rule]]\nselect = 'claims'\nURL = 'x'", "T504", "rule 1 cannot have the attribute 'URL'"),
        ("[[rule]]\nselect = 'claims'\ntint = 3", "T505", r"rule 1\.tint cannot be 3"),
        ("[[rul]]\nselect = 'claims'", "T504", "there is no 'rul'; write 'rule'"),
    ],
)
def test_what_is_no_rule_is_explained(tmp_path: Path, text: str, code: str, message: str) -> None:
    with pytest.raises(ThemeError, match=message) as caught:
        load_theme(written(tmp_path, f'extends = "default"\n{text}'))
    assert caught.value.code == code


@pytest.mark.parametrize("name", theme_names())
def test_themes_of_the_package_have_no_rules(name: str) -> None:
    assert load_theme(name).rules == ()


def test_the_theme_that_the_page_shows_is_the_theme_of_its_picture() -> None:
    docs = Path(__file__).parents[3] / "docs"
    theme = (docs / "_static" / "review.toml").read_text("utf-8")
    assert f"```toml\n{theme}```" in (docs / "themes.md").read_text("utf-8")


@pytest.mark.parametrize("color", ["#ff0000", "#ffffff"])
def test_a_colour_of_text_is_used_where_it_can_be_read(color: str) -> None:
    ref = ClaimRef("A")
    rule = ThemeRule("[A]", FrozenDict(fontcolor=color, fillcolor="#000000"))
    looks = node_style(MapNode("n0", ref), evolve(DEFAULT, rules=(rule,), chosen=FrozenDict({ref: (0,)})))
    assert looks.font_color == color
