"""What a line can begin with, rules of inferences, shortcodes and files to include."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from argmap.fences.suffixes import is_page, is_text
from argmap.lsp.features.completing.completion_item import CompletionItem, ItemKind
from argmap.lsp.features.completing.text_around import TextAround, is_like
from argmap.lsp.features.operator_words import meaning_of
from argmap.model import scheme_catalogue
from argmap.syntax.operators import OPERATORS
from argmap.syntax.shortcodes import SHORTCODES

_OPERATOR = re.compile(r"[ \t]*(?P<begun>[+\-<>_]{0,2})$")
_RULE = re.compile(r"[ \t]*--(?!-)[ \t]*(?:[^{,]*,)*[ \t]*(?P<begun>[^{,]*)$")
_SHORTCODE = re.compile(r"(?<![\w:.])(?P<written>[:.](?P<begun>[A-Za-z0-9+_-]+))$")
_INCLUDE = re.compile(r"[ \t]*@include\((?P<path>[^)\n]*)$")
# Rules that people write although they are not schemes.
_RULES = ("local deduction", "deduction", "induction", "abduction", "analogy")

# Yields the names in a folder; those of folders end in a slash.
FolderLister = Callable[[str], Iterable[str]]


def operators_at(around: TextAround) -> Iterator[CompletionItem] | None:
    """Return the operators that can begin a line, None if it begins with something else."""
    match = _OPERATOR.match(around.before)
    if match is None or not around.line_above.strip():
        return None
    begun = match["begun"]
    space = "" if around.after[:1] == " " else " "
    return (
        CompletionItem(
            marker,
            ItemKind.OPERATOR,
            around.replacing(len(begun), f"{marker}{space}"),
            marker,
            meaning_of(marker),
            subject=f"operator {marker}",
        )
        for marker in OPERATORS
        if marker.startswith(begun)
    )


def rules_at(around: TextAround) -> Iterator[CompletionItem] | None:
    """Return the rules that an inference line can name, None if none is begun."""
    match = _RULE.match(around.before)
    if match is None:
        return None
    begun = match["begun"]
    entries = [(entry.title.lower(), f"scheme {entry.name}") for entry in scheme_catalogue().values()]
    return (
        CompletionItem(
            title, ItemKind.SCHEME, around.replacing(len(begun), title), title, subject=subject or None
        )
        for title, subject in (*entries, *((rule, "") for rule in _RULES))
        if is_like(title, begun)
    )


def shortcodes_at(around: TextAround) -> Iterator[CompletionItem] | None:
    """Return the names of characters between colons or dots that are begun, None if none is."""
    match = _SHORTCODE.search(around.before)
    if match is None:
        return None
    return (
        CompletionItem(name, ItemKind.SHORTCODE, around.replacing(len(match["written"]), name), name, sign)
        for name, sign in SHORTCODES.items()
        if name[0] == match["written"][0] and is_like(name, match["written"])
    )


def files_at(around: TextAround, folder: FolderLister | None) -> Iterator[CompletionItem] | None:
    """Return the files and folders that an include line may name, None if the line is not an include line."""
    match = _INCLUDE.match(around.before)
    if match is None:
        return None
    if folder is None:
        return iter(())
    path = match["path"]
    inside, _, begun = path.rpartition("/")
    return _files(around, folder(inside), begun)


def _files(around: TextAround, names: Iterable[str], begun: str) -> Iterator[CompletionItem]:
    closing = "" if around.after.startswith(")") else ")"
    for name in names:
        is_folder = name.endswith("/")
        if is_like(name, begun) and (is_folder or is_text(name) or is_page(PurePosixPath(name))):
            written = name if is_folder else f"{name}{closing}"
            kind = ItemKind.FOLDER if is_folder else ItemKind.FILE
            yield CompletionItem(name, kind, around.replacing(len(begun), written), name)
