"""Keys and values of data that begin with what is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmap.data.known_keys import FLAGS, KEYS, PREMISE_KEYS, DataOf
from argmap.data.yaml_writer import flow_yaml
from argmap.lsp.features.completing.completion_item import CompletionItem, ItemKind
from argmap.lsp.features.completing.open_data import OpenData, open_data
from argmap.lsp.features.completing.text_around import TextAround, is_like
from argmap.model import Debate, EvidenceKind, RelationKind, SchemeEntry, scheme_catalogue
from argmap.model.schemes.scheme_names import known_scheme
from argmap.reasoning.label import Label
from argmap.settings.color_names import color_names
from argmap.settings.tables import STANDARDS
from argmap.text import CODES

_REST = re.compile(r"[\w-]*")
_NUMBER = re.compile(r"^[ \t]*\(([0-9]+)\)", re.MULTILINE)
_FIRST = re.compile(r"^[ \t]*\(1\)", re.MULTILINE)
_RULE = re.compile(r"[ \t]*--(?P<rule>[^{]*)")
# What is written after a key, with places to fill in.
_SHAPES = {
    **dict.fromkeys(PREMISE_KEYS, "[$0]"),
    "allow": "[$0]",
    "tags": "[$0]",
    "roles": "{$0}",
    "answers": "{$0}",
    "relation": "{$0}",
}
_RELATION_KEYS = ("kind", "strength")


def data_at(around: TextAround, debate: Debate) -> Iterator[CompletionItem] | None:
    """Return the keys or values that can complete what is written, None if no data are open."""
    data = open_data(around.text, around.offset)
    if data is None:
        return None
    if data.key is None and not data.is_list:
        return _keys(around, data)
    return _values(around, data, debate)


def _keys(around: TextAround, data: OpenData) -> Iterator[CompletionItem]:
    begun = data.begun.lstrip("\"'")
    rest = _REST.match(around.after)
    behind = rest.end() if rest else 0
    colon = "" if around.after[behind : behind + 1] == ":" else ": "
    for key, detail in _known_keys(around, data):
        if is_like(key, begun):
            edit = around.replacing(len(data.begun), f"{key}{colon}", behind=behind)
            snippet = f"{key}: {_SHAPES.get(key, '$0')}" if colon else None
            yield CompletionItem(key, ItemKind.KEY, edit, key, detail, snippet, subject=f"key {key}")


def _known_keys(around: TextAround, data: OpenData) -> Iterator[tuple[str, str]]:
    match data.path:
        case ():
            of = KEYS[DataOf.ELEMENT] if data.of is DataOf.CONCLUSION else ()
            yield from ((key, "") for key in dict.fromkeys((*KEYS[data.of], *of)))
        case (*_, "source"):
            yield from ((key, "") for key in KEYS[DataOf.SOURCE])
        case (*_, "relation"):
            yield from ((key, "") for key in _RELATION_KEYS)
        case (*_, "answers"):
            entry = _scheme_before(around, data)
            yield from ((each.name, each.text) for each in (entry.questions if entry else ()))
        case (*_, "roles"):
            entry = _scheme_before(around, data)
            yield from ((each.name, each.text) for each in (entry.premises if entry else ()))


def _scheme_before(around: TextAround, data: OpenData) -> SchemeEntry | None:
    """Return the scheme of an inference line: that of its data or of a rule before them."""
    inside = around.text[data.start : around.offset]
    named = re.search(r"scheme:\s*([\w -]+)", inside)
    line = around.text[max(0, data.start - 200) : data.start].rpartition("\n")[2]
    rule = _RULE.fullmatch(line)
    for words in (named[1] if named else None, *(rule["rule"].split(",") if rule else ())):
        scheme = known_scheme(words.strip()) if words else None
        if scheme is not None and scheme.entry is not None:
            return scheme.entry
    return None


def _values(around: TextAround, data: OpenData, debate: Debate) -> Iterator[CompletionItem]:
    key = data.key or (data.path[-1] if data.path else "")
    begun = data.begun.lstrip("\"'")
    rest = _REST.match(around.after)
    behind = rest.end() if rest else 0
    for value, kind, detail in _known_values(around, data, key, debate):
        if is_like(value, begun) or is_like(detail, begun):
            is_word = value not in ("true", "false") and not value.isdecimal()
            written = flow_yaml(value) if is_word else value
            edit = around.replacing(len(data.begun), written, behind=behind)
            subject = f"{kind.value} {value}" if kind in (ItemKind.SCHEME, ItemKind.CODE) else None
            yield CompletionItem(value, kind, edit, f"{value} {detail}".strip(), detail, subject=subject)


def _known_values(
    around: TextAround, data: OpenData, key: str, debate: Debate
) -> Iterable[tuple[str, ItemKind, str]]:
    match key:
        case "kind" if data.path[-1:] == ("relation",):
            return _plain(kind.value for kind in RelationKind)
        case "kind":
            return _plain(kind.value for kind in EvidenceKind)
        case "scheme":
            catalogue = scheme_catalogue().values()
            return [(entry.name, ItemKind.SCHEME, entry.title) for entry in catalogue]
        case "source":
            sources = debate.sources.items()
            return [(name, ItemKind.SOURCE, source.reference) for name, source in sources]
        case key if key in PREMISE_KEYS:
            return _plain(_positions(around, data))
        case "allow":
            return [(code, ItemKind.CODE, meaning.message) for code, meaning in CODES.items()]
        case "question":
            entries = scheme_catalogue().values()
            return _plain(sorted({question.name for entry in entries for question in entry.questions}))
        case _:
            return _plain(_words(key, debate))


def _words(key: str, debate: Debate) -> Iterable[str]:
    if key in FLAGS:
        return "true", "false"
    match key:
        case "expect":
            return (label.value for label in Label)
        case "standard":
            return STANDARDS
        case "speaker":
            return debate.speakers
        case "color":
            return color_names()
        case _:
            return ()


def _plain(values: Iterable[str]) -> list[tuple[str, ItemKind, str]]:
    return [(value, ItemKind.VALUE, "") for value in values]


def _positions(around: TextAround, data: OpenData) -> list[str]:
    """Return the numbers of the statements above an inference line, in their structure."""
    above = around.text[max(0, data.start - 10_000) : data.start]
    firsts = [match.start() for match in _FIRST.finditer(above)]
    return [match[1] for match in _NUMBER.finditer(above, firsts[-1] if firsts else 0)]
