"""Documents, debates and what they are made of, as objects."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from argmap.api import Document, parse
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    Evidence,
    EvidenceKind,
    EvidenceRef,
    InferenceRef,
    Question,
    QuestionRef,
)
from argmap.strategies.markup import markup, texts
from argmap.strategies.words import titles
from argmap.writing.draft import Draft

# Everything that Python calls a text and a text file can hold; U+FDD0 is argmap's own.
_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\ufdd0")
_NAMED = ("claim", "claim", "evidence", "question", "argument", "section")
_T = TypeVar("_T")
_MARKS = "[]<>{}()#*_-+\\/:,.@^=!|\"'`~&;%$ \n\tab1"


def documents(*, max_blocks: int = 6) -> SearchStrategy[Document]:
    """Return documents with frontmatter, comments and at most so many blocks, free of errors."""
    return markup(max_blocks=max_blocks, frontmatter=True, comments=True).map(parse)


def debates(*, max_blocks: int = 6, max_elements: int = 5) -> SearchStrategy[Debate]:
    """Return debates: those of documents, and drafts with any characters in texts and data.

    >>> from hypothesis import find
    >>> debate = find(debates(), lambda debate: debate.claims)
    >>> len(debate.claims), len(debate.arguments)
    (1, 0)
    """
    return st.one_of(
        documents(max_blocks=max_blocks).map(lambda document: document.debate),
        drafts(max_elements=max_elements).map(lambda draft: draft.finish()),
    )


def claims(*, max_elements: int = 4) -> SearchStrategy[Claim]:
    """Return claims of debates of at most so many things."""
    return _of_debates(lambda debate: tuple(debate.claims.values()), max_elements)


def evidence(*, max_elements: int = 4) -> SearchStrategy[Evidence]:
    """Return evidence of debates of at most so many things."""
    return _of_debates(lambda debate: tuple(debate.evidence.values()), max_elements)


def questions(*, max_elements: int = 4) -> SearchStrategy[Question]:
    """Return questions of debates of at most so many things."""
    return _of_debates(lambda debate: tuple(debate.questions.values()), max_elements)


def arguments(*, max_elements: int = 4) -> SearchStrategy[Argument]:
    """Return arguments, sketched or with inferences, of debates of at most so many things."""
    return _of_debates(lambda debate: tuple(debate.arguments.values()), max_elements)


def _of_debates(part: Callable[[Debate], tuple[_T, ...]], max_elements: int) -> SearchStrategy[_T]:
    found = debates(max_blocks=max_elements, max_elements=max_elements).map(part)
    return found.filter(bool).flatmap(st.sampled_from)


def any_text(*, max_size: int = 40) -> SearchStrategy[str]:
    """Return texts of any characters, many of them what markup is made of."""
    return st.one_of(
        # What would be markup has to be no markup where a text is given as it is.
        texts(max_words=4),
        st.text(_MARKS, max_size=max_size),
        st.text(_CHARACTERS, max_size=max_size),
    )


def values(*, max_leaves: int = 5) -> SearchStrategy[object]:
    """Return what data can hold: texts, numbers, dates, true, false, nothing, lists and mappings."""
    scalars = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**12), 10**12),
        st.floats(allow_nan=False),
        st.dates(min_value=datetime.date(1, 1, 1)),
        st.binary(max_size=5),
        any_text(max_size=12),
    )
    keys = st.one_of(st.text("abcdefgh", min_size=1, max_size=6), titles(max_words=2))
    return st.recursive(
        scalars,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
        max_leaves=max_leaves,
    )


@st.composite
def drafts(draw: DrawFn, *, max_elements: int = 5) -> Draft:
    """Return drafts of debates: sections, things with any texts and data, inferences, relations."""
    draft = Draft(strict=draw(st.integers(0, 4)) == 4)
    if draw(st.integers(0, 3)) == 3:
        draft.metadata(**draw(_metadata()))
    named = draw(
        st.lists(
            st.tuples(st.sampled_from(_NAMED), titles()),
            max_size=max_elements,
            unique=True,
        )
    )
    propositions: list[ClaimRef | EvidenceRef] = []
    arguments: list[ArgumentRef] = []
    questions: list[QuestionRef] = []
    for what, title in named:
        text = draw(st.one_of(st.none(), any_text()))
        data = draw(st.one_of(st.none(), _data()))
        if what == "section":
            draft.section(title, level=draw(st.integers(1, 4)))
        elif what == "claim":
            propositions.append(draft.claim(title, text, tags=draw(_tags()), data=data))
        elif what == "question":
            several = draw(st.booleans())
            questions.append(draft.question(title, text, several=several, tags=draw(_tags()), data=data))
        elif what == "argument":
            arguments.append(draft.argument(title, text, tags=draw(_tags()), data=data))
        else:
            kind = draw(st.sampled_from((None, *(one.value for one in EvidenceKind))))
            share = draw(st.one_of(st.none(), st.floats(0, 1)))
            propositions.append(
                draft.evidence(title, text, source=draw(_sources()), kind=kind, reliability=share, data=data)
            )
    inferences = _inferred(draw, draft, arguments, propositions) if propositions else []
    things = [*propositions, *arguments]
    if things:
        _relate(draw, draft, things, inferences, most=max_elements)
        for question in questions:
            for position in draw(st.lists(st.sampled_from(things), max_size=3)):
                draft.answer(position, question)
    return draft


def _inferred(
    draw: DrawFn, draft: Draft, arguments: list[ArgumentRef], propositions: list[ClaimRef | EvidenceRef]
) -> list[InferenceRef]:
    """Add up to two inferences to each argument, and return them."""
    return [
        draft.infer(
            argument,
            premises=draw(st.lists(st.sampled_from(propositions), min_size=1, max_size=3)),
            conclusion=draw(st.sampled_from(propositions)),
            rules=draw(st.lists(titles(), max_size=2)),
        )
        for argument in arguments
        for _ in range(draw(st.integers(0, 2)))
    ]


def _relate(
    draw: DrawFn,
    draft: Draft,
    things: list[ClaimRef | EvidenceRef | ArgumentRef],
    inferences: list[InferenceRef],
    *,
    most: int,
) -> None:
    """Add relations between things, and undercuts of inferences."""
    for _ in range(draw(st.integers(0, most))):
        source, target = draw(st.sampled_from(things)), draw(st.sampled_from(things))
        relate = draw(st.sampled_from((draft.support, draft.attack, draft.undercut, draft.contradict)))
        has_arguments = isinstance(source, ArgumentRef) or isinstance(target, ArgumentRef)
        if relate == draft.undercut and inferences:
            draft.undercut(source, draw(st.sampled_from(inferences)))
        elif relate != draft.contradict or not has_arguments:
            relate(source, target, data=draw(st.one_of(st.none(), st.none(), _data())))


def _data() -> SearchStrategy[dict[str, object]]:
    return st.dictionaries(st.text("abcdefgh", min_size=3, max_size=6), values(), max_size=2)


def _metadata() -> SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries(
        {"title": titles()}, optional={"author": any_text(), "sources": _bibliographies(), "note": values()}
    )


def _bibliographies() -> SearchStrategy[dict[str, dict[str, object]]]:
    described = st.fixed_dictionaries(
        {"title": any_text()}, optional={"date": st.dates(), "author": titles()}
    )
    return st.dictionaries(st.sampled_from(("a", "b")), described, min_size=1)


def _sources() -> SearchStrategy[object]:
    return st.one_of(
        st.none(),
        titles(),
        st.sampled_from(("a", "https://example.org/a", ["a", "b c"], {"title": "T", "date": 2020})),
    )


def _tags() -> SearchStrategy[list[str]]:
    return st.lists(titles(max_words=2).filter(lambda tag: not set(tag) & set("()")), max_size=2)
