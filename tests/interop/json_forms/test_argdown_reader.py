"""Debates from the JSON that argmap and Argdown tools write."""

import contextlib
import datetime
import json
import re
from pathlib import Path

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.data import FrozenDict, freeze
from argmap.interop import FormatError
from argmap.interop.argdown_json import dumps, loads
from argmap.interop.json_forms.exact_json import decode, encode, is_plain
from argmap.model import Claim, Debate, HasDebate, MarkKind
from argmap.settings import Settings

FLAGSHIP = Path(__file__).parents[3] / "examples" / "us-russia-policy.argdown"
CONFORMANCE = Path(__file__).parents[3] / "shared" / "conformance"

TEXT = """===
title: T
sources: {s: {title: S, issued: 2020-01-31}}
===

# One *bold* #t {isGroup: true, due: 2020-01-31}

[A]: It is 𝄞 *wet* @[^E], @[B]. #t {at: 2020-01-31 10:00:00, x: .inf, y: {$date: text}}
  + text
  - <a>

* [A]
* item {}

<a>: Why.

(1) [^E]: Rain. {source: [s, {title: Other}], kind: document, reliability: 0.5, quote: wet}
(2) [B]
-- modus ponens, rule {uses: [2], strength: 0.7, warrant: w} --
  <_ <b>
(3) [C]
----
(4) [A]
"""


def without_our_keys(value: object) -> object:
    """Return JSON as an Argdown tool would have written it."""
    if isinstance(value, dict):
        return {key: without_our_keys(item) for key, item in value.items() if key != "argmap"}
    return [without_our_keys(one) for one in value] if isinstance(value, list) else value


def of_argdown(text: str, **settings: object) -> str:
    return json.dumps(without_our_keys(json.loads(dumps(argmap.parse(text, settings=settings)))))


# What argmap wrote


@pytest.mark.parametrize("mode", ["loose", "strict"])
@pytest.mark.parametrize("explodes", [False, True])
@given(strategies.markup())
def test_every_debate_comes_back(mode: str, explodes: bool, text: str) -> None:
    settings = {"model": {"mode": mode, "explodeArguments": explodes}}
    document = argmap.parse(text, settings=settings)
    assert loads(dumps(document)) == document.debate


@frozen
class Document(HasDebate):
    debate: Debate
    settings: Settings


@given(strategies.debates(), strategies.settings().map(Settings.of))
def test_every_debate_comes_back_under_any_settings_of_its_map(debate: Debate, settings: Settings) -> None:
    assert loads(dumps(Document(debate, settings))) == debate


REGROUPED = {"group": {"regroup": [{"title": "G", "statements": ["A", "E"], "children": [{"title": "H"}]}]}}


@pytest.mark.parametrize("settings", [{}, REGROUPED, {"group": {"groupDepth": 0, "ignoreIsGroup": True}}])
def test_a_debate_with_all_that_there_is_comes_back(settings: dict[str, object]) -> None:
    document = argmap.parse(TEXT, settings=settings)
    assert loads(dumps(document)) == document.debate


def test_the_flagship_comes_back() -> None:
    document = argmap.load(FLAGSHIP)
    assert loads(dumps(document)) == document.debate


@pytest.mark.skipif(not CONFORMANCE.is_dir(), reason="the conformance data are not beside the repository")
@pytest.mark.parametrize("name", ["corpus", "probes", "generated"])
def test_the_debates_of_the_reference_s_documents_come_back(name: str) -> None:
    lines = (CONFORMANCE / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    inputs = [json.loads(line) for line in lines if line]
    documents = {one["id"]: argmap.parse(one["input"], settings=one.get("config")) for one in inputs}
    lost = [id for id, document in documents.items() if loads(dumps(document)) != document.debate]
    assert lost == []


@given(strategies.markup())
def test_what_comes_back_is_written_in_the_order_of_its_text(text: str) -> None:
    document = argmap.parse(text)
    again = loads(dumps(document))
    assert _places(again) == _places(document.debate)
    assert _text(again) == _text(document.debate)


def _places(debate: Debate) -> list[object]:
    found: list[object] = [one.spans for one in debate.relations]
    found += [one.span for one in debate.sections]
    for claim in (*debate.claims.values(), *debate.evidence.values()):
        found += [claim.span, *(one.span for one in claim.statements)]
    for argument in debate.arguments.values():
        found += [argument.span, *(one.span for one in argument.inferences)]
        found += [one.span for one in (*argument.descriptions, *argument.steps)]
    return found


def _text(debate: Debate) -> str:
    try:
        return argmap.to_text(debate)
    except ValueError as error:
        return str(error)


def test_marks_are_counted_in_characters() -> None:
    debate = loads(dumps(argmap.parse("[A]: 𝄞 *wet* @[^E]")))
    (statement,) = debate.claims["A"].statements
    assert [(statement.text or "")[mark.start : mark.end] for mark in statement.marks] == ["wet", "@[^E]"]


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
    | st.dates()
    | st.datetimes(timezones=st.just(datetime.UTC) | st.none()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["$date", "$x"]), inner),
    max_leaves=20,
).map(freeze)


@given(VALUES)
def test_every_value_comes_back(value: object) -> None:
    assert decode(json.loads(json.dumps(encode(value)))) == value


@given(VALUES)
def test_what_is_plain_is_written_as_it_is(value: object) -> None:
    assert not is_plain(value) or freeze(json.loads(json.dumps(value, default=dict))) == value


def test_numbers_of_any_length_come_back() -> None:
    data = FrozenDict({"n": 16**9000})
    document = evolve(argmap.parse("x"), debate=Debate(claims=FrozenDict({"A": Claim("A", data=data)})))
    assert loads(dumps(document)) == document.debate


# What Argdown tools wrote


@given(strategies.trees(titled=True))
def test_what_argdown_wrote_says_the_same(text: str) -> None:
    read, debate = loads(of_argdown(text)), argmap.parse(text).debate
    # Argdown's JSON has dates as texts, and no data of relations.
    is_less = re.search("[0-9]{4}-[0-9]{2}-", text) or any(relation.data for relation in debate.relations)
    assert is_less or read == debate


def test_steps_and_derived_relations_are_worked_out() -> None:
    text = TEXT[TEXT.index("<a>: Why") :].replace("source: [s, ", "source: [")
    assert loads(of_argdown(text)) == argmap.parse(text).debate


def test_least_of_all_an_empty_mapping_is_a_debate() -> None:
    assert loads("{}") == Debate()


def test_missing_parts_of_a_claim_are_empty() -> None:
    assert loads('{"statements": {"A": {}}}').claims["A"] == Claim("A")


def test_titles_that_argdown_makes_up_are_none() -> None:
    claims = loads('{"statements": {"Untitled 1": {}, "Untitled works": {}}}').claims
    assert [one.is_untitled for one in claims.values()] == [True, False]


def test_deep_sections_come_back() -> None:
    text = "\n\n".join(f"{'#' * level} {level}" for level in range(1, 300))
    document = argmap.parse(text)
    assert loads(dumps(document)) == document.debate


# What is wrong


def error_of(text: str) -> tuple[str, str, str]:
    with pytest.raises(FormatError) as caught:
        loads(text)
    (found,) = caught.value.diagnostics
    return found.code, found.message, text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("text", "code", "message", "place"),
    [
        ("", "I401", "this is not JSON: expecting value", ""),
        ('{"a": 1,}', "I401", "this is not JSON: ", ""),
        ("[" * 100_000, "I401", "this is not JSON: it is nested too deeply", ""),
        ("9" * 5000, "I401", "this is not JSON: a number in it is too large", ""),
        ("3", "I402", "`this` must be a mapping", ""),
        ('{"statements": []}', "I402", "`statements` must be a mapping, not '[]'", '"statements"'),
        (
            '{"statements": {"A": {"members": 3}}}',
            "I402",
            "`statements.A.members` must be a list",
            '"members"',
        ),
        ('{"statements": {"A": {"tags": [3]}}}', "I402", "`statements.A.tags` must be a text", "3"),
        (
            '{"statements": {"A": {"members": [{"role": "x"}]}}}',
            "I402",
            "`statements.A.members.role` must",
            '"role"',
        ),
        ('{"statements": {"A": {"data": 3}}}', "I402", "`statements.A.data` must be a mapping", '"data"'),
        ('{"argmap": {"nope": 3}}', "I402", "`argmap` Debate has no `nope`", '"argmap"'),
        (
            '{"argmap": {}, "statements": {"A": {"argmap": {"sources": [{"$Nope": {}}]}}}}',
            "I402",
            "`statements.A.argmap` there is no `$Nope`",
            '"argmap"',
        ),
        (
            '{"sections": [{"id": "s1", "title": "x", "level": true}]}',
            "I402",
            "`sections.level` must",
            '"level"',
        ),
        (
            '{"relations": [{"relationType": "x"}]}',
            "I402",
            "`relations.relationType` must be",
            '"relationType"',
        ),
        (
            '{"relations": [{"relationType": "attack", "from": "A", "to": "B"}]}',
            "I403",
            "`relations` names 'A', which is not there",
            '"relations"',
        ),
        (
            '{"relations": [{"relationType": "attack", "from": "A", "to": "b", "toType": "inference",'
            ' "conclusionIndex": 1}]}',
            "I403",
            "`relations.to` names an inference of <b> that is not there",
            '"to"',
        ),
        (
            '{"arguments": {"a": {"pcs": [{"title": "A"}]}}}',
            "I403",
            "`arguments.a` has a statement 'A'",
            '"a"',
        ),
    ],
)
def test_what_is_no_debate_is_told_with_its_place(text: str, code: str, message: str, place: str) -> None:
    found = error_of(text)
    assert (found[0], found[2]) == (code, place)
    assert found[1].startswith(message)


KEYS = (
    *("statements", "arguments", "relations", "sections", "tags", "argmap", "members", "pcs", "data"),
    *("title", "id", "level", "ranges", "inference", "from", "to", "$Claim", "$date", "sources", "A"),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=30,
)


@given(JSON)
def test_any_json_is_a_debate_or_a_format_error(value: object) -> None:
    text = json.dumps(value)
    with contextlib.suppress(FormatError):
        assert isinstance(loads(text), Debate)


def test_the_error_says_where_and_what() -> None:
    with pytest.raises(ValueError, match="2:1: I401 this is not JSON: expecting value"):
        loads("\n")


# Settings of the export


def exported(**settings: object) -> dict[str, object]:
    return json.loads(dumps(argmap.parse(TEXT, settings={"json": settings})))


@pytest.mark.parametrize(
    ("name", "key"), [("exportMap", "map"), ("exportSections", "sections"), ("exportTags", "tags")]
)
def test_parts_can_be_left_out(name: str, key: str) -> None:
    assert exported(**{name: False}).keys() == exported().keys() - {key}


def test_data_can_be_left_out() -> None:
    assert "2020-01-31T" not in json.dumps(exported(exportData=False)["statements"])


def test_relations_of_elements_can_be_left_out() -> None:
    found = exported(removeEmbeddedRelations=True)
    assert "relations" not in found["statements"]["A"]  # type: ignore[index]  # it is a mapping
    assert found["relations"] == exported()["relations"]


@pytest.mark.parametrize(("spaces", "start"), [(0, '{"arguments":{'), (4, '{\n    "arguments": {')])
def test_the_margin_can_be_set(spaces: int, start: str) -> None:
    assert dumps(argmap.parse(TEXT, settings={"json": {"spaces": spaces}})).startswith(start)


def test_evidence_is_read_by_its_title() -> None:
    debate = loads(of_argdown("[^E]: Rain. {source: S, kind: document}"))
    assert debate.evidence["E"].kind == "document"
    assert debate.evidence["E"].sources[0].title == "S"


def test_a_mention_of_evidence_is_one_again() -> None:
    (mark,) = loads(of_argdown("[A]: x @[^E]")).claims["A"].statements[0].marks
    assert (mark.kind, mark.target) == (MarkKind.EVIDENCE_MENTION, "E")


def test_spaces_beside_tags_and_mentions_are_not_part_of_them() -> None:
    ranges = [
        {"type": "tag", "tag": "one", "start": 2, "stop": 6},
        {"type": "argument-mention", "title": "B", "start": 6, "stop": 11},
        {"type": "bold", "start": 1, "stop": 6},
    ]
    claim = {"members": [{"text": "x #one @<B> y", "ranges": ranges, "tags": ["one"]}]}
    debate = loads(json.dumps({"statements": {"A": claim}}))
    marks = debate.claims["A"].statements[0].marks
    assert [(mark.start, mark.end) for mark in marks] == [(2, 6), (7, 11), (1, 7)]


def test_data_stay_frozen() -> None:
    debate = loads(of_argdown("[A]: x {list: [1, {a: b}]}"))
    assert debate.claims["A"].data == FrozenDict({"list": (1, FrozenDict({"a": "b"}))})
    assert hash(evolve(debate)) == hash(debate)
