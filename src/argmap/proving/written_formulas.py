"""What the data of a debate say of formulas: which one a claim has, and what its letters mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from argmap.data import FrozenDict, Value
from argmap.data.known_keys import DECLARATIONS, FORMULA_KEYS
from argmap.logic import FormulaReading, Notation, parse_formula
from argmap.model import Argument, Claim, Debate, Element, Evidence, Inference, PropositionRef, Statement
from argmap.model.stated import canonical
from argmap.named_tuples import NamedTuple

# What data with a formula or with declarations belong to; None is the frontmatter.
Holder: TypeAlias = Element | Statement | Inference | None


class WrittenFormula(NamedTuple):
    """A value that is given as a formula, under which key, and where; it need not be a text."""

    value: Value
    key: str
    where: Element | Statement

    @property
    def text(self) -> str | None:
        """The formula as it is written, None if the value is no text."""
        return self.value if isinstance(self.value, str) else None


class WrittenMeaning(NamedTuple):
    """What a letter is said to mean, and where: the data of something, and the path that leads there."""

    letter: str
    meaning: Value
    where: Holder
    path: tuple[str, ...]


def has_formulas(debate: Debate) -> bool:
    """Return whether anything in a debate has a formula: nothing else is to be done if not.

    >>> import argmap
    >>> has_formulas(argmap.parse("[A]: a {formula: p}").debate), has_formulas(argmap.parse("[A]: a").debate)
    (True, False)
    """
    return any(
        element.data and any(key in element.data for key in FORMULA_KEYS)
        for elements in (debate.claims, debate.evidence)
        for element in elements.values()
    )


def written_formulas(proposition: Claim | Evidence) -> list[WrittenFormula]:
    """Return the formulas of a claim or piece of evidence, those of its statements in their order.

    >>> import argmap
    >>> document = argmap.parse("[A]: a {formula: p}\\n\\n[A]: a {formalization: p & q}")
    >>> [formula.text for formula in written_formulas(document.debate.claims["A"])]
    ['p', 'p & q']
    """
    if not proposition.data or all(proposition.data.get(key) is None for key in FORMULA_KEYS):
        return []
    written = [
        formula for statement in proposition.statements for formula in _written(statement.data, statement)
    ]
    # Debates that are made in other ways have data without statements that say so.
    return written or [*_written(proposition.data, proposition)]


def written_formula(proposition: Claim | Evidence) -> WrittenFormula | None:
    """Return the formula that counts: that of the last definition, or else the last one of all.

    >>> import argmap
    >>> debate = argmap.parse("[A]: a {formula: p}\\n\\n[A] {formula: q}").debate
    >>> written_formula(debate.claims["A"]).text
    'p'
    """
    written = written_formulas(proposition)
    defined = canonical(proposition.statements)
    last = written[-1].where if written else None
    return next((formula for where in (defined, last) for formula in written if formula.where is where), None)


def formula_reading(proposition: Claim | Evidence) -> FormulaReading | None:
    """Return what the formula of a claim or piece of evidence says, None if it has none."""
    written = written_formula(proposition)
    return read_formula(written.text) if written and written.text is not None else None


def shown_formula(proposition: Claim | Evidence) -> str | None:
    """Return the formula of a claim or piece of evidence in symbols; as it is written if it is not read."""
    reading = formula_reading(proposition)
    if reading is None:
        return None
    return reading.formula.text(Notation.SYMBOLS) if reading.formula else reading.text


@lru_cache(maxsize=4096)
def read_formula(text: str) -> FormulaReading:
    """Return what a formula says; those of a document are read once, however often they are asked for."""
    return parse_formula(text)


def formula_refs(debate: Debate) -> Iterator[tuple[PropositionRef, FormulaReading]]:
    """Yield the claims and evidence that have formulas, with what these say, in order of the debate."""
    elements: tuple[Mapping[str, Claim] | Mapping[str, Evidence], ...] = (debate.claims, debate.evidence)
    for propositions in elements:
        for proposition in propositions.values():
            if proposition.data and (reading := formula_reading(proposition)):
                yield proposition.ref, reading


def written_meanings(debate: Debate) -> Iterator[WrittenMeaning]:
    """Yield what letters are declared to mean: in the frontmatter, then in data, in order of the debate.

    >>> import argmap
    >>> debate = argmap.parse("[A]: a {formula: p, declarations: {p: it rains}}").debate
    >>> [(each.letter, each.meaning) for each in written_meanings(debate)]
    [('p', 'it rains')]
    """
    if debate.metadata:
        yield from _meanings(debate.metadata, None)
    for element in debate.elements:
        if element.data and DECLARATIONS in element.data:
            stated = [place for place in element.places if place.data and DECLARATIONS in place.data]
            for place in stated:
                yield from _meanings(place.data or {}, place)
            if not stated:
                yield from _meanings(element.data, element)
        if isinstance(element, Argument):
            for inference in element.inferences:
                if DECLARATIONS in inference.data:
                    yield from _meanings(inference.data, inference)


def meanings_of(debate: Debate) -> dict[str, str]:
    """Return what each letter means; of several meanings the first counts."""
    meanings: dict[str, str] = {}
    for each in written_meanings(debate):
        if isinstance(each.meaning, str) and each.meaning.strip():
            meanings.setdefault(each.letter, " ".join(each.meaning.split()))
    return meanings


def _written(data: Mapping[str, Value] | None, where: Element | Statement) -> Iterator[WrittenFormula]:
    """Yield the formulas under both keys, the one that counts first."""
    for key in FORMULA_KEYS if data else ():
        if data and data.get(key) is not None:
            yield WrittenFormula(data[key], key, where)


def _meanings(data: Mapping[str, Value], where: Holder) -> Iterator[WrittenMeaning]:
    declared = data.get(DECLARATIONS)
    if isinstance(declared, FrozenDict):
        for letter, meaning in declared.items():
            yield WrittenMeaning(letter, meaning, where, (DECLARATIONS, letter))
