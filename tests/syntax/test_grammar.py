"""The grammar itself."""

from importlib.resources import files

import pytest

from argmap.data.grammars.grammar_tables import tables_as_json
from argmap.syntax import grammar
from argmap.syntax.braces import Braces
from argmap.syntax.document import parse_tree
from argmap.syntax.parser import terminal
from argmap.syntax.shortcodes import SHORTCODES, shortcode_pattern
from argmap.syntax.titles import clean_title

_SYNTAX = files("argmap.syntax")


def test_the_grammar_has_no_conflicts() -> None:
    assert grammar.block_parser().options.strict


def test_the_tables_beside_the_grammar_are_its_own() -> None:
    kept = _SYNTAX.joinpath("argdown.json").read_text(encoding="utf-8")
    assert kept == tables_as_json(grammar.build_tables()._asdict())


def test_a_grammar_that_was_edited_gets_new_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _SYNTAX.joinpath("argdown.lark").read_text(encoding="utf-8")
    edited = text.replace("/><" + "/", "/%%/")
    monkeypatch.setattr(grammar, "_grammar", lambda: edited)
    grammar.block_parser.cache_clear()
    made = grammar.tables.__wrapped__()
    grammar.block_parser.cache_clear()
    assert made.terminals["CONTRADICTS"] == (7, "%%")


def test_terminals_are_those_of_the_grammar() -> None:
    assert terminal("COMMA") == ","


def test_parsing_leaves_no_state_behind() -> None:
    text = "[A]: x\n  + b\n      - c\n\n(1) p\n-- r"
    assert parse_tree(text) == parse_tree(text)


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("{a}", 2),
        ("{a: {b: 1}}", 10),
        ('{a: "}"}', 7),
        ("{a: '}'}", 7),
        ("{a: 'it''s }'}", 13),
        ('{a: "\\"}"}', 9),
        ("{a: it's}", 8),
        ("{a: [\n - 'x}'\n]}", 15),
        ("{\n- '}'\n}", 8),
        ("{\n'}': 1\n}", 9),
        ("{a: 'x}", 6),
        ("{a", None),
        ("{a: {b}", None),
        ("{a\n\n# H\n}", None),
    ],
)
def test_braces_are_balanced_and_know_quotes(text: str, closing: int | None) -> None:
    assert Braces(text).closing(0) == closing


def test_inner_braces_are_known_too() -> None:
    braces = Braces("{a: {b: 1}}")
    assert (braces.closing(0), braces.closing(4)) == (10, 9)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (" A ", "A"),
        ("A\t\n B", "A B"),
        ("u\u0308ber", "über"),
        ("\u2028A", "A"),
        ("ABC", "ABC"),
    ],
)
def test_titles_are_trimmed_collapsed_and_composed(written: str, title: str) -> None:
    assert clean_title(written) == title


def test_shortcodes_can_be_written_with_dots_and_with_colons() -> None:
    assert (SHORTCODES[".A."], SHORTCODES[":A:"]) == ("∀", "∀")


def test_longer_shortcodes_come_first() -> None:
    assert shortcode_pattern(frozenset({".a.", ".a.b."})) == r"\.a\.b\.|\.a\."
