"""Debates as the JSON that Argdown tools read."""

import datetime
import json
import math

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from argmap.data import NO_DATA, FrozenDict
from argmap.interop.argdown_json import dumps
from argmap.interop.json_forms.json_writer import write_json
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    Evidence,
    EvidenceRef,
    HasDebate,
    Inference,
    InferenceRef,
    Mark,
    MarkKind,
    Origin,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
)
from argmap.settings import Settings


@frozen
class Document(HasDebate):
    debate: Debate
    settings: Settings = Settings()


STEPS = (
    Statement("E", "It rained.", Role.PREMISE, argument="a"),
    Statement("A", role=Role.MAIN_CONCLUSION, is_reference=True, argument="a"),
)
INFERENCE = Inference(
    "a", 0, (EvidenceRef("E"),), ClaimRef("A"), 1, rules=("rain",), data=FrozenDict({"uses": (1,)})
)
DEBATE = Debate(
    claims=FrozenDict(
        {
            "A": Claim(
                "A", (Statement("A", "It is wet. #t", tags=("t",), is_top_level=True), STEPS[1]), ("t",)
            ),
            "Untitled 1": Claim(
                "Untitled 1", (Statement("Untitled 1", "item", Role.LIST_ITEM),), is_untitled=True
            ),
        }
    ),
    evidence=FrozenDict({"E": Evidence("E", (STEPS[0],), section="s2")}),
    arguments=FrozenDict(
        {
            "a": Argument("a", (), STEPS, (EvidenceRef("E"), ClaimRef("A")), (INFERENCE,)),
            "b": Argument("b", (Statement("b", "No.", Role.DESCRIPTION),), data=FrozenDict({"rank": 1})),
        }
    ),
    relations=(
        Relation(RelationKind.UNDERCUT, ArgumentRef("b"), InferenceRef("a", 0)),
        Relation(RelationKind.ATTACK, EvidenceRef("E"), ClaimRef("A")),
        Relation(RelationKind.SUPPORT, ArgumentRef("a"), ClaimRef("A"), Origin.DERIVED),
    ),
    sections=(
        Section("s1", "One", 1, is_closed=True),
        Section("s2", "Two #Öl", 2, parent="s1", tags=("Öl",), marks=(Mark(MarkKind.TAG, 4, 7, "Öl"),)),
    ),
    tags=("t", "Öl"),
)


def export(debate: Debate = DEBATE, **settings: object) -> dict[str, object]:
    return json.loads(dumps(Document(debate, Settings.of(settings))))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_what_json_can_say_is_written_as_it_is(value: object) -> None:
    assert json.loads(write_json(value)) == value


@given(VALUES)
def test_json_looks_as_that_of_python(value: object) -> None:
    assert write_json(value) == json.dumps(value, indent=2, ensure_ascii=False)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (math.nan, "null"),
        (-math.inf, "null"),
        (datetime.date(2020, 1, 2), '"2020-01-02T00:00:00.000Z"'),
        (datetime.datetime(2020, 1, 2, 3, 4, 5, 678900), '"2020-01-02T03:04:05.678Z"'),
        (
            datetime.datetime(2020, 1, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=2))),
            '"2019-12-31T23:00:00.000Z"',
        ),
        (b"abc", '"YWJj"'),
        ("a\ud800", '"a\\ud800"'),
        (RelationKind.ATTACK, '"RelationKind.ATTACK"'),
        (FrozenDict({"a": (FrozenDict(), ())}), '{\n  "a": [\n    {},\n    []\n  ]\n}'),
    ],
)
def test_what_json_cannot_say_is_written_as_javascript_would(value: object, expected: str) -> None:
    assert write_json(value) == expected


def test_sections_may_be_nested_deeply() -> None:
    sections = tuple(
        Section(f"s{level}", "", level, parent=f"s{level - 1}" if level > 1 else None, is_group=True)
        for level in range(1, 5001)
    )
    claim = Claim("A", section="s5000")
    debate = Debate(claims=FrozenDict({"A": claim}), sections=sections)
    text = dumps(Document(debate, Settings.of({"selection": {"excludeDisconnected": False}})))
    assert text.count('"type": "section"') == text.count('"type": "group-map-node"') == 5000


def test_an_empty_debate_has_empty_parts() -> None:
    assert export(Debate()) == {
        "arguments": {},
        "statements": {},
        "relations": [],
        "map": {"nodes": [], "edges": []},
        "sections": [],
        "tags": {},
        "argmap": {"format": 1},
    }


def test_evidence_is_a_statement_with_a_mark_in_its_title() -> None:
    found = export()["statements"]["^E"]
    assert found["title"] == "^E"
    assert found["members"][0]["title"] == "^E"
    assert found["isUsedAsPremise"] is True
    assert found["section"] == "s2"


def test_statements_have_their_members() -> None:
    found = export()["statements"]
    assert list(found) == ["A", "Untitled 1", "^E"]
    assert found["A"]["members"] == [
        {
            "type": "statement",
            "title": "A",
            "role": "top-level-statement",
            "isTopLevel": True,
            "text": "It is wet. #t",
            "tags": ["t"],
        },
        {
            "type": "statement",
            "title": "A",
            "role": "main-conclusion",
            "isReference": True,
            "argumentTitle": "a",
        },
    ]
    assert (found["A"]["isUsedAsTopLevelStatement"], found["A"]["isUsedAsMainConclusion"]) == (True, True)
    assert (found["A"]["color"], found["A"]["fontColor"]) == ("#d95f02", "#000000")


def test_list_items_have_no_role() -> None:
    (member,) = export()["statements"]["Untitled 1"]["members"]
    assert "role" not in member


def test_arguments_have_their_steps_and_inferences() -> None:
    found = export()["arguments"]
    assert [step["title"] for step in found["a"]["pcs"]] == ["^E", "A"]
    assert found["a"]["pcs"][1]["inference"] == {
        "type": "inference",
        "inferenceRules": ["rain"],
        "argumentTitle": "a",
        "conclusionIndex": 1,
        "data": {"uses": [1]},
        "argmap": {"premises": ["^E"]},
    }
    assert found["b"]["data"] == {"rank": 1}


def test_only_sketched_relations_are_exported() -> None:
    undercut = {
        "type": "relation",
        "relationType": "undercut",
        "from": "b",
        "fromType": "argument",
        "to": "a",
        "toType": "inference",
        "conclusionIndex": 1,
    }
    attack = {
        "type": "relation",
        "relationType": "attack",
        "from": "^E",
        "fromType": "equivalence-class",
        "to": "A",
        "toType": "equivalence-class",
    }
    found = export()
    assert found["relations"] == [undercut, attack]
    assert found["statements"]["A"]["relations"] == [attack]
    assert found["arguments"]["b"]["relations"] == [undercut]
    assert found["arguments"]["a"]["relations"] == []


def test_sections_are_nested() -> None:
    (outer,) = export()["sections"]
    (inner,) = outer["children"]
    assert (outer["id"], outer["isGroup"], outer["isClosed"], outer["color"]) == ("s1", True, True, "#DADADA")
    assert (inner["parent"], inner["level"], inner["tags"]) == ("s1", 2, ["Öl"])
    assert inner["ranges"] == [{"type": "tag", "start": 4, "stop": 6, "tag": "Öl"}]


def test_tags_have_a_class_and_a_colour() -> None:
    found = export(color={"tagColors": {"t": {"color": "red", "priority": 2}}})["tags"]
    assert found == {
        "t": {"tag": "t", "cssClass": "tag-t", "occurrenceIndex": 0, "color": "#ff0000", "priority": 2},
        "Öl": {"tag": "Öl", "cssClass": "tag-oel", "occurrenceIndex": 1, "color": "#7570b3"},
    }


def test_the_map_nests_nodes_in_groups() -> None:
    found = export()["map"]
    group, *nodes = found["nodes"]
    assert [(node["id"], node["type"], node["title"]) for node in nodes] == [
        ("n0", "statement-map-node", "A"),
        ("n2", "argument-map-node", "a"),
        ("n3", "argument-map-node", "b"),
    ]
    assert (group["type"], group["id"], group["isClosed"]) == ("group-map-node", "s1", True)
    (inner,) = group["children"]
    (node,) = inner["children"]
    assert (node["title"], node["labelTitle"], node["labelText"]) == ("^E", "^E", "It rained.")
    assert found["edges"][0] == {
        "id": "e1",
        "type": "map-edge",
        "relationType": "undercut",
        "from": "n3",
        "to": "n2",
    }


def test_offsets_are_counted_in_utf16_units() -> None:
    marks = (
        Mark(MarkKind.BOLD, 0, 1),
        Mark(MarkKind.ITALIC, 1, 2),
        Mark(MarkKind.LINK, 2, 3, "https://a.org"),
        Mark(MarkKind.CLAIM_MENTION, 3, 4, "A"),
        Mark(MarkKind.EVIDENCE_MENTION, 4, 5, "E"),
        Mark(MarkKind.ARGUMENT_MENTION, 5, 99, "a"),
    )
    claim = Claim("A", (Statement("A", "😀bcdef", marks=marks),))
    (member,) = export(evolve(DEBATE, claims=FrozenDict({"A": claim})))["statements"]["A"]["members"]
    assert member["ranges"] == [
        {"type": "bold", "start": 0, "stop": 1},
        {"type": "italic", "start": 2, "stop": 2},
        {"type": "link", "start": 3, "stop": 3, "url": "https://a.org"},
        {"type": "statement-mention", "start": 4, "stop": 4, "title": "A"},
        {"type": "statement-mention", "start": 5, "stop": 5, "title": "^E"},
        {"type": "argument-mention", "start": 6, "stop": 6, "title": "a"},
    ]


def test_the_map_is_that_of_the_settings() -> None:
    found = export(selection={"excludeArguments": ["a", "b"]}, map={"statementLabelMode": "none"})["map"]
    assert [edge["relationType"] for edge in found["edges"]] == ["attack"]
    assert "labelTitle" not in found["nodes"][1]


def test_inferences_without_data_have_none() -> None:
    argument = evolve(DEBATE.arguments["a"], inferences=(evolve(INFERENCE, data=NO_DATA),))
    found = export(evolve(DEBATE, arguments=FrozenDict({"a": argument}), relations=()))
    assert "data" not in found["arguments"]["a"]["pcs"][1]["inference"]
