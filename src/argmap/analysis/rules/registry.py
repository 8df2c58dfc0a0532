"""All rules, in the order of their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from argmap.analysis.context import CheckContext, CheckFinding
from argmap.analysis.rules import answers, commitments, expectations, sketches, terms
from argmap.analysis.rules import quotations as quoting
from argmap.analysis.rules import schemes as questioning
from argmap.analysis.rules import sources as sourcing
from argmap.analysis.rules import support as structure
from argmap.analysis.rules import suppression as silencing

Rule: TypeAlias = Callable[[CheckContext], Iterator[CheckFinding]]

RULES: tuple[Rule, ...] = (
    sourcing.without_source,
    structure.begging_the_question,
    sourcing.without_date,
    sourcing.without_locator,
    quoting.misquoted,
    sourcing.counted_twice,
    structure.unsupported_premises,
    structure.circular_reasoning,
    structure.unused_steps,
    sketches.not_reconstructed,
    sketches.not_sketched,
    commitments.contradictory_commitments,
    sourcing.on_both_sides,
    questioning.open_questions,
    structure.unconnected_parts,
    terms.rabbits,
    terms.alone,
    questioning.unknown_questions,
    questioning.unknown_schemes,
    questioning.unknown_roles,
    sourcing.unused_sources,
    questioning.undefined_answers,
    silencing.unknown_codes,
    answers.without_positions,
    answers.rivals_in_support,
    expectations.unmet,
)
