"""What is shown about the thing under the pointer."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from argmap.analysis.critical_questions import Status, checklist
from argmap.api.documents import Document
from argmap.editing.names.occurrence import Occurrence
from argmap.lsp.features.element_card import element_card, name_in, names_of, source_line
from argmap.lsp.features.escaped_markdown import as_code, as_markdown
from argmap.lsp.features.inference_lines import inference_at
from argmap.lsp.features.operator_words import meaning_of
from argmap.lsp.features.subject_cards import code_card, scheme_card, setting_card
from argmap.model import ElementRef, Inference, Ref
from argmap.model.reference import SchemeRef, SourceRef, TagRef
from argmap.syntax.operators import OPERATORS
from argmap.text import CODES, Span
from argmap.text.counts import counted

_WORD = re.compile(r"[A-Z][0-9]{3}")
# The longest operator, and a code.
_FARTHEST = 4


@frozen
class HoverCard:
    """What to show, in Markdown, and the place it is about; for a code of findings, also the code."""

    markdown: str
    span: Span
    code: str | None = None


def hover(
    document: Document, offset: int, verdict: Callable[[Ref], str | None] | None = None
) -> HoverCard | None:
    """Return what is known of the thing at an offset, None if nothing is.

    `verdict` puts the verdict on a thing in words, if it has been worked out.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\\n  + <Forecast>: See @[Sun].")
    >>> hover(document, 41).span, hover(document, 20).markdown
    (Span(start=38, end=44, path=None), '**`+`** supports the line above: `<Forecast>` supports `[Sun]`')
    """
    return (
        _of_code(document, offset)
        or _of_setting(document, offset)
        or _of_named(document, offset, verdict)
        or _of_operator(document, offset)
        or _of_inference(document, offset)
    )


def _of_named(
    document: Document, offset: int, verdict: Callable[[Ref], str | None] | None
) -> HoverCard | None:
    place = document.at(offset)
    if not isinstance(place, Occurrence):
        return None
    debate, ref = document.debate, place.ref
    match ref:
        case SchemeRef():
            inference = inference_at(document, offset)
            entry = inference.scheme.entry if inference and inference.scheme else None
            words = scheme_card(entry) if entry else f"**scheme** {as_code(ref.title)}"
            return HoverCard(words + (_open_questions(document, inference) if inference else ""), place.span)
        case SourceRef() if ref.title in debate.sources:
            return HoverCard(f"**source** {source_line(debate.sources[ref.title])}", place.span)
        case TagRef():
            number = sum(ref.title in element.tags for element in debate.unmoved)
            return HoverCard(f"**tag** {as_code(str(ref))} of {counted(number, 'element')}", place.span)
    if isinstance(ref, ElementRef) and ref in debate:
        words = element_card(debate, debate[ref])
        holds = verdict(ref) if verdict else None
        return HoverCard(words + (f"\n\nverdict: {as_markdown(holds)}" if holds else ""), place.span)
    return None


def _of_inference(document: Document, offset: int) -> HoverCard | None:
    inference = inference_at(document, offset)
    if inference is None or inference.span is None:
        return None
    debate = document.debate
    premises, conclusion = names_of(debate, inference.premises), name_in(debate, inference.conclusion)
    words = f"**inference** {as_code(str(inference.ref))} from {premises} to {conclusion}"
    return HoverCard(words + _open_questions(document, inference), inference.span)


def _open_questions(document: Document, inference: Inference) -> str:
    if inference.scheme is None:
        return ""
    asked = [
        f"- {as_code(item.question.name)}: {as_markdown(item.question.text)}"
        for item in checklist(document.debate)
        if item.inference.ref == inference.ref and item.status is Status.OPEN
    ]
    return "\n\nopen:\n\n" + "\n".join(asked) if asked else ""


def _of_operator(document: Document, offset: int) -> HoverCard | None:
    """Return what an operator means and relates, if there is one that begins a line."""
    for relation in document.debate.relations:
        for mark in relation.marks:
            if mark.path is None and mark.start <= offset < mark.end:
                marker = document.text[mark.start : mark.end]
                meaning = as_markdown(meaning_of(marker)) if marker in OPERATORS else "relates the line above"
                source, target = as_code(str(relation.source)), as_code(str(relation.target))
                words = f"**{as_code(marker)}** {meaning}: {source} {relation.verb} {target}"
                return HoverCard(words, mark)
    return None


def _of_code(document: Document, offset: int) -> HoverCard | None:
    """Return what a code of findings means that is written in data, in settings or anywhere else."""
    start = max(0, offset - _FARTHEST)
    for match in _WORD.finditer(document.text, start, offset + _FARTHEST):
        if match.start() <= offset < match.end() and match[0] in CODES:
            words = code_card(match[0])
            return HoverCard(words, Span(*match.span()), match[0]) if words else None
    return None


def _of_setting(document: Document, offset: int) -> HoverCard | None:
    frontmatter = document.tree.frontmatter
    if document._page is None or frontmatter is None or offset >= frontmatter[0][1]:
        return None
    for path, pair in document._page.frontmatter_locations.items():
        if pair.key.start <= offset < pair.key.end:
            words = setting_card(tuple(map(str, path)))
            return HoverCard(words, pair.key) if words else None
    return None
