"""What is wrong in a text that is no YAML, in plain words, and how to write it where that is certain."""

from __future__ import annotations

import re
from typing import Any

from argmap.data.locations import quoted
from argmap.named_tuples import NamedTuple
from argmap.text import Fix, Span
from argmap.text.similar_characters import CURLY

_INDENTED_BY_TAB = re.compile(r"^[ ]*\t[ \t]*(?=[^\s])", re.MULTILINE)
_FLOW_TEXT = re.compile(r"[^,\[\]{}\n\r]*")
_LINE_TEXT = re.compile(r"(?:[^ \t\n\r]++|[ \t]++(?![#\n\r]|\Z))*+")
_TIGHT = re.compile(r"[\w-]+:(?=[^\s:/])")
_QUOTES = "write the text in quotes"


class YamlError(NamedTuple):
    """What is wrong, what to do, where, and the repair, which is tried by whoever applies it."""

    message: str
    hint: str
    span: Span
    fix: Fix | None = None


def explained(error: Any, text: str, last: Span | None) -> YamlError:
    """Return what an error of PyYAML means; `last` is the last key or value before it."""
    problem: str = error.problem or ""
    at = min(error.problem_mark.index if error.problem_mark else len(text), len(text))
    context = error.context_mark.index if error.context_mark else at
    character = text[at : at + 1]
    if "\t" in _indentation(text, at):
        return _tabs(text, at)
    if not text[at:].strip() and text[context : context + 1] in ("[", "{", '"', "'"):
        return _unclosed(text, context)
    if problem.startswith("did not find expected ',' or ']'") and "\n" in text[context:at]:
        return _unclosed(text, context)
    if character == ":" and last and not text[last.end : at].strip():
        return _colon(text, at, last)
    return _by_problem(problem, text, at, context, last)


def _by_problem(problem: str, text: str, at: int, context: int, last: Span | None) -> YamlError:
    """Return what an error means of which the place says no more than PyYAML's own words."""
    if problem.startswith("did not find expected ',' or"):
        closing = problem[-2]
        hint = f"write the `{closing}`, or the text in quotes"
        return YamlError(f"a `,` or `{closing}` is missing before this", hint, _at(at))
    if "cannot start any token" in problem or problem.startswith("did not find expected alphabetic"):
        start = context if "alphabetic" in problem else at
        return _quotable(text, start, f"a value cannot begin with `{text[start]}`")
    if problem == "did not find expected key":
        return _no_key(text, at, last)
    if problem == "found unknown escape character":
        escape = text[at : at + 2]
        fix = Fix(Span(at, at), "\\")
        return YamlError(
            f"`{escape}` means nothing in double quotes", f"write `\\{escape}`", Span(at, at + 2), fix
        )
    if problem.startswith("could not find expected ':'"):
        end = text.find("\n", context)
        return YamlError(
            "a colon is missing after the key in this line",
            "write `key: value`",
            Span(context, end if end > 0 else at),
        )
    message, hint = next((words for start, words in _WORDS.items() if problem.startswith(start)), _OTHERS)
    return YamlError(message, hint, _at(context if problem in _AT_CONTEXT else at))


_OTHERS = ("this is not YAML", "write `key: value`, and texts in quotes")
_AT_CONTEXT = ("found unknown directive name",)
_WORDS = {
    "block sequence entries": (
        "a list with `-` cannot begin on the line of its key",
        "begin it on the next line, or write `[a, b]`",
    ),
    "found unexpected ':'": ("a `:` is in a place where no key can be", _QUOTES),
    "mapping values": ("a `:` is in a place where no key can be", _QUOTES),
    "mapping keys": ("a value cannot begin with `?`", _QUOTES),
    "did not find expected node content": (
        "a value is missing here",
        "write a value, texts with special characters in quotes, and lists as `[a, b]`",
    ),
    "did not find expected '-' indicator": (
        "this line is not an item of the list above it",
        "begin it with `-`, or indent the list",
    ),
    "did not find expected comment or line break": (
        "text cannot follow `|` or `>` on its line",
        "write it on the next line, or in quotes",
    ),
    "found unknown directive": ("a line cannot begin with `%`", _QUOTES),
    "found incompatible YAML document": ("a line cannot begin with `%`", _QUOTES),
    "did not find the expected '>'": ("a value cannot begin with `!<`", _QUOTES),
    "did not find expected <document start>": (
        "this does not belong to the data above it",
        "write one mapping, `key: value` on each line",
    ),
    "found unexpected document indicator": (
        "a quotation that begins above is not closed",
        "close it before this line",
    ),
}


def _at(at: int) -> Span:
    return Span(at, at + 1)


def _indentation(text: str, at: int) -> str:
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return text[start : at + 1] if not text[start:at].strip() else ""


def _tabs(text: str, at: int) -> YamlError:
    places = [place.span() for place in _INDENTED_BY_TAB.finditer(text)]
    fix = None
    if places:
        span = Span(places[0][0], places[-1][1])
        fix = Fix(
            span,
            _INDENTED_BY_TAB.sub(lambda tabs: tabs[0].expandtabs(2), text[span.start : span.end] + "x")[:-1],
        )
    hint = "indent with spaces"
    return YamlError("a tab indents this line, where YAML allows only spaces", hint, _at(at), fix)


def _unclosed(text: str, at: int) -> YamlError:
    closing = {"[": "]", "{": "}"}.get(text[at], text[at])
    return YamlError(f"`{text[at]}` is never closed", f"close it with `{closing}`", _at(at))


def _colon(text: str, at: int, last: Span) -> YamlError:
    written = text[last.start : last.end]
    lines = written.splitlines()
    if tight := _TIGHT.match(lines[0]) if len(lines) > 1 else None:
        place = last.start + tight.end()
        return YamlError(
            f"a space is missing after the colon in `{lines[0]}`",
            "write `key: value`",
            Span(last.start, last.start + len(lines[0])),
            Fix(Span(place, place), " "),
        )
    if len(lines) > 1:
        is_value = text[: last.start].rstrip()[-1:] == ":"
        if is_value:
            start = last.start + len(written) - len(lines[-1].lstrip())
            return YamlError(
                "this key is indented more than the key above it",
                "indent it like the other keys",
                Span(start, at),
            )
        return YamlError(
            f"`{lines[0].strip()}` has no colon and no value",
            "write `key: value`",
            Span(last.start, last.start + len(lines[0])),
        )
    if written[:1] in "\"'":
        return YamlError("text cannot follow the end of a quotation", "put the whole text in quotes", _at(at))
    return _quotable(text, last.start, "a text with a colon and a space in it needs quotes", at)


def _quotable(text: str, start: int, message: str, at: int | None = None) -> YamlError:
    """Return an error in a text that wants quotes, from its beginning to the end of the line or entry."""
    is_flow = text.lstrip()[:1] in ("{", "[")
    whole = (_FLOW_TEXT if is_flow else _LINE_TEXT).match(text, start)
    end = start + len(whole[0].rstrip()) if whole else start
    written = text[start:end]
    if written[:1] in CURLY and written[-1:] in CURLY and len(written) > 1:
        written = written[1:-1]
        message = f"`{text[start]}` is not a quotation mark in data"
    # Where a comma may be missing before the last word, quotes are a guess.
    words = text[start:at].split() if is_flow and at else []
    is_safe = len(words) < 2 or not words[-1].islower()
    fix = Fix(Span(start, end), quoted(written), is_safe) if end > start else None
    hint = f"write `{fix.replacement}`" if fix and len(fix.replacement) < 80 else _QUOTES
    return YamlError(message, hint, _at(start if at is None else at), fix)


def _no_key(text: str, at: int, last: Span | None) -> YamlError:
    if last and text[last.start : last.start + 1] in ("'", '"') and "\n" not in text[last.end : at]:
        return YamlError(
            "text cannot follow the end of a quotation",
            "write a quotation mark in it twice, or use the other kind around the text",
            _at(at),
        )
    if text[at : at + 2] == "- ":
        return YamlError(
            "a list item is in a place where a key is expected",
            "indent the list below its key",
            _at(at),
        )
    if _indentation(text, at):
        return YamlError(
            "this line is indented like no line above it",
            "indent it like the keys it belongs to",
            _at(at),
        )
    return YamlError("text cannot follow the end of a list or mapping", _QUOTES, _at(at))
