"""Several texts that are read as one document."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from argmap.reading.pages import Page
from argmap.syntax import Block, Include


def joined(pages: Mapping[str, Page]) -> tuple[str, Page]:
    """Return one page that says what several say in their order, and which of them it is.

    The first with frontmatter has its say for all, or else the first of all; the others are included in
    it, and their names are the paths in their spans.

    Raises:
        ValueError: there are no pages.
    """
    if not pages:
        raise ValueError("there are no pages to join")
    root = next((name for name, page in pages.items() if page.tree.frontmatter), next(iter(pages)))
    page = pages[root]
    includes = dict(page.includes)
    parts: list[Block | Include] = []
    for number, (name, other) in enumerate(pages.items()):
        if name == root:
            parts += page.tree.parts
            continue
        # Behind the text, where nothing of its own begins.
        place = len(page.text) + 1 + number
        includes[place] = evolve(other, path=name)
        parts.append(Include(name, place, place))
    tree = page.tree._replace(parts=tuple(parts))
    return root, evolve(page, tree=tree, includes=includes)
