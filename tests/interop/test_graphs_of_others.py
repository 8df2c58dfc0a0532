"""GraphML, frameworks of solvers, and argument graphs of Carneades."""

from __future__ import annotations

import networkx
import pytest

import argmap
from argmap.interop import FormatError, apx, bag, carneades_graph, graphml, iccma_af, read, same, tgf, write

RICH = """# S

[A]: a
  + [^B]: b {kind: law, quote: q, source: X}

<R>

(1) [P]: p
-- modus ponens {strength: 0.5} --
  _ [U]: u
(2) [A]
"""


def test_a_graph_gives_the_debate_back() -> None:
    debate = argmap.parse(RICH).debate
    writing = write(debate, format="graphml")
    assert writing.report.is_lossless
    assert same(graphml.loads(writing.text), debate)


def test_networkx_reads_the_same_nodes_and_edges() -> None:
    text = graphml.dumps(argmap.parse("[A]: a\n  - <B>: b\n    + [C]: c"))
    graph = networkx.parse_graphml(text)
    assert [data["title"] for _, data in graph.nodes(data=True)] == ["A", "C", "B"]
    assert sorted(data["relation"] for *_, data in graph.edges(data=True)) == ["attack", "support"]


def test_what_was_edited_elsewhere_counts_more_than_what_was_kept() -> None:
    debate = argmap.parse(RICH).debate
    reading = read(graphml.dumps(debate).replace(">u<", ">new<"), format="graphml")
    assert reading.debate.claims["U"].text == "new"
    assert reading.debate.evidence["B"].quote == "q"
    assert [loss.subject for loss in reading.report.losses if loss.feature == "edited elsewhere"] == ["[U]"]


def test_lines_of_a_colour_mean_what_a_choice_says() -> None:
    edge = '<edge source="a" target="b"><data key="d"><LineStyle color="#FF0000"/></data></edge>'
    text = f'<graphml><graph><node id="a"/><node id="b"/>{edge}</graph></graphml>'
    assert graphml.loads(text).relations == ()
    assert len(read(text, format="graphml", colors="red=attack").debate.relations) == 1


def test_frameworks_are_written_with_numbers_where_names_are_none() -> None:
    document = argmap.parse("[A b]: a\n  - [C]: c")
    assert iccma_af.dumps(document) == "p af 2\n2 1\n"
    assert apx.dumps(document) == "arg(1).\narg(2).\natt(2,1).\n"
    assert tgf.dumps(argmap.parse("<a>: x\n  - <b>")) == "a x\nb\n#\nb a\n"
    assert bag.dumps(argmap.parse("<a> {weight: 0.2}\n  + <b>")) == "arg(a, 0.2).\narg(b, 0.5).\nsup(b, a).\n"


def test_the_structured_framework_is_that_of_verdicts() -> None:
    document = argmap.parse("[A]: a\n  - [B]: b")
    framework = argmap.reasoning.framework_of(document)
    text = write(document, format="iccma-af", framework="structured").text
    assert text.splitlines()[0] == f"p af {len(framework.arguments)}"
    assert len(text.splitlines()) == 1 + len(framework.attacks)


def test_an_argument_graph_has_premises_undercutters_and_issues() -> None:
    text = "statements: {p: P, q: Q, u: U}\narguments: {a1: {premises: [p], conclusion: q, undercutter: u}}\n"
    text += "issues: {i1: {positions: [p, q]}}\nassumptions: [p]\n"
    debate = carneades_graph.loads(text)
    written = [str(relation) for relation in debate.relations if not relation.is_derived]
    assert written == ["[u] undercuts <a1>#1", "[p] is contrary to [q]"]
    assert same(carneades_graph.loads(carneades_graph.dumps(debate)), debate)


def test_a_premise_with_the_name_of_an_argument_is_a_claim_of_its_own() -> None:
    arguments = (
        "{x: {premises: [p], conclusion: q}, y: {premises: [x], conclusion: q, undercutter: z}, z: {}}"
    )
    debate = carneades_graph.loads(f"statements: {{p: P, q: Q}}\narguments: {arguments}\n")
    assert [str(argument.conclusion) for argument in debate.arguments.values()] == ["[q]", "[q]", "None"]
    assert "<z> undercuts <y>#1" in map(str, debate.relations)


@pytest.mark.parametrize(
    ("form", "text", "code"),
    [
        ("graphml", '<graphml><graph><edge source="a" target="b"/></graph></graphml>', "I403"),
        ("graphml", '<graphml><graph><node id="a"/><node id="a"/></graph></graphml>', "I404"),
        ("graphml", "<svg/>", "I402"),
        ("apx", "arg(a). att(a,b).", "I403"),
        ("apx", "arg(a). sup(a,a).", "I407"),
        ("bag", "arg(a, high).", "I402"),
        ("bag", "arg(a, 0.1). arg(a, 0.2).", "I404"),
        ("iccma-af", "p af 2\n1 3\n", "I403"),
        ("iccma-af", "p af 99999999999\n", "I408"),
        ("iccma-af", "1 2\n", "I407"),
        ("tgf", "1\n2\n#\n1\n", "I407"),
        ("tgf", "1\n2\n", "I407"),
        ("tgf", "1\n2\n#\n1 2 loves\n", "I402"),
        ("carneades", "a: &x [1]\nb: *x\n", "I406"),
        ("carneades", "statements: {a: 1, a: 2}\n", "I404"),
        ("carneades", "statements: [a]\n", "I402"),
        ("carneades", "statements: {a: [}\n", "I405"),
        ("carneades", "- a\n", "I402"),
    ],
)
def test_damaged_files_are_refused(form: str, text: str, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(text, format=form)
    assert caught.value.diagnostics[0].code == code


@pytest.mark.parametrize(("form", "facts"), [("apx", "arg(a). att(a,a)."), ("bag", "arg(a, 0.5). att(a,a).")])
def test_comments_may_be_before_facts(form: str, facts: str) -> None:
    reading = read(f"% made by hand\n\n{facts}")
    assert (reading.format, reading.debate) == (form, read(facts, format=form).debate)


def test_names_in_quotes_may_hold_any_sign() -> None:
    reading = read("arg('a, (b)'). arg(\"c. %\"). att('a, (b)',\"c. %\").")
    assert reading.format == "apx"
    assert len(reading.debate.arguments) == 2
    assert [relation.kind.value for relation in reading.debate.relations] == ["attack"]


@pytest.mark.parametrize("head", ["p aba 8", "p cnf 3 2"])
def test_other_frameworks_than_of_attacks_are_refused_as_what_they_are(head: str) -> None:
    with pytest.raises(FormatError, match=rf"^2:1: I402 `p` must be af, not {head.split()[1]}"):
        read(f"# made by hand\n{head}\n1 2 0\n")


@pytest.mark.parametrize("name", ["label", "Edge Label"])
def test_labels_of_gephi_and_networkx_are_texts_and_relations_and_come_back(name: str) -> None:
    graph = networkx.DiGraph()
    graph.add_node("a", label="It rains.")
    graph.add_node("b", label="It is dry.", weight=1.5)
    graph.add_edge("b", "a", **{name: "attacks"})
    reading = read("\n".join(networkx.generate_graphml(graph)))
    assert [str(relation) for relation in reading.debate.relations] == ["[It is dry.] attacks [It rains.]"]
    assert reading.report.is_lossless
    text = graphml.dumps(reading.debate)
    again = networkx.parse_graphml(text)
    assert [again.nodes[node]["label"] for node in graph] == ["It rains.", "It is dry."]
    assert ">attacks</data>" in text


def test_further_graphs_of_a_file_are_reported() -> None:
    graphs = "".join(f'<graph id="{name}"><node id="{name}1"/></graph>' for name in "abc")
    losses = read(f"<graphml>{graphs}</graphml>").report.losses
    assert [(loss.feature, loss.subject) for loss in losses] == [("graph", "graph b"), ("graph", "graph c")]
