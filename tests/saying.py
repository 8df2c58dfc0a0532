"""What tests compare of a text: its findings, its titles and texts, its relations.

A place is `line:column`, both from 1. In `texts` and `relations` titles are written as in the markup, but
those of claims without brackets: `A`, `^A`, `<A>`.
"""

from __future__ import annotations

from collections.abc import Iterator

import argmap
from argmap import Document
from argmap.data.yaml_writer import flow_yaml
from argmap.model import Argument, Claim, Evidence
from argmap.text import Severity

_TITLES = {Claim: "{}", Evidence: "^{}", Argument: "<{}>"}


def codes(text: str) -> list[str]:
    """Return the codes of what is wrong with how a text is written and read."""
    return [finding.code for finding in argmap.parse(text).diagnostics]


def findings(text: str) -> list[str]:
    """Return codes with their places: `S105 2:1`."""
    return _placed(argmap.parse(text), tuple(Severity))


def warnings(text: str) -> list[str]:
    """Return `findings` without information."""
    return _placed(argmap.parse(text), (Severity.ERROR, Severity.WARNING))


def _placed(document: Document, severities: tuple[Severity, ...]) -> list[str]:
    return [
        "{} {}:{}".format(finding.code, *document.location(finding.span.start))
        for finding in document.diagnostics
        if finding.severity in severities
    ]


def texts(text: str) -> dict[str, str | None]:
    """Return the texts of all elements by title: claims, evidence, arguments."""
    elements = argmap.parse(text).debate.elements
    return {_TITLES[type(element)].format(element.title): element.text for element in elements}


def relations(text: str) -> list[str]:
    """Return the relations that a text draws, without derived ones: `A support B`."""
    return [
        f"{relation.source[0]} {relation.kind.value} {relation.target[0]}"
        for relation in argmap.parse(text).debate.relations
        if not relation.is_derived
    ]


def summary(document: Document) -> Iterator[str]:
    """Yield all that a document says, a line for each thing, and then its findings."""
    debate = document.debate
    if debate.metadata:
        yield f"metadata {flow_yaml(debate.metadata)}"
    for section in debate.sections:
        yield f"section {'#' * section.level} {section.title}"
    for element in debate.elements:
        tags = "".join(f" #({tag})" for tag in element.tags)
        data = f" {flow_yaml(element.data)}" if element.data else ""
        yield f"{element.ref}{'' if element.text is None else f': {element.text}'}{tags}{data}"
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            premises = ", ".join(map(str, inference.premises))
            rules = "".join(f" ({rule})" for rule in inference.rules)
            yield f"{inference.ref} infers {inference.conclusion} from {premises or 'nothing'}{rules}"
    for relation in debate.relations:
        yield f"{relation}{' (derived)' if relation.is_derived else ''}"
    for finding in document.diagnostics:
        yield "{} {} {}:{}".format(finding.code, finding.severity, *document.location(finding.span.start))
