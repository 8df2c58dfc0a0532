"""Why several things in an evaluation have their verdicts, explained one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.model import Ref
from argmap.reasoning.explaining.explainer import explain
from argmap.reasoning.explaining.explanation import Explanation
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.options import GRADUAL


def explanations(evaluation: Evaluation, refs: Iterable[Ref], *, most_work: int) -> Iterator[Explanation]:
    r"""Yield why things have their verdicts, while the work is not too much.

    An explanation costs as much as there are elements in the debate and points in it, and all together
    cost at most about `most_work`. There are none under gradual semantics and in readings of attacks only.

    >>> import argmap
    >>> evaluation = argmap.evaluate(argmap.parse("[A]: a\n  + <B>: b"))
    >>> [len(told.points) for told in explanations(evaluation, evaluation.verdicts, most_work=10)]
    [1, 0]
    """
    options = evaluation.options
    if options.semantics in GRADUAL or options.reading != "structured":
        return
    work = 0
    for ref in refs:
        if work > most_work:
            return
        told = explain(
            evaluation.debate,
            ref,
            options,
            accept=options.accept,
            reject=options.reject,
            timeout=1,
            text=evaluation.text,
        )
        work += len(evaluation.debate) + len(told.lines)
        yield told
