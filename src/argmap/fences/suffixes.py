"""Which files are texts in Argdown and which are pages in Markdown, by their suffixes."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import PurePath

TEXTS = (".argdown", ".argdn", ".ad", ".adown")
PAGES = (".md", ".markdown", ".qmd", ".rmd", ".mdx")


def is_text(path: str | PathLike[str]) -> bool:
    """Return whether a file is a text in Argdown, and nothing else."""
    return _suffix(path) in TEXTS


def is_page(path: str | PathLike[str] | None) -> bool:
    """Return whether a file is a page in Markdown.

    >>> is_page("notes.Rmd"), is_page("debate.argdown")
    (True, False)
    """
    return path is not None and _suffix(path) in PAGES


def is_mdx(path: str | PathLike[str] | None) -> bool:
    """Return whether a file is a page in MDX, in which some rules of Markdown do not hold."""
    return path is not None and _suffix(path) == ".mdx"


def _suffix(path: str | PathLike[str]) -> str:
    return PurePath(fspath(path)).suffix.lower()
