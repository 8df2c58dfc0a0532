"""What there is to say about an element, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.lsp.features.escaped_markdown import as_code, as_markdown
from argmap.model import Argument, Debate, Element, ElementRef, Evidence, InferenceRef, Source

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
    yield f"**{kind}** {as_code(str(element.ref))}"
    text = getattr(element, "text", None)
    if text:
        yield as_markdown(text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT]}…")
    if isinstance(element, Evidence):
        yield from _evidence(element)
    if isinstance(element, Argument) and element.is_reconstructed:
        yield _steps(element)
    if element.tags:
        yield " ".join(as_code(f"#{tag}") for tag in element.tags)
    ends = [element.ref, *_inferences(element)]
    supporters = [ref for end in ends for ref in debate.supporters(end)]
    attackers = [ref for end in ends for ref in debate.attackers(end)]
    if supporters:
        yield _neighbours("supported by", supporters)
    if attackers:
        yield _neighbours("attacked by", attackers)
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


def _steps(argument: Argument) -> str:
    premises = ", ".join(as_code(str(ref)) for ref in argument.premises[:_MOST_NEIGHBOURS])
    more = _more(len(argument.premises))
    return f"from {premises}{more} to {as_code(str(argument.conclusion))}"


def _inferences(element: Element) -> Iterator[InferenceRef]:
    if isinstance(element, Argument):
        yield from (inference.ref for inference in element.inferences)


def _neighbours(words: str, refs: Sequence[ElementRef]) -> str:
    each = list(dict.fromkeys(refs))
    names = ", ".join(as_code(str(ref)) for ref in each[:_MOST_NEIGHBOURS])
    return f"{words} {names}{_more(len(each))}"


def _more(number: int) -> str:
    return f" and {number - _MOST_NEIGHBOURS} more" if number > _MOST_NEIGHBOURS else ""


def _is_link(link: str | None) -> bool:
    """Return whether an address can be put between parentheses and leads to the web."""
    return link is not None and _LINK.fullmatch(link) is not None
