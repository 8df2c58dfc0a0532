"""The grammar for editors colours texts as the highlighter does, which runs the parser."""

from __future__ import annotations

import json
import plistlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, Punctuation, String, Text
from tests.extensions.textmate_tokens import scopes_of

from argmap import strategies
from argmap.extensions.pygments import ArgdownLexer
from argmap.extensions.textmate import FILE_TYPES, as_json, as_property_list, textmate_grammar
from argmap.syntax.operators import OPERATORS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "editors" / "vscode"
EXAMPLES = sorted((ROOT / "examples").glob("*.argdown"))

# By how scopes begin, the type of the highlighter's token.
MEANINGS = {
    "comment.line.double-slash": Comment,
    "comment.block": Comment,
    "constant.character.escape": String.Escape,
    "constant.numeric.premise": Number,
    "constant.other.evidence": Name.Constant,
    "entity.name.function.argument": Name.Function,
    "entity.name.label.question": Name.Label,
    "entity.name.section.rule": Name.Decorator,
    "entity.name.type.claim": Name.Class,
    "entity.other.attribute-name.tag": Name.Label,
    "keyword.control.include": Comment.Preproc,
    "keyword.control.inference": Keyword,
    "keyword.operator": Operator,
    "markup.bold": Generic.Strong,
    "markup.heading": Generic.Heading,
    "markup.italic": Generic.Emph,
    "markup.underline.link": String.Other,
    "punctuation": Punctuation,
}
# In data both leave it to a lexer of YAML, which has no use for these.
YAML = "yaml"
NEVER_YAML = (Operator, Keyword, Name.Class, Name.Function, Name.Decorator, Generic.Heading, Generic.Emph)


def _meaning(scope: str) -> object:
    if scope.startswith("meta.embedded") or scope.endswith(".yaml"):
        return YAML
    return next((kind for start, kind in MEANINGS.items() if scope.startswith(start)), scope or Text)


def differences(text: str) -> Iterator[tuple[int, str, object, object]]:
    """Yield offsets at which the highlighter and the grammar colour otherwise, with what each says."""
    tokens = ArgdownLexer().get_tokens_unprocessed(text)
    kinds = [kind for _, kind, part in tokens for _ in part]
    for offset, (kind, scope) in enumerate(zip(kinds, scopes_of(text), strict=True)):
        meaning = _meaning(scope)
        is_same = kind not in NEVER_YAML if meaning == YAML else meaning is kind
        if not is_same and not text[offset].isspace():
            yield offset, text[offset : offset + 20], kind, scope


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_coloured_as_they_are_read(path: Path) -> None:
    assert list(differences(path.read_text(encoding="utf-8"))) == []


@settings(max_examples=50)
@given(strategies.markup(frontmatter=True, comments=True))
def test_documents_are_coloured_as_they_are_read(text: str) -> None:
    assert list(differences(text)) == []


@given(st.text(alphabet="[]<>^?{}()#@*_-+>:/\n \t\\'\"=,a1!\ufeff\r\u2028"))
@example("<!--\n/*\n{\n--\n")
@example("===\n---")
def test_every_text_is_coloured(text: str) -> None:
    assert len(scopes_of(text)) == len(text)


@pytest.mark.parametrize("sign", OPERATORS)
def test_each_operator_is_one_of_its_relation(sign: str) -> None:
    scopes = scopes_of(f"[A]: a\n  {sign} [B]: b\n")
    assert set(scopes[9 : 9 + len(sign)]) == {f"keyword.operator.{OPERATORS[sign].relation}.argdown"}


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("[A]: a", ["entity.name.type.claim.definition.argdown", "punctuation.separator.title.argdown"]),
        ("[^E] #t", ["constant.other.evidence.reference.argdown", "entity.other.attribute-name.tag.argdown"]),
        ("<B> {a: 1}", ["entity.name.function.argument.reference.argdown", "entity.name.tag.yaml"]),
        ("(1) @[A] b", ["constant.numeric.premise.argdown", "entity.name.type.claim.mention.argdown"]),
        ("-- rule, b --", ["keyword.control.inference.argdown", "entity.name.section.rule.argdown"]),
        ("* *em* // c", ["punctuation.definition.list.begin.argdown", "comment.line.double-slash.argdown"]),
        ("a http://b.c/d // e", ["markup.underline.link.argdown", "comment.line.double-slash.argdown"]),
        ("-5 degrees [sic]", [""]),
        ("a {b} c", [""]),
    ],
)
def test_scopes_are_those_that_themes_colour(text: str, scopes: list[str]) -> None:
    assert set(scopes) <= set(scopes_of(text))
    assert scopes != [""] or set(scopes_of(text)) == {""}


def test_the_frontmatter_is_yaml_and_what_follows_is_not() -> None:
    scopes = scopes_of("===\ntitle: T\n===\n\n[A]: a")
    assert "entity.name.tag.yaml" in scopes[4:13]
    assert scopes[-6] == "entity.name.type.claim.definition.argdown"


def test_data_that_are_not_closed_end_with_the_next_block() -> None:
    assert scopes_of("a {b: 1\n\n[A]: a")[-6] == "entity.name.type.claim.definition.argdown"


def test_the_file_is_up_to_date() -> None:
    file = FOLDER / "syntaxes" / "argdown.tmLanguage.json"
    command = "python -m argmap.extensions.textmate > docs/editors/vscode/syntaxes/argdown.tmLanguage.json"
    assert file.read_text(encoding="utf-8") == as_json(textmate_grammar()), f"run `{command}`"


def test_a_property_list_says_the_same() -> None:
    written = as_property_list(textmate_grammar())
    assert plistlib.loads(written.encode()) == textmate_grammar()


def test_the_extension_for_vs_code_has_what_it_names() -> None:
    contributed = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["contributes"]
    (language,), (grammar,) = contributed["languages"], contributed["grammars"]
    assert language["extensions"] == [f".{ending}" for ending in FILE_TYPES]
    assert grammar["scopeName"] == textmate_grammar()["scopeName"]
    for path in (language["configuration"], grammar["path"]):
        assert json.loads((FOLDER / path).read_text(encoding="utf-8"))
