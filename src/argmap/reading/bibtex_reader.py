"""Bibliographies in BibTeX, read by the package bibtexparser (the extra `argmap[bibtex]`)."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from typing import Any

from argmap.data import FrozenDict, Value

# CSL's names of what BibTeX and BibLaTeX call otherwise; what is not here keeps its name.
_NAMES = {
    "booktitle": "container-title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "maintitle": "container-title",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "howpublished": "note",
    "address": "publisher-place",
    "location": "publisher-place",
    "series": "collection-title",
    "number": "issue",
    "urldate": "accessed",
    "pages": "page",
}
_LEFT_OUT = frozenset({"author", "editor", "year", "month", "day", "date", "file", "keywords", "abstract"})
_COMMAND = re.compile(r"[\\{}$~%]|--|``|''")


class MissingPackage(ValueError):
    """BibTeX cannot be read because the package that reads it is not installed."""


def read_bibtex(text: str) -> tuple[dict[str, FrozenDict[str, Value]], tuple[str, ...]]:
    """Return the entries of a bibliography as CSL variables by their keys, and what cannot be read.

    Accents and other commands of LaTeX become characters, abbreviations are written out.

    Raises:
        MissingPackage: the extra `argmap[bibtex]` is not installed.
        ValueError: it is nested too deeply to be read.
    """
    try:
        from bibtexparser import entrypoint, middlewares
    except ModuleNotFoundError:
        raise MissingPackage('it is BibTeX; `pip install "argmap[bibtex]"` lets argmap read it') from None
    # What cannot be read is returned; the package would also write it to standard error.
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    splitting = [
        middlewares.SeparateCoAuthors(),
        middlewares.SplitNameParts(),
        middlewares.MonthIntMiddleware(),
    ]
    plain = _decoder()
    try:
        library = entrypoint.parse_string(text, append_middleware=splitting)
        entries = {entry.key: _variables(entry.entry_type, entry.fields, plain) for entry in library.entries}
    except RecursionError:
        raise ValueError("its braces are nested too deeply") from None
    return entries, tuple(_problem(block) for block in library.failed_blocks)


def _decoder() -> Callable[[str], str]:
    from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]  # it has no types

    decode = LatexNodes2Text(math_mode="verbatim", keep_comments=True).latex_to_text

    def plain(text: str) -> str:
        # Most texts are plain already, and looking for commands takes its time.
        if _COMMAND.search(text):
            # What LaTeX calls `\\textasciicircum` is read as an accent that stands alone.
            text = decode(text).replace("\u02c6", "^").replace("\u02dc", "~")
        return " ".join(text.split())

    return plain


def _variables(kind: str, fields: Iterable[Any], plain: Callable[[str], str]) -> FrozenDict[str, Value]:
    values = {field.key.casefold(): field.value for field in fields}
    said: dict[str, Value] = {"type": kind}
    names = values.get("author") or values.get("editor")
    if isinstance(names, list):
        said["author"] = tuple(_name(name, plain) for name in names)
    issued = _issued(values)
    if issued:
        said["issued"] = issued
    for name, value in values.items():
        if name not in _LEFT_OUT and isinstance(value, str):
            # Addresses are no LaTeX: a percent sign there is no comment.
            read = _address if name in ("url", "doi") else plain
            said.setdefault(_NAMES.get(name, name), read(value))
    return FrozenDict(said)


def _address(text: str) -> str:
    return "".join(re.sub(r"\\([_%&#~])", r"\1", text).split())


def _issued(fields: dict[str, object]) -> str:
    if fields.get("date"):
        return str(fields["date"]).strip()
    parts = [str(fields.get(name, "")).strip() for name in ("year", "month", "day")]
    if not (parts[1].isdecimal() and parts[0]):
        return parts[0]
    return "-".join((parts[0], *(part.zfill(2) for part in parts[1:] if part.isdecimal())))


def _name(value: Any, plain: Callable[[str], str]) -> Value:
    """Return a name as CSL has it; braces around all of it keep an institution in one piece."""
    parts = {name: plain(" ".join(getattr(value, name))) for name in ("first", "von", "last", "jr")}
    if not (parts["first"] or parts["von"]):
        return FrozenDict({"literal": parts["last"]})
    family = " ".join(part for part in (parts["last"], parts["jr"]) if part)
    return FrozenDict({"given": parts["first"], "non-dropping-particle": parts["von"], "family": family})


def _problem(block: object) -> str:
    line = (getattr(block, "start_line", None) or 0) + 1
    key = getattr(block, "key", None)
    if key:
        return f"the key `{key}` occurs again in line {line}; the first entry counts"
    return f"the entry in line {line} is not complete"
