"""Lines as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmap.data import NO_DATA, Data
from argmap.data.yaml_writer import block_yaml, flow_yaml
from argmap.model import MarkKind
from argmap.reading.reader import inline_reader
from argmap.settings import Settings
from argmap.syntax import Kind
from argmap.syntax.inline import InlineReader
from argmap.writing.escaping import markup_of, rule_markup, tag_markup
from argmap.writing.lines import Line

_ROOMS = ("data", "model", "selection", "map", "group", "color", "dot")
# In data these are in quotes.
_TITLE_END = re.compile(r"([\]>]):")
_BRACKETS = {Kind.CLAIM: "[{}]", Kind.EVIDENCE: "[^{}]", Kind.ARGUMENT: "<{}>"}


def print_script(lines: Iterable[Line], metadata: Data = NO_DATA) -> str:
    """Return the text of lines, with the metadata as frontmatter."""
    reader = reader_under(metadata)
    out: list[str] = []
    if metadata:
        out.append(f"===\n{block_yaml(metadata)}\n===")
    for line in lines:
        if out and not line.follows:
            out.append("")
        indent = "  " * line.depth
        out.append("\n".join(indent + row for row in rows_of(line, reader)))
    return "\n".join(out) + "\n" if out else ""


def reader_under(metadata: Data) -> InlineReader:
    """Return what reads the texts of a document with this frontmatter."""
    return inline_reader(Settings.of({name: metadata[name] for name in _ROOMS if name in metadata}))


def rows_of(line: Line, reader: InlineReader) -> Iterator[str]:
    """Yield a line as it is written; what stands below a reference has a row of its own."""
    if line.kind is Kind.INFERENCE:
        parts = [", ".join(rule_markup(rule, reader) for rule in line.rules)]
        parts.append(flow_yaml(line.data) if line.data else "")
        body = " ".join(part for part in parts if part)
        yield f"-- {body} --" if body else "----"
        return
    is_bare = line.title is None and not (line.text or line.tags or line.data)
    # At the end of a block a lone `_` is text.
    said = ["<_" if line.marker == "_" and is_bare else line.marker]
    if line.title is not None:
        said.append(_BRACKETS[line.kind].format(line.title) + ("" if line.is_reference else ":"))
    is_below = line.is_reference and bool(line.text)
    begins_line = is_below or (line.title is None and line.kind is not Kind.HEADING)
    text = markup_of(line.text or "", line.marks, reader, begins_line=begins_line)
    marked = {mark.target for mark in line.marks if mark.kind is MarkKind.TAG}
    tags = [tag_markup(tag) for tag in line.tags if tag not in marked]
    data = flow_yaml(line.data) if line.data else ""
    if line.is_reference:
        # The title of a reference must not go on to a bracket with a colon.
        data = _TITLE_END.sub(r"\1\\x3a", data)
    # Without anything behind it, `#` is text.
    is_lone_sign = line.kind is Kind.HEADING and is_bare
    if reader.remove_tags and not line.is_reference:
        # Then tags stand in the text, which does not have them when it is read.
        said += [text, *tags, data or ("{}" if is_lone_sign else "")]
    elif line.is_reference and not is_below:
        said += [*tags, data]
    else:
        # Tags in a text would be part of it: behind data, be they empty, they are not.
        if is_below:
            yield " ".join(part for part in said if part)
            said = [" "]
        said += [text, data or ("{}" if tags or is_lone_sign else ""), *tags]
    yield " ".join(part for part in said if part)
