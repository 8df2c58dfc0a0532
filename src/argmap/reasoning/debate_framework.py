"""The abstract framework of a debate, and names for what it is about."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import Debate, HasDebate, Named, Ref, debate_of
from argmap.reasoning.framework import Framework
from argmap.reasoning.theories.circles import circles_of
from argmap.reasoning.theories.equations import equations_of
from argmap.reasoning.theories.stages import FrameworkNode, staged
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.theories.translation import theory_of


def framework_of(
    document: HasDebate | Debate,
    *,
    presumption: str = "leaves",
    rebuttal: str = "symmetric",
    accept: Iterable[Named] = (),
    reject: Iterable[Named] = (),
) -> Framework[FrameworkNode]:
    r"""Return the framework of a debate that defines its verdicts: sides, steps and failures that attack.

    A claim is in when the argument that it fails is out. Circles of support are unrolled into stages.

    >>> import argmap
    >>> framework_of(argmap.parse("[A]: a\n  - [B]: b"))
    Framework(7 arguments, 6 attacks)

    Raises:
        argmap.reasoning.TooLargeError: circles of support would need too many stages.
    """
    debate = debate_of(document)
    stipulated = stipulations(debate, accept=accept, reject=reject)
    theory = theory_of(debate, stipulated=stipulated, presumption=presumption)
    return Framework.of(*staged(equations_of(theory, circles_of(theory), rebuttal=rebuttal)))


def name_of(ref: Ref) -> str:
    """Return the name of something as the markup writes it, inferences as `<B>#1`.

    >>> from argmap.model import InferenceRef
    >>> name_of(InferenceRef("B", 0))
    '<B>#1'
    """
    return str(ref)
