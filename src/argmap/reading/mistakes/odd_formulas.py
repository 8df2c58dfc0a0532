"""Formulas that cannot be read, and letters whose meaning is not clear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from argmap.data import NO_DATA, FrozenDict, Value
from argmap.data.known_keys import DECLARATIONS, FORMULA_KEYS
from argmap.model import Argument, Debate, Inference, Question
from argmap.model.debate import Element
from argmap.named_tuples import NamedTuple
from argmap.reading.data_places import DataPlaces, Placed
from argmap.reading.source_files import SourceFile
from argmap.text import Diagnostic, Related, Span, diagnose
from argmap.text.shortening import line_of

if TYPE_CHECKING:
    from argmap.logic import FormulaProblem
    from argmap.proving.written_formulas import Holder, WrittenFormula, WrittenMeaning

_KEYS = frozenset((*FORMULA_KEYS, DECLARATIONS))
_LONGEST = 60
# Of one formula; who sees these looks at the rest.
_MOST_PROBLEMS = 5


def odd_formulas(debate: Debate, page: SourceFile, places: DataPlaces) -> Iterator[Diagnostic]:
    """Yield what is wrong with formulas and with the declarations of their letters."""
    if DECLARATIONS in debate.metadata or any(
        # Most have none, and an author's own keys are compared all at once.
        data is not NO_DATA and not _KEYS.isdisjoint(data.keys())
        for data in _data_of(debate)
    ):
        yield from _OddFormulas(debate, page, places).all()


def _data_of(debate: Debate) -> Iterator[Mapping[str, Value]]:
    for element in debate.elements:
        yield element.data
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            yield inference.data


class _OddFormulas(NamedTuple):
    """A debate that is looked through, and the texts that it was read from."""

    debate: Debate
    page: SourceFile
    places: DataPlaces

    def all(self) -> Iterator[Diagnostic]:
        from argmap.proving.written_formulas import written_formulas

        for propositions in (self.debate.claims, self.debate.evidence):
            for proposition in propositions.values():
                written = written_formulas(proposition) if proposition.data else []
                for formula in written:
                    yield from self._unreadable(formula)
                yield from self._different(proposition, written)
        yield from self._misplaced()
        yield from self._not_mappings()
        yield from self._of_letters()

    def _unreadable(self, formula: WrittenFormula) -> Iterator[Diagnostic]:
        from argmap.proving.written_formulas import read_formula

        if formula.text is None:
            yield diagnose("R307", self._value(formula.where, formula.key), formula.key)
            return
        for problem in read_formula(formula.text).problems[:_MOST_PROBLEMS]:
            yield diagnose(
                _CODES[problem.kind.name], self._inside(formula, problem), problem.message, problem.hint
            )

    def _inside(self, formula: WrittenFormula, problem: FormulaProblem) -> Span:
        """Return where in the document a problem of a formula is: all of the value if nobody can tell."""
        value = self._value(formula.where, formula.key)
        if formula.text is None or value.start == value.end:
            return value
        from argmap.data.written_scalars import character_places

        places = character_places(self.places.written(value), formula.text)
        if not places:
            return value
        start, end = problem.span.start, problem.span.end
        first = places[start][0] if start < len(places) else places[-1][1]
        last = places[min(end, len(places)) - 1][1] if end > start else first
        return Span(value.start + first, value.start + max(first, last), value.path)

    def _different(self, element: Element, written: list[WrittenFormula]) -> Iterator[Diagnostic]:
        from argmap.proving.written_formulas import read_formula, written_formula

        chosen = written_formula(element) if len(written) > 1 else None  # type: ignore[arg-type]  # it has formulas
        if chosen is None or chosen.text is None:
            return
        counts = read_formula(chosen.text).formula
        for formula in written:
            said = None if formula.text is None else read_formula(formula.text).formula
            if formula is not chosen and said is not None and counts is not None and said != counts:
                related = Related(self._value(chosen.where, chosen.key), "this formula counts")
                place = self._value(formula.where, formula.key)
                yield diagnose(
                    "R308", place, str(element.ref), line_of(chosen.text, _LONGEST), related=[related]
                )

    def _misplaced(self) -> Iterator[Diagnostic]:
        for element in self.debate.elements:
            things: list[Element | Inference] = [element] if isinstance(element, Argument | Question) else []
            things += element.inferences if isinstance(element, Argument) else []
            for thing in things:
                for key in FORMULA_KEYS:
                    if thing.data.get(key) is not None:
                        yield diagnose("R313", self._key(thing, key), key)

    def _not_mappings(self) -> Iterator[Diagnostic]:
        for thing, data in self._with_declarations():
            declared = data.get(DECLARATIONS)
            if declared is not None and not isinstance(declared, FrozenDict):
                yield diagnose("R310", self._value(thing, DECLARATIONS), f"`{DECLARATIONS}` is not a mapping")

    def _with_declarations(self) -> Iterator[tuple[Holder, Mapping[str, Value]]]:
        yield None, self.debate.metadata
        for element in self.debate.elements:
            stated = [place for place in element.places if place.data and DECLARATIONS in place.data]
            yield from ((place, place.data or {}) for place in stated)
            if not stated:
                yield element, element.data
            if isinstance(element, Argument):
                yield from ((inference, inference.data) for inference in element.inferences)

    def _of_letters(self) -> Iterator[Diagnostic]:
        from argmap.proving.glossary import can_be_letter
        from argmap.proving.written_formulas import written_meanings

        first: dict[str, WrittenMeaning] = {}
        for each in written_meanings(self.debate):
            if not isinstance(each.meaning, str) or not each.meaning.strip():
                words = f"what `{line_of(each.letter, _LONGEST)}` means is not a text"
                yield diagnose("R310", self._value(each.where, *each.path), words)
                continue
            if not can_be_letter(each.letter):
                yield diagnose("R311", self._key(each.where, *each.path), line_of(each.letter, _LONGEST))
                continue
            before = first.setdefault(each.letter, each)
            if _plain(before.meaning) != _plain(each.meaning):
                related = Related(self._value(before.where, *before.path), "its first meaning, which counts")
                place, meaning = self._value(each.where, *each.path), line_of(str(before.meaning), _LONGEST)
                yield diagnose("R309", place, each.letter, meaning, related=[related])
        yield from self._used_in_two_ways()

    def _used_in_two_ways(self) -> Iterator[Diagnostic]:
        from argmap.logic.letters import signature
        from argmap.proving.glossary import use_words
        from argmap.proving.written_formulas import read_formula, written_formula

        first: dict[str, tuple[str, WrittenFormula]] = {}
        for propositions in (self.debate.claims, self.debate.evidence):
            for proposition in propositions.values():
                written = written_formula(proposition) if proposition.data else None
                if written is None or written.text is None:
                    continue
                formula = read_formula(written.text).formula
                for letter in signature(formula) if formula else ():
                    use = use_words(letter)
                    before, other = first.setdefault(letter.name, (use, written))
                    if before != use:
                        place = self._value(written.where, written.key)
                        related = Related(self._value(other.where, other.key), f"it is {before} here")
                        yield diagnose("R312", place, letter.name, use, before, related=[related])

    def _value(self, where: Holder, *path: str) -> Span:
        if where is None:
            return self.page.value_span(*path)
        for holder in _holders(where):
            if (value := self.places.value(holder, *path)) is not None:
                return value
        return where.span or Span(0, 0)

    def _key(self, where: Holder, *path: str) -> Span:
        if where is None:
            return self.page.key_span(*path)
        for holder in _holders(where):
            if (pair := self.places.pair(holder, *path)) is not None:
                return pair.key
        return where.span or Span(0, 0)


_CODES = {
    "UNREADABLE": "R300",
    "FUNCTION": "R301",
    "VARIABLE": "R302",
    "JUXTAPOSITION": "R303",
    "TWO_USES": "R304",
    "FREE_VARIABLE": "R305",
    "IDLE_QUANTIFIER": "R306",
}


def _holders(where: Holder) -> Iterator[Placed]:
    """Yield where data of something may be written, from what counts most."""
    places = getattr(where, "places", None)
    if places is not None:
        yield from reversed(places)
    elif where is not None:
        yield where  # type: ignore[misc]  # an element has places


def _plain(meaning: Value) -> str:
    return " ".join(str(meaning).split())
