"""The table of operators and the grammar say the same."""

import re

import pytest

from argmap.model import RelationKind
from argmap.syntax import Element
from argmap.syntax.document import parse_tree
from argmap.syntax.grammar import block_parser
from argmap.syntax.operators import (
    OPERATOR,
    OPERATOR_AT_LINE_START,
    OPERATOR_TERMINALS,
    OPERATORS,
    PLAIN_OPERATOR,
    Operator,
    marker_of,
)
from argmap.syntax.parser import terminal

_TABLE = pytest.mark.parametrize("operator", OPERATORS.values(), ids=OPERATORS)
_OTHER_MARKERS = {"BULLET", "ENUMERATOR"}


def _elements(text: str) -> tuple[Element, ...]:
    return parse_tree(text).blocks[0].elements


def test_the_grammar_knows_these_operators_and_no_others() -> None:
    items = [rule for rule in block_parser().rules if rule.origin.name == "item"]
    named = {symbol.name for rule in items for symbol in rule.expansion if symbol.is_term}
    assert named - _OTHER_MARKERS == OPERATOR_TERMINALS


@_TABLE
def test_the_grammar_writes_an_operator_as_the_table_does(operator: Operator) -> None:
    assert re.fullmatch(terminal(operator.terminal), operator.marker)


@pytest.mark.parametrize("name", sorted(OPERATOR_TERMINALS))
def test_a_terminal_matches_no_sign_that_the_table_lacks(name: str) -> None:
    characters = {*"".join(OPERATORS), "*"}
    signs = [first + second for first in characters for second in ("", *characters)]
    matched = {sign for sign in signs if re.fullmatch(terminal(name), sign)}
    assert matched == {operator.marker for operator in OPERATORS.values() if operator.terminal == name}


@_TABLE
def test_text_ends_before_an_operator(operator: Operator) -> None:
    found = re.match(terminal("TEXT"), f"a\n{operator.marker} b")
    assert found is not None
    assert found[0] == "a"


@_TABLE
def test_an_operator_begins_a_line_below_another(operator: Operator) -> None:
    assert [element.marker for element in _elements(f"[A]\n  {operator.marker} [B]")] == ["", operator.marker]


@_TABLE
def test_an_operator_alone_relates_unless_it_needs_a_space(operator: Operator) -> None:
    below = _elements(f"[A]: x\n  {operator.marker}a")[1:]
    assert [element.marker for element in below] == [operator.marker] * (not operator.needs_space)


@_TABLE
def test_patterns_match_a_whole_operator(operator: Operator) -> None:
    assert re.match(OPERATOR, operator.marker + "<")[0] == operator.marker  # type: ignore[index] # it does
    assert bool(re.fullmatch(PLAIN_OPERATOR, operator.marker)) == (not operator.needs_space)
    assert re.match(OPERATOR_AT_LINE_START, f"{operator.marker} a")


@_TABLE
def test_what_we_write_says_the_same(operator: Operator) -> None:
    written = OPERATORS[marker_of(operator.relation, is_from_below=operator.is_from_below)]
    assert written[1:4] == operator[1:4]


@pytest.mark.parametrize("is_from_below", [True, False])
def test_an_unknown_relation_has_no_operator(is_from_below: bool) -> None:
    with pytest.raises(LookupError, match="'likes'"):
        marker_of("likes", is_from_below=is_from_below)


@_TABLE
def test_every_relation_of_the_table_is_a_kind(operator: Operator) -> None:
    assert RelationKind(operator.relation).is_symmetric == operator.is_symmetric
