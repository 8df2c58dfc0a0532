"""Lines that can be written: what is not read again as what it is is an error."""

from __future__ import annotations

from argmap.data import NO_DATA, Data
from argmap.data.blocks import read_data, read_frontmatter
from argmap.data.yaml_writer import block_yaml
from argmap.model import InferenceRef, Ref
from argmap.syntax import Kind
from argmap.syntax.document import parse_tree
from argmap.syntax.inline import tag_names
from argmap.writing.line import Line
from argmap.writing.printing import LinePrinter


def named(ref: Ref) -> str:
    """Return how something is written that a reference names."""
    return f"inference {ref.place + 1} of <{ref.argument}>" if isinstance(ref, InferenceRef) else str(ref)


def checked(line: Line) -> Line:
    """Return a line that can be written.

    Raises:
        ValueError: its title, text, tags or data would be read as something else.
    """
    what = named(line.ref) if line.ref else f"the section {line.text!r}"
    if line.title is not None and not line.title.strip():
        raise ValueError("a title needs at least one character other than white space")
    again = line_read(line, LinePrinter.under(NO_DATA))
    if again is None or (again.kind, again.title) != (line.kind, line.title):
        raise ValueError(f"{what} cannot be written: it would be read as something else")
    if again.data != line.data:
        raise ValueError(f"data of {what} cannot be written: {dict(line.data)!r}")
    if again.rules != line.rules:
        raise ValueError(f"rules of {what} cannot be written: {line.rules!r}")
    if (again.text, again.marks) != (line.text or None, line.marks):
        raise ValueError(f"the text of {what} cannot be written: {line.text!r}")
    if set(again.tags) != set(line.tags):
        raise ValueError(f"tags of {what} cannot be written: {line.tags!r}")
    return line


def line_read(line: Line, printer: LinePrinter) -> Line | None:
    """Return a line as it is read when it is written at the margin; None if it is not one line."""
    tree = parse_tree("\n".join(printer.rows(line)))
    elements = [element for block in tree.blocks for element in block.elements]
    if len(elements) != 1:
        return None
    element, block = elements[0], tree.blocks[0]
    is_inference = element.kind is Kind.INFERENCE
    written = [block.text[start:end] for start, end in element.data]
    data = [mapping for text in written if (mapping := read_data(text, block_form=printer.block_form)[0])]
    inline = printer.reader.read(block.text, *(element.content or (0, 0)))
    outer = tag_names("".join(block.text[start:end] for start, end in element.tags))
    return Line(
        element.kind,
        element.marker[:2] if is_inference else element.marker,
        title=element.title,
        text=None if is_inference else inline.text or None,
        marks=() if is_inference else inline.marks,
        is_reference=element.is_reference,
        tags=tuple(dict.fromkeys((*inline.tags, *outer))),
        data=data[0] if data else NO_DATA,
        rules=tuple(printer.reader.read_plain(block.text[start:end]) for start, end in element.rules),
    )


def checked_metadata(metadata: Data) -> Data:
    """Return metadata that can be written; raise ValueError for what would be read as something else."""
    if metadata and read_frontmatter(block_yaml(metadata))[0] != metadata:
        raise ValueError(f"metadata cannot be written: {dict(metadata)!r}")
    return metadata
