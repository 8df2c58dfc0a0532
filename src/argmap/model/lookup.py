"""Finding in a debate what a caller names: by an element, a reference, or a title as the markup writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice

from argmap.model.argument import Argument, Inference
from argmap.model.claim import Claim, Evidence
from argmap.model.contents import Contents
from argmap.model.question import Question
from argmap.model.reference import (
    ArgumentRef,
    ClaimRef,
    ElementRef,
    EvidenceRef,
    InferenceRef,
    QuestionRef,
    Ref,
    ref_of_signed,
)
from argmap.text.counts import counted
from argmap.text.given_values import value_in_words
from argmap.text.nearest import nearest

_INFERENCE = re.compile(r"<(?P<title>.+)>#(?P<number>[1-9][0-9]{0,8})", re.DOTALL)
_HEADING = re.compile(r"#+\s+(.*)", re.DOTALL)
_LONGEST = 200
_MOST_LISTED = 3


class NotInDebateError(KeyError):
    """A debate has nothing of the name that a caller gave; the message names the nearest that it has.

    `problem` is the message without that. What may have been meant is looked for when it is asked for: that
    takes long, and many who ask for many names only want to know which there are.
    """

    def __init__(self, problem: str, near: str | Callable[[], str | None] | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self._near = near

    @property
    def near(self) -> str:
        """What may have been meant; it may be empty."""
        if callable(self._near):
            self._near = self._near()
        return self._near or ""

    def __str__(self) -> str:
        # KeyError would show the message in quotes.
        return f"{self.problem}; did you mean {self.near}?" if self.near else self.problem

    def __reduce__(self) -> tuple[type[NotInDebateError], tuple[str, str]]:
        # Processes send it to each other.
        return type(self), (self.problem, self.near)


def reference_to(debate: Contents, thing: object) -> Ref:
    """Return the reference to something in a debate: an element, an inference, a reference or a title.

    Titles are written as in the markup, `[A]`, `[^E]`, `[?Q]`, `<B>`, `<B>#1` for an inference, or plainly
    where only one element has that title. A claim without a title is named by its text, or by how that
    begins and `…`, with or without the quotation marks around it that reports have.

    Raises:
        LookupError: the debate has no such thing, or several; the message names the nearest.
        TypeError: it is none of these.
    """
    element = thing if isinstance(thing, Claim | Evidence | Question | Argument) else None
    ref = thing.ref if isinstance(thing, Claim | Evidence | Question | Argument | Inference) else thing
    if isinstance(ref, ClaimRef | EvidenceRef | QuestionRef | ArgumentRef | InferenceRef):
        if not is_known(debate, ref):
            raise _missing(debate, ref)
        if element is not None and element.is_untitled and not _is_same(debate, element):
            raise NotInDebateError(f"{ref} is something else in this debate, where it has no title either")
        return ref
    if isinstance(thing, str):
        return _titled(debate, thing)
    raise TypeError(
        "name something in a debate by an element, an inference, a reference or a title such as '[A]', "
        f"not by {value_in_words(thing)}"
    )


def question_in(debate: Contents, thing: object) -> QuestionRef:
    """Return the reference to a question in a debate, which a caller names as for `reference_to`.

    Raises:
        LookupError: there is no such question; the message names the nearest.
        TypeError: it names nothing.
    """
    ref = reference_to(debate, thing)
    if isinstance(ref, QuestionRef):
        return ref
    questions = debate.questions.values()
    near = partial(nearest, str(ref), (str(other.ref) for other in questions))
    raise NotInDebateError(f"{ref} is not a question", near)


def is_in(debate: Contents, thing: object) -> bool:
    """Return whether `reference_to` would find something, without looking for what is near."""
    if isinstance(thing, Claim | Evidence | Question | Argument | Inference):
        if not is_known(debate, thing.ref):
            return False
        return isinstance(thing, Inference) or not thing.is_untitled or _is_same(debate, thing)
    if isinstance(thing, str):
        written, known = _named(debate, thing)
        return len(known) == 1 or (bool(known) and known[0] is written)
    if isinstance(thing, ClaimRef | EvidenceRef | QuestionRef | ArgumentRef | InferenceRef):
        return is_known(debate, thing)
    return False


def is_known(debate: Contents, ref: Ref) -> bool:
    """Return whether a debate has what a reference names."""
    if isinstance(ref, InferenceRef):
        argument = debate.arguments.get(ref.argument)
        return argument is not None and 0 <= ref.place < len(argument.inferences)
    return ref.title in _mapping(debate, ref)


def _is_same(debate: Contents, element: Claim | Evidence | Question | Argument) -> bool:
    """Return whether what is called as an element says the same: what has no title is called by its place."""
    known = debate.arguments if isinstance(element, Argument) else debate.claims
    other = known[element.title]
    return other is element or other.text == element.text


def _mapping(debate: Contents, ref: ElementRef) -> Mapping[str, object]:
    match ref:
        case ClaimRef():
            return debate.claims
        case EvidenceRef():
            return debate.evidence
        case QuestionRef():
            return debate.questions
        case ArgumentRef():
            return debate.arguments


def _titled(debate: Contents, text: str) -> Ref:
    written, known = _named(debate, text)
    if not known:
        raise _missing(debate, written or text)
    if len(known) > 1 and known[0] is not written:
        if isinstance(known[0], ClaimRef) and debate.claims[known[0].title].is_untitled:
            listed = ", ".join(map(str, known[:_MOST_LISTED])) + ", …" * (len(known) > _MOST_LISTED)
            raise NotInDebateError(f"there are several claims of these words: {listed}")
        raise NotInDebateError(f"there are several of that title: {', '.join(map(str, known))}")
    return known[0]


def _named(debate: Contents, text: str) -> tuple[Ref | None, list[Ref]]:
    """Return the reference that a text writes, if it writes one, and all that it may name."""
    refs: list[Ref] = []
    if written := reference_in(text):
        refs.append(written)
    # A plain title may look like markup.
    refs += [ClaimRef(text), EvidenceRef(text), QuestionRef(text), ArgumentRef(text)]
    known = [ref for ref in refs if is_known(debate, ref)]
    if not known and written is None:
        known = list(islice(_untitled(debate, text), _MOST_LISTED + 1))
    return written, known


def _untitled(debate: Contents, text: str) -> Iterator[ClaimRef]:
    """Yield the claims without a title that have a text, or begin so if it ends with `…`."""
    given = " ".join(text.split())
    bare = given.removeprefix("“").removesuffix("”")
    starts = tuple(words.removesuffix("…").rstrip() for words in {given, bare} if words.endswith("…"))
    for claim in debate.claims.values():
        if claim.is_untitled and claim.text:
            own = " ".join(claim.text.split())
            if own in (given, bare) or own.startswith(tuple(filter(None, starts))):
                yield claim.ref


def reference_in(text: str) -> Ref | None:
    """Return the reference that a text writes as the markup does, None if it writes none.

    >>> reference_in("[^Survey]"), reference_in("<B>#2"), reference_in("plain")
    (EvidenceRef('Survey'), InferenceRef('B', 1), None)
    """
    text = text.strip()
    if inference := _INFERENCE.fullmatch(text):
        return InferenceRef(inference["title"], int(inference["number"]) - 1)
    if len(text) > 2 and text[0] == "<" and text[-1] == ">":
        return ArgumentRef(text[1:-1])
    if len(text) > 2 and text[0] == "[" and text[-1] == "]":
        return ref_of_signed(text[1:-1])
    return None


def tag_in(text: object) -> str | None:
    """Return the tag that a text writes as the markup does, None if it writes none.

    >>> tag_in("#crux"), tag_in("#(open question)"), tag_in("plain")
    ('crux', 'open question', None)
    """
    text = text.strip() if isinstance(text, str) else ""
    if text[:1] != "#":
        return None
    return (text[2:-1] if text.startswith("#(") and text.endswith(")") else text[1:]) or None


def heading_in(text: object) -> str | None:
    """Return the title of the heading that a text writes as the markup does, None if it writes none.

    >>> heading_in("## Later letters"), heading_in("#crux")
    ('Later letters', None)
    """
    heading = _HEADING.fullmatch(text.strip()) if isinstance(text, str) else None
    return heading[1] if heading else None


def untitled_places(debate: Contents) -> Mapping[tuple[str | None, int | None], Ref]:
    """Return elements without a title, and inferences, by the path and the offset at which they begin."""
    places: dict[tuple[str | None, int | None], Ref] = {}
    for claim in debate.claims.values():
        if claim.is_untitled and claim.span:
            places[claim.span.path, claim.span.start] = claim.ref
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            if inference.span:
                places[inference.span.path, inference.span.start] = inference.ref
    return places


def _missing(debate: Contents, ref: Ref | str) -> NotInDebateError:
    if isinstance(ref, InferenceRef) and ref.argument in debate.arguments:
        number = len(debate.arguments[ref.argument].inferences)
        return NotInDebateError(f"there is no {ref}: <{ref.argument}> has {counted(number, 'inference')}")
    # A name may be empty, from a shell that has lost it.
    name = str(ref) or '""'
    return NotInDebateError(
        f"there is no {name} in this debate", partial(nearest, str(ref), _names(debate, ref))
    )


def _names(debate: Contents, ref: Ref | str) -> Iterator[str]:
    """Yield what something may have been meant to be."""
    for element in debate.elements:
        if isinstance(ref, str):
            yield element.ref.title
        yield str(element.ref)
