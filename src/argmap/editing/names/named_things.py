"""What a caller means by a name."""

from __future__ import annotations

from argmap.editing.names.occurrence import NameRef
from argmap.editing.written_names import without_tags
from argmap.model import (
    ArgumentRef,
    ClaimRef,
    Debate,
    EvidenceRef,
    InferenceRef,
    NotInDebateError,
    QuestionRef,
    Section,
)
from argmap.model.lookup import heading_in, reference_to, tag_in
from argmap.model.reference import SchemeRef, SectionRef, SourceRef, TagRef
from argmap.text.nearest import nearest

_REFS = (ClaimRef, EvidenceRef, QuestionRef, ArgumentRef, SectionRef, SourceRef, SchemeRef, TagRef)


def named_ref(debate: Debate, thing: object) -> NameRef:
    """Return the reference to what a caller names: an element, a section, a reference, or a text.

    A text is a title as in the markup, a tag (`#crux`), a heading (`# Weather`), the key of a source or the
    name of a scheme.
    A reference may name something that the debate does not have: a text can mention it all the same.

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
    if (title := heading_in(thing)) is not None:
        return _section(debate, title)
    if tag := tag_in(thing):
        if tag not in debate.tags:
            near = nearest(tag, debate.tags)
            raise NotInDebateError(
                f"there is no tag {TagRef(tag)} in this debate", near and str(TagRef(near))
            )
        return TagRef(tag)
    try:
        ref = reference_to(debate, thing)
    except NotInDebateError:
        if isinstance(thing, str) and (named := _named_in_data(debate, thing)):
            return named
        raise
    if isinstance(ref, InferenceRef):
        raise TypeError(f"{ref} has no name of its own; name its argument {ArgumentRef(ref.argument)}")
    return ref


def _named_in_data(debate: Debate, name: str) -> NameRef | None:
    """Return the source or scheme with a name: a declared one, or one that data name without declaring it."""
    if name in debate.sources:
        return SourceRef(name)
    for element in debate:
        sources = element.data.get("source")
        if name == sources or (isinstance(sources, tuple) and name in sources):
            return SourceRef(name)
    schemes = (step.scheme for argument in debate.arguments.values() for step in argument.inferences)
    return SchemeRef(name) if any(scheme and scheme.name == name for scheme in schemes) else None


def _section(debate: Debate, title: str) -> SectionRef:
    sections = [
        section for section in debate.sections if title in (section.title, without_tags(section.title))
    ]
    if not sections:
        near = nearest(title, [section.title for section in debate.sections])
        raise NotInDebateError(f"there is no section {title!r}", near and repr(near))
    if len(sections) > 1:
        raise NotInDebateError(f"there are several sections {title!r}")
    return SectionRef(sections[0].id, sections[0].title)
