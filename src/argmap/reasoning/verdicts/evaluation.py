"""What holds in a debate: the verdicts under some semantics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import evolve, field, frozen

from argmap.data.frozen_dict import FrozenDict
from argmap.model import Debate, Ref
from argmap.model.debate import Named
from argmap.model.display import counted
from argmap.model.lookup import resolve
from argmap.model.rows import Cell, Row
from argmap.reasoning.label import Label
from argmap.reasoning.theories.circles import circles_of
from argmap.reasoning.theories.equations import equations_of
from argmap.reasoning.theories.solution import solve
from argmap.reasoning.theories.stipulations import Stipulations, refs_of, stipulations
from argmap.reasoning.theories.translation import theory_of
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.debate_verdicts import grounded_verdicts
from argmap.reasoning.verdicts.options import EvaluationOptions
from argmap.reasoning.verdicts.verdict import Verdict
from argmap.text import Diagnostic, SourceText

VERDICT_KEYS = ("name", "kind", "title", "label", "basis", "strength", "possible", "line")


@frozen(slots=False, repr=False)
class Evaluation:
    r"""The verdicts on a debate, by reference in its order, each argument followed by its inferences.

    It is equal to another of equal verdicts, options and diagnostics; `text` is what the debate was read
    from. `is_complete` is false if time ran out before everything was decided.

    >>> import argmap
    >>> evaluation = argmap.evaluate(argmap.parse("[A]: a\n  + <B>: b\n    - [C]: c"))
    >>> evaluation, evaluation["[A]"], evaluation["<B>"]
    (Evaluation(grounded: 1 in, 2 out, 0 undecided), Verdict(out, unsupported), Verdict(out, refuted))
    """

    debate: Debate = field(eq=False)
    verdicts: FrozenDict[Ref, Verdict]
    options: EvaluationOptions = EvaluationOptions()
    is_complete: bool = True
    diagnostics: tuple[Diagnostic, ...] = ()
    text: str | None = field(default=None, eq=False)

    @property
    def semantics(self) -> str:
        """The name of the semantics."""
        return self.options.semantics

    def __getitem__(self, thing: Named) -> Verdict:
        """Return the verdict on something, by name or reference.

        Raises:
            LookupError: there is no such thing; the message has the nearest.
            TypeError: it is neither a reference nor a title.
        """
        return self.verdicts[resolve(self.debate, thing)]

    def __iter__(self) -> Iterator[Ref]:
        """Yield what has a verdict."""
        return iter(self.verdicts)

    def __len__(self) -> int:
        """Return how many verdicts there are."""
        return len(self.verdicts)

    def __bool__(self) -> bool:
        """Return True: a debate without elements is evaluated, too."""
        return True

    def by_name(self) -> dict[str, Verdict]:
        r"""Return the verdicts by name as the markup writes it, inferences as `<B>#1`.

        >>> import argmap
        >>> list(argmap.evaluate(argmap.parse("[A]: a\n  + <B>: b")).by_name())
        ['[A]', '<B>']
        """
        return {str(ref): verdict for ref, verdict in self.verdicts.items()}

    def rows(self) -> list[Row]:
        """Return the verdicts as flat rows, for data frames and spreadsheets.

        >>> import argmap
        >>> argmap.evaluate(argmap.parse("[A]: a")).rows()[0]["basis"]
        'presumed'
        """
        return list(self.entries())

    def entries(self) -> Iterator[Row]:
        """Yield each verdict with the keys that JSON and tables have."""
        for ref, verdict in self.verdicts.items():
            values: tuple[Cell, ...] = (
                str(ref),
                ref.kind,
                ref.title,
                verdict.label.value if verdict.label else None,
                verdict.basis.value if verdict.basis else None,
                verdict.strength,
                verdict.is_possible,
                self.line(ref),
            )
            yield dict(zip(VERDICT_KEYS, values, strict=True))

    def as_dict(self) -> dict[str, object]:
        """Return it as JSON has it: all keys are always there, `line` is None without a text."""
        return {
            "version": 1,
            "semantics": self.semantics,
            "options": self.options.as_dict(),
            "complete": self.is_complete,
            "verdicts": self.rows(),
            "positions": [],
        }

    def line(self, thing: Named) -> int | None:
        """Return the line of the text, from 1, where something is written first; None if that is unknown."""
        span = self.debate[thing].span
        if self._source is None or span is None or span.path is not None:
            return None
        return self._source.location(span.start).line

    @cached_property
    def _source(self) -> SourceText | None:
        return None if self.text is None else SourceText(self.text)

    def __repr__(self) -> str:
        """Return the semantics, and how much is in, out and undecided."""
        if all(verdict.label is None for verdict in self.verdicts.values()) and self.verdicts:
            return f"Evaluation({self.semantics}: {counted(len(self.verdicts), 'strength')})"
        labels = [verdict.label for verdict in self.verdicts.values()]
        counts = ", ".join(f"{labels.count(label)} {label.value}" for label in Label)
        return f"Evaluation({self.semantics}: {counts})"


def evaluate_debate(
    debate: Debate,
    options: EvaluationOptions | None = None,
    *,
    accept: Iterable[Named] = (),
    reject: Iterable[Named] = (),
    text: str | None = None,
) -> Evaluation:
    r"""Return the evaluation of a debate; what is accepted and rejected keeps its label.

    >>> import argmap
    >>> debate = argmap.parse("[A]: a\n  - [B]: b").debate
    >>> evaluate_debate(debate)["[A]"], evaluate_debate(debate, reject=["[B]"])["[A]"]
    (Verdict(out, refuted), Verdict(in, presumed))

    Raises:
        LookupError: the debate has nothing of a name that is accepted or rejected.
        ValueError: something is both, or an inference is accepted.
    """
    accepted, rejected = refs_of(debate, accept=accept), refs_of(debate, reject=reject)
    options = evolve(options or EvaluationOptions(), accept=accepted, reject=rejected)
    stipulated = stipulations(debate, accept=accepted, reject=rejected)
    verdicts = grounded_verdicts(debate, solved(debate, options, stipulated))
    return Evaluation(debate, FrozenDict(verdicts), options, text=text)


def solved(debate: Debate, options: EvaluationOptions, stipulated: Stipulations) -> Bases:
    """Return the least solution of what a debate says, and why it is so."""
    theory = theory_of(debate, stipulated=stipulated, presumption=options.presumption)
    return Bases(solve(equations_of(theory, circles_of(theory), rebuttal=options.rebuttal)))
