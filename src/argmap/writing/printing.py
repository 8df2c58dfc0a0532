"""Blocks of lines as text, in canonical layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from argmap.data import NO_DATA, Data
from argmap.data.yaml_layout import data_layout
from argmap.data.yaml_writer import block_yaml, flow_yaml
from argmap.formatting.printer import INDENT, LINE
from argmap.model import MarkKind
from argmap.reading.reader import inline_reader
from argmap.settings import Settings
from argmap.syntax import Kind
from argmap.syntax.inline import InlineReader
from argmap.syntax.operators import OPERATORS, marker_of
from argmap.writing.escaping import markup_of, rule_markup, tag_markup
from argmap.writing.line import Line
from argmap.writing.nodes import Node, blocks_of

# Settings that decide how a line is read, or how its data are laid out.
_SETTINGS = ("data", "model", "selection", "map", "group", "color", "dot")
# In data these are in quotes.
_TITLE_END = re.compile(r"([\]>]):")
_BRACKETS = {Kind.CLAIM: "[{}]", Kind.EVIDENCE: "[^{}]", Kind.QUESTION: "[?{}]", Kind.ARGUMENT: "<{}>"}


def print_script(roots: Iterable[Node], metadata: Data = NO_DATA) -> str:
    """Return the text of blocks in canonical layout, with the metadata as frontmatter.

    Formatting it changes nothing.
    """
    printer = LinePrinter.under(metadata)
    blocks = [f"===\n{block_yaml(metadata)}\n==="] if metadata else []
    blocks += map(printer.block, blocks_of(roots))
    return "\n\n".join(blocks) + "\n" if blocks else ""


@frozen
class LinePrinter:
    """Writes lines; `reader` is what reads their texts, `block_form` whether long data are block YAML."""

    reader: InlineReader
    block_form: bool = True

    @classmethod
    def under(cls, metadata: Data) -> LinePrinter:
        """Return what writes the lines of a document with this frontmatter."""
        settings = Settings.of({name: metadata[name] for name in _SETTINGS if name in metadata})
        return cls(inline_reader(settings), settings.data.switch_to_block_format_if_multiline)

    def block(self, lines: Iterable[tuple[Line, int]]) -> str:
        """Return lines without blank lines between them, each at its depth."""
        lines = list(lines)
        numbers = max((len(line.marker) for line, _ in lines if line.marker[:1] == "("), default=0)
        return "\n".join(row for line, depth in lines for row in self.rows(line, depth, numbers=numbers))

    def rows(self, line: Line, depth: int = 0, *, numbers: int = 0) -> Iterator[str]:
        """Yield a line as it is written; what is below a reference has a row of its own.

        The numbers of steps are filled up to `numbers` characters.
        """
        if line.kind is Kind.INFERENCE:
            yield self._inference(line)
            return
        is_bare = line.title is None and not (line.text or line.tags or line.data)
        marker = _marker_alone(line.marker) if is_bare else line.marker
        width = max(len(marker), numbers if marker[:1] == "(" else 0)
        indent = INDENT * depth
        hang = indent + width + 1 if marker and line.kind is not Kind.HEADING else indent
        beginning = [marker.ljust(width)] if marker else []
        if line.title is not None:
            beginning.append(_BRACKETS[line.kind].format(line.title) + ("" if line.is_reference else ":"))
        if line.is_reference and line.text:
            yield " " * indent + " ".join(beginning)
            beginning, indent = [], hang
        yield " " * indent + " ".join((*beginning, *self._contents(line, hang, is_bare=is_bare)))

    def _inference(self, line: Line) -> str:
        parts = [", ".join(rule_markup(rule, self.reader) for rule in line.rules)]
        parts.append(self._data(line.data, 0) if line.data else "")
        body = " ".join(part for part in parts if part)
        return f"-- {body} --" if body else "----"

    def _contents(self, line: Line, hang: int, *, is_bare: bool) -> Iterator[str]:
        """Yield text, tags and data of a line, in the order in which they mean what they are."""
        begins_line = line.is_reference or (line.title is None and line.kind is not Kind.HEADING)
        text = markup_of(line.text or "", line.marks, self.reader, begins_line=begins_line)
        marked = {mark.target for mark in line.marks if mark.kind is MarkKind.TAG}
        tags = [tag_markup(tag) for tag in line.tags if tag not in marked]
        data = self._data(line.data, hang, is_reference=line.is_reference) if line.data else ""
        # Without anything behind it, `#` is text.
        is_lone_sign = line.kind is Kind.HEADING and is_bare
        if text:
            yield text
        if line.is_reference and not text:
            yield from tags
            tags = []
        elif self.reader.remove_tags and not line.is_reference:
            # Then tags are part of the text, which does not have them when it is read.
            yield from tags
            tags = []
        # Tags in a text would be part of it: behind data, be they empty, they are not.
        if data or tags or is_lone_sign:
            yield data or "{}"
        yield from tags

    def _data(self, data: Data, hang: int, *, is_reference: bool = False) -> str:
        """Return data on one line, or on several if it would be too long."""
        flow = flow_yaml(data)
        if is_reference:
            # The title of a reference must not go on to a bracket with a colon.
            flow = _TITLE_END.sub(r"\1\\x3a", flow)
        width_left = LINE - hang
        if len(flow) <= width_left:
            return flow
        return data_layout(flow, indent=hang, width_left=width_left, block_form=self.block_form)


def _marker_alone(marker: str) -> str:
    """Return a marker that stays one with nothing behind it: at the end of a block a lone `_` is text."""
    operator = OPERATORS.get(marker)
    if operator and operator.needs_space:
        return marker_of(operator.relation, is_from_below=operator.is_from_below, needs_space=False)
    return marker
