"""Pages in Markdown, whose fences are documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from os import PathLike
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.api.assembly import document_of, in_order, named_path, raise_errors, shown_in
from argmap.api.documents import Document, Inside
from argmap.api.later_versions import later_version

if TYPE_CHECKING:
    from argmap.fences.fence import Fence
    from argmap.reading import SettingLayers, SourceFile


def is_markdown(path: str | PathLike[str] | None, markdown: bool | None) -> bool:
    """Return whether a text is a page: what the caller says, else what its path ends in."""
    from argmap.fences.suffixes import is_page

    return is_page(path) if markdown is None else markdown


def page_document(
    text: str,
    path: str | PathLike[str] | None,
    strict: bool,
    layers: SettingLayers,
    page_of: Callable[[str], SourceFile],
    *,
    join: bool,
    previous: Document | None = None,
) -> Document:
    """Return a page in Markdown as a document: that of its only fence, or one that holds those of all.

    Of an earlier version of the page, `previous`, what is in fences that did not change is taken over.
    """
    from argmap.fences.fence import fences_in
    from argmap.fences.findings import oddities_of

    fences = fences_in(text, path)
    inner = _inner_documents(fences, path, layers, page_of, previous)
    if len(fences) == 1:
        document = _in_fence(text, fences[0], inner[0])
    else:
        document = _joined(text, path, layers, fences, [_page_of(part) for part in inner] or [page_of("")])
    if not fences:
        document = evolve(document, documents=())
    elif len(fences) > 1 and not join:
        documents = tuple(_in_fence(text, fence, part) for fence, part in zip(fences, inner, strict=True))
        findings = (finding for part in documents for finding in part.diagnostics)
        document = evolve(document, documents=documents, diagnostics=in_order(findings))
    document = evolve(document, diagnostics=in_order((*document.diagnostics, *oddities_of(fences))))
    if strict:
        raise_errors(document)
    return document


def _inner_documents(
    fences: Sequence[Fence],
    path: str | PathLike[str] | None,
    layers: SettingLayers,
    page_of: Callable[[str], SourceFile],
    previous: Document | None,
) -> list[Document]:
    """Return what is in each fence, with places there."""
    known = list(_earlier(previous, path, layers)) if previous else []
    by_text = {document.text: document for document in known}
    made: list[Document] = []
    for number, fence in enumerate(fences):
        document = by_text.get(fence.text)
        if document is None and len(known) == len(fences):
            document = later_version(fence.text, path, False, layers, known[number])
        made.append(document or document_of(page_of(fence.text), path, False, layers))
    return made


def _earlier(
    previous: Document, path: str | PathLike[str] | None, layers: SettingLayers
) -> Iterator[Document]:
    """Yield what is in the fences of an earlier version; nothing if any depends on more than its text."""
    inner = [part._inside.document for part in previous.documents if part._inside is not None]
    if previous.path == named_path(path) and all(_depends_on_text(document, layers) for document in inner):
        yield from inner


def _depends_on_text(document: Document, layers: SettingLayers) -> bool:
    reading, tree = document._reading, document.tree
    is_alone = len(tree.blocks) == len(tree.parts)
    asks = {"bibliography", "schemes"}.intersection(document.debate.metadata)
    return reading is not None and reading.gathered.given == layers and is_alone and not asks


def _page_of(document: Document) -> SourceFile:
    page = document._inside.document._page if document._inside else document._page
    assert page is not None, "it was read from markup"
    return page


def _in_fence(text: str, fence: Fence, document: Document) -> Document:
    inside = Inside(document, fence.places)
    document = evolve(shown_in(text, inside), fence=fence)
    # A fence that shows what is wrong is not to be mended.
    return evolve(document, diagnostics=()) if fence.is_wrong_on_purpose else document


def _joined(
    text: str,
    path: str | PathLike[str] | None,
    layers: SettingLayers,
    fences: Sequence[Fence],
    pages: Sequence[SourceFile],
) -> Document:
    """Return the document of all fences that are not wrong on purpose, read as one."""
    from argmap.fences.page_places import PagePlaces
    from argmap.reading.joining import joined

    # In the folder of the page, where the paths in its fences begin.
    names = [f"{named_path(path) or 'page'}#{fence.name}" for fence in fences]
    right = {
        name: page
        for name, fence, page in zip(names, fences, pages, strict=False)
        if not fence.is_wrong_on_purpose
    }
    root, whole = joined(right) if right else ("", pages[0])
    others = {name: fence.places for name, fence in zip(names, fences, strict=True)}
    places = evolve(others.pop(root, PagePlaces()), others=others)
    return shown_in(text, Inside(document_of(whole, path, False, layers), places))


def rewritten_page(
    text: str, rewrite: Callable[[str, int], str], path: str | PathLike[str] | None, markdown: bool | None
) -> str:
    """Return a text as it is rewritten, or a page whose fences are; each margin is given in columns."""
    if not is_markdown(path, markdown):
        return rewrite(text, 0)
    from argmap.fences.rewriting import rewritten

    return rewritten(text, rewrite, path=path)
