"""Lines that can be written: what is not read again as what it is is an error."""

from __future__ import annotations

from argmap.data import Data
from argmap.data.blocks import read_data, read_frontmatter
from argmap.data.yaml_writer import block_yaml
from argmap.model import InferenceRef, Ref
from argmap.reading.reader import inline_reader
from argmap.settings import Settings
from argmap.syntax import Kind
from argmap.syntax.document import parse_tree
from argmap.syntax.inline import tag_names
from argmap.writing.lines import Line
from argmap.writing.nodes import Node
from argmap.writing.printing import print_script


def named(ref: Ref) -> str:
    """Return how something is written that a reference names."""
    return f"inference {ref.place + 1} of <{ref.argument}>" if isinstance(ref, InferenceRef) else str(ref)


def checked(line: Line) -> Line:
    """Return a line that can be written.

    Raises:
        ValueError: its title, text, tags or data would be read as something else.
    """
    what = named(line.ref) if line.ref else f"the section {line.text!r}"
    text = print_script([Node(line)])
    tree = parse_tree(text)
    elements = [element for block in tree.blocks for element in block.elements]
    if line.title is not None and not line.title.strip():
        raise ValueError("a title needs a character that is not blank")
    if len(elements) != 1 or (elements[0].kind, elements[0].title) != (line.kind, line.title):
        raise ValueError(f"{what} cannot be written: it would be read as something else")
    block, element = tree.blocks[0], elements[0]
    written = [text[block.start + start : block.start + end] for start, end in element.data]
    data = [found for one in written if (found := read_data(one)[0])]
    if (data[0] if data else {}) != line.data:
        raise ValueError(f"data of {what} cannot be written: {dict(line.data)!r}")
    reader = inline_reader(Settings())
    if line.kind is Kind.INFERENCE:
        rules = tuple(reader.read_plain(block.text[start:end]) for start, end in element.rules)
        if rules != line.rules:
            raise ValueError(f"rules of {what} cannot be written: {line.rules!r}")
        return line
    inline = reader.read(block.text, *(element.content or (0, 0)))
    tags = (*inline.tags, *tag_names("".join(block.text[start:end] for start, end in element.tags)))
    if inline.text != (line.text or "") or inline.marks != line.marks:
        raise ValueError(f"the text of {what} cannot be written: {line.text!r}")
    if set(tags) != set(line.tags):
        raise ValueError(f"tags of {what} cannot be written: {line.tags!r}")
    return line


def checked_metadata(metadata: Data) -> Data:
    """Return metadata that can be written; raise ValueError for what would be read as something else."""
    if metadata and read_frontmatter(block_yaml(metadata))[0] != metadata:
        raise ValueError(f"metadata cannot be written: {dict(metadata)!r}")
    return metadata
