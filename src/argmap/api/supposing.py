"""What would hold if something else were granted, and what would have to be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.api.documents import Document
from argmap.api.evaluating import evaluate, options_of
from argmap.data.garbage import paused_collector
from argmap.data.values import check_count
from argmap.model import Debate, Named, debate_of
from argmap.nearest_keyword import names_nearest
from argmap.text.given_values import check_switches
from argmap.text.nearest import check_choice

if TYPE_CHECKING:
    from argmap.reasoning import Comparison, Evaluation, Flips, Label

_MOST = 3
_LIMIT = 20
_SECONDS = 10.0


@names_nearest
def what_if(
    document: Document | Debate,
    accept: Iterable[Named] = (),
    reject: Iterable[Named] = (),
    semantics: str | None = None,
    *,
    presumption: str | None = None,
    rebuttal: str | None = None,
    reading: str | None = None,
    standard: str | None = None,
    base: float | None = None,
    timeout: float | None = None,
) -> Comparison:
    r"""Return what changes in a document or debate when something is accepted or rejected.

    Nothing is deleted: a claim whose only reason is rejected falls, while one without reasons would be taken
    for granted. The other options are those of `evaluate`.

    >>> import argmap
    >>> document = argmap.parse("[A]: a\n  + <B>: b\n    - [C]: c")
    >>> for change in what_if(document, reject=["[C]"]).changed:
    ...     print(change)
    [A]: out → in
    [C]: in → out
    <B>: out → in

    Raises:
        LookupError: nothing has that name; the message names the nearest.
        ValueError: an option has a wrong value, or something is both accepted and rejected.
    """
    from argmap.reasoning import Comparison

    def evaluated(accept: Iterable[Named], reject: Iterable[Named]) -> Evaluation:
        return evaluate(
            document,
            semantics,
            presumption=presumption,
            rebuttal=rebuttal,
            reading=reading,
            standard=standard,
            base=base,
            accept=accept,
            reject=reject,
            timeout=timeout,
        )

    return Comparison(evaluated((), ()), evaluated(accept, reject))


@names_nearest
def flips(
    document: Document | Debate,
    about: Named,
    to: str | Label = "out",
    *,
    most: int = _MOST,
    limit: int | None = _LIMIT,
    timeout: float | None = _SECONDS,
    accepting: bool = False,
    presumption: str | None = None,
    rebuttal: str | None = None,
    standard: str | None = None,
    accept: Iterable[Named] = (),
    reject: Iterable[Named] = (),
) -> Flips:
    r"""Return the smallest sets of things whose rejection gives something a label under grounded.

    Only what is taken for granted and not out is rejected: claims without reasons, evidence, sketched
    arguments, and reconstructed arguments that are attacked as a whole. `to` is `in`, `out` or `undecided`;
    `most` is how many things a set has at most, `limit` how many sets are returned, None for all, and after
    `timeout` seconds the search ends. With `accepting` claims and evidence that are not in may be accepted as
    well. `accept` and `reject` apply from the start. With the extra `argmap[sat]` it is much faster,
    except under proof standards other than the default, where all sets are tried.

    >>> import argmap
    >>> document = argmap.parse("[A]: a\n  + <B>: b\n    + [C]: c\n  + [D]: d")
    >>> result = flips(document, "[A]")
    >>> [str(each) for each in result.sets], result.is_exhaustive
    (['reject [C] and [D]'], True)

    Raises:
        LookupError: nothing has that name; the message names the nearest.
        ValueError: an option has a wrong value, or something is both accepted and rejected.
    """
    from argmap.reasoning import Label
    from argmap.reasoning.deadline import Deadline
    from argmap.reasoning.flipping.flips import find_flips
    from argmap.reasoning.theories.stipulations import refs_of
    from argmap.reasoning.verdicts.stipulated import stipulated_by

    if not isinstance(to, Label):
        check_choice("to", to, [label.value for label in Label])
    check_switches(accepting=accepting)
    check_count("most", most, least=0)
    if limit is not None:
        check_count("limit", limit, least=1)
    debate = debate_of(document)
    with paused_collector():
        options = options_of(
            document,
            semantics="grounded",
            reading="structured",
            presumption=presumption,
            rebuttal=rebuttal,
            standard=standard,
        )
        accepted, rejected = refs_of(debate, accept=accept), refs_of(debate, reject=reject)
        return find_flips(
            debate,
            about,
            options,
            stipulated_by(debate, evolve(options, accept=accepted, reject=rejected)),
            to=Label(to),
            most=most,
            limit=limit,
            deadline=Deadline.after(timeout),
            accepting=accepting,
        )
