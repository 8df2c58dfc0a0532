"""Where comments and data may begin, in lines of brackets that nothing closes."""

import pytest

import argmap
from argmap.syntax.atoms import Atoms


def found(text: str) -> list[str]:
    atoms, position, marks = Atoms(text), 0, []
    while atom := atoms.next(position, len(text)):
        marks.append(atom[0])
        position = atom.end()
    return marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("[a {b", ["{"]),
        ("[a [b {c\n[d]", ["{", "[d]"]),
        ("[a](b // c", ["[a]", "//"]),
        ("[a](b #(c [d](e\n[f](g)", ["[a]", "[d]", "[f](g)"]),
        ("<a <b /* <c\n<d>: //", ["/*", "<d>:", "//"]),
        ("#(a {\n#(b)", ["{", "#(b)"]),
        ("[a <b #(c {\n[d] <e> #(f)", ["{", "[d]", "<e>", "#(f)"]),
        (r"\] [a]() (", [r"\]", "[a]()"]),
    ],
)
def test_what_is_not_closed_on_its_line_hides_nothing(text: str, marks: list[str]) -> None:
    assert found(text) == marks


@pytest.mark.parametrize("signs", ["[", "<a", "#(", "[a](", "[<a#(", "@["])
def test_a_line_may_have_very_many_brackets(signs: str) -> None:
    text = "[A]: a {b: c}\n" + signs * 200_000 + " {d"
    assert argmap.parse(text).text == text
