"""JSON of any shape is a debate with which all can be done, or an error that says where."""

from __future__ import annotations

import contextlib
import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap
from argmap.interop import FormatError
from argmap.interop.argdown_json import dumps, loads

TEXT = """\
===
title: Weather
color: {tagColors: {sky: "#ff0000"}}
sources: {cam: {title: A camera, issued: 2020, url: "https://example.org/"}}
terms: {sun: A star}
===

# Sky #sky {isGroup: true, due: 2020-01-31}

[Sun]: It **shines** on [a page](http://x.org), [^Picture]. #s {source: cam, when: 2020-01-31, l: [1, {a: b}]}
  + <Forecast>: They said so. {source: Radio}
    - [Odd]: no
  - [^Picture]: A picture. {source: "@cam", kind: document, quote: sun, locator: p. 3, reliability: 0.5}
  >< [Rain]: it rains

## Deeper {isClosed: true}

<Proof>: It is so. #sky

(1) [Sun]
(2) Another. {uses: [1]}
-- Modus ponens {scheme: expert opinion, warrant: w, qualifier: q, strength: 0.7, uses: [1, 2]} --
(3) [Rain]
  +> [Odd]
(4) last
----
(5) [Odd]
  <_ <Forecast>
"""
CONFIGURATION = {"group": {"regroup": [{"title": "R", "statements": ["Sun"], "arguments": ["Proof"]}]}}
EXPORTS = tuple(
    dumps(argmap.parse(TEXT, settings=chosen))
    for chosen in ({}, CONFIGURATION, {"model": {"mode": "strict"}}, {"model": {"explodeArguments": True}})
)
ODD = (
    *(None, True, False, 0, -1, 3, 10**30, 1.5, float("nan"), float("inf")),
    *("", "x", "Sun", "^Picture", "Proof", "\ud800", "\x00\x1b", "s1", "s99", "attack", "1e999", "]:"),
    *([], [1], ["x"], [None], [[]], {}, {"x": 1}, {"": {}}, {"\ud800": "\udfff"}),
    *({"$at": [3, 1]}, {"$at": ["a", 2]}, {"$Nope": 1}, {"$mapping": [[1, 2]]}, {"$mapping": [1]}),
    *({"$integer": "0x1"}, {"$number": "nan"}, {"$date": "2020-01-31"}, {"$time": "x"}, {"$bytes": "€"}),
    *({"$Role": "premise"}, {"$Claim": {"title": "x"}}, {"$ClaimRef": {"title": "Sun"}}),
    *(
        {"$ClaimRef": {"title": "Sun", "colour": "evidence"}},
        {"$ClaimRef": {"title": "Sun", "kind": "evidence"}},
        {"$InferenceRef": {"argument": "Proof", "place": -1}},
    ),
    *({"$Settings": {}}, {"$Debate": {}}, {"$Source": {"title": {}}}, {"$CriticalQuestionRef": {}}),
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place in a JSON value: what holds it, and under which key or number."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        for key in keys:
            yield one, key
            waiting.append(one[key])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Exports in which some nodes are left out, replaced, put elsewhere or named otherwise."""
    whole = json.loads(draw(st.sampled_from(EXPORTS)))
    for _ in range(draw(st.integers(1, 3))):
        everywhere = list(places(whole))
        holder, key = draw(st.sampled_from(everywhere))
        match draw(st.sampled_from(("left out", "odd", "moved", "named", "wrapped"))):
            case "left out":
                del holder[key]
            case "odd":
                # A copy: what is put in may itself be changed by the next step.
                holder[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
            case "moved":
                other, name = draw(st.sampled_from(everywhere))
                holder[key] = copy.deepcopy(other[name])
            case "named" if isinstance(holder, dict):
                holder[draw(st.sampled_from(("Sun", "argmap", "x", "", "^", "^x", "\ud800", "data")))] = (
                    holder.pop(key)
                )
            case _:
                holder[key] = [holder[key]]
    return json.dumps(whole)


def use(text: str, file: Path) -> None:
    """Do with a debate what can be done with one."""
    debate = loads(text)
    argmap.build_map(debate)
    file.write_bytes(text.encode(errors="surrogatepass"))
    document = argmap.load(file)
    argmap.check(document)
    assert argmap.draw(document, detail="full", legend=True, questions=True).dot
    assert dumps(document)
    assert isinstance(argmap.to_text(debate), str)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(tmp_path_factory.mktemp("json")) / "debate.json"


@settings(max_examples=150)
@given(mutated())
@example('{"argmap":{"metadata":1.5}}')
@example('{"argmap":{"metadata":"x"}}')
@example('{"argmap":{"metadata":{"sources":{"Sun":{"title":"A"}}}}}')
@example('{"statements":{"P":{"argmap":{"title":{}}}}}')
@example('{"statements":{"^P":{"argmap":{"reliability":-1}}}}')
@example('{"arguments":{"d":{"members":[{"section":"s2"}]}}}')
@example('{"statements": 1, "statements": {"A": {}, "A": {"members": []}}}')
@example('{"statements": {"A": {"data": {"a": NaN, "b": -Infinity, "c": 1e999}}}}')
@example('{"statements": {"A": {"data": ' + '{"a": ' * 3000 + "1" + "}" * 3002 + "}")
@example('{"sections": [{"id": "s1", "title": "x", "level": 1000000000000}]}')
@example('{"statements": {"\\ud800": {"members": [{"text": "\\udfff", "tags": ["\\ud800"]}]}}}')
def test_any_json_can_be_used_or_is_a_format_error(file: Path, text: str) -> None:
    with contextlib.suppress(FormatError):
        use(text, file)


def test_exports_can_be_used(file: Path) -> None:
    for text in EXPORTS:
        use(text, file)
