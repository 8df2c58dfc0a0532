"""What a report says about one question, claim, argument or piece of evidence."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.outlines.bearers import Bearer, Bearers
from argmap.interop.debate_reports.numbered_sources import NumberedSources
from argmap.interop.debate_reports.reason_table import reason_table
from argmap.interop.debate_reports.sentences import in_a_line, name_of, sentences
from argmap.interop.outlines.item_words import one_line, rule_of, text_in_words
from argmap.interop.outlines.markdown_words import markdown_words
from argmap.model import Argument, Debate, Element, Evidence, Inference, Question


def element_lines(
    element: Element, debate: Debate, bearers: Bearers, sources: NumberedSources
) -> Iterator[str]:
    """Yield what a report says about an element: title and text, then steps or quote, then reasons."""
    said = list(sentences(text_in_words(element)))
    name = f"*{element.ref.kind}* {name_of(element)}".rstrip()
    yield from (f"{name}:", *said) if said else (name,)
    if isinstance(element, Evidence) and element.quote:
        yield ""
        yield from (f"> {line}" for line in sentences(element.quote))
    facts = "; ".join(_facts(element, sources))
    if facts:
        yield from ("", facts)
    if isinstance(element, Argument) and element.inferences:
        yield ""
        yield from _steps(element, debate, sources)
    reasons = (
        _positions(element, debate, bearers, sources)
        if isinstance(element, Question)
        else reason_table(element.ref, debate, bearers, sources)
    )
    lines = list(reasons)
    if lines:
        yield from ("", *lines)
    yield ""


def _facts(element: Element, sources: NumberedSources) -> Iterator[str]:
    if isinstance(element, Evidence) and element.kind:
        yield markdown_words(one_line(element.kind))
    citation = sources.citation(element)
    if citation:
        yield citation
    elif isinstance(element, Evidence) and element.locator:
        yield markdown_words(one_line(element.locator))
    if isinstance(element, Evidence) and element.reliability is not None:
        yield f"reliability {element.reliability:g}"
    if element.speakers:
        yield f"according to {markdown_words(one_line(', '.join(element.speakers)))}"
    if element.is_implicit:
        yield "left unsaid"


def _steps(argument: Argument, debate: Debate, sources: NumberedSources) -> Iterator[str]:
    """Yield the steps of an argument as a numbered list; a rule is below the step before its conclusion."""
    inferences = {inference.conclusion_index: inference for inference in argument.inferences}
    for place, (ref, step) in enumerate(zip(argument.step_refs, argument.steps, strict=True)):
        if place in inferences:
            rule = f"*therefore{_rule(inferences[place])}:*"
            yield from (f"   {rule}",) if place else (rule, "")
        text = _words(step.text or ref.title)
        if ref in debate:
            text = in_a_line(debate[ref], sources.citation(debate[ref]))
        # With a line break; otherwise the rule would continue the line of the step.
        yield f"{place + 1}. {text}" + ("\\" if place + 1 in inferences else "")


def _rule(inference: Inference) -> str:
    rule = rule_of(inference)
    scheme = one_line(inference.scheme.title) if inference.scheme else ""
    parts = [f"by {rule}" if rule else ""]
    if scheme and scheme.casefold() != rule.casefold():
        parts.append(f"a case of {scheme}")
    parts.append(one_line(inference.qualifier or ""))
    parts.append(f"since {one_line(inference.warrant)}" if inference.warrant else "")
    return "".join(f", {_words(part)}" for part in parts if part)


def _words(text: str) -> str:
    return markdown_words(one_line(text))


def _positions(
    question: Question, debate: Debate, bearers: Bearers, sources: NumberedSources
) -> Iterator[str]:
    for bearer in bearers.below(Bearer(question.ref)):
        if bearer.ref not in debate:
            continue
        element = debate[bearer.ref]
        if not isinstance(element, Inference):
            yield f"- {in_a_line(element, sources.citation(element))}"
