"""What each tool answers, in examples."""

from __future__ import annotations

import re
from typing import Any

import pytest

from argmap.mcp.tool_calls import call_tool

TEXT = """\
[Rain]: It will rain. #weather
  + <Front>: A front is coming.
    - [Radar]: The radar shows none.

<Barometer>

(1) The barometer falls.
-- argument from sign --
(2) [Rain]
"""


# There is no relation between these two.
TURNED = {"action": "turn_relation", "source": "[Radar]", "target": "[Rain]", "kind": "support"}


def answer(name: str, **arguments: object) -> dict[str, Any]:
    given = arguments if "text" in arguments else {"text": TEXT, **arguments}
    content = call_tool(name, given).content
    assert content is not None
    return content


def refusal(name: str, **arguments: object) -> str:
    said = call_tool(name, {"text": TEXT, **arguments})
    assert said.is_refusal
    return said.words or ""


def test_findings_have_places_and_hints() -> None:
    (finding,) = answer("check", text="[A]: a\n  + [A] b", severity="warning")["findings"]
    assert (finding["line"], finding["column"], finding["severity"]) == (2, 5, "warning")
    assert finding["hint"]


def test_findings_of_lower_severity_are_counted() -> None:
    content = answer("check", severity="error")
    assert (content["ok"], content["findings"], content["infos"]) == (True, [], 1)


def test_a_map_is_an_outline_in_words() -> None:
    content = answer("map", **{"as": "outline", "depth": 2})
    assert content["outline"].splitlines() == [
        "claim [Rain]: It will rain. #weather",
        "  + argument <Front>: A front is coming. … 1 more",
        "  + argument <Barometer> … 3 more",
    ]


def test_an_outline_as_data_has_lines() -> None:
    content = answer("map", **{"as": "items", "depth": 2})
    known = [(item["level"], item["name"], item.get("bearing"), item["line"]) for item in content["items"]]
    assert known[:2] == [(0, "[Rain]", None, 1), (1, "<Front>", "supported by", 2)]
    assert content["items"][1]["more"] == 1


def test_a_map_is_a_picture_with_what_is_selected() -> None:
    content = answer("map", select="[Rain] <+", detail="title")
    assert content["nodes"] == 2
    assert "Front" in content["svg"]


def test_a_map_is_a_png() -> None:
    said = call_tool("map", {"text": "[A]: a", "as": "png"})
    assert (said.picture or b"").startswith(b"\x89PNG")
    assert said.content == {"as": "png", "nodes": 1, "edges": 0}


def test_verdicts_have_lines_and_reasons() -> None:
    content = answer("evaluate", only="out")
    assert content["verdicts"] == [
        {"name": "<Front>", "kind": "argument", "label": "out", "because": "an objection stands", "line": 2}
    ]
    assert (content["in"], content["out"], content["complete"]) == (5, 1, True)


def test_what_is_supposed_changes_verdicts() -> None:
    assert answer("evaluate", reject=["[Radar]"], only="out")["verdicts"][0]["name"] == "[Radar]"


def test_why_is_told_in_words() -> None:
    content = answer("why", about="<Front>")
    assert content["label"] == "out"
    assert content["explanation"].splitlines()[0] == "<Front> (line 2) is out: an objection stands."


def test_flips_are_sets_of_what_has_to_change() -> None:
    content = answer("flips", about="<Front>", to="in")
    assert content["sets"] == [{"reject": ["[Radar]"], "accept": []}]
    assert content["exhaustive"]


def test_what_is_selected_has_lines() -> None:
    assert answer("select", selector="#weather") == {
        "number": 1,
        "things": [
            {
                "name": "[Rain]",
                "kind": "claim",
                "line": 1,
                "text": "It will rain. #weather",
                "tags": ["weather"],
            }
        ],
    }


def test_critical_questions_are_listed() -> None:
    content = answer("questions")
    assert (content["open"], content["answered"], content["raised"]) == (3, 0, 0)
    assert content["questions"][0]["inference"] == "<Barometer>#1"


def test_debates_go_to_other_formats_and_back() -> None:
    aif = answer("convert", to="aif")["text"]
    assert answer("convert", text=aif, format="aif", to="argdown")["text"].startswith("[Rain]: It will rain.")


def test_what_is_lost_is_said() -> None:
    assert any(line.startswith("lost: ") for line in answer("convert", to="tgf")["losses"])


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"action": "rename", "thing": "[Rain]", "title": "[Wet]"}, "[Wet]: It will rain. #weather"),
        (
            {"action": "rename", "thing": "#weather", "title": "#(bad weather)"},
            "[Rain]: It will rain. #(bad weather)",
        ),
        (
            {"action": "turn_relation", "source": "<Front>", "target": "[Rain]", "kind": "attack"},
            "  - <Front>: A front is coming.",
        ),
        (
            {"action": "add_relation", "source": "[Radar]", "target": "[Rain]", "kind": "attack"},
            "  - [Radar]",
        ),
        ({"action": "remove", "thing": "<Front>"}, "[Radar]: The radar shows none."),
        (
            {"action": "give_title", "thing": "[Untitled 1]", "title": "[Fall]"},
            "(1) [Fall]: The barometer falls.",
        ),
        (
            {"action": "answer_question", "thing": "<Barometer>", "question": "strength", "answer": "yes"},
            "-- argument from sign {answers: {strength: yes}} --",
        ),
        (
            {"action": "declare_source", "key": "book", "declaration": {"title": "Weather"}},
            "sources: {book: {title: Weather}}",
        ),
        ({"action": "add_argument", "scheme": "sign", "title": "<Clouds>"}, "<Clouds>"),
        ({"action": "reconstruct", "thing": "<Front>"}, "(1) A front is coming."),
    ],
    ids=lambda value: value["action"] if isinstance(value, dict) else "",
)
def test_an_edit_changes_the_text(arguments: dict[str, object], line: str) -> None:
    content = answer("edit", **arguments)
    assert line in content["text"].splitlines()
    assert content["changed"]
    assert not content["written"]
    assert content["changes"]
    assert content["says"]


def test_a_relation_of_a_reconstructed_argument_is_turned() -> None:
    text = "[A]: a\n  + <B>\n\n<B>\n\n(1) p\n----\n(2) q"
    content = answer("edit", text=text, action="turn_relation", source="<B>", target="[A]", kind="attack")
    assert content["text"] == text.replace("+", "-")


def test_texts_are_laid_out_and_fixed() -> None:
    assert answer("edit", text="[A]:   a", action="format")["text"] == "[A]: a\n"
    assert answer("edit", text="(1) a\n---\n(2) b", action="fix")["text"] == "(1) a\n----\n(2) b"


def test_line_ends_stay() -> None:
    content = answer("edit", text="[A]: a\r\n\r\n[B]: b", action="rename", thing="[A]", title="C")
    assert content["text"] == "[C]: a\r\n\r\n[B]: b"
    assert "notes" not in content


def test_what_cannot_be_shown_is_said() -> None:
    content = answer("edit", text="[A]: a\x1b", action="rename", thing="[A]", title="C")
    assert content["text"] == "[C]: a�"
    assert content["notes"] == ["1 characters that cannot be shown are � here, and as they were in files"]


def test_fences_of_a_page_are_edited() -> None:
    page = "# Page\n\n```argdown\n[A]: a\n```\n"
    content = answer("edit", text=page, markdown=True, action="rename", thing="[A]", title="B")
    assert content["text"] == page.replace("[A]", "[B]")
    assert content["changes"] == [{"line": 4, "end_line": 4, "before": "A", "after": "B"}]


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("map", {"select": "[Rian]"}, r".*did you mean \[Rain\]\?"),
        ("map", {"focus": "[Rian]"}, r"the map shows no \[Rian\]; the nearest"),
        ("evaluate", {"accept": ["[Rian]"]}, r"there is no \[Rian\] in this debate; did you mean \[Rain\]\?"),
        ("evaluate", {"accept": ["[Rain]"], "reject": ["[Rain]"]}, r"\[Rain\] .*both"),
        ("why", {"about": "[Rian]"}, r"there is no \[Rian\]"),
        ("flips", {"about": "[Rian]"}, r"there is no \[Rian\]"),
        ("select", {"selector": "claims:unsuported"}, r".*unsupported"),
        ("edit", {"action": "rename"}, r"rename needs `thing`, `title`"),
        ("edit", {"action": "remove", "thing": "[Rain]", "title": "x"}, r"remove has no use for `title`"),
        ("edit", {"action": "rename", "thing": "[Rain]", "title": "<Wet>"}, r"\[Rain\] cannot become <Wet>"),
        ("edit", {"action": "rename", "thing": "[Rain]", "title": "Radar"}, r".*Radar"),
        ("edit", TURNED, r"no relation is written"),
        ("edit", {"action": "format", "write": True}, r"this server cannot write that; start it as"),
        ("convert", {"to": "aiff"}, r"`to` cannot be 'aiff'; did you mean 'aif'\?"),
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_answered_is_said(name: str, arguments: dict[str, object], words: str) -> None:
    assert re.match(words, refusal(name, **arguments), re.DOTALL)
