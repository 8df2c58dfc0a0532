"""Whether edits change nothing in a text but a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.data.blocks import read_frontmatter
from argmap.editing.names.name_index import NameIndex
from argmap.editing.names.occurrence import NameRef
from argmap.editing.names.text_names import block_names
from argmap.model.reference import SectionRef
from argmap.reading.element_reader import BlockPlace
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block
from argmap.syntax.document import parse_tree
from argmap.text import Edit
from argmap.text.edited_text import apply


def check_shape(names: NameIndex, edits: Iterable[Edit], old: NameRef, new: NameRef) -> None:
    """Raise if what is written around a name would be read differently after edits that rename it.

    Raises:
        ValueError: it would.
    """
    edits = tuple(edits)
    for path in dict.fromkeys(edit.path for edit in edits):
        page = names.pages[path]
        text = apply(page.text, edits, path=path)
        after = SourceFile(text, parse_tree(text), path)
        if list(_shape(names, page, old, new)) != list(_shape(names, after, new, new)):
            raise ValueError(
                f"{new} cannot take the place of {old}: what is around it would be read differently"
            )


def _shape(names: NameIndex, page: SourceFile, old: NameRef, new: NameRef) -> Iterator[object]:
    """Yield all that a page says except its words, with a new name in place of the old."""
    gathered = names.reading.gathered
    yield [problem.code for problem in page.tree.problems]
    if page.tree.frontmatter:
        yield len(read_frontmatter(page.text[slice(*page.tree.frontmatter[1])])[1])
    for part in page.tree.parts:
        if not isinstance(part, Block):
            yield part.path
            continue
        yield [problem.code for problem in part.problems]
        for line in part.elements:
            counts = len(line.tags), len(line.data), len(line.rules)
            yield line.kind, line.marker, line.depth, line.is_reference, bool(line.content), counts
        place = BlockPlace(page, part)
        for name in block_names(place, gathered.contents, gathered.schemes).names:
            ref = "section" if isinstance(name.ref, SectionRef) else new if name.ref == old else name.ref
            yield ref, name.use
