"""What is checked: a debate, with what rules need to know about it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from argmap.analysis.graph import Graph
from argmap.analysis.selector_facts import surroundings_of
from argmap.data import Data
from argmap.data.known_keys import FORMULA_KEYS
from argmap.model import (
    Argument,
    Claim,
    Debate,
    ElementRef,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    PropositionRef,
    Ref,
    Source,
)
from argmap.model.stating import calling
from argmap.named_tuples import NamedTuple
from argmap.settings.tables import CheckSettings, ReasoningSettings, SelectionSettings
from argmap.text import Diagnostic, Span
from argmap.text.shortening import line_of

if TYPE_CHECKING:
    from argmap.proving.proofs import Proofs
    from argmap.selectors import Matcher

START = Span(0, 0)
_LONGEST = 60

SourceKey: TypeAlias = str | Source


class CheckFinding(NamedTuple):
    """A finding and what it is about, if one thing: there, in its data, it can be silenced."""

    about: Ref | Source | None
    diagnostic: Diagnostic


@frozen(slots=False, eq=False)
class CheckContext:
    """A debate that is checked; `folder` is where its files are looked for, None if nowhere.

    `reasoning` says how it is evaluated, `check` and `selection` have an author's selectors.
    """

    debate: Debate
    is_strict: bool = False
    folder: Path | None = None
    reasoning: ReasoningSettings = ReasoningSettings()
    check: CheckSettings = CheckSettings()
    selection: SelectionSettings = SelectionSettings()

    @cached_property
    def graph(self) -> Graph:
        """What supports or attacks what."""
        return Graph.of(self.debate)

    @cached_property
    def matcher(self) -> Matcher:
        """What answers selectors about the debate; findings and the map are not known while it is checked."""
        from argmap.reasoning.verdicts.expectations import evaluated_by_settings
        from argmap.selectors import Matcher

        surroundings = surroundings_of(
            self.debate, evaluate=lambda: evaluated_by_settings(self.debate, self.reasoning)
        )
        return Matcher(self.debate, surroundings, is_lenient=True)

    @cached_property
    def proofs(self) -> Proofs | None:
        """What is proved by formulas; None if nothing has one, and then no logic is loaded."""
        propositions: tuple[Claim | Evidence, ...] = (
            *self.debate.claims.values(),
            *self.debate.evidence.values(),
        )
        if not any(key in each.data for each in propositions if each.data for key in FORMULA_KEYS):
            return None
        from argmap.proving.prover import prove_debate

        return prove_debate(self.debate, timeout=self.reasoning.timeout, is_strict=self.is_strict)

    def inferences(self) -> Iterator[tuple[Argument, Inference]]:
        """Yield all inferences with their arguments."""
        for argument in self.debate.arguments.values():
            for inference in argument.inferences:
                yield argument, inference

    def place(self, ref: Ref) -> Span:
        """Return the first place of something."""
        return self.debate[ref].span or START

    def named(self, ref: Ref) -> str:
        """Return what people call something: its title in brackets, or the words of what has no title."""
        if isinstance(ref, InferenceRef):
            return f"inference {ref.place + 1} of <{ref.argument}>"
        return calling.called(self.debate, ref, _LONGEST)

    def evidence_of(self, ref: ElementRef) -> Iterator[Evidence]:
        """Yield the evidence that something is, or that supports it directly."""
        if isinstance(ref, EvidenceRef):
            yield self.debate.evidence[ref.title]
        else:
            for other in self.graph.supporting(ref):
                if isinstance(other, EvidenceRef):
                    yield self.debate.evidence[other.title]

    def text_of(self, ref: PropositionRef) -> str:
        """Return what a proposition says, or its title."""
        element = self.debate[ref]
        return element.text or element.title


def identity(source: Source) -> SourceKey:
    """Return what distinguishes a source from others: its key, or all of it."""
    return source.key or source


def called(source: Source) -> str:
    """Return what people call a source: its key, or its reference."""
    return f"`{source.key}`" if source.key else line_of(source.reference, _LONGEST)


def allowed(data: Data) -> tuple[str, ...]:
    """Return the codes of findings that data allow.

    >>> from argmap.model import FrozenDict
    >>> allowed(FrozenDict(allow=("C301",))), allowed(FrozenDict(allow="C301"))
    (('C301',), ('C301',))
    """
    said = data.get("allow")
    if said is None:
        return ()
    return tuple(str(one) for one in (said if isinstance(said, tuple) else (said,)))
