"""The abstract framework of a debate, and names for its arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.model import Debate, HasDebate, Named, Ref, debate_of
from argmap.reasoning.framework import Framework
from argmap.reasoning.theories.circles import circles_of
from argmap.reasoning.theories.equations import equations_of
from argmap.reasoning.theories.stages import FrameworkNode, NodeKind, staged
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.theories.theory import ArgumentationTheory
from argmap.reasoning.theories.translation import theory_of
from argmap.settings.tables import REBUTTALS
from argmap.text.nearest import check_choice


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
        LookupError: nothing has a name that is accepted or rejected; the message names the nearest.
        ValueError: an option has a wrong value.
        argmap.reasoning.TooLargeError: circles of support would need too many stages.
    """
    debate = debate_of(document)
    check_choice("rebuttal", rebuttal, REBUTTALS)
    stipulated = stipulations(debate, accept=accept, reject=reject)
    theory = theory_of(debate, stipulated=stipulated, presumption=presumption)
    return Framework.of(*staged(equations_of(theory, circles_of(theory), rebuttal=rebuttal)))


def framework_names(
    document: HasDebate | Debate, nodes: Iterable[FrameworkNode]
) -> Mapping[FrameworkNode, str]:
    r"""Return in words what the arguments of a debate's framework stand for.

    >>> import argmap
    >>> document = argmap.parse("[A]: a\n  - [B]: b")
    >>> list(framework_names(document, framework_of(document).arguments).values())[:2]
    ['[B] attacks [A]', 'con [A]']
    """
    theory = theory_of(debate_of(document))
    return {node: _node_name(node, theory) for node in nodes}


def _node_name(node: FrameworkNode, theory: ArgumentationTheory) -> str:
    words = node.kind.value
    if node.kind is NodeKind.STEP:
        words = str(theory.steps[node.number % len(theory.steps)].subject)
    elif node.kind not in (NodeKind.VETO, NodeKind.ENTAILMENT, NodeKind.ANSWER):
        words = f"{words} {theory.refs[node.number]}"
    return words if node.stage < 0 else f"{words}, stage {node.stage}"


def name_of(ref: Ref) -> str:
    """Return the name of something as in the markup; inferences are written `<B>#1`.

    >>> from argmap.model import InferenceRef
    >>> name_of(InferenceRef("B", 0))
    '<B>#1'
    """
    return str(ref)
