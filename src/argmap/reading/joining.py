"""Several texts that are read as one: the fences of a page in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.reading.source_files import SourceFile
from argmap.syntax import Block, Include, Tree
from argmap.syntax.document import parse_tree

if TYPE_CHECKING:
    from argmap.fences.page_places import PagePlaces


def joined(pages: Mapping[str, SourceFile]) -> tuple[str, SourceFile]:
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


def fences_file(text: str, path: str) -> SourceFile:
    """Return an included page in Markdown: it includes its fences that are not wrong on purpose."""
    from argmap.fences.fence import fences_in

    fences = [fence for fence in fences_in(text, path) if not fence.is_wrong_on_purpose]
    includes: dict[int, SourceFile | str] = {
        fence.number: SourceFile(
            fence.text,
            parse_tree(fence.text),
            f"{path}#{fence.name}",
            places=evolve(fence.places, path=path),
        )
        for fence in fences
    }
    parts = tuple(Include(path, number, number) for number in includes)
    return SourceFile("", Tree(parts), path, includes)


def places_of(page: SourceFile) -> dict[str, PagePlaces]:
    """Return where the included texts are that are parts of files, by their paths."""
    found: dict[str, PagePlaces] = {}
    waiting = [page]
    while waiting:
        asking = waiting.pop()
        if asking.places is not None and asking.path is not None:
            found[asking.path] = asking.places
        waiting += [other for other in asking.includes.values() if isinstance(other, SourceFile)]
    return found
