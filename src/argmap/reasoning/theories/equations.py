"""The equations of a theory: what must be in or out for something to be in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from argmap.reasoning.theories.circles import Circles
from argmap.reasoning.theories.contraposition import Contraposition
from argmap.reasoning.theories.equation_network import Network
from argmap.reasoning.theories.theory import ArgumentationTheory
from argmap.reasoning.theories.weighing import DEFAULT_STANDARD, Duel


@frozen(eq=False)
class Equations:
    """A network of nodes; an attacked node is in when all its sources are out, and out when one is in.

    A gathering node is in when one of its sources is in and out when all are: it stands for all of them, so
    that what many statements share is written once. A duel is in when the attack of a side on another
    succeeds; `duels_against` has them by the side that is attacked, and `compared` the circles in which
    a duel, or a side that takes part in it, counts. Node s says that statement s fails, node `count` + t
    is step t; the others are found by statement, -1 where a statement has none. `targets` are the nodes
    that each is a source of, and `owners` the statements whose pro side or presumption a node is;
    `watched` has the circles of support in which a node gives ground, `opposed` the nodes with which the
    rivals of a statement oppose its presumption. `is_symmetric` says whether reasons answer objections.
    """

    theory: ArgumentationTheory
    circles: Circles
    targets: Sequence[Sequence[int]]
    sources: Sequence[int]
    gathering: bytearray
    pro: Sequence[int]
    con: Sequence[int]
    presumption: Sequence[int]
    owners: Mapping[int, int]
    gathered: Mapping[int, Sequence[int]]
    objections: Sequence[Sequence[int]]
    entailed_by: Mapping[int, Sequence[tuple[int, int]]]
    contraposition: Contraposition
    given: Mapping[int, int]
    watched: Mapping[int, Sequence[int]]
    opposed: Mapping[int, Sequence[int]]
    is_symmetric: bool
    duels: Mapping[int, Duel]
    duels_against: Mapping[int, Sequence[int]]
    compared: Mapping[int, Sequence[int]]

    def step(self, number: int) -> int:
        """Return the node of a step."""
        return len(self.theory) + number

    def nodes_of(self, statement: int) -> tuple[int, ...]:
        """Return all nodes that are held undecided if a statement is."""
        nodes = (statement, self.pro[statement], self.con[statement], self.presumption[statement])
        return tuple(node for node in nodes if node >= 0)


def equations_of(
    theory: ArgumentationTheory,
    circles: Circles,
    *,
    rebuttal: str = "symmetric",
    standard: str = DEFAULT_STANDARD,
) -> Equations:
    """Return the equations of a theory; their size is linear in that of the theory.

    With `attack` as `rebuttal` reasons do not answer objections: one unanswered objection is enough. Under
    another `standard` than the default reasons are weighed, and rivals are compared one by one. Positions on
    a question that names a standard are judged by that.
    """
    network = Network(theory, circles, Contraposition.of(theory), rebuttal == "symmetric", standard=standard)
    network.steps()
    network.sides()
    network.entailments()
    network.rivals()
    network.given_statements()
    return Equations(
        theory=network.theory,
        circles=network.circles,
        targets=network.targets,
        sources=network.sources,
        gathering=network.gathering,
        pro=network.pro,
        con=network.con,
        presumption=network.presumption,
        owners=network.owners,
        gathered=network.gathered,
        objections=network.objections,
        entailed_by=network.entailed_by,
        contraposition=network.contraposition,
        given=network.given,
        watched=_watched(network),
        opposed=network.opposed,
        is_symmetric=network.is_symmetric,
        duels=network.duels,
        duels_against=network.duels_against,
        compared=_compared(network),
    )


def _watched(network: Network) -> Mapping[int, Sequence[int]]:
    """Return the circles in which each node gives ground, which are checked again when it is out."""
    watched: defaultdict[int, list[int]] = defaultdict(list)
    count = len(network.theory)
    for circle, members in enumerate(network.circles.members):
        for statement in members:
            nodes = [network.pro[statement], network.presumption[statement]]
            nodes += [count + number for number in network.circles.reasons[statement]]
            nodes += [node for _, node in network.entailed_by.get(statement, ())]
            for node in nodes:
                watched[node].append(circle)
    return watched


def _compared(network: Network) -> Mapping[int, Sequence[int]]:
    """Return the circles in which duels, and the sides that attack in them, count.

    They are checked again when a side comes nearer to being in.
    """
    compared: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for side, duels in network.duels_against.items():
        statement = network.owners.get(side)
        if statement is not None and (circle := network.circles.circle[statement]) >= 0:
            for duel in duels:
                compared[duel][circle] = None
                compared[network.duels[duel].attacker][circle] = None
    return {node: tuple(circles) for node, circles in compared.items()}
