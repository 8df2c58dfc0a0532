"""The words of an item in an outline, before the markup of a form is added."""

from __future__ import annotations

from attrs import frozen

from argmap.analysis.outlines import OutlineItem
from argmap.model import Debate, Element, Evidence, Inference, InferenceRef, RelationKind, SectionRef
from argmap.model.stated import canonical
from argmap.text.plain_words import words_of as words_of_text
from argmap.text.shortening import shortened
from argmap.text.visible import visible

_SIGNS = {
    RelationKind.SUPPORT: "+",
    RelationKind.ENTAILMENT: "+",
    RelationKind.ATTACK: "-",
    RelationKind.UNDERCUT: "_",
    RelationKind.CONTRARIETY: "≠",
    RelationKind.CONTRADICTION: "≠",
}
_VERBS = {
    RelationKind.SUPPORT: "supported by",
    RelationKind.ENTAILMENT: "entailed by",
    RelationKind.ATTACK: "attacked by",
    RelationKind.UNDERCUT: "undercut by",
    RelationKind.CONTRARIETY: "contrary to",
    RelationKind.CONTRADICTION: "contradicted by",
}
_LONGEST = 60


@frozen(kw_only=True)
class ItemWords:
    """The words of an item, each on one line and without control characters; empty where there are none.

    `sign` shows its relation to what is above it, `bearing` the same in words, or `(1)` for a step; `title`
    is without brackets and `name` with them.
    """

    sign: str = ""
    bearing: str = ""
    kind: str = ""
    title: str = ""
    name: str = ""
    text: str = ""
    quote: str = ""
    facts: tuple[str, ...] = ()
    hidden: str = ""


def words_of(item: OutlineItem, debate: Debate) -> ItemWords:
    """Return the words of an item of the outline of a debate."""
    ref = item.ref
    if isinstance(ref, SectionRef):
        return ItemWords(title=one_line(ref.title))
    if isinstance(ref, InferenceRef):
        return _inference_words(debate.arguments[ref.argument].inferences[ref.place])
    sign = bearing = ""
    if item.number is not None:
        sign = bearing = f"({item.number})"
    elif item.kind is not None:
        sign = _SIGNS[item.kind]
        bearing = "answered by" if item.is_answer else _VERBS[item.kind]
    title, name = one_line(ref.title), one_line(str(ref))
    if ref not in debate:
        return ItemWords(sign=sign, bearing=bearing, kind=ref.kind, title=title, name=name)
    element = debate[ref]
    text = text_in_words(element)
    # A title that is only a number says nothing.
    is_numbered = bool(getattr(element, "is_untitled", False) and text)
    if is_numbered:
        title = name = ""
    if item.is_reference:
        said = shortened(text, _LONGEST) if is_numbered else ""
        return ItemWords(sign=sign, bearing=bearing, kind=ref.kind, title=title, name=name, text=said)
    return ItemWords(
        sign=sign,
        bearing=bearing,
        kind=ref.kind,
        title=title,
        name=name,
        text=text,
        quote=one_line(element.quote or "") if isinstance(element, Evidence) else "",
        facts=facts_of(element),
        hidden=f"… {item.left_out} more" if item.left_out else "",
    )


def text_in_words(element: Element) -> str:
    """Return what an element says, with mentions as titles, on one line; empty if it says nothing."""
    statement = canonical(element.places)
    return one_line(words_of_text(statement.text, statement.marks)[0]) if statement and statement.text else ""


def facts_of(element: Element) -> tuple[str, ...]:
    """Return what is known about an element besides its text: kind, sources, who puts it forward."""
    facts: list[str] = []
    locator = None
    if isinstance(element, Evidence):
        locator = element.locator
        facts += [element.kind] if element.kind else []
    facts += [source.short(locator) for source in element.sources]
    if locator and not element.sources:
        facts.append(locator)
    if isinstance(element, Evidence) and element.reliability is not None:
        facts.append(f"reliability {element.reliability:g}")
    if element.speakers:
        facts.append(f"according to {', '.join(element.speakers)}")
    if element.is_implicit:
        facts.append("left unsaid")
    return tuple(filter(None, map(one_line, facts)))


def one_line(text: str) -> str:
    """Return a text on one line, with single spaces and without control characters.

    >>> one_line(" a\\n b\\x1b")
    'a b�'
    """
    return visible(" ".join(text.split()))


def _inference_words(inference: Inference) -> ItemWords:
    facts = [inference.qualifier or "", f"warrant: {inference.warrant}" if inference.warrant else ""]
    return ItemWords(
        sign="--",
        bearing="therefore",
        text=rule_of(inference),
        facts=tuple(filter(None, map(one_line, facts))),
    )


def rule_of(inference: Inference) -> str:
    """Return the rules of an inference, or the title of its scheme if it names only that."""
    if inference.rules:
        return one_line(", ".join(inference.rules))
    return one_line(inference.scheme.title) if inference.scheme else ""
