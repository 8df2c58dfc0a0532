"""Parsing texts, and parsing them again when they have changed."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING

from argmap.api.assembly import document_of
from argmap.api.documents import Document
from argmap.api.later_versions import check_previous, later_version
from argmap.api.markdown_pages import is_markdown, page_document
from argmap.data.garbage import paused_collector
from argmap.nearest_keyword import names_nearest
from argmap.settings import Settings
from argmap.text.given_text import given_path, given_text
from argmap.text.given_values import check_switches

if TYPE_CHECKING:
    from argmap.reading import SourceFile


@names_nearest
def parse(
    text: str,
    path: str | PathLike[str] | None = None,
    strict: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
    previous: Document | None = None,
    *,
    overrides: Mapping[str, object] | Settings | None = None,
    markdown: bool | None = None,
    join: bool = False,
) -> Document:
    """Return a text as a Document; no text makes it fail.

    `path` says where the text comes from; relative paths in it begin there. `settings` are a mapping in
    Argdown's names or Settings; the frontmatter overrides them unless it says otherwise, and settings that
    cannot be used are reported at the beginning of the text. `overrides` are settings that override the
    frontmatter. `previous` is the document of an earlier version of the text: what did not change is taken
    from it, which is quicker and gives the same document.

    With `markdown` the text is a page of which only the fences of `argdown` and `argdown-map` are read; this
    is the default if its path ends in `.md`, `.markdown`, `.qmd`, `.Rmd` or `.mdx`. Each fence is a
    document of its own (`documents`); with `join` all fences are one document.

    >>> document = parse("[Sun]: It is sunny.\\n  + <Forecast>: They said so.")
    >>> document.debate.claims["Sun"].text, document.ok
    ('It is sunny.', True)
    >>> parse("[Sun]: It is very sunny.", previous=document) == parse("[Sun]: It is very sunny.")
    True

    Raises:
        MarkupError: `strict` is true and there are errors; it holds all diagnostics.
        TypeError: it is not a text but bytes or a path; the message says how to get its text.
        ValueError: one of the `overrides` cannot be used; the message names the nearest that can.
    """
    from argmap.reading import SettingLayers

    text = given_text(text)
    path = None if path is None else given_path(path)
    check_previous(previous)
    check_switches(strict=strict, markdown=markdown, join=join)
    layers = SettingLayers(given=settings, overrides=Settings.checked(overrides))
    with paused_collector():
        if is_markdown(path, markdown):
            return page_document(text, path, strict, layers, _page, join=join, previous=previous)
        again = later_version(text, path, strict, layers, previous) if previous else None
        return again or document_of(_page(text), path, strict, layers)


def _page(text: str) -> SourceFile:
    from argmap.reading import SourceFile
    from argmap.syntax.document import parse_tree

    return SourceFile(text, parse_tree(text))
