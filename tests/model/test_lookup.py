"""Finding in a debate what a caller names."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.counting import calls

import argmap
from argmap import strategies
from argmap.data.frozen_dict import FrozenDict
from argmap.model import (
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    EvidenceRef,
    InferenceRef,
    NotInDebateError,
    lookup,
    resolve,
)
from argmap.model.lookup import reference_in
from argmap.model.statement import Statement
from argmap.model.stating.calling import called

TEXT = """
[Sun]: It is sunny.
  + <Forecast>: They said so.
  + [^Sun]: One sees it. {source: me}

<Forecast>

(1) p
----
(2) [Sun]
"""
DEBATE = argmap.parse(TEXT).debate


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("[Sun]", ClaimRef("Sun")),
        ("[^Sun]", EvidenceRef("Sun")),
        ("<Forecast>", ArgumentRef("Forecast")),
        ("<Forecast>#1", InferenceRef("Forecast", 0)),
        (" <Forecast> ", ArgumentRef("Forecast")),
        ("Forecast", ArgumentRef("Forecast")),
        (DEBATE.claims["Sun"], ClaimRef("Sun")),
        (DEBATE.arguments["Forecast"].inferences[0], InferenceRef("Forecast", 0)),
    ],
)
def test_titles_references_and_elements_name_things(name: object, ref: object) -> None:
    assert resolve(DEBATE, name) == ref


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("[Sum]", r"there is no \[Sum\] in this debate; did you mean \[Sun\]\?"),
        ("Sun", r"there are several of that title: \[Sun\], \[\^Sun\]"),
        ("<Forecst>", r"did you mean <Forecast>\?"),
        ("<Forecast>#2", "there is no <Forecast>#2: <Forecast> has 1 inference$"),
        (InferenceRef("Forecast", -1), "there is no"),
        ("", "there is no"),
    ],
)
def test_what_is_not_there_is_a_lookup_error_with_the_nearest(name: object, message: str) -> None:
    with pytest.raises(LookupError, match=message):
        resolve(DEBATE, name)


@pytest.mark.parametrize("thing", [3, None, 2.5, ["[Sun]"], DEBATE, ("Sun",)])
def test_other_things_are_a_type_error(thing: object) -> None:
    with pytest.raises(TypeError, match="name something in a debate by"):
        resolve(DEBATE, thing)


def test_the_error_survives_pickling() -> None:
    assert str(pickle.loads(pickle.dumps(NotInDebateError("there is no [A]")))) == "there is no [A]"
    with pytest.raises(NotInDebateError) as caught:
        resolve(DEBATE, "[Sum]")
    assert (
        str(pickle.loads(pickle.dumps(caught.value)))
        == "there is no [Sum] in this debate; did you mean [Sun]?"
    )


def test_what_is_near_is_looked_for_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(lookup, "nearest", lambda word, known: asked.append(word))
    with pytest.raises(NotInDebateError) as caught:
        resolve(DEBATE, "[Sum]")
    assert not asked
    assert [str(caught.value), caught.value.near] == ["there is no [Sum] in this debate", ""]
    assert asked == ["[Sum]"]


@given(strategies.debates())
def test_every_element_is_found_by_its_markup(debate: Debate) -> None:
    assert all(resolve(debate, str(element.ref)) == element.ref for element in debate)


@given(strategies.debates(), st.text())
def test_a_name_finds_something_or_is_a_lookup_error(debate: Debate, name: str) -> None:
    assert name in debate or resolve_error(debate, name)


def resolve_error(debate: Debate, name: str) -> str:
    with pytest.raises(LookupError) as caught:
        resolve(debate, name)
    return str(caught.value)


@given(st.text())
def test_any_text_may_be_asked_for_its_reference(text: str) -> None:
    ref = reference_in(text)
    assert ref is None or reference_in(str(ref)) == ref


def test_a_claim_without_a_title_is_named_by_its_words() -> None:
    debate = argmap.parse("It   rains\nagain.\n\nIt snows.\n\nIt snows.\n\n[A]: It rains.").debate
    (rain, snow, other) = (ClaimRef(f"Untitled {number}") for number in (1, 2, 3))
    assert [resolve(debate, name) for name in ("It rains again.", "“It rains again.”", "It rains…")] == [
        rain
    ] * 3
    assert f"several claims of these words: {snow}, {other}" in resolve_error(debate, "It snows.")
    assert resolve_error(debate, "It hails.") == "there is no It hails. in this debate"


@given(st.lists(st.text(min_size=1, max_size=60), max_size=4))
def test_what_reports_call_a_claim_names_it_or_several(texts: list[str]) -> None:
    titles = [f"Untitled {number}" for number in range(len(texts))]
    claims = {
        title: Claim(title=title, statements=(Statement(title=title, text=text),), is_untitled=True)
        for title, text in zip(titles, texts, strict=True)
    }
    debate = Debate(claims=FrozenDict(claims))
    for claim in claims.values():
        name = called(debate, claim.ref)
        assert name in debate or "there are several" in resolve_error(debate, name)


def is_named(debate: Debate, thing: object) -> bool:
    try:
        resolve(debate, thing)
    except (LookupError, TypeError):
        return False
    return True


@given(strategies.debates(), strategies.debates(), st.lists(st.text(max_size=9)))
def test_a_debate_has_what_can_be_resolved_in_it(debate: Debate, other: Debate, names: list[str]) -> None:
    words = [claim.text or "" for claim in debate.claims.values()]
    things: list[object] = [None, 1, *names, *words, *(f"{text[:3]}…" for text in words)]
    for element in (*debate, *other):
        things += [element, element.ref, str(element.ref), element.title]
    assert [thing in debate for thing in things] == [is_named(debate, thing) for thing in things]


@pytest.mark.parametrize("thing", [ClaimRef("Moon"), ArgumentRef("Moon"), InferenceRef("Sun", 0), "[Moon]"])
def test_what_is_not_there_is_missed_without_a_search_for_what_is_near(thing: object) -> None:
    few, many = ("".join(f"[Sun {n}]: It shines.\n\n" for n in range(size)) for size in (3, 300))
    small, large = argmap.parse(few).debate, argmap.parse(many).debate
    assert thing not in small
    assert calls(lambda: thing in large) == calls(lambda: thing in small)
