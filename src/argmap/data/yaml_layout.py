"""Data blocks in canonical layout: flow style on one line where it fits, block style where not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from argmap.data.blocks import block_source, read_data
from argmap.data.yaml_reader import LOADER, TIGHT_COLON, UNPRINTABLE
from argmap.named_tuples import NamedTuple

_INDENT = 2


class _Scalar(NamedTuple):
    """A single value as it is written, and what it is in flow style."""

    written: str
    in_flow: str


class _Collection(NamedTuple):
    """A list, or a mapping whose keys and values alternate."""

    is_mapping: bool
    items: list[_Node]


_Node: TypeAlias = _Scalar | _Collection


def data_layout(text: str, *, indent: int = 0, width_left: int = 100, block_form: bool = True) -> str:
    """Return data in braces in canonical layout, or as they are where that could lose something.

    That is what has comments, anchors, tags, texts over several lines or unprintable characters, and what
    is no YAML. Without
    `block_form` what does not fit on one line is a flow mapping over several.

    >>> data_layout("{ source:  nyt,kind : statistic }")
    '{source: nyt, kind: statistic}'
    """
    before = read_data(text, block_form=block_form)
    inner = block_source(text) if block_form else None
    is_readable = not before[1] and not UNPRINTABLE.search(text)
    tree = _tree(text if inner is None else inner) if is_readable else None
    if not isinstance(tree, _Collection) or not tree.is_mapping:
        return text
    laid_out = _in_flow(tree)
    if len(laid_out) > width_left:
        lines = _flow_lines(tree) if not block_form else _block_lines(tree, width_left - _INDENT)
        body = "\n".join(" " * (indent + _INDENT) + line for line in lines)
        laid_out = f"{{\n{body}\n{' ' * indent}}}"
    after = read_data(laid_out, block_form=block_form)
    # Equal values may differ in type: 1, 1.0 and True.
    return laid_out if repr(after) == repr(before) else text


def _tree(source: str) -> _Node | None:
    """Return what YAML sees in a text, None if that is more than plain collections of single values."""
    root = _Collection(False, [])
    stack = [root]
    position = 0
    source, events = _events(source)
    for event in events:
        at: int = event.start_mark.index
        if "#" in source[position:at] or getattr(event, "anchor", None) or getattr(event, "tag", None):
            return None
        position = max(position, event.end_mark.index)
        match event:
            case yaml.ScalarEvent():
                written = source[at:position].rstrip()
                if not written or "\n" in written or event.style in ("|", ">"):
                    return None
                in_flow = _in_braces(written) if not event.style else written
                stack[-1].items.append(_Scalar(written, in_flow))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                inner = _Collection(isinstance(event, yaml.MappingStartEvent), [])
                stack[-1].items.append(inner)
                stack.append(inner)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                done = stack.pop()
                if done.is_mapping and any(isinstance(key, _Collection) for key in done.items[::2]):
                    return None
    return root.items[0] if len(root.items) == 1 and "#" not in source[position:] else None


def _events(source: str) -> tuple[str, list[Any]]:
    for one in (source, TIGHT_COLON.sub(": ", source)):
        try:
            return one, list(yaml.parse(one, Loader=LOADER))
        except yaml.YAMLError:
            continue
    # What only our own reader understands stays as it is.
    return source, []


def _in_braces(plain: str) -> str:
    """Return a plain value as it is written in flow style."""
    return json.dumps(plain, ensure_ascii=False) if any(mark in plain for mark in ",[]{}") else plain


def _in_flow(node: _Node) -> str:
    if isinstance(node, _Scalar):
        return node.in_flow
    items = [_in_flow(item) for item in node.items]
    if node.is_mapping:
        entries = (f"{key}: {value}" for key, value in zip(items[::2], items[1::2], strict=True))
        return "{" + ", ".join(entries) + "}"
    return "[" + ", ".join(items) + "]"


def _flow_lines(tree: _Collection) -> Iterator[str]:
    items = [_in_flow(item) for item in tree.items]
    entries = [f"{key}: {value}" for key, value in zip(items[::2], items[1::2], strict=True)]
    yield from (f"{entry}," for entry in entries[:-1])
    yield from entries[-1:]


def _block_lines(tree: _Collection, width_left: int) -> Iterator[str]:
    """Yield the lines of a mapping or list in block style; what fits on a line is in flow style."""
    # Data are no deeper than what `read_yaml` accepts, so this may recurse.
    if tree.is_mapping:
        for key, value in zip(tree.items[::2], tree.items[1::2], strict=True):
            yield from _entry(f"{_source_text(key)}:", value, width_left, " " * _INDENT)
    else:
        for value in tree.items:
            yield from _entry("-", value, width_left, " " * _INDENT)


def _entry(begin: str, value: _Node, width_left: int, indent: str) -> Iterator[str]:
    if isinstance(value, _Scalar):
        yield f"{begin} {value.written}"
        return
    flow = _in_flow(value)
    if len(begin) + 1 + len(flow) <= width_left or not value.items:
        yield f"{begin} {flow}"
        return
    lines = _block_lines(value, width_left - _INDENT)
    if begin == "-":
        # A collection in a list begins behind the hyphen.
        yield f"- {next(lines)}"
    else:
        yield begin
    yield from (indent + line for line in lines)


def _source_text(node: _Node) -> str:
    return node.written if isinstance(node, _Scalar) else _in_flow(node)
