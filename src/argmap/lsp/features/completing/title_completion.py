"""Titles and tags that begin with what is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.lsp.features.completing.completion_item import CompletionItem, ItemKind
from argmap.lsp.features.completing.open_data import open_data
from argmap.lsp.features.completing.text_around import TextAround, is_like
from argmap.model import Debate, Element
from argmap.syntax.operators import OPERATOR_AT_LINE_START
from argmap.text.shortening import line_of
from argmap.writing.escaping import tag_markup

_BEGUN = re.compile(r"(?P<at>@?)(?P<opening>\[\^|\[\?|\[|<)(?P<begun>[^\[\]<>\n]*)$")
_AT = re.compile(r"(?<![\w.@])@(?P<begun>)$")
_REST = re.compile(r"[^\[\]<>\n]*[\]>]")
_ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*\\$")
# Where a title is a reference: at the beginning of a line, after what lines begin with.
_LINE_BEGINNING = re.compile(
    rf"\s*+(?:{OPERATOR_AT_LINE_START}|\((?:[0-9]+|[PC][0-9]*)\)|[*]|[0-9]+\.)?\s*+$"
)
_TAG = re.compile(r"(?:(?<=[\s{(,])|^)#(?:\((?P<long>[^()#\n]*)|(?P<begun>[\w-]*))$")
_KINDS = {"[^": ItemKind.EVIDENCE, "[?": ItemKind.QUESTION, "[": ItemKind.CLAIM, "<": ItemKind.ARGUMENT}
_LONGEST = 80


def titles_at(around: TextAround, debate: Debate) -> Iterator[CompletionItem] | None:
    """Return the titles that can complete what is written, None if it does not begin a title.

    In the middle of a text a title is mentioned, with `@`; in data it is not.
    """
    match = _BEGUN.search(around.before) or _AT.search(around.before)
    if match is None or _ESCAPED.search(around.before[: match.start()]):
        return None
    opening = match.groupdict().get("opening") or ""
    begun = match["begun"]
    before = around.before[: match.start()]
    data = open_data(around.text, around.offset)
    if opening[:1] == "[" and data and not (before[-1:] in ("'", '"') or data.is_list_in_list):
        # It begins a list.
        return None
    is_data = data is not None or around.frontmatter is not None
    is_first = _LINE_BEGINNING.match(before) is not None and not match[0].startswith("@")
    if opening == "<" and is_first and begun[:1] and begun[:1] in "+-_":
        return None
    rest = _REST.match(around.after)
    behind = rest.end() if rest and opening else 0
    sign = "" if is_first or is_data else "@"
    return _titles(around, debate, opening, begun, sign, match[0], behind)


def _titles(
    around: TextAround, debate: Debate, opening: str, begun: str, sign: str, written: str, behind: int
) -> Iterator[CompletionItem]:
    begins = around.offset - len(begun) - len(opening)
    for element in debate:
        name = str(element.ref)
        kind = _KINDS[name[:2] if name[:2] in _KINDS else name[:1]]
        is_wanted = (not opening or _KINDS[opening] is kind) and not _is_begun_here(element, begins)
        if is_wanted and not element.is_untitled and is_like(element.title, begun):
            edit = around.replacing(len(written), f"{sign}{name}", behind=behind)
            prefix = written[: len(written) - len(begun)]
            words = f"{prefix}{element.title}"
            yield CompletionItem(name, kind, edit, words, _detail(element), subject=f"element {name}")


def _is_begun_here(element: Element, offset: int) -> bool:
    """Return whether something exists only because its unfinished name was read at this place."""
    spans = [statement.span for statement in element.statements if statement.span is not None]
    return len(spans) == 1 and spans[0].path is None and spans[0].start <= offset < spans[0].end


def _detail(element: Element) -> str:
    return line_of(getattr(element, "text", None) or "", _LONGEST)


def tags_at(around: TextAround, debate: Debate) -> Iterator[CompletionItem] | None:
    """Return the tags that can complete what is written, None if it does not begin a tag."""
    match = _TAG.search(around.before)
    if match is None or (match["begun"] == "" and not around.before[: match.start()].strip()):
        return None
    begun = match["begun"] if match["long"] is None else match["long"]
    closing = 1 if match["long"] is not None and around.after[:1] == ")" else 0
    return (
        CompletionItem(
            f"#{tag}",
            ItemKind.TAG,
            around.replacing(len(match[0]), tag_markup(tag), behind=closing),
            f"{match[0][: len(match[0]) - len(begun)]}{tag}",
        )
        for tag in debate.tags
        if is_like(tag, begun)
    )
