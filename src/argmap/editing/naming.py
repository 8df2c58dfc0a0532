"""What a caller means by the name of something in a text."""

from __future__ import annotations

from argmap.editing.occurrence import NameRef
from argmap.model import (
    ArgumentRef,
    ClaimRef,
    Debate,
    EvidenceRef,
    InferenceRef,
    NotInDebateError,
    QuestionRef,
    Section,
    resolve,
)
from argmap.model.reference import SchemeRef, SectionRef, SourceRef, TagRef
from argmap.text.nearest import nearest

_REFS = (ClaimRef, EvidenceRef, QuestionRef, ArgumentRef, SectionRef, SourceRef, SchemeRef, TagRef)


def named_ref(debate: Debate, thing: object) -> NameRef:
    """Return the reference to what a caller names: an element, a section, a reference, a title or a tag.

    A reference may name what the debate does not have: a text can mention that.

    >>> named_ref(Debate(tags=("crux",)), "#crux")
    TagRef('crux')

    Raises:
        LookupError: a text names nothing in the debate, or several things.
        TypeError: it is none of these.
    """
    if isinstance(thing, _REFS):
        return thing
    if isinstance(thing, Section):
        return SectionRef(thing.id, thing.title)
    if isinstance(thing, str) and (tag := _tag(thing)):
        if tag not in debate.tags:
            near = nearest(tag, debate.tags)
            hint = f"; did you mean {TagRef(near)}?" if near else ""
            raise NotInDebateError(f"there is no tag {TagRef(tag)} in this debate{hint}")
        return TagRef(tag)
    ref = resolve(debate, thing)
    if isinstance(ref, InferenceRef):
        raise TypeError(f"{ref} has no name of its own; name its argument {ArgumentRef(ref.argument)}")
    return ref


def _tag(text: str) -> str:
    text = text.strip()
    if text[:1] != "#":
        return ""
    return text[2:-1] if text.startswith("#(") and text.endswith(")") else text[1:]
