"""Categorical syllogisms: three terms, two premises, and what Aristotle's heirs called the moods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, product
from types import MappingProxyType

from argmap.logic.forms.instances import Signs, denied, is_same
from argmap.logic.formula import end_of
from argmap.logic.signs import Binder, Connective, Quantifier
from argmap.named_tuples import NamedTuple

# By figure, the place of the middle term: subject and predicate of the major premise, then of the minor one.
MOODS = MappingProxyType(
    {
        ("AAA", 1): "Barbara",
        ("EAE", 1): "Celarent",
        ("AII", 1): "Darii",
        ("EIO", 1): "Ferio",
        ("EAE", 2): "Cesare",
        ("AEE", 2): "Camestres",
        ("EIO", 2): "Festino",
        ("AOO", 2): "Baroco",
        ("IAI", 3): "Disamis",
        ("AII", 3): "Datisi",
        ("OAO", 3): "Bocardo",
        ("EIO", 3): "Ferison",
        ("AEE", 4): "Camenes",
        ("IAI", 4): "Dimaris",
        ("EIO", 4): "Fresison",
    }
)
# They follow only if there is something of which a term is true: here that is a separate premise.
EXISTENTIAL_MOODS = MappingProxyType(
    {
        ("AAI", 1): "Barbari",
        ("EAO", 1): "Celaront",
        ("EAO", 2): "Cesaro",
        ("AEO", 2): "Camestros",
        ("AAI", 3): "Darapti",
        ("EAO", 3): "Felapton",
        ("AAI", 4): "Bamalip",
        ("AEO", 4): "Calemos",
        ("EAO", 4): "Fesapo",
    }
)
SYLLOGISTIC_FALLACIES = (
    "undistributed middle",
    "exclusive premises",
    "illicit major",
    "illicit minor",
    "existential fallacy",
)
_FIGURES = MappingProxyType({(True, False): 1, (False, False): 2, (True, True): 3, (False, True): 4})
# Whether a proposition is about all of its subject, and of its predicate.
_DISTRIBUTED = MappingProxyType(
    {"A": (True, False), "E": (True, True), "I": (False, False), "O": (False, True)}
)


class Categorical(NamedTuple):
    """All, no or some S are P, or some are not: A, E, I, O. Terms are kept as universal statements.

    `turns` counts what a reader has to do to read a formula this way: turn it around, or deny a term.
    """

    kind: str
    subject: Signs
    predicate: Signs
    turns: int


def categorical(signs: Signs) -> Iterator[Categorical]:
    """Yield all ways to read a formula as a categorical proposition."""
    is_denied = signs[0] is Connective.NOT
    binder, inner = signs[int(is_denied)], signs[1 + int(is_denied) :]
    if not isinstance(binder, Binder) or not inner:
        return
    is_universal = binder.quantifier is Quantifier.ALL
    connective = Connective.IMPLIES if is_universal else Connective.AND
    if inner[0] is not connective:
        return
    middle = end_of(inner, 1)
    first, second = inner[1:middle], inner[middle:]
    # `No S is P` is `All S are not P`; `some` can be read from both sides.
    if is_universal:
        kind, turned = "O" if is_denied else "A", (denied(second), denied(first))
    else:
        kind, turned = "A" if is_denied else "O", (second, denied(first))
        second = denied(second)
    for turns, (subject, predicate) in enumerate([(first, second), turned]):
        yield _reading(binder, kind, subject, predicate, turns)
        yield _reading(binder, "E" if kind == "A" else "I", subject, denied(predicate), turns)


def _reading(binder: Binder, kind: str, subject: Signs, predicate: Signs, turns: int) -> Categorical:
    turns += sum(term[0] is Connective.NOT for term in (subject, predicate))
    return Categorical(kind, _term(binder, subject), _term(binder, predicate), turns)


def _term(binder: Binder, signs: Signs) -> Signs:
    # This makes them comparable, whatever the variable is called.
    return (Binder(Quantifier.ALL, binder.variable), *signs)


def syllogisms(premises: Sequence[Signs], conclusion: Signs) -> Iterator[str]:
    """Yield the names of the moods that a step is in, and then of the fallacies."""
    if len(premises) not in (2, 3):
        return
    known = sorted(_read(premises, conclusion), key=lambda reading: reading.turns)
    for reading in known:
        if len(premises) == 2 and reading.mood in MOODS:
            yield MOODS[reading.mood]
    for reading in known:
        if reading.mood in EXISTENTIAL_MOODS:
            if reading.has_existence:
                yield EXISTENTIAL_MOODS[reading.mood]
            elif len(premises) == 2:
                yield "existential fallacy"
    # A fallacy depends on how a step is written, not on how it might be turned around.
    if known and len(premises) == 2:
        yield from _fallacies(*known[0].mood)


class _MoodReading(NamedTuple):
    """Mood and figure, whether a premise says that something exists, and what a reader has to do."""

    mood: tuple[str, int]
    has_existence: bool
    turns: int


def _read(premises: Sequence[Signs], conclusion: Signs) -> Iterator[_MoodReading]:
    readings = [list(categorical(premise)) for premise in premises]
    for major, minor in permutations(range(len(premises)), 2):
        others = [premise for place, premise in enumerate(premises) if place not in (major, minor)]
        for first, second, result in product(readings[major], readings[minor], categorical(conclusion)):
            if figure := _figure(first, second, result):
                terms = (first.subject, first.predicate, second.subject, second.predicate)
                has_existence = any(_says_exists(other, terms) for other in others)
                turns = first.turns + second.turns + result.turns
                yield _MoodReading((first.kind + second.kind + result.kind, figure), has_existence, turns)


def _figure(major: Categorical, minor: Categorical, conclusion: Categorical) -> int:
    """Return the figure, 0 if there are not three terms, or if they are not where they have to be."""
    for is_major_turned in (False, True):
        middle, predicate = major.subject, major.predicate
        if is_major_turned:
            middle, predicate = predicate, middle
        if not is_same(predicate, conclusion.predicate):
            continue
        for is_minor_turned in (False, True):
            subject, other = minor.subject, minor.predicate
            if is_minor_turned:
                subject, other = other, subject
            if is_same(subject, conclusion.subject) and is_same(middle, other):
                return _FIGURES[not is_major_turned, is_minor_turned]
    return 0


def _says_exists(signs: Signs, terms: Sequence[Signs]) -> bool:
    binder = signs[0]
    if not isinstance(binder, Binder) or binder.quantifier is not Quantifier.EXISTS:
        return False
    return any(is_same(_term(binder, signs[1:]), term) for term in terms)


def _fallacies(moods: str, figure: int) -> Iterator[str]:
    major, minor, conclusion = (_DISTRIBUTED[kind] for kind in moods)
    is_first_in_major, is_first_in_minor = next(key for key, number in _FIGURES.items() if number == figure)
    middle_in_major, predicate_in_major = major if is_first_in_major else major[::-1]
    middle_in_minor, subject_in_minor = minor if is_first_in_minor else minor[::-1]
    if not (middle_in_major or middle_in_minor):
        yield "undistributed middle"
    if moods[0] in "EO" and moods[1] in "EO":
        yield "exclusive premises"
    if conclusion[1] and not predicate_in_major:
        yield "illicit major"
    if conclusion[0] and not subject_in_minor:
        yield "illicit minor"
