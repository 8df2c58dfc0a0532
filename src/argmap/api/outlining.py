"""Debates in words, from outlines to reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import evolve

from argmap.api.checking import check
from argmap.api.documents import Document
from argmap.api.evaluating import evaluation_about
from argmap.api.pictures import draw
from argmap.api.querying import part_selected
from argmap.data.garbage import paused_collector
from argmap.model import (
    ArgumentRef,
    CriticalQuestionRef,
    Debate,
    ElementRef,
    FrozenDict,
    Ref,
    debate_of,
    part_of,
)
from argmap.nearest_keyword import names_nearest
from argmap.text.given_values import check_switches

if TYPE_CHECKING:
    from argmap.interop.outlines import OutlineForm
    from argmap.maps import ArgumentMap
    from argmap.reasoning import Evaluation
    from argmap.text import Diagnostic, Span


@names_nearest
def outline(
    document: Document | Debate,
    *,
    form: OutlineForm = "text",
    depth: int | None = None,
    select: str | None = None,
    sections: bool = False,
) -> str:
    r"""Return a document or debate as an outline: what is at issue, and below it what supports or attacks it.

    `+` supports what is above it, `-` attacks, `_` undercuts, and `≠` excludes it; below a question `+` is
    a position. Everything is written out once, and where it recurs there is `→ see [Title]`. The form
    is `text`, `markdown`, or `html`, to put into a page. `depth` is how many levels are shown,
    from 1, and `select` a selector of what is shown; with `sections`, there are headings, and below each its
    elements.

    >>> import argmap
    >>> print(argmap.outline(argmap.parse("[A]: a\n  + <B>: b\n    - [C]\n[C]: c\n  + [A]")))
    claim [A]: a
      + argument <B>: b
        - claim [C]: c
          + → see [A]
    <BLANKLINE>

    Raises:
        LookupError: a title or section of the selector is not there; the message names the nearest.
        ValueError: the depth is less than 1, there is no such form, or the selector cannot be read.
    """
    from argmap.analysis.outlines import outline_of
    from argmap.interop.outlines import outline_text

    check_switches(sections=sections)

    with paused_collector():
        part = debate_of(document) if select is None else part_selected(document, select)
        return outline_text(outline_of(part, depth=depth, sections=sections), form)


def outline_data(
    document: Document | Debate,
    *,
    depth: int | None = None,
    select: str | None = None,
    sections: bool = False,
) -> dict[str, Any]:
    r"""Return what `outline` tells as an object of JSON: items with their levels, words and lines.

    >>> import argmap
    >>> data = outline_data(argmap.parse("[A]: a\n  + <B>: b"))
    >>> [(item["level"], item["name"], item["line"]) for item in data["items"]]
    [(0, '[A]', 1), (1, '<B>', 2)]

    Raises:
        LookupError: a title or section of the selector is not there; the message names the nearest.
        ValueError: the depth is less than 1, or the selector cannot be read.
    """
    from argmap.analysis.outlines import outline_of
    from argmap.interop.outlines.outline_data import outline_as_data

    text = document if isinstance(document, Document) else None

    def line_of(span: Span) -> int | None:
        return text.location(span.start).line if text is not None and span.path is None else None

    with paused_collector():
        part = debate_of(document) if select is None else part_selected(document, select)
        return outline_as_data(outline_of(part, depth=depth, sections=sections), line_of)


def outline_of_map(debate: Debate, view: ArgumentMap) -> str:
    r"""Return what a map shows of a debate in words: nested lists in HTML, without a title.

    >>> import argmap
    >>> debate = argmap.parse("[A]: a\n  + <B>: b\n    - [C]").debate
    >>> words = outline_of_map(debate, argmap.draw(debate, focus="[A]", radius=1).map)
    >>> "<strong>B</strong>: b" in words, "<strong>C</strong>" in words
    (True, False)
    """
    refs = frozenset(_drawn(view))
    steps = {step for ref in refs if isinstance(ref, ArgumentRef) for step in debate[ref].step_refs}
    part = part_of(debate, refs | steps)
    untitled = {key: value for key, value in part.metadata.items() if key != "title"}
    return outline(evolve(part, metadata=FrozenDict(untitled)), form="html")


def _drawn(view: ArgumentMap) -> Iterator[ElementRef]:
    """Yield all elements that a map shows, also inside others."""
    waiting = list(view.nodes)
    while waiting:
        node = waiting.pop()
        if not isinstance(node.ref, CriticalQuestionRef):
            yield node.ref
        inside = (*node.strips, *(strip for step in node.steps for strip in step.strips))
        waiting += [strip.node for strip in inside]


@names_nearest
def report(
    document: Document | Debate,
    *,
    select: str | None = None,
    appendix: bool = True,
    picture: bool = False,
    evaluation: Evaluation | None = None,
) -> str:
    r"""Return a report on a document or debate in Markdown, one sentence per line.

    It has the title and abstract from the frontmatter, then section by section each claim with a table of
    what speaks for and against it, each argument with its steps, and all evidence; then the numbered sources,
    and an appendix with open critical questions, findings of `check` and, if there is an `evaluation`, its
    verdicts. `select` is a selector of what it is about; with `picture`, it includes the map as SVG.

    >>> import argmap
    >>> print(argmap.report(argmap.parse("[A]: a\n  + <B>: b"), appendix=False))
    # A debate
    <BLANKLINE>
    This debate has 1 claim, 0 pieces of evidence and 1 argument.
    <BLANKLINE>
    *claim* **A**:
    a
    <BLANKLINE>
    | for | against |
    | --- | --- |
    | **B**: b |  |
    <BLANKLINE>
    *argument* **B**:
    b
    <BLANKLINE>

    Raises:
        LookupError: a title or section of the selector is not there; the message names the nearest.
        SelectorError: the selector cannot be read; it is a ValueError.
        EngineError: a picture was asked for, but no engine lays it out.
    """
    from argmap.interop.debate_reports import ReportParts, report_text

    check_switches(appendix=appendix, picture=picture)
    part = debate_of(document) if select is None else part_selected(document, select)
    verdicts = None if evaluation is None else _verdicts(evaluation_about(part, evaluation))
    parts = ReportParts(
        draw(part).svg() if picture else "",
        tuple(_findings(document, part, select is None)) if appendix else (),
        verdicts,
        appendix,
    )
    with paused_collector():
        return report_text(part, parts)


def _verdicts(evaluation: Evaluation) -> dict[Ref, str]:
    """Return the verdicts in words: label or strength, and why."""
    words: dict[Ref, str] = {}
    for ref, verdict in evaluation.verdicts.items():
        strength = "" if verdict.strength is None else f"strength {verdict.strength:.2f}"
        parts = (
            verdict.label.value if verdict.label else "",
            strength,
            verdict.basis.words if verdict.basis else "",
        )
        words[ref] = ", ".join(part for part in parts if part)
    return words


def _findings(
    document: Document | Debate, part: Debate, is_whole: bool
) -> Iterator[tuple[int | None, Diagnostic]]:
    """Yield findings with their lines; those about a part are in the places of its elements."""
    text = document if isinstance(document, Document) else None

    def line_of(span: Span) -> int | None:
        return text.location(span.start).line if text is not None and span.path is None else None

    spans = [statement.span for element in part for statement in element.places if statement.span]
    places = {(span.path, line_of(span)) for span in spans}
    for finding in dict.fromkeys((*(text.diagnostics if text else ()), *check(document))):
        line = line_of(finding.span)
        if is_whole or (finding.span.path, line) in places:
            yield line, finding
