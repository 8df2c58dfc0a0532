"""All rules, in the order of their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from argmap.analysis.context import CheckContext, CheckFinding
from argmap.analysis.rules import (
    answers,
    commitments,
    logical_steps,
    own_rules,
    quotations,
    scheme_questions,
    sketches,
    sourcing,
    support,
    suppression,
    terms,
    unmet_expectations,
)

Rule: TypeAlias = Callable[[CheckContext], Iterator[CheckFinding]]

RULES: tuple[Rule, ...] = (
    sourcing.without_source,
    support.begging_the_question,
    sourcing.without_date,
    sourcing.without_locator,
    quotations.misquoted,
    sourcing.counted_twice,
    support.unsupported_premises,
    support.circular_reasoning,
    support.unused_steps,
    sketches.not_reconstructed,
    sketches.not_sketched,
    commitments.contradictory_commitments,
    sourcing.on_both_sides,
    scheme_questions.open_questions,
    support.unconnected_parts,
    terms.rabbits,
    terms.alone,
    scheme_questions.unknown_questions,
    scheme_questions.unknown_schemes,
    scheme_questions.unknown_roles,
    sourcing.unused_sources,
    scheme_questions.undefined_answers,
    suppression.unknown_codes,
    answers.without_positions,
    answers.rivals_in_support,
    unmet_expectations.unmet,
    logical_steps.unproved_steps,
    logical_steps.unproved_relations,
    logical_steps.letters_without_meaning,
    own_rules.unknown_names,
    own_rules.broken_rules,
)
