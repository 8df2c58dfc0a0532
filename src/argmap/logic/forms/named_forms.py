"""The names of the forms of steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from types import MappingProxyType

from argmap.logic.forms.categorical import (
    EXISTENTIAL_MOODS,
    MOODS,
    SYLLOGISTIC_FALLACIES,
    categorical,
    syllogisms,
)
from argmap.logic.forms.instances import Signs, is_instance, is_same, without_double_negation
from argmap.logic.forms.schemata import schemata
from argmap.logic.formula import Formula, check_formula, formulas_in
from argmap.logic.letters import places_of
from argmap.logic.signs import Atom, Identity
from argmap.text.given_values import check_words
from argmap.text.nearest import nearest

_REPETITION = "repetition"
_DOUBLE_NEGATION = "double negation"
_LEIBNIZ = "Leibniz's law"
_CONVERSION = "conversion"
_ILLICIT_CONVERSION = "illicit conversion"
_EXISTENTIAL_FALLACY = "existential fallacy"
_SYLLOGISM = "categorical syllogism"
_ALIASES = MappingProxyType(
    {
        "mp": "modus ponens",
        "modus ponendo ponens": "modus ponens",
        "universal modus ponens": "modus ponens",
        "mt": "modus tollens",
        "modus tollendo tollens": "modus tollens",
        "universal modus tollens": "modus tollens",
        "ds": "disjunctive syllogism",
        "modus tollendo ponens": "disjunctive syllogism",
        "hs": "hypothetical syllogism",
        "chain argument": "hypothetical syllogism",
        "chain rule": "hypothetical syllogism",
        "conjunction introduction": "conjunction",
        "adjunction": "conjunction",
        "conjunction elimination": "simplification",
        "disjunction introduction": "addition",
        "dilemma": "constructive dilemma",
        "transposition": "contraposition",
        "reductio": "reductio ad absurdum",
        "indirect proof": "reductio ad absurdum",
        "de morgan": "de morgans law",
        "de morgans laws": "de morgans law",
        "explosion": "ex falso quodlibet",
        "ex falso": "ex falso quodlibet",
        "ui": "universal instantiation",
        "universal elimination": "universal instantiation",
        "eg": "existential generalisation",
        "existential generalization": "existential generalisation",
        "existential introduction": "existential generalisation",
        "reiteration": "repetition",
        "double negation elimination": "double negation",
        "indiscernibility of identicals": "leibnizs law",
        "substitution of identicals": "leibnizs law",
        "syllogism": "categorical syllogism",
        "fallacy of the converse": "affirming the consequent",
        "affirmation of the consequent": "affirming the consequent",
        "fallacy of the inverse": "denying the antecedent",
        "denial of the antecedent": "denying the antecedent",
        "quantifier shift fallacy": "quantifier shift",
    }
)


def form_of(premises: Iterable[Formula], conclusion: Formula) -> str | None:
    """Return the name of a step's form, None if it has no name here.

    The order of premises, double negations and the notation do not count. A valid form comes before a
    fallacy; a step in the form of a fallacy may be valid for another reason.

    >>> from argmap.logic import parse_formula
    >>> read = lambda text: parse_formula(text).formula
    >>> form_of([read("q | s"), read("q | s -> r")], read("r"))
    'modus ponens'
    >>> form_of([read("p -> q"), read("q")], read("p"))
    'affirming the consequent'
    """
    check_formula("conclusion", conclusion)
    return next(_forms(formulas_in("premises", premises), conclusion), None)


def has_form(name: str, premises: Iterable[Formula], conclusion: Formula) -> bool:
    """Return whether a step has the form of a given name.

    >>> from argmap.logic import parse_formula
    >>> read = lambda text: parse_formula(text).formula
    >>> has_form("Modus tollens", [read("p -> -q"), read("q")], read("-p"))
    True

    Raises:
        LookupError: there is no form of this name.
    """
    known = known_form(name)
    if known is None:
        near = nearest(_key(name), _names())
        hint = f"; did you mean {_names()[near]!r}?" if near else ""
        raise LookupError(f"no form is called {name!r}{hint}")
    check_formula("conclusion", conclusion)
    forms = set(_forms(formulas_in("premises", premises), conclusion))
    return known in forms or (known == _SYLLOGISM and bool(forms & _moods()))


def known_form(name: str) -> str | None:
    """Return the name of a form as argmap writes it, None if there is no such form.

    >>> known_form("modus-ponendo-ponens"), known_form("Modus ponnens")
    ('modus ponens', None)
    """
    key = _key(name)
    return _names().get(_ALIASES.get(key, key))


def form_names() -> tuple[str, ...]:
    """Return the names of all forms, rules before fallacies."""
    return tuple(_names().values())


def is_fallacy(name: str) -> bool:
    """Return whether a name is that of a fallacy.

    >>> is_fallacy("affirming the consequent"), is_fallacy("Barbara")
    (True, False)
    """
    known = known_form(name)
    return known in _fallacies()


@cache
def _names() -> dict[str, str]:
    rules = [schema.name for schema in schemata() if schema.is_valid]
    rules += [_REPETITION, _DOUBLE_NEGATION, _LEIBNIZ, _CONVERSION, _SYLLOGISM]
    rules += [*MOODS.values(), *EXISTENTIAL_MOODS.values()]
    return {_key(name): name for name in (*rules, *_fallacies())}


@cache
def _fallacies() -> tuple[str, ...]:
    fallacies = [schema.name for schema in schemata() if not schema.is_valid]
    return tuple(dict.fromkeys([*fallacies, *SYLLOGISTIC_FALLACIES]))


@cache
def _moods() -> frozenset[str]:
    return frozenset([*MOODS.values(), *EXISTENTIAL_MOODS.values()])


def _key(name: str) -> str:
    check_words("the name of a form", name)
    return re.sub(r"[\W_]+", " ", name.replace("'", "").replace("’", "")).strip().lower()


def _forms(premises: Sequence[Formula], conclusion: Formula) -> Iterator[str]:
    """Yield the names that a step has, those of rules first."""
    plain = [without_double_negation(premise.signs) for premise in premises]
    result = without_double_negation(conclusion.signs)
    if len(plain) == 1 and is_same(plain[0], result):
        is_repeated = is_same(premises[0].signs, conclusion.signs)
        yield _REPETITION if is_repeated else _DOUBLE_NEGATION
    fallacies: list[str] = []
    for schema in schemata():
        if is_instance(schema, plain, result):
            if schema.is_valid:
                yield schema.name
            else:
                fallacies.append(schema.name)
    if len(plain) == 2 and (_replaces(plain[0], plain[1], result) or _replaces(plain[1], plain[0], result)):
        yield _LEIBNIZ
    others = [*syllogisms(plain, result), *(_conversions(plain[0], result) if len(plain) == 1 else ())]
    yield from (name for name in others if name not in _fallacies())
    yield from dict.fromkeys([*fallacies, *(name for name in others if name in _fallacies())])


def _replaces(identity: Signs, before: Signs, after: Signs) -> bool:
    """Return whether what was said about a thing under one name is then said about it under another."""
    sign = identity[0]
    if not isinstance(sign, Identity) or len(before) != len(after):
        return False
    names = {sign.left, sign.right}
    for old, new in zip(places_of(before), places_of(after), strict=True):
        if not isinstance(old.sign, Atom | Identity) or not isinstance(new.sign, Atom | Identity):
            if old.sign != new.sign:
                return False
            continue
        is_letter_kept = getattr(old.sign, "letter", None) == getattr(new.sign, "letter", None)
        if not is_letter_kept or old.binders != new.binders:
            return False
        changed = [
            binder is None and {before_it, after_it} == names
            for before_it, after_it, binder in zip(old.sign.terms, new.sign.terms, old.binders, strict=True)
            if before_it != after_it
        ]
        if not all(changed):
            return False
    return before != after


def _conversions(premise: Signs, conclusion: Signs) -> Iterator[str]:
    for before in categorical(premise):
        for after in categorical(conclusion):
            is_turned = is_same(before.subject, after.predicate) and is_same(before.predicate, after.subject)
            if is_turned and before.kind == after.kind:
                yield _CONVERSION if before.kind in "EI" else _ILLICIT_CONVERSION
            is_kept = is_same(before.subject, after.subject) and is_same(before.predicate, after.predicate)
            if before.kind + after.kind in ("AI", "EO") and (is_kept or is_turned):
                yield _EXISTENTIAL_FALLACY
