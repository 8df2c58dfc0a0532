"""Every call of a tool has an answer: short, of its shape, with nothing in it but words."""

from __future__ import annotations

import unicodedata

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import strategies
from argmap.mcp.parameters import ToolParameter
from argmap.mcp.plain_answers import MOST_OF_A_TEXT, as_json
from argmap.mcp.tool import AssistantTool, ToolAnswer
from argmap.mcp.tool_calls import TOOLS, call_tool
from argmap.mcp.tools.edit_actions import ACTIONS, EDIT_WORDS

NAMES = (
    "[A]",
    "<B>",
    "[^E]",
    "[?Q]",
    "#tag",
    "<B>#1",
    "source",
    "[A",
    "",
    "a\x00\u202e",
    "claims:unsupported",
)
TEXTS = st.one_of(st.text(max_size=200), strategies.markup())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def _value(parameter: ToolParameter) -> st.SearchStrategy[object]:
    if parameter.choices:
        return st.sampled_from(parameter.choices)
    return {
        "text": st.sampled_from(NAMES) | st.text(max_size=20),
        "switch": st.booleans(),
        "number": st.integers(parameter.least, min(parameter.most, 5)),
        "texts": st.lists(st.sampled_from(NAMES), max_size=3),
        "anything": VALUES,
    }[parameter.kind]


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """Draw a tool and arguments for it; pictures are drawn elsewhere, because they take long."""
    tool = draw(st.sampled_from(list(TOOLS.values())))
    own = [
        parameter
        for parameter in tool.parameters
        if parameter.name not in ("text", "path", "format", "dpi", *EDIT_WORDS)
    ]
    chosen = [parameter for parameter in own if parameter.is_required or draw(st.booleans())]
    arguments = {parameter.name: draw(_value(parameter)) for parameter in chosen}
    if tool.name == "edit":
        action = ACTIONS[str(arguments["action"])]
        known = {parameter.name: parameter for parameter in tool.parameters}
        arguments |= {name: draw(_value(known[name])) for name in (*action.needs, *action.may_have)}
    if tool.name == "map":
        arguments["as"] = "outline"
    return tool.name, arguments | {"text": draw(TEXTS)}


def _is_shown(text: str) -> bool:
    plain = text.replace("\r\n", "").replace("\n", "").replace("\t", "")
    hidden = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return all(
        unicodedata.category(character) not in hidden or character in "\u200c\u200d" for character in plain
    )


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in _strings(part)]


def _check(tool: AssistantTool, answer: ToolAnswer) -> None:
    if answer.content is None:
        assert answer.words
    else:
        jsonschema.validate(answer.content, tool.shape)
    assert all(map(_is_shown, _strings([answer.content, answer.words])))
    assert len(as_json(answer.content)) < 3 * MOST_OF_A_TEXT


@settings(max_examples=30)
@given(calls())
def test_every_text_has_an_answer_of_its_shape(call: tuple[str, dict[str, object]]) -> None:
    name, arguments = call
    _check(TOOLS[name], call_tool(name, arguments))


@settings(max_examples=40)
@given(st.sampled_from(sorted(TOOLS)) | st.text(max_size=10), st.dictionaries(st.text(max_size=8), VALUES))
def test_every_call_has_an_answer(name: str, arguments: dict[str, object]) -> None:
    assert call_tool(name, arguments).is_refusal


@settings(max_examples=40)
@given(st.data(), st.sampled_from(sorted(TOOLS)))
def test_every_value_of_a_parameter_has_an_answer(data: st.DataObject, name: str) -> None:
    parameter = data.draw(st.sampled_from(TOOLS[name].parameters))
    arguments = {"text": "[A]: a", "as": "outline", "about": "[A]", "selector": "claims", "to": "report"}
    known = {each.name for each in TOOLS[name].parameters}
    given_arguments: dict[str, object] = {key: value for key, value in arguments.items() if key in known}
    answer = call_tool(name, given_arguments | {parameter.name: data.draw(VALUES)})
    _check(TOOLS[name], answer)


@settings(max_examples=3)
@given(strategies.markup())
def test_every_text_is_drawn(text: str) -> None:
    answer = call_tool("map", {"text": text, "detail": "title"})
    _check(TOOLS["map"], answer)
    assert answer.content is None or answer.content["svg"].startswith("<svg")


@pytest.mark.parametrize("name", TOOLS)
def test_schemas_are_schemas(name: str) -> None:
    from argmap.mcp.parameters import input_schema

    for schema in (input_schema(TOOLS[name].parameters), TOOLS[name].shape):
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "give either `text` or `path`, and not both"),
        ({"text": "", "path": ""}, "give either `text` or `path`, and not both"),
        ({"txt": ""}, "there is no parameter `txt`; did you mean `text`?"),
        ({"text": 1}, "`text` must be a string"),
        ({"text": "", "severity": "eror"}, "`severity` cannot be 'eror'; did you mean 'error'?"),
        ({"text": "", "limit": 0}, "`limit` must be from 1 to 1000, not 0"),
        ({"text": "", "limit": True}, "`limit` must be a whole number"),
        (
            {"text": "words", "markdown": True},
            "this page has no fence of `argdown`, so nothing in it is read",
        ),
        ({"text": "words", "format": "aif"}, "1:1: I401 this is not JSON: expecting value"),
        ({"path": "debate.argdown"}, "this server reads no files; give the text as `text`, or start it as "),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else "",
)
def test_what_is_wrong_with_a_call_is_said(arguments: dict[str, object], words: str) -> None:
    answer = call_tool("check", arguments)
    assert answer.is_refusal
    assert (answer.words or "").startswith(words)


def test_a_missing_parameter_is_named() -> None:
    assert call_tool("why", {"text": ""}).words == "1 parameter missing; give `about`"


def test_what_is_cut_is_said() -> None:
    text = "\n\n".join(f"[^E{number}]: e" for number in range(500))
    content = call_tool("check", {"text": text, "limit": 7}).content
    assert content is not None
    assert len(content["findings"]) == 7
    assert content["cut"] == [
        f"7 of {content['errors'] + content['warnings'] + content['infos']} findings are listed; to see the "
        "others, raise `limit` or `severity`"
    ]


def test_long_lists_are_cut_whatever_the_limit() -> None:
    text = "\n\n".join(f"[C{number}]: {'word ' * 100}" for number in range(500))
    content = call_tool("select", {"text": text, "selector": "claims", "limit": 10_000}).content
    assert content is not None
    assert content["number"] == 500
    assert len(content["things"]) < 200
    assert "of 500 things are listed" in content["cut"][0]
