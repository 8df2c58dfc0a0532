"""Other ways to write what is at a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from argmap import edits
from argmap.analysis.critical_questions import Status, checklist
from argmap.api.documents import Document
from argmap.editing.names.occurrence import Occurrence, Use
from argmap.lsp.features.actions.code_action import ActionKind, CodeAction
from argmap.lsp.features.inference_lines import inference_at
from argmap.model import Argument, ArgumentRef, Claim, ClaimRef, Inference, Ref, Relation, RelationKind
from argmap.model.reference import SourceRef
from argmap.text import Edit, Span

_WORD = re.compile(r"[\w'’-]+")
_TITLE_WORDS = 5
# What each kind is turned into.
_TURNED = {
    RelationKind.SUPPORT: RelationKind.ATTACK,
    RelationKind.ATTACK: RelationKind.SUPPORT,
    RelationKind.ENTAILMENT: RelationKind.CONTRARIETY,
    RelationKind.CONTRARIETY: RelationKind.ENTAILMENT,
}


def refactorings(document: Document, span: Span) -> Iterator[CodeAction]:
    """Yield other ways to write what a stretch of a text touches; some may turn out to be impossible.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\\n  + <Clouds>: It is grey.")
    >>> [action.title for action in refactorings(document, Span(20, 20))]
    ['Turn this support into an attack', 'Write <Clouds> as premises and conclusion']
    """
    if span.start == span.end:
        yield from _relations(document, span)
        yield from _of_named(document, span.start)
        yield from _of_element(document, span.start)
    else:
        yield from _extraction(document, span)


def _relations(document: Document, span: Span) -> Iterator[CodeAction]:
    for relation in document.debate.relations:
        is_here = any(_on_line(document.text, mark, span) for mark in relation.marks)
        turned = _TURNED.get(relation.kind)
        if is_here and turned and not relation.is_answer:
            words = "an attack" if relation.kind.is_supporting else "a support"
            kind = "support" if relation.kind.is_supporting else "attack"
            yield _rewriting(f"Turn this {kind} into {words}", _turning(document, relation, turned))


def _turning(document: Document, relation: Relation, kind: RelationKind) -> Callable[[], tuple[Edit, ...]]:
    return lambda: edits.turn_relation(document, relation, kind)


def _on_line(text: str, mark: Span, span: Span) -> bool:
    """Return whether a stretch is on the line of an operator, between that and the end of its title."""
    if mark.path is not None or not mark.start <= span.start:
        return False
    between = text[mark.end : span.start]
    return len(between) <= 200 and "\n" not in between and "\r" not in between


def _of_named(document: Document, offset: int) -> Iterator[CodeAction]:
    place = document.at(offset)
    if not isinstance(place, Occurrence):
        return
    ref = place.ref
    if place.use is Use.MENTION and not isinstance(ref, SourceRef):
        yield CodeAction(
            f"Make {ref} a reason on a line of its own",
            ActionKind.REWRITE,
            lambda: edits.mention_to_line(document, offset),
        )
    elif place.use is Use.REFERENCE and isinstance(ref, ClaimRef | ArgumentRef):
        yield CodeAction(
            f"Mention {ref} in the text above instead",
            ActionKind.INLINE,
            lambda: edits.line_to_mention(document, offset),
        )
    if isinstance(ref, SourceRef) and ref.title not in document.debate.sources:
        yield _rewriting(
            f"Declare the source {ref.title} in the frontmatter",
            lambda: edits.declare_source(document, ref.title, {"title": ref.title}),
        )


def _of_element(document: Document, offset: int) -> Iterator[CodeAction]:
    thing = inference_at(document, offset) or _thing(document, offset)
    match thing:
        case Argument(is_reconstructed=False):
            yield _rewriting(
                f"Write {thing.ref} as premises and conclusion",
                lambda: edits.reconstruct(document, thing.ref),
            )
        case Claim(is_untitled=True):
            title = free_title(document, thing.text or "")
            if title:
                yield _rewriting(
                    f"Give this claim the title {ClaimRef(title)}",
                    lambda: edits.give_title(document, thing.ref, title),
                )
        case Inference():
            yield from _answers(document, thing)
        case _:
            return


def _thing(document: Document, offset: int) -> object:
    place = document.at(offset)
    if not isinstance(place, Occurrence):
        return place
    ref = place.ref
    return (
        document.debate[ref] if isinstance(ref, ArgumentRef | ClaimRef) and ref in document.debate else None
    )


def _answers(document: Document, inference: Inference) -> Iterator[CodeAction]:
    for item in checklist(document.debate):
        if item.inference.ref == inference.ref and item.status is Status.OPEN:
            name = item.question.name
            yield _rewriting(f"Answer: {item.question.text}", _answering(document, inference.ref, name))


def _answering(document: Document, ref: Ref, name: str) -> Callable[[], tuple[Edit, ...]]:
    return lambda: edits.answer_question(document, ref, name, "…")


def _extraction(document: Document, span: Span) -> Iterator[CodeAction]:
    words = document.text[span.start : span.end]
    title = free_title(document, words)
    if title and words.strip():
        yield CodeAction(
            f"Make this a claim {ClaimRef(title)} of its own",
            ActionKind.EXTRACT,
            lambda: edits.extract(document, span, title),
        )


def free_title(document: Document, words: str) -> str:
    """Return a title of the first words of a text that nothing has yet; empty if there are no words."""
    short = " ".join(_WORD.findall(words)[:_TITLE_WORDS])
    title, number = short[:1].upper() + short[1:], 2
    while title and ClaimRef(title) in document.debate:
        title, number = f"{short[:1].upper()}{short[1:]} {number}", number + 1
    return title


def _rewriting(title: str, make: Callable[[], tuple[Edit, ...]]) -> CodeAction:
    return CodeAction(title, ActionKind.REWRITE, make)
