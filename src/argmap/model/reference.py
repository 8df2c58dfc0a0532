"""How things name each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias, TypeVar

from argmap.named_tuples import NamedTuple

RefT = TypeVar("RefT")

# Named tuples: small, hashed a great deal, and made in thousands. The field `kind` tells them apart,
# because tuples of equal content would otherwise be equal.


def _shown_without_kind(reference: type[RefT]) -> type[RefT]:
    """Leave the kind out of the repr of a class, whose name says it; some programs ask for it as `room`."""

    def shown(ref: tuple[object, ...]) -> str:
        return f"{type(ref).__name__}({', '.join(map(repr, ref[:-1]))})"

    reference.room = property(lambda ref: ref.kind)  # type: ignore[attr-defined]  # as above
    reference.__repr__ = shown  # type: ignore[method-assign,assignment]  # each class is a tuple
    return reference


@_shown_without_kind
class ClaimRef(NamedTuple):
    """Names a claim by its title.

    >>> ref = ClaimRef("Sun")
    >>> ref.title, ref.kind, str(ref)
    ('Sun', 'claim', '[Sun]')
    """

    title: str
    kind: str = "claim"

    def __str__(self) -> str:
        return f"[{self.title}]"


@_shown_without_kind
class EvidenceRef(NamedTuple):
    """Names a piece of evidence by its title, without the `^` of the markup.

    >>> str(EvidenceRef("Survey"))
    '[^Survey]'
    """

    title: str
    kind: str = "evidence"

    def __str__(self) -> str:
        return f"[^{self.title}]"


@_shown_without_kind
class QuestionRef(NamedTuple):
    """Names a question by its title, without the `?` of the markup.

    >>> str(QuestionRef("Closing"))
    '[?Closing]'
    """

    title: str
    kind: str = "question"

    def __str__(self) -> str:
        return f"[?{self.title}]"


@_shown_without_kind
class ArgumentRef(NamedTuple):
    """Names an argument by its title.

    >>> str(ArgumentRef("From design"))
    '<From design>'
    """

    title: str
    kind: str = "argument"

    def __str__(self) -> str:
        return f"<{self.title}>"


@_shown_without_kind
class InferenceRef(NamedTuple):
    """Names an inference: the argument's title, and its place there, counted from 0.

    Its title is that of its argument; written out, places are counted from 1.

    >>> ref = InferenceRef("From design", 0)
    >>> ref.title, ref.kind, str(ref)
    ('From design', 'inference', '<From design>#1')
    """

    argument: str
    place: int
    kind: str = "inference"

    @property
    def title(self) -> str:
        """The title of the argument that it is part of."""
        return self.argument

    def __str__(self) -> str:
        return f"<{self.argument}>#{self.place + 1}"


@_shown_without_kind
class CriticalQuestionRef(NamedTuple):
    """Names a critical question about an inference: argument and place of that, and its own name.

    >>> str(CriticalQuestionRef("From design", 0, "other_explanation"))
    '<From design>#1 other_explanation'
    """

    argument: str
    place: int
    title: str
    kind: str = "critical-question"

    def __str__(self) -> str:
        return f"<{self.argument}>#{self.place + 1} {self.title}"


# What is named in a text but is no element: it takes part in no relation.

# A tag that needs no parentheses; with other characters it may need none either, but may have them.
_PLAIN_TAG = re.compile(r"[\w-]+")


class SectionRef(NamedTuple):
    """Names a section by its id, because several sections may have the same title.

    >>> str(SectionRef("s2", "Later letters"))
    '# Later letters'
    """

    id: str
    title: str
    kind: str = "section"

    def __repr__(self) -> str:
        return f"SectionRef({self.id!r}, {self.title!r})"

    def __str__(self) -> str:
        return f"# {self.title}"


class SourceRef(NamedTuple):
    """Names a source: by its key if it is declared, or else by what a document calls it.

    >>> str(SourceRef("mill"))
    'mill'
    """

    title: str
    kind: str = "source"

    def __repr__(self) -> str:
        return f"SourceRef({self.title!r})"

    def __str__(self) -> str:
        return self.title


class SchemeRef(NamedTuple):
    """Names an argumentation scheme.

    >>> str(SchemeRef("expert_opinion"))
    'expert_opinion'
    """

    title: str
    kind: str = "scheme"

    def __repr__(self) -> str:
        return f"SchemeRef({self.title!r})"

    def __str__(self) -> str:
        return self.title


class TagRef(NamedTuple):
    """Names a tag, without its sign.

    >>> str(TagRef("crux")), str(TagRef("open question"))
    ('#crux', '#(open question)')
    """

    title: str
    kind: str = "tag"

    def __repr__(self) -> str:
        return f"TagRef({self.title!r})"

    def __str__(self) -> str:
        return f"#{self.title}" if _PLAIN_TAG.fullmatch(self.title) else f"#({self.title})"


# A question is never premise or conclusion; an author may write it there all the same.
PropositionRef: TypeAlias = ClaimRef | EvidenceRef | QuestionRef
ElementRef: TypeAlias = ClaimRef | EvidenceRef | QuestionRef | ArgumentRef
Ref: TypeAlias = ClaimRef | EvidenceRef | QuestionRef | ArgumentRef | InferenceRef

REFERENCES = frozenset({ClaimRef, EvidenceRef, QuestionRef, ArgumentRef, InferenceRef})
# The signs with which titles begin where statements of several kinds are written alike.
SIGNS: Mapping[type, str] = {EvidenceRef: "^", QuestionRef: "?"}


def signed_title(ref: PropositionRef) -> str:
    """Return a title as it is in brackets, and as Argdown tools know it.

    >>> signed_title(EvidenceRef("Survey")), signed_title(ClaimRef("Sun"))
    ('^Survey', 'Sun')
    """
    return SIGNS.get(type(ref), "") + ref.title


def ref_of_signed(title: str) -> PropositionRef:
    """Return what a title in brackets names.

    >>> ref_of_signed("?Closing"), ref_of_signed("^")
    (QuestionRef('Closing'), ClaimRef('^'))
    """
    if len(title) > 1:
        if title[0] == "^":
            return EvidenceRef(title[1:])
        if title[0] == "?":
            return QuestionRef(title[1:])
    return ClaimRef(title)


def check_reference(name: str, value: object) -> None:
    """Raise if a value is no reference to an element or an inference.

    >>> check_reference("source", "[A]")
    Traceback (most recent call last):
        ...
    TypeError: source must be a reference such as ClaimRef("A"), not '[A]'

    Raises:
        TypeError: it is something else.
    """
    if type(value) not in REFERENCES:
        hint = "; give its `ref`" if hasattr(value, "ref") else ""
        raise TypeError(f'{name} must be a reference such as ClaimRef("A"), not {value!r}{hint}')
