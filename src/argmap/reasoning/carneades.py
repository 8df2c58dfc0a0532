"""The labels of Carneades argument graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypedDict

from attrs import field, frozen

from argmap.reasoning.label import Label


class CarneadesArgument(TypedDict, total=False):
    """An argument of a Carneades graph; `weighing` is linked if it is not given."""

    id: str
    premises: Sequence[str]
    conclusion: str
    undercutter: str | None
    weighing: str
    weight: float


class CarneadesIssue(TypedDict, total=False):
    """Positions of which at most one can win, and the proof standard by which it does: DV, PE, CCE or BRD."""

    positions: Sequence[str]
    standard: str


class CarneadesGraph(TypedDict, total=False):
    """A Carneades graph: names of statements, which of them are assumed, arguments and issues."""

    statements: Sequence[str]
    assumptions: Sequence[str]
    arguments: Sequence[CarneadesArgument]
    issues: Sequence[CarneadesIssue]


def carneades_labels(graph: CarneadesGraph) -> dict[str, str]:
    """Return the label of each statement of a Carneades graph: in, out or undecided.

    An argument has `premises` and a `conclusion`, and perhaps an `undercutter`, a `weight` and a `weighing`:
    linked, convergent, cumulative or factorized. This is the grounded labelling of Carneades 4 (T. F. Gordon
    and D. Walton, Formalizing balancing arguments, 2016): an argument counts as soon as its undercutter is
    in, or is out and all its premises are decided, and an issue is resolved as soon as all arguments of its
    positions count.

    >>> carneades_labels({
    ...     "statements": ["walk", "rain", "forecast"],
    ...     "assumptions": ["forecast"],
    ...     "arguments": [{"premises": ["forecast"], "conclusion": "rain"}],
    ...     "issues": [{"positions": ["walk", "rain"], "standard": "PE"}],
    ... })
    {'walk': 'out', 'rain': 'in', 'forecast': 'in'}

    Raises:
        ValueError: a name is not that of a statement, or a weighing or standard is unknown.
    """
    labelling = _Labelling(_graph(graph))
    labelling.run()
    return {statement: label.value for statement, label in labelling.labels.items()}


@frozen(eq=False)
class _Argument:
    premises: tuple[str, ...]
    conclusion: str
    undercutter: str | None
    weighing: str
    weight: float


@frozen(eq=False)
class _Issue:
    positions: tuple[str, ...]
    standard: str


@frozen
class _Graph:
    statements: tuple[str, ...]
    assumptions: frozenset[str]
    arguments: tuple[_Argument, ...]
    issues: tuple[_Issue, ...]
    arguments_for: Mapping[str, list[_Argument]] = field(factory=lambda: defaultdict(list))
    issues_of: Mapping[str, list[_Issue]] = field(factory=lambda: defaultdict(list))
    # The arguments that a statement is a premise or the undercutter of.
    used_by: Mapping[str, list[_Argument]] = field(factory=lambda: defaultdict(list))

    def __attrs_post_init__(self) -> None:
        known = frozenset(self.statements)
        for argument in self.arguments:
            used = (*argument.premises, *((argument.undercutter,) if argument.undercutter else ()))
            _check_known((*used, argument.conclusion), known)
            self.arguments_for[argument.conclusion].append(argument)
            for statement in dict.fromkeys(used):
                self.used_by[statement].append(argument)
        for issue in self.issues:
            _check_known(issue.positions, known)
            for position in issue.positions:
                self.issues_of[position].append(issue)
        _check_known(self.assumptions, known)


def _graph(graph: CarneadesGraph) -> _Graph:
    return _Graph(
        tuple(graph.get("statements", ())),
        frozenset(graph.get("assumptions", ())),
        tuple(map(_argument, graph.get("arguments", ()))),
        tuple(
            _Issue(tuple(issue["positions"]), _known(issue.get("standard") or "PE", _BEATS))
            for issue in graph.get("issues", ())
        ),
    )


def _argument(written: CarneadesArgument) -> _Argument:
    return _Argument(
        tuple(written.get("premises", ())),
        written["conclusion"],
        written.get("undercutter"),
        _known(written.get("weighing") or "linked", _WEIGHINGS),
        float(written.get("weight", 1)),
    )


class _Labelling:
    """Labels statements one after another, each when all is known that it depends on."""

    def __init__(self, graph: _Graph) -> None:
        self.graph = graph
        self.labels = dict.fromkeys(graph.statements, Label.UNDECIDED)
        # How many things each argument waits for, and how many arguments each statement and issue waits for.
        self._open = {argument: len(set(argument.premises)) for argument in graph.arguments}
        self._counting: set[_Argument] = set()
        self._settled: list[str] = []

    def run(self) -> None:
        """Label everything that can be labelled."""
        graph = self.graph
        for statement in graph.statements:
            if statement in graph.assumptions:
                self._label(statement, Label.IN)
        for issue in graph.issues:
            if graph.assumptions.intersection(issue.positions):
                for position in issue.positions:
                    self._label(position, Label.OUT)
        for argument in graph.arguments:
            self._count(argument)
        for statement in graph.statements:
            self._conclude(statement)
        for statement in self._settled:
            for argument in graph.used_by.get(statement, ()):
                if statement in argument.premises:
                    self._open[argument] -= 1
                self._count(argument)

    def _label(self, statement: str, label: Label) -> None:
        if self.labels[statement] is Label.UNDECIDED:
            self.labels[statement] = label
            self._settled.append(statement)

    def _count(self, argument: _Argument) -> None:
        """Let an argument count once nothing about it is open."""
        undercut = self.labels[argument.undercutter] if argument.undercutter else Label.OUT
        counts = undercut is Label.IN or (undercut is Label.OUT and not self._open[argument])
        if counts and argument not in self._counting:
            self._counting.add(argument)
            self._conclude(argument.conclusion)

    def _conclude(self, statement: str) -> None:
        """Label a statement, and the positions of its issues, if their arguments decide it."""
        arguments = self.graph.arguments_for.get(statement, ())
        issues = self.graph.issues_of.get(statement, ())
        if self.labels[statement] is Label.UNDECIDED:
            weights = [self._weight(argument) for argument in arguments if argument in self._counting]
            if len(weights) == len(arguments) and not any(weights):
                self._label(statement, Label.OUT)
            elif any(weights) and not issues:
                self._label(statement, Label.IN)
        for issue in issues:
            self._resolve(issue)

    def _resolve(self, issue: _Issue) -> None:
        arguments = [
            argument for each in issue.positions for argument in self.graph.arguments_for.get(each, ())
        ]
        if not self._counting.issuperset(arguments):
            return
        best = dict.fromkeys(issue.positions, 0.0)
        for argument in arguments:
            best[argument.conclusion] = max(best[argument.conclusion], self._weight(argument))
        beats = _BEATS[issue.standard]
        for position, weight in best.items():
            others = (other for each, other in best.items() if each != position)
            wins = weight > 0 and all(beats(weight, other) for other in others)
            self._label(position, Label.IN if wins else Label.OUT)

    def _weight(self, argument: _Argument) -> float:
        """Return the weight of an argument that counts."""
        if argument.undercutter and self.labels[argument.undercutter] is Label.IN:
            return 0.0
        accepted = [self.labels[premise] is Label.IN for premise in argument.premises]
        if argument.weighing == "factorized":
            return sum(accepted) / self._different_premises(argument) if all(accepted) and accepted else 0.0
        return _WEIGHINGS[argument.weighing](accepted, argument.weight)

    def _different_premises(self, argument: _Argument) -> int:
        """Return how many different premises all arguments about the issue of an argument have."""
        positions = [
            position
            for issue in self.graph.issues_of.get(argument.conclusion, ())
            for position in issue.positions
        ] or [argument.conclusion]
        return len(
            {
                premise
                for position in positions
                for other in self.graph.arguments_for.get(position, ())
                for premise in other.premises
            }
        )


def _share(accepted: Sequence[bool], _weight: float) -> float:
    return sum(accepted) / len(accepted) if accepted else 0.0


# Compute the weight of an argument from whether each of its premises is in, and from its own weight.
_WEIGHINGS: dict[str, Callable[[Sequence[bool], float], float]] = {
    "linked": lambda accepted, weight: weight if all(accepted) else 0.0,
    "convergent": lambda accepted, weight: 1.0 if any(accepted) else 0.0,
    "cumulative": _share,
    "factorized": _share,
}
# Decide whether a weight is enough against another, by the proof standard of an issue.
_BEATS: dict[str, Callable[[float, float], bool]] = {
    "DV": lambda weight, other: weight > other,
    "PE": lambda weight, other: weight > other,
    "CCE": lambda weight, other: weight > other and weight - other > 0.5,
    "BRD": lambda weight, other: weight > other and weight - other > 0.5 and other < 0.3,
}


def _known(name: str, names: Mapping[str, object]) -> str:
    if name not in names:
        raise ValueError(f"{name!r} is unknown; there are {', '.join(names)}")
    return name


def _check_known(names: Iterable[str], statements: frozenset[str]) -> None:
    for name in names:
        if name not in statements:
            raise ValueError(f"{name!r} is not a statement of the graph")
