"""Titles that can be given: they are read back as they are, and nothing else has them."""

from __future__ import annotations

import re

from argmap.editing.names.name_index import NameIndex
from argmap.editing.names.occurrence import NameRef
from argmap.model import ArgumentRef, ElementRef, EvidenceRef, QuestionRef
from argmap.model.reference import SchemeRef, SectionRef, SourceRef, TagRef
from argmap.syntax.document import parse_tree
from argmap.syntax.inline import InlineReader, tag_names
from argmap.syntax.titles import clean_title
from argmap.text import MarkKind
from argmap.text.given_values import check_words

# Titles of these characters alone are read the same everywhere, and change nothing around them.
SAFE = re.compile(r"[^\W_][\w ,.;'’“”()%&–—-]*")
_NUMBERED = re.compile(r"Untitled [0-9]+′*")
_MENTIONS = {
    "claim": MarkKind.CLAIM_MENTION,
    "evidence": MarkKind.EVIDENCE_MENTION,
    "question": MarkKind.QUESTION_MENTION,
    "argument": MarkKind.ARGUMENT_MENTION,
}


def titled(ref: NameRef, title: str) -> NameRef:
    """Return a reference of the same kind with another title.

    Raises:
        ValueError: nothing of that kind can have that title.
    """
    check_words("a title", title)
    clean = clean_title(title)
    if not clean:
        raise ValueError("a title needs at least one character other than white space")
    match ref:
        case SectionRef():
            return SectionRef(ref.id, clean)
        case SourceRef():
            return SourceRef(clean)
        case TagRef():
            if tag_names(f"#({clean})") != (clean,):
                raise ValueError(f"{clean!r} cannot be a tag: it would be read as something else")
            return TagRef(clean)
        case SchemeRef():
            if not SAFE.fullmatch(clean):
                raise ValueError(f"{clean!r} cannot be the name of a scheme: write words")
            return SchemeRef(clean)
        case _ if ref.kind in _MENTIONS:
            new: ElementRef = type(ref)(clean)
            check_title(new)
            return new
    raise TypeError(f"{ref!r} names nothing that has a title")


def check_title(ref: ElementRef) -> None:
    """Raise if a title would be read as something else in one of the places where it can be written.

    Raises:
        ValueError: it would; the message says so.
    """
    if _NUMBERED.fullmatch(ref.title):
        raise ValueError(f"{ref.title!r} cannot be a title: what has none is called so")
    sample = f"{ref}: x #t {{a: b}}\n\n{ref} #t {{a: b}}\n\n[x]: x\n  + {ref}\n  - {ref}: x\n"
    tree = parse_tree(sample)
    elements = [element for block in tree.blocks for element in block.elements]
    problems = any(block.problems for block in tree.blocks) or tree.problems
    written = [(element.kind.value, element.title, len(element.data)) for element in elements]
    kind = ref.kind
    right = [*[(kind, ref.title, 1)] * 2, ("claim", "x", 0), *[(kind, ref.title, 0)] * 2]
    mention = f"see @{ref} {{x}} there"
    inline = InlineReader().read(mention, 0, len(mention))
    mentions = [(mark.kind, mark.target) for mark in inline.marks]
    if problems or written != right or mentions != [(_MENTIONS[kind], ref.title)] or _is_signed(ref):
        raise ValueError(f"{ref} cannot be written: it would be read as something else")


def _is_signed(ref: ElementRef) -> bool:
    # `[^^A]` is evidence called `^A`, but `^^A` in settings would be hard to understand.
    return not isinstance(ref, ArgumentRef | EvidenceRef | QuestionRef) and ref.title[:1] in ("^", "?")


def check_free(names: NameIndex, ref: NameRef) -> None:
    """Raise if something already has a name, or is expected to have it.

    Raises:
        ValueError: it is taken; the message says where.
    """
    if isinstance(ref, SectionRef):
        return
    taken = next(iter(names.inner(ref)), None)
    if taken is not None:
        raise ValueError(f"{ref} is named already, in {names.shown(taken.span)}")
    if isinstance(ref, ArgumentRef) and names.reading.gathered.contents.is_html(ref.title):
        raise ValueError(f"{ref} is a tag of HTML in this text")
    if not isinstance(ref, TagRef | SourceRef | SchemeRef) and ref in names.debate:
        raise ValueError(f"{ref} is there already")
