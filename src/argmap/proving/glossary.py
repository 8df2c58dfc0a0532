"""The letters of a debate: what each means, how it is used, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.logic.letters import Letter, LetterKind, signature
from argmap.logic.signs import Atom
from argmap.model import Debate, PropositionRef
from argmap.proving.written_formulas import formula_refs, meanings_of


@frozen
class GlossaryEntry:
    """A letter that formulas use or declarations explain, with its meaning, None if nobody gives it one.

    `letter` is None for what is declared and not used; `used_in` are the claims and evidence whose formulas
    have it, in order of the debate.
    """

    name: str
    meaning: str | None = None
    letter: Letter | None = None
    used_in: tuple[PropositionRef, ...] = ()

    @property
    def use(self) -> str:
        """What the letter is in formulas, in words; empty if no formula has it."""
        return use_words(self.letter) if self.letter else ""

    def as_dict(self) -> dict[str, object]:
        """Return the entry as data for JSON."""
        return {
            "letter": self.name,
            "kind": self.letter.kind.value if self.letter else None,
            "places": self.letter.places if self.letter else None,
            "meaning": self.meaning,
            "usedIn": [str(ref) for ref in self.used_in],
        }


def glossary_of(debate: Debate) -> tuple[GlossaryEntry, ...]:
    """Return the letters of a debate: in the order of their use, then those that are only declared.

    A letter that is used in two ways has two entries.

    >>> import argmap
    >>> text = "[A]: a {formula: F(a), declarations: {F: is wise, q: it is late}}"
    >>> [(entry.name, entry.use, entry.meaning) for entry in glossary_of(argmap.parse(text).debate)]
    [('F', 'a predicate', 'is wise'), ('a', 'a name', None), ('q', '', 'it is late')]
    """
    return tuple(_entries(debate, meanings_of(debate)))


def use_words(letter: Letter) -> str:
    """Return what a letter stands for, in words.

    >>> use_words(Letter("R", LetterKind.PREDICATE, 2))
    'a relation of 2'
    """
    if letter.kind is not LetterKind.PREDICATE:
        return f"a {letter.kind.value}"
    return "a predicate" if letter.places == 1 else f"a relation of {letter.places}"


def can_be_letter(name: str) -> bool:
    """Return whether something can be named so in a formula.

    >>> can_be_letter("F"), can_be_letter("F(x)"), can_be_letter("not")
    (True, False, False)
    """
    try:
        Atom(name)
    except ValueError:
        return False
    return True


def _entries(debate: Debate, meanings: Mapping[str, str]) -> Iterator[GlossaryEntry]:
    used: dict[Letter, dict[PropositionRef, None]] = {}
    for ref, reading in formula_refs(debate):
        for letter in signature(reading.formula) if reading.formula else ():
            used.setdefault(letter, {})[ref] = None
    for letter, refs in used.items():
        yield GlossaryEntry(letter.name, meanings.get(letter.name), letter, tuple(refs))
    names = {letter.name for letter in used}
    for name, meaning in meanings.items():
        if name not in names:
            yield GlossaryEntry(name, meaning)
