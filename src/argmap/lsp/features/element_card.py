"""What there is to say about an element, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.lsp.features.escaped_markdown import as_code, as_markdown
from argmap.model import Argument, Debate, Element, ElementRef, Evidence, InferenceRef, Source
from argmap.model.stating.calling import called
from argmap.text.shortening import shortened

_LINK = re.compile(r"https?://[^\s()<>\"'\\\x00-\x20]+")
_MOST_NEIGHBOURS = 5
_MOST_TEXT = 400


def element_card(debate: Debate, element: Element) -> str:
    """Return an element with its text, its neighbours and its sources.

    >>> import argmap
    >>> debate = argmap.parse("[Sun]: It shines.\\n  + <Forecast>: They said so.").debate
    >>> print(element_card(debate, debate.claims["Sun"]))
    **claim** `[Sun]`
    <BLANKLINE>
    It shines\\.
    <BLANKLINE>
    supported by `<Forecast>`
    """
    return "\n\n".join(_paragraphs(debate, element))


def _paragraphs(debate: Debate, element: Element) -> Iterator[str]:
    kind = type(element).__name__.lower()
    # Without a title it is known by its text, which follows.
    yield (
        f"**{kind}**" if getattr(element, "is_untitled", False) else f"**{kind}** {as_code(str(element.ref))}"
    )
    text = getattr(element, "text", None)
    if text:
        yield as_markdown(shortened(text, _MOST_TEXT))
    if isinstance(element, Evidence):
        yield from _evidence(element)
    if isinstance(element, Argument) and element.is_reconstructed:
        yield _steps(debate, element)
    if element.tags:
        yield " ".join(as_code(f"#{tag}") for tag in element.tags)
    ends = [element.ref, *_inferences(element)]
    supporters = [ref for end in ends for ref in debate.supporters(end)]
    attackers = [ref for end in ends for ref in debate.attackers(end)]
    if supporters:
        yield _neighbours(debate, "supported by", supporters)
    if attackers:
        yield _neighbours(debate, "attacked by", attackers)
    for source in element.sources:
        yield f"source: {source_line(source)}"


def source_line(source: Source) -> str:
    """Return a source with a link that leads to it."""
    words = as_markdown(source.reference)
    return f"[{words}]({source.link})" if _is_link(source.link) else words


def _evidence(evidence: Evidence) -> Iterator[str]:
    facts = [evidence.kind, evidence.locator and f"at {evidence.locator}"]
    if evidence.reliability is not None:
        facts.append(f"reliability {evidence.reliability:g}")
    known = [as_markdown(fact) for fact in facts if fact]
    if known:
        yield ", ".join(known)
    if evidence.quote:
        yield f"> {as_markdown(evidence.quote)}"


def _steps(debate: Debate, argument: Argument) -> str:
    conclusion = argument.conclusion
    assert conclusion is not None, "it is reconstructed"
    return f"from {names_of(debate, argument.premises)} to {name_in(debate, conclusion)}"


def _inferences(element: Element) -> Iterator[InferenceRef]:
    if isinstance(element, Argument):
        yield from (inference.ref for inference in element.inferences)


def _neighbours(debate: Debate, words: str, refs: Sequence[ElementRef]) -> str:
    return f"{words} {names_of(debate, list(dict.fromkeys(refs)))}"


def names_of(debate: Debate, refs: Sequence[ElementRef]) -> str:
    """Return the names of the first of several elements, and how many more there are."""
    names = ", ".join(name_in(debate, ref) for ref in refs[:_MOST_NEIGHBOURS])
    return f"{names} and {len(refs) - _MOST_NEIGHBOURS} more" if len(refs) > _MOST_NEIGHBOURS else names


def name_in(debate: Debate, ref: ElementRef) -> str:
    """Return what an element is called: its title as code, or its words if it has no title."""
    name = called(debate, ref)
    return as_code(name) if name == str(ref) else as_markdown(name)


def _is_link(link: str | None) -> bool:
    """Return whether an address can be put between parentheses and leads to the web."""
    return link is not None and _LINK.fullmatch(link) is not None
