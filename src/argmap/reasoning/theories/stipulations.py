"""What holds or falls because the author, or a caller, says so."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from argmap.model import Argument, Debate, InferenceRef, Ref
from argmap.model.debate import Named
from argmap.reasoning.subject import subject
from argmap.text.given_values import several


@frozen
class Stipulations:
    """What counts as accepted, and what as rejected, whatever speaks against it.

    `invalid` are inferences among the rejected ones whose conclusions do not follow.
    """

    accepted: frozenset[Ref] = frozenset()
    rejected: frozenset[Ref] = frozenset()
    invalid: frozenset[InferenceRef] = frozenset()


def stipulations(
    debate: Debate, *, accept: Iterable[Named] = (), reject: Iterable[Named] = ()
) -> Stipulations:
    r"""Return what a debate stipulates in its data together with what a caller adds; the caller wins.

    >>> import argmap
    >>> debate = argmap.parse("[A]: a {accepted: true}\n\n[B]: b").debate
    >>> sorted(map(str, stipulations(debate, reject=["[B]"]).rejected))
    ['[B]']

    Raises:
        LookupError: the debate has nothing of a name; the message names the nearest.
        ValueError: something is both accepted and rejected, or an inference is to be accepted.
    """
    accepted, rejected = refs_of(debate, accept=accept), refs_of(debate, reject=reject)
    if both := accepted & rejected:
        raise ValueError(f"{min(map(str, both))} cannot be both accepted and rejected")
    if inferences := [ref for ref in accepted if isinstance(ref, InferenceRef)]:
        raise ValueError(
            f"the inference {min(map(str, inferences))} can be rejected, not accepted; accept its conclusion"
        )
    written_in: list[Ref] = []
    written_out: list[Ref] = []
    for element in debate.elements:
        if isinstance(element, Argument) or "accepted" not in element.data:
            continue
        word = element.data["accepted"]
        if isinstance(word, bool) and element.ref not in accepted and element.ref not in rejected:
            (written_in if word else written_out).append(element.ref)
    return Stipulations(accepted.union(written_in), rejected.union(written_out))


def refs_of(debate: Debate, **lists: Iterable[Named]) -> frozenset[Ref]:
    """Return what lists name in a debate; each list comes with its name, for messages.

    Raises:
        LookupError: the debate has nothing of a name; the message names the nearest.
        TypeError: a list is not a list.
    """
    given = [several(name, things, "names") for name, things in lists.items()]
    return frozenset(subject(debate, thing) for things in given for thing in things)
