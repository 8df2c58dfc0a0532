"""What is wrong inside of what callers give: in lists, in data, in other debates, in names of options."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from tests.calling import DOCUMENT, FUNCTIONS, call, parameters

import argmap
from argmap import Claim, ClaimRef, Edit, Evidence, Question, Span, interop
from argmap.data.frozen_dict import FrozenDict

DEBATE = DOCUMENT.debate
OTHER = argmap.parse("[A]: It pours.\n  - <New>: n")
LISTS = [
    (name, parameter.name)
    for name in FUNCTIONS
    for parameter in parameters(name)
    if "Iterable[Named]" in str(parameter.annotation) and not name.startswith("Draft.")
]


@pytest.mark.parametrize("make", [list, tuple, iter, frozenset], ids=lambda make: make.__name__)
@pytest.mark.parametrize(("function", "parameter"), LISTS)
def test_a_list_may_be_held_by_anything(
    function: str, parameter: str, make: Callable[[Iterable[str]], object]
) -> None:
    as_list = call(function, **{parameter: ["[A]"]})
    assert repr(call(function, **{parameter: make(["[A]"])})) == repr(as_list)


def test_an_evaluation_of_another_debate_is_refused() -> None:
    evaluation = argmap.evaluate(OTHER)
    with pytest.raises(ValueError, match="of another debate"):
        argmap.draw(DOCUMENT, verdicts=evaluation)
    with pytest.raises(ValueError, match="of another debate"):
        argmap.report(DOCUMENT, evaluation=evaluation)


def test_an_evaluation_of_the_whole_is_one_of_its_parts_and_the_other_way_round() -> None:
    part = DEBATE.select(kind="argument")
    assert argmap.draw(part, verdicts=argmap.evaluate(DEBATE)).map.nodes
    assert argmap.draw(argmap.diff(DEBATE, OTHER), verdicts=argmap.evaluate(OTHER)).map.nodes


def test_what_has_no_title_is_not_what_has_none_in_another_debate() -> None:
    one, other = argmap.parse("It rains."), argmap.parse("It pours.")
    (claim,) = other.debate.claims.values()
    assert claim.ref in one.debate
    assert claim not in one.debate
    with pytest.raises(LookupError, match="something else in this debate"):
        one.debate[claim]


def test_an_element_with_a_title_names_its_like_in_another_debate() -> None:
    assert DEBATE[OTHER.debate.claims["A"]] is DEBATE.claims["A"]


@pytest.mark.parametrize("shape", ["{}x", "[{}]", "<{}>", "[^{}]"])
@pytest.mark.parametrize("mapping", ["claims", "evidence", "questions", "arguments", "sources", "metadata"])
def test_mappings_name_the_nearest_key(mapping: str, shape: str) -> None:
    known: FrozenDict[str, object] = getattr(DEBATE, mapping)
    (title,) = list(known)[:1]
    with pytest.raises(KeyError, match=f"did you mean '{title}'"):
        known[shape.format(title)]


def test_mappings_say_what_an_element_is_called_in_them() -> None:
    with pytest.raises(KeyError, match="did you mean 'A'"):
        DEBATE.claims[ClaimRef("A")]  # type: ignore[index]  # that is the point


def test_missing_keys_survive_pickling() -> None:
    import pickle

    with pytest.raises(KeyError) as error:
        DEBATE.claims["a"]
    assert str(pickle.loads(pickle.dumps(error.value))) == "there is no 'a'; did you mean 'A'?"


@pytest.mark.parametrize("kind", [Claim, Evidence, Question, argmap.Argument])
@pytest.mark.parametrize(
    "values", [{"tags": "x"}, {"tags": ["x"]}, {"tags": (3,)}, {"data": {}}, {"sources": (3,)}]
)
def test_elements_hold_what_they_say(kind: type, values: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=r"must be a|must be an"):
        kind("A", **values)


@pytest.mark.parametrize("values", [("text",), (3,), (("text",),), ([],)])
@pytest.mark.parametrize("kind", [Claim, Evidence, Question, argmap.Argument])
def test_elements_have_statements_not_texts(kind: type, values: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match="must be a"):
        kind("A", *values)


def test_edits_have_a_place_and_a_text() -> None:
    with pytest.raises(TypeError, match="span must be a Span"):
        Edit(3, "x")  # type: ignore[arg-type]  # that is the point
    with pytest.raises(TypeError, match="replacement must be a text"):
        Edit(Span(0, 1), None)  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize("value", [object(), {"a": [object()]}, ClaimRef("A"), DEBATE, DEBATE.claims["A"]])
def test_data_hold_what_yaml_can_say(value: object) -> None:
    with pytest.raises(TypeError, match="data cannot hold"):
        argmap.Draft().claim("A", data={"key": value})


def test_data_that_hold_themselves_are_refused() -> None:
    ring: list[object] = []
    ring.append(ring)
    with pytest.raises(ValueError, match="nested so deeply"):
        argmap.Draft().claim("A", data={"key": ring})


def test_numbers_of_other_libraries_and_members_of_enumerations_are_values() -> None:
    from fractions import Fraction

    draft = argmap.Draft()
    draft.evidence("E", kind=argmap.model.EvidenceKind.LAW, data={"half": Fraction(1, 2)})
    evidence = draft.finish().evidence["E"]
    assert (evidence.kind, evidence.data["half"]) == ("law", 0.5)


def test_what_attacks_itself_is_detached_once() -> None:
    draft = argmap.Draft()
    draft.claim("A", "a")
    assert draft.attack("A", "A").detach("A", "A").to_text() == "[A]: a\n"


def test_a_path_that_is_not_included_is_refused_with_the_nearest() -> None:
    document = argmap.parse("[A]: a", path="debate.argdown")
    assert document.at(1, "debate.argdown") == document.at(1)
    with pytest.raises(LookupError, match="includes no file 'debat"):
        document.at(1, "debat.argdown")
    with pytest.raises(LookupError, match="includes no file 'debat"):
        argmap.edits.allow(document, "C301", 1, "debat.argdown")


def test_an_offset_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the text"):
        DOCUMENT.at(len(DOCUMENT.text) + 1)


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"shet": "a"}, "did you mean 'sheet'"),
        ({"safe": "no"}, "safe must be True or False"),
        ({"rephrase": "wording"}, "did you mean 'wordings'"),
        ({"sheet": 3}, "sheet must be a text"),
    ],
)
def test_choices_that_no_format_has_are_refused(choices: dict[str, object], message: str) -> None:
    with pytest.raises((LookupError, TypeError, ValueError), match=message):
        interop.read("id,text\n", format="csv", **choices)
    with pytest.raises((LookupError, TypeError, ValueError), match=message):
        interop.write(DOCUMENT, format="aif", **choices)


def test_misspelt_names_of_the_package_let_python_say_what_was_meant() -> None:
    with pytest.raises(AttributeError) as error:
        argmap.darw  # type: ignore[attr-defined]  # noqa: B018  # that is the point
    assert (error.value.name, error.value.obj) == ("darw", argmap)


def test_notebooks_complete_names_behind_brackets() -> None:
    assert DEBATE._ipython_key_completions_() == [str(element.ref) for element in DEBATE]
    assert DEBATE.claims._ipython_key_completions_() == ["A"]
    assert set(argmap.evaluate(DOCUMENT)._ipython_key_completions_()) >= {"[A]", "<C>#1"}


# It lets go of its document on the way, and Python names at least what is misspelt.
@pytest.mark.parametrize("name", [name for name in FUNCTIONS if name in argmap.__all__ and name != "draw"])
def test_misspelt_parameters_are_answered_with_the_nearest(name: str) -> None:
    longest = max((parameter.name for parameter in parameters(name)), key=len)
    with pytest.raises(TypeError, match=f"{name}.. has no parameter '{longest}x'; did you mean '{longest}'"):
        FUNCTIONS[name](**{f"{longest}x": DOCUMENT})


def test_functions_are_pickled_by_their_names() -> None:
    import pickle

    assert pickle.loads(pickle.dumps(argmap.parse)) is argmap.parse
