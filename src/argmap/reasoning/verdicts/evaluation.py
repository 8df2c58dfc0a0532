"""What holds in a debate: the verdicts under some semantics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice

from attrs import field, frozen

from argmap.data.frozen_dict import FrozenDict
from argmap.data.garbage import paused_collector
from argmap.data.values import check_count
from argmap.model import Debate, ElementRef, InferenceRef, Question, QuestionRef, Ref
from argmap.model.debate import Named
from argmap.model.lookup import question_in, reference_to
from argmap.model.rows import Cell, Row
from argmap.reasoning.deadline import Deadline
from argmap.reasoning.label import Label
from argmap.reasoning.sat import has_solver
from argmap.reasoning.subject import subject
from argmap.reasoning.theories.stipulations import Stipulations
from argmap.reasoning.verdicts.debate_position import DebatePosition
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.debate_verdicts import grounded_verdicts
from argmap.reasoning.verdicts.evaluation_diagnostics import evaluation_diagnostics
from argmap.reasoning.verdicts.options import GRADUAL, EvaluationOptions
from argmap.reasoning.verdicts.positional import positions_of
from argmap.reasoning.verdicts.question_verdicts import with_questions
from argmap.reasoning.verdicts.readings import positions_by_reading
from argmap.reasoning.verdicts.sensitivity import Influences, influences
from argmap.reasoning.verdicts.stipulated import stipulated_by
from argmap.reasoning.verdicts.verdict import Verdict
from argmap.text import Diagnostic, SourceText
from argmap.text.counts import counted

ANSWERS_KEY = "answers"
VERDICT_KEYS = ("name", "kind", "title", "label", "basis", "strength", "possible", "line")


@frozen(slots=False, repr=False)
class Evaluation:
    r"""The verdicts on a debate, by reference in its order, each argument followed by its inferences.

    That on a question says which position holds.

    It is equal to another of equal verdicts and options; `text` is what the debate was read from. What was
    not decided in the time allowed, or has a strength that does not settle, is `unknown`. `has_positions` is
    false if there is no position at all, as may be under `stable`; `unsupposed` are inferences by reductio
    that were too large to be followed from what they suppose. `was_in_time` is false if strengths did not
    settle in the time allowed.

    >>> import argmap
    >>> evaluation = argmap.evaluate(argmap.parse("[A]: a\n  + <B>: b\n    - [C]: c"))
    >>> evaluation, evaluation["[A]"], evaluation["<B>"]
    (Evaluation(grounded: 1 in, 2 out, 0 undecided), Verdict(out, unsupported), Verdict(out, refuted))
    """

    debate: Debate = field(eq=False)
    verdicts: FrozenDict[Ref, Verdict]
    options: EvaluationOptions = EvaluationOptions()
    unknown: frozenset[Ref] = frozenset()
    has_positions: bool = True
    text: str | None = field(default=None, eq=False)
    unsupposed: tuple[InferenceRef, ...] = ()
    was_in_time: bool = True

    @property
    def semantics(self) -> str:
        """The name of the semantics."""
        return self.options.semantics

    @property
    def is_complete(self) -> bool:
        """Whether everything was decided in the time allowed."""
        return self.was_in_time if self.semantics in GRADUAL else not self.unknown

    @property
    def limits(self) -> tuple[str, ...]:
        """What could not be decided, in words, and what to try; empty if everything was."""
        if self.is_complete:
            return ()
        if self.semantics in GRADUAL:
            number = counted(len(self.unknown), "strength has", "strengths have")
            return (f"{number} not settled in time; raise `timeout`",)
        number = counted(len(self.unknown), "verdict was", "verdicts were")
        extra = "" if has_solver() else ", install argmap[sat]"
        return (f"{number} not decided in time; raise `timeout`{extra}, or evaluate under grounded",)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Findings about the evaluation itself: strengths that do not settle or are not read."""
        return tuple(diagnostic for _, diagnostic in self.findings)

    @property
    def findings(self) -> tuple[tuple[Ref, Diagnostic], ...]:
        """The diagnostics, each with what it is about."""
        return tuple(
            evaluation_diagnostics(
                self.debate,
                self.options,
                self.unknown,
                unsupposed=self.unsupposed,
                was_in_time=self.was_in_time,
            )
        )

    def positions(
        self, limit: int | None = 10, *, timeout: float | None = 10.0
    ) -> tuple[DebatePosition, ...]:
        r"""Return the positions that the semantics allows; those that accept the same are listed once.

        At most `limit` are returned, and only those that are found in `timeout` seconds.

        >>> import argmap
        >>> document = argmap.parse("[A]: a\n  - [B]: b\n\n[B]\n  - [A]")
        >>> sorted(position.accepted for position in argmap.evaluate(document, "preferred").positions())
        [('[A]',), ('[B]',)]
        """
        if limit is not None:
            check_count("limit", limit, least=0)
        deadline = Deadline.after(timeout)
        if self.semantics in GRADUAL or not self.has_positions:
            return ()
        if self.semantics == "grounded" and self.options.reading == "structured":
            return (DebatePosition(self.verdicts),)[:limit]
        with paused_collector():
            every = self._every_position(deadline)
            return tuple(
                DebatePosition(with_questions(self.debate, verdicts)) for verdicts in islice(every, limit)
            )

    def _every_position(self, deadline: Deadline) -> Iterator[Mapping[Ref, Verdict]]:
        """Return the verdicts of each position, as far as there is time."""
        stipulated = self._stipulated
        if self.options.reading != "structured":
            return positions_by_reading(
                self.debate, stipulated, self.options.reading, self.semantics, deadline
            )
        bases = solved(self.debate, self.options, stipulated)
        grounded = dict(grounded_verdicts(self.debate, bases))
        return positions_of(self.debate, bases.solution, grounded, self.semantics, deadline)

    def sensitivity(self, about: Named, *, timeout: float | None = 10.0) -> Influences:
        r"""Return what the strength of something depends on, what matters most first.

        What is not measured in `timeout` seconds is left out, and `is_complete` of the answer is false.

        >>> import argmap
        >>> document = argmap.parse("[A]: a {strength: 0.4}\n  - [B]: b {strength: 0.2}")
        >>> first, second = argmap.evaluate(document, "df-quad").sensitivity("[A]")
        >>> str(first.subject), round(first.change, 3), round(first.threshold, 3)
        ('[A]', 0.8, 0.625)

        Raises:
            LookupError: nothing has that name.
            ValueError: the semantics has no strengths.
        """
        if self.semantics not in GRADUAL:
            raise ValueError(
                f"{self.semantics!r} has no strengths; evaluate under one of {', '.join(GRADUAL)}"
            )
        ref = subject(self.debate, about)
        with paused_collector():
            return influences(
                self.debate,
                self._stipulated,
                self.semantics,
                self.options.base,
                ref,
                deadline=Deadline.after(timeout),
            )

    @property
    def _stipulated(self) -> Stipulations:
        return stipulated_by(self.debate, self.options)

    def __getitem__(self, thing: Named) -> Verdict:
        """Return the verdict on something, by name or reference.

        Raises:
            LookupError: there is no such thing; the message names the nearest.
            TypeError: it is neither a reference nor a title.
        """
        return self.verdicts[reference_to(self.debate, thing)]

    def answers(self, question: Question | QuestionRef | str) -> tuple[ElementRef, ...]:
        r"""Return the positions on a question that hold, in order; under strengths, the strongest.

        >>> import argmap
        >>> text = "[?Q]: Which?\n  + [A]: This.\n    + [C]: A reason.\n  + [B]: That."
        >>> evaluation = argmap.evaluate(argmap.parse(text))
        >>> evaluation.answers("[?Q]"), evaluation["[?Q]"].label.value
        ((ClaimRef('A'),), 'in')

        Raises:
            LookupError: there is no such question; the message names the nearest.
        """
        return self[question_in(self.debate, question)].answers

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
        """Yield each verdict with the keys of JSON and tables; for a question, also its `answers`."""
        return map(self._entry, self.verdicts)

    def as_entry(self, thing: Named) -> dict[str, object]:
        r"""Return a verdict as data for JSON: as in `rows`, but what answers a question as a list.

        >>> import argmap
        >>> argmap.evaluate(argmap.parse("[?Q]: Which?\n  + [A]: This.")).as_entry("[?Q]")["answers"]
        ['[A]']
        """
        ref = reference_to(self.debate, thing)
        entry: dict[str, object] = dict(self._entry(ref))
        if isinstance(ref, QuestionRef):
            entry[ANSWERS_KEY] = list(map(str, self.verdicts[ref].answers))
        return entry

    def _entry(self, ref: Ref) -> Row:
        verdict = self.verdicts[ref]
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
        entry: Row = dict(zip(VERDICT_KEYS, values, strict=True))
        if isinstance(ref, QuestionRef):
            entry[ANSWERS_KEY] = "; ".join(map(str, verdict.answers))
        return entry

    def as_dict(self, *, positions: int = 0) -> dict[str, object]:
        """Return it as data for JSON, with at most so many positions.

        All keys are always there; `line` is None without a text.
        """
        check_count("positions", positions, least=0)
        return {
            "version": 1,
            "semantics": self.semantics,
            "options": self.options.as_dict(),
            "complete": self.is_complete,
            "verdicts": list(map(self.as_entry, self.verdicts)),
            "positions": [position.as_dict() for position in self.positions(positions)] if positions else [],
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

    def _ipython_key_completions_(self) -> list[str]:
        # What notebooks offer behind an opening bracket.
        return list(map(str, self.verdicts))

    def _repr_html_(self) -> str:
        # Only notebooks ask for this.
        from argmap.reasoning.verdicts.evaluation_table import evaluation_table

        return evaluation_table(self.debate, self.verdicts)

    def __repr__(self) -> str:
        """Return the semantics, and how much is in, out and undecided."""
        if all(verdict.label is None for verdict in self.verdicts.values()) and self.verdicts:
            return f"Evaluation({self.semantics}: {counted(len(self.verdicts), 'strength')})"
        labels = [verdict.label for verdict in self.verdicts.values()]
        counts = ", ".join(f"{labels.count(label)} {label.value}" for label in Label)
        return f"Evaluation({self.semantics}: {counts})"
