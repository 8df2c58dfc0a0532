"""A grammar for editors that colour by TextMate's rules, such as VS Code, made from the language's tables.

`python -m argmap.extensions.textmate` prints it as JSON, with `plist` behind it as a property list. The rules
see one line at a time, so that a text in which only the lines around say what a line is may be coloured
otherwise than it is read.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from argmap.extensions.inline_patterns import INLINE_PATTERNS
from argmap.fences.suffixes import TEXTS
from argmap.syntax.grammar import tables
from argmap.syntax.operators import OPERATOR, OPERATORS

Rule: TypeAlias = dict[str, Any]

LANGUAGE = "argdown"
FILE_TYPES = tuple(suffix.removeprefix(".") for suffix in TEXTS)
_SCOPE = "text.argdown"
_TITLES = {
    "EVIDENCE": "constant.other.evidence",
    "QUESTION": "entity.name.label.question",
    "CLAIM": "entity.name.type.claim",
    "ARGUMENT": "entity.name.function.argument",
}
_INLINE = {
    "escape": "constant.character.escape",
    "tag": "entity.other.attribute-name.tag",
    "evidence": f"{_TITLES['EVIDENCE']}.mention",
    "claim": f"{_TITLES['CLAIM']}.mention",
    "argument": f"{_TITLES['ARGUMENT']}.mention",
    "link": "markup.underline.link",
    "strong": "markup.bold",
    "emphasis": "markup.italic",
}
_NUMBER = "constant.numeric.premise"
_LIST = "punctuation.definition.list.begin"
_COLON = "punctuation.separator.title"
_HYPHENS = "keyword.control.inference"
_RULE = "entity.name.section.rule"
# What begins a block ends data that nothing closed.
_UNCLOSED = r"^(?=\[|<|#+ |\([0-9]+\)|===)"
_COMMENT = r"//|/\*|<!--"
_DATA = r"\{(?=[ \t]*(?:[\w\"'.-]+[ \t]*:|\}|$))"


def textmate_grammar() -> Rule:
    """Return the grammar as its JSON has it.

    >>> textmate_grammar()["scopeName"]
    'text.argdown'
    """
    names = ("include", "comment", "inference", "heading", "marked-line", "titled-line", "inline")
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "comment": "Made by `python -m argmap.extensions.textmate` from the tables of the language.",
        "name": "Argdown",
        "scopeName": _SCOPE,
        "fileTypes": list(FILE_TYPES),
        "patterns": [*_included("frontmatter"), *_included(*names)],
        "repository": _repository(),
    }


def _repository() -> dict[str, Rule]:
    return {
        "frontmatter": {
            "begin": r"\A(?:\x{FEFF})?[ \t]*(={3,})[ \t]*$",
            "end": r"^[ \t]*(={3,})[ \t]*$",
            "beginCaptures": _captures("punctuation.definition.frontmatter.begin"),
            "endCaptures": _captures("punctuation.definition.frontmatter.end"),
            "contentName": "meta.embedded.block.yaml",
            "patterns": [{"include": "source.yaml"}, *_included("yaml")],
        },
        "include": {
            "match": r"^[ \t]*(@include\([^)\n]+\))[ \t]*$",
            "captures": _captures("keyword.control.include"),
        },
        "comment": {"patterns": list(_comments())},
        "inference": {"patterns": list(_inferences())},
        "heading": {
            "begin": r"^[ \t]*(?=#+ )",
            "end": r"$",
            "contentName": _named("markup.heading"),
            "patterns": _included("comment", "tag", "data"),
        },
        "marked-line": _marked_line(),
        "titled-line": {
            "match": rf"^(?:\x{{FEFF}})?[ \t]*(?:{_titles()})",
            "captures": _captures(*_title_scopes()),
        },
        "inline": {
            "patterns": [
                # What looks like a comment in an address is none.
                {"match": r"[A-Za-z0-9+.-]://[^\s\]>)]*"} | {"name": _named("markup.underline.link")},
                *_included("comment", "data"),
                *(
                    {"match": _in_oniguruma(pattern), "name": _named(_INLINE[name])}
                    for name, pattern in INLINE_PATTERNS.items()
                ),
            ]
        },
        "tag": {"match": _in_oniguruma(_terminal("TAG")), "name": _named(_INLINE["tag"])},
        "data": {
            "begin": _DATA,
            "end": rf"\}}|{_UNCLOSED}",
            "name": _named("meta.embedded.data"),
            "patterns": _included("braces", "yaml"),
        },
        "braces": {
            "begin": r"\{",
            "end": rf"\}}|{_UNCLOSED}",
            "patterns": _included("braces", "yaml"),
        },
        "yaml": {"patterns": list(_yaml())},
    }


def _comments() -> Iterator[Rule]:
    line, block = _named("comment.line.double-slash"), _named("comment.block")
    yield {"match": r"(?<![A-Za-z0-9+.-]:)//.*$", "name": line}
    yield {"begin": r"/\*", "end": r"\*/", "name": block}
    yield {"begin": r"<!--", "end": r"--!?>", "name": block}


def _inferences() -> Iterator[Rule]:
    yield {"match": r"^[ \t]*(-{3,})[ \t]*$", "captures": _captures(_HYPHENS)}
    yield {
        "begin": r"^[ \t]*(--+)",
        # What is not closed ends before a numbered line, or at a blank one.
        "end": r"(--+)|^(?=[ \t]*(?:\([0-9]+\)|$))",
        "beginCaptures": _captures(_HYPHENS),
        "endCaptures": _captures(_HYPHENS),
        "patterns": [
            *_included("comment", "data"),
            {"match": r"\\.", "name": _named(_RULE)},
            {
                "match": rf"(?!--)[^,\s{{\\](?:(?!--|[ \t]*(?:$|,|\{{|--|{_COMMENT}))[^\\])*",
                "name": _named(_RULE),
            },
        ],
    }


def _marked_line() -> Rule:
    """Return the rule of a line with a marker, behind which a title may be."""
    relations: dict[str, list[str]] = {}
    for sign, operator in OPERATORS.items():
        ending = r"(?=\s|$)" if operator.needs_space else ""
        relations.setdefault(operator.relation, []).append(re.escape(sign) + ending)
    signs = (_longest_first(signs) for signs in relations.values())
    # At the margin an operator counts only if it looks like one.
    free = rf"(?:^[ \t]+|^(?={OPERATOR}(?:[ \t\[<]|$)))"
    operators = f"{free}(?:{'|'.join(f'({sign})' for sign in signs)})"
    number, items = _terminal("NUMBER"), "|".join(map(_terminal, ("BULLET", "ENUMERATOR")))
    return {
        "match": _in_oniguruma(rf"(?:{operators}|^[ \t]*(?:({number})|({items})))[ \t]*(?:{_titles()})?"),
        "captures": _captures(
            *(f"keyword.operator.{relation}" for relation in relations), _NUMBER, _LIST, *_title_scopes()
        ),
    }


def _longest_first(signs: Iterable[str]) -> str:
    return "|".join(sorted(signs, key=lambda sign: (-len(sign), sign)))


def _titles() -> str:
    """Return the pattern of a title, with a group for each of `_title_scopes`."""
    tags = rf"(?:{_terminal('TAG')}[ \t]*)*"
    alone = rf"(?=[ \t]*{tags}(?:$|\{{|{_COMMENT}))"
    # The parser masks comments first, so that none is taken for a title or a part of one.
    definition = _without_comment(r"\[", r"\]") + _without_comment("<", ">")
    definitions = (_terminal(f"{kind}_DEFINITION").removesuffix(":") for kind in _TITLES)
    references = (_terminal(f"{kind}_REFERENCE") for kind in _TITLES)
    ways = [rf"{definition}({title})(:)" for title in definitions]
    ways += [rf"({title}){alone}" for title in references]
    return _in_oniguruma(rf"(?!<!--)(?:{'|'.join(ways)})")


def _without_comment(opening: str, closing: str) -> str:
    """Return a pattern that lets nothing pass in which a comment is behind the first closing bracket."""
    first = rf"{opening}[^{closing}\n]*{closing}(?!:)"
    return rf"(?!{first}(?:(?!{closing}:)[^\n])*?(?:(?<![A-Za-z0-9+.-]:)//|/\*|<!--))"


def _title_scopes() -> Iterator[str]:
    for scope in _TITLES.values():
        yield from (f"{scope}.definition", _COLON)
    yield from (f"{scope}.reference" for scope in _TITLES.values())


def _yaml() -> Iterator[Rule]:
    """Yield rules for data where the editor knows no YAML."""
    yield {"match": r"(?<!\S)#.*$", "name": "comment.line.number-sign.yaml"}
    yield {"match": r"([\w.-]+)[ \t]*(:)(?=[ \t\[{]|$)", "captures": {"1": {"name": "entity.name.tag.yaml"}}}
    string = "string.quoted.double.yaml"
    yield {"begin": r'(?<=[:,\[{ \t])"', "end": r'(?<!\\)"|$', "name": string}
    yield {"begin": r"(?<=[:,\[{ \t])'", "end": r"'|$", "name": "string.quoted.single.yaml"}
    yield {
        "match": r"(?<=[:,\[ \t])-?[0-9]+(?:\.[0-9]+)?(?=[ \t]*(?:[,\]}]|$))",
        "name": "constant.numeric.yaml",
    }


def _terminal(name: str) -> str:
    return tables().terminals[name][1]


def _captures(*scopes: str) -> dict[str, Rule]:
    return {str(number): {"name": _named(scope)} for number, scope in enumerate(scopes, 1)}


def _named(scope: str) -> str:
    return f"{scope}.{LANGUAGE}"


def _included(*names: str) -> list[Rule]:
    return [{"include": f"#{name}"} for name in names]


def _in_oniguruma(pattern: str) -> str:
    """Return a pattern of Python as editors have it, in ASCII."""
    return "".join(
        r"\n" if character == "\n" else character if character.isascii() else rf"\x{{{ord(character):X}}}"
        for character in pattern
    )


def as_json(grammar: Mapping[str, object]) -> str:
    """Return a grammar as it is in its file."""
    return json.dumps(grammar, ensure_ascii=False, indent=2) + "\n"


def as_property_list(grammar: Mapping[str, Any]) -> str:
    """Return a grammar as a property list, which Sublime Text and TextMate read.

    >>> as_property_list({"name": "Argdown"}).splitlines()[4]
    '\\t<key>name</key>'
    """
    import plistlib

    return plistlib.dumps(grammar).decode("utf-8")


if __name__ == "__main__":
    forms = {"json": as_json, "plist": as_property_list}
    form = sys.argv[1] if len(sys.argv) > 1 else "json"
    if form not in forms:
        sys.exit(f"there is no form {form!r}; write {' or '.join(forms)}")
    print(forms[form](textmate_grammar()), end="")
