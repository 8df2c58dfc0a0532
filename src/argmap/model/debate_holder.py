"""What is a debate or has one, as a document does."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model.debate import Debate, Named, part_with
from argmap.model.lookup import reference_to
from argmap.model.reference import ArgumentRef, InferenceRef, Ref
from argmap.text.given_values import several, value_in_words


class HasDebate:
    """What is taken wherever a debate is, because it is there for its debate, as a document is."""

    debate: Debate


def debate_of(thing: HasDebate | Debate) -> Debate:
    """Return a debate, or that of a document.

    Raises:
        TypeError: it is neither; the message says how to get one.
    """
    debate = thing if isinstance(thing, Debate) else thing.debate if isinstance(thing, HasDebate) else None
    if not isinstance(debate, Debate):
        raise TypeError(
            f"a Document or a Debate is needed, not {value_in_words(thing)}; {_way_to_one(thing)}"
        )
    return debate


def _way_to_one(thing: object) -> str:
    if isinstance(getattr(thing, "debate", None), Debate):
        return "it has one as `debate`"
    # Drafts are above this package.
    if callable(getattr(thing, "finish", None)):
        return "its `finish()` makes a debate"
    return "`argmap.parse(text)` and `argmap.load(path)` make documents"


def resolve(debate: HasDebate | Debate, thing: Named) -> Ref:
    r"""Return the reference to something in a document or debate: an element, a reference or a title.

    Titles are written as in the markup, `[A]`, `[^E]`, `[?Q]`, `<B>`, `<B>#1` for an inference, or plainly
    where only one element has that title. A claim without a title is named by its text, or by how that
    begins and `…`, with or without the quotation marks around it that reports have.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + They said so.")
    >>> resolve(document, "Sun"), resolve(document, "They said …")
    (ClaimRef('Sun'), ClaimRef('Untitled 1'))

    Raises:
        LookupError: the debate has no such thing, or several; the message names the nearest.
        TypeError: it is none of these.
    """
    return reference_to(debate_of(debate), thing)


def part_of(debate: HasDebate | Debate, kept: Iterable[Named]) -> Debate:
    r"""Return the debate of some elements, with the relations of which both ends are among them.

    >>> import argmap
    >>> part_of(argmap.parse("[A]: a\n  + [B]: b\n  - <C>: c"), ["[A]", "<C>"])
    Debate(1 claim, 0 pieces of evidence, 1 argument, 1 relation)

    Raises:
        LookupError: the debate has no such element; the message names the nearest.
        TypeError: they are no list, or one of them names nothing.
    """
    whole = debate_of(debate)
    refs = (reference_to(whole, thing) for thing in several("kept", kept, "names"))
    return part_with(
        whole, {ArgumentRef(ref.title) if isinstance(ref, InferenceRef) else ref for ref in refs}
    )
