"""What a report adds at its end: verdicts, open critical questions, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import frozen

from argmap.analysis import Status, checklist
from argmap.interop.debate_reports.sentences import in_a_line, name_of
from argmap.interop.outlines.item_words import one_line
from argmap.interop.outlines.markdown_words import markdown_words
from argmap.model import ArgumentRef, Debate, Ref
from argmap.text import Diagnostic

# The check that reports open questions, which are already listed above.
_OPEN_QUESTIONS = "C315"


@frozen
class ReportParts:
    """What goes into a report besides the debate.

    `picture` is its map as SVG; `findings` are diagnostics with their lines, None where there are none;
    `verdicts` put verdicts in words. Unless it `has_appendix`, there is none.
    """

    picture: str = ""
    findings: tuple[tuple[int | None, Diagnostic], ...] = ()
    verdicts: Mapping[Ref, str] | None = None
    has_appendix: bool = True


def appendix_lines(debate: Debate, parts: ReportParts) -> Iterator[str]:
    """Yield the appendix; nothing if it would be empty."""
    found = (
        ("Verdicts", _verdicts(debate, parts.verdicts or {})),
        ("Open questions", _open_questions(debate)),
        ("Findings", _findings(parts.findings)),
    )
    filled = [(heading, lines) for heading, lines in ((name, list(made)) for name, made in found) if lines]
    if filled:
        yield from ("## Appendix", "")
    for heading, lines in filled:
        yield from (f"### {heading}", "", *lines, "")


def _verdicts(debate: Debate, verdicts: Mapping[Ref, str]) -> Iterator[str]:
    for element in debate:
        if element.ref in verdicts:
            name = name_of(element) or in_a_line(element)
            yield f"- {element.ref.kind} {name}: {markdown_words(verdicts[element.ref])}"


def _open_questions(debate: Debate) -> Iterator[str]:
    items = (item for item in checklist(debate) if item.status is Status.OPEN)
    for ref, group in groupby(items, key=lambda item: item.inference.ref):
        argument = debate[ArgumentRef(ref.argument)]
        name = name_of(argument) or "**an argument without a title**"
        step = f", step {ref.place + 1}" if len(argument.inferences) > 1 else ""
        yield f"- {name}{step}"
        yield from (f"  - {markdown_words(one_line(item.question.text))}" for item in group)


def _findings(findings: Iterable[tuple[int | None, Diagnostic]]) -> Iterator[str]:
    for line, finding in findings:
        if finding.code == _OPEN_QUESTIONS:
            continue
        place = "" if line is None else f"line {line}, "
        yield f"- {place}{finding.severity} {finding.code}: {markdown_words(one_line(finding.message))}"
