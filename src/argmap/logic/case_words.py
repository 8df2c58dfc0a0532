"""Cases in words: what is true in a row of a truth table, or of the things of a world."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from argmap.logic.formula import Formula, formulas_in
from argmap.logic.letters import Letter, LetterKind, signature
from argmap.logic.world import Model, Valuation, World, check_model
from argmap.text.given_values import check_words, given_mapping

# Words that `not` can follow. `has` is not among them: it may be a full verb rather than an auxiliary.
_DENIABLE = frozenset(
    {"is", "are", "am", "was", "were", "will", "would", "can", "could", "may", "must", "should"}
)
_PERSON = re.compile(
    r"\b(?:humans?|persons?|people|m[ae]n|wom[ae]n|child(?:ren)?|somebody|someone|students?|teachers?|citizens?"
    r"|philosophers?|politicians?|voters?|friends?|mothers?|fathers?|parents?|Greeks?|Athenians?)\b",
    re.IGNORECASE,
)
_GAP = re.compile(r"…|\.\.\.|_{2,}|\{\}")
_VARIABLE = re.compile(r"(?<![\w'’])[x-z](?![\w'’])")
# If more pairs than this are not related, they are summed up.
_FEW = 4


def describe(
    model: Model, meanings: Mapping[str, str] | None = None, formulas: Iterable[Formula] = ()
) -> tuple[str, ...]:
    """Return sentences that say what is true in a case, without full stops.

    `meanings` says what letters stand for: a sentence for a sentence (`It rains`), what is said of a thing
    for a predicate (`is human`), a verb (`loves`) or a sentence with gaps (`x loves y`, `… loves …`) for a
    relation, and a name for a name. Letters of the formulas that the model does not mention are false of
    everything.

    >>> from argmap.logic import World, parse_formula
    >>> world = World(["a"], [("F", ["a"])])
    >>> describe(world, {"F": "is human", "G": "is mortal"}, [parse_formula("all x.(F(x) -> G(x))").formula])
    ('there is somebody, call them a, who is human and not mortal', 'there is nothing else')
    """
    letters = signature(*formulas_in("formulas", formulas))
    check_model(model)
    words = {} if meanings is None else given_mapping("meanings", meanings)
    for letter, meaning in words.items():
        check_words(f"the meaning of {letter!r}", meaning)
    if isinstance(model, Valuation):
        return tuple(_sentences(model.values, words))
    return tuple(_WorldWords(model, words, letters).sentences())


def _sentences(values: Mapping[str, bool], meanings: Mapping[str, str]) -> Iterator[str]:
    # What is true comes first.
    for wanted in (True, False):
        for letter, value in values.items():
            if value is wanted:
                quoted = f"“{_plain(meanings[letter])}”" if letter in meanings else f"`{letter}`"
                yield f"{quoted} is {'true' if value else 'false'}"


class _WorldWords:
    """A world, and the words for it."""

    def __init__(self, world: World, meanings: Mapping[str, str], letters: Sequence[Letter]) -> None:
        self._world = world
        self._meanings = {letter: _plain(text) for letter, text in meanings.items()}
        known = dict.fromkeys((letter.name, letter.places) for letter in letters if letter.kind is not _NAME)
        known |= dict.fromkeys(sorted((letter, len(things)) for letter, things in world.facts))
        self._letters = tuple(known)
        self._names: dict[str, list[str]] = {thing: [] for thing in world.things}
        for name, thing in world.names.items():
            self._names[thing].append(self._meanings.get(name, name))

    def sentences(self) -> Iterator[str]:
        values = {letter: (letter, ()) in self._world.facts for letter, places in self._letters if not places}
        yield from _sentences(values, self._meanings)
        properties = [letter for letter, places in self._letters if places == 1]
        relations = [(letter, places) for letter, places in self._letters if places > 1]
        if not (properties or relations or len(self._world.things) > 1 or self._world.names):
            return
        for number, thing in enumerate(self._world.things):
            yield from self._thing(thing, properties, is_first=not number)
        for letter, places in relations:
            yield from self._relation(letter, places)
        yield "there is nothing else"

    def _thing(self, thing: str, properties: Sequence[str], *, is_first: bool) -> Iterator[str]:
        true = [letter for letter in properties if (letter, (thing,)) in self._world.facts]
        phrases, others = [], []
        # True facts come first: `is not human and mortal` would be misread.
        for letter in sorted(properties, key=lambda letter: letter not in true):
            phrase = self._phrase(letter, is_true=letter in true)
            if phrase is None:
                others.append(self._fact(letter, (thing,), is_true=letter in true))
            else:
                phrases.append(phrase)
        said = _joined(_without_repeated_verbs(phrases))
        names = self._names[thing]
        if names:
            yield from (f"{name} is {names[0]}" for name in names[1:])
            if said:
                yield f"{names[0]} {said}"
        else:
            is_person = any(_PERSON.search(self._meanings.get(letter, "")) for letter in true)
            noun, pronoun, who = ("somebody", "them", "who") if is_person else ("something", "it", "that")
            other = "" if is_first else " else"
            yield f"there is {noun}{other}, call {pronoun} {thing}" + (f", {who} {said}" if said else "")
        yield from others

    def _phrase(self, letter: str, *, is_true: bool) -> str | None:
        """Return what follows the name of a thing, None if only a whole sentence can say it."""
        meaning = self._meanings.get(letter, f"is {letter}")
        if _has_gaps(meaning, 1):
            before, after = _filled_gaps(meaning, 1)
            if before.strip():
                return None
            meaning = after.strip()
        verb, _, rest = meaning.partition(" ")
        if is_true:
            return meaning
        if verb not in _DENIABLE or not rest:
            return None
        return f"{'cannot' if verb == 'can' else f'{verb} not'} {rest}"

    def _relation(self, letter: str, places: int) -> Iterator[str]:
        false: list[tuple[str, ...]] = []
        is_any = False
        for things in product(self._world.things, repeat=places):
            if (letter, things) in self._world.facts:
                is_any = True
                yield self._fact(letter, things, is_true=True)
            else:
                false.append(things)
        if len(false) <= _FEW:
            yield from (self._fact(letter, things, is_true=False) for things in false)
        else:
            variables = [f"x{place}" for place in range(1, places + 1)]
            whole = self._whole(letter, list("xyz")[:places] if places <= 3 else variables)
            yield f"{'of no others is it' if is_any else 'it is never'} true that {whole}"

    def _fact(self, letter: str, things: Sequence[str], *, is_true: bool) -> str:
        text = self._whole(letter, [self._called(thing) for thing in things])
        return text if is_true else f"it is not true that {text}"

    def _called(self, thing: str) -> str:
        return self._names[thing][0] if self._names[thing] else thing

    def _whole(self, letter: str, things: Sequence[str]) -> str:
        if letter not in self._meanings:
            return f"{letter} is true of {_joined(things)}" if len(things) > 1 else f"{things[0]} is {letter}"
        meaning = self._meanings[letter]
        if _has_gaps(meaning, len(things)):
            pieces = _filled_gaps(meaning, len(things))
            order = _order(meaning, len(things))
            filled = pieces[0]
            for place, piece in zip(order, pieces[1:], strict=True):
                filled += things[place] + piece
            return filled
        return f"{things[0]} {meaning}" + (f" {_joined(things[1:])}" if things[1:] else "")


_NAME = LetterKind.NAME


def _has_gaps(meaning: str, places: int) -> bool:
    """Return whether a meaning has gaps for the names of things."""
    return len(_GAP.findall(meaning)) == places or len(_VARIABLE.findall(meaning)) == places


def _filled_gaps(meaning: str, places: int) -> list[str]:
    pattern = _GAP if len(_GAP.findall(meaning)) == places else _VARIABLE
    return pattern.split(meaning)


def _order(meaning: str, places: int) -> list[int]:
    """Return which thing each gap is for: `y is loved by x` has the second first."""
    if len(_GAP.findall(meaning)) == places:
        return list(range(places))
    variables = _VARIABLE.findall(meaning)
    ordered = sorted(set(variables))
    # If a variable occurs twice, some place has no gap.
    return (
        [ordered.index(variable) for variable in variables] if len(ordered) == places else list(range(places))
    )


def _without_repeated_verbs(phrases: Sequence[str]) -> list[str]:
    """Return phrases, without a verb that repeats that of the phrase before: `is human`, `not mortal`."""
    shorter: list[str] = []
    before = ""
    for phrase in phrases:
        verb, _, rest = phrase.partition(" ")
        shorter.append(rest if verb == before and verb in _DENIABLE and rest else phrase)
        before = verb
    return shorter


def _joined(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _plain(text: str) -> str:
    """Return a text on one line, without its full stop."""
    return " ".join(text.split()).removesuffix(".")
