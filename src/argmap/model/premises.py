"""Which statements of a structure an inference uses: those that `uses` or `from` names, or those above."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from argmap.data.known_keys import PREMISE_KEYS
from argmap.data.values import NO_DATA, Value
from argmap.named_tuples import NamedTuple
from argmap.text.nearest import nearest

_LABEL = re.compile(r"([PC])([0-9]{1,9})\Z|(C)\Z", re.ASCII)
# The places of steps by the labels that their author wrote, `(P1)` without its parentheses.
Labels: TypeAlias = Mapping[str, int]
_NO_LABELS: Labels = {}


class PremiseNames(NamedTuple):
    """What `key` says of the premises, in the data of an inference or of its conclusion.

    `steps` has the place of the step that each of `names` means, None for one that means no step above the
    conclusion. A name that is not in a list counts as the only one.
    """

    key: str
    is_at_conclusion: bool
    is_list: bool
    names: tuple[Value, ...]
    steps: tuple[int | None, ...]


def premise_names(
    data: Mapping[str, Value],
    conclusion: Mapping[str, Value] | None,
    *,
    index: int,
    conclusions: Sequence[int],
    labels: Labels = _NO_LABELS,
) -> PremiseNames | None:
    """Return what the data of an inference, or of its conclusion, say of its premises; None if they do not.

    `index` is that of the inference in its argument, `conclusions` are the places of all conclusions.
    `uses` goes before `from`, and what the inference says before what its conclusion says. `labels` are
    those that the structure has in place of numbers.
    """
    for key in PREMISE_KEYS:
        for is_at_conclusion in (False, True):
            said = ((conclusion or NO_DATA) if is_at_conclusion else data).get(key)
            if said is None or said == "":
                continue
            is_list = isinstance(said, tuple)
            names = said if isinstance(said, tuple) else (said,)
            above = conclusions[index]
            steps = (step_named(name, steps=above, conclusions=conclusions, labels=labels) for name in names)
            return PremiseNames(key, is_at_conclusion, is_list, names, tuple(steps))
    return None


def premise_steps(
    data: Mapping[str, Value],
    conclusion: Mapping[str, Value] | None,
    *,
    index: int,
    conclusions: Sequence[int],
    labels: Labels = _NO_LABELS,
) -> list[int]:
    """Return the places of the steps that an inference uses, from 0.

    Those are the ones that its data name, and all above, back to and including the conclusion before, if
    they name none.

    >>> premise_steps({}, None, index=1, conclusions=[2, 4])
    [2, 3]
    """
    names = premise_names(data, conclusion, index=index, conclusions=conclusions, labels=labels)
    return steps_of(names, index=index, conclusions=conclusions)


def steps_of(names: PremiseNames | None, *, index: int, conclusions: Sequence[int]) -> list[int]:
    """Return the places of the steps that an inference uses whose data say this of its premises."""
    if names is None:
        return list(range(conclusions[index - 1] if index else 0, conclusions[index]))
    return [step for step in names.steps if step is not None]


def labels_of(written: Iterable[str]) -> Labels:
    """Return the places of steps by their labels, given what is written before each, such as `(P1)`.

    Numbers are no labels: whatever they are, positions count.

    >>> labels_of(["(P1)", "(P3)", "(4)", "(C)"])
    {'P1': 0, 'P3': 1, 'C': 3}
    """
    places: dict[str, int] = {}
    for place, marker in enumerate(written):
        label = marker[1:-1]
        if label[:1] in ("P", "C"):
            places.setdefault(label, place)
    return places


def counted_names(
    names: PremiseNames, *, steps: int, conclusions: Sequence[int], labels: Labels
) -> tuple[Value, ...]:
    """Return names that mean the same steps where the labels of a structure are not known.

    >>> names = PremiseNames("from", False, True, ("P3", 1), (1, 0))
    >>> counted_names(names, steps=2, conclusions=[2], labels={"P1": 0, "P3": 1})
    ('P2', 1)
    """
    return tuple(
        counted_label(labels[name], conclusions)
        if isinstance(name, str)
        and name in labels
        and step_named(name, steps=steps, conclusions=conclusions) != place
        else name
        for name, place in zip(names.names, names.steps, strict=True)
    )


def counted_label(place: int, conclusions: Sequence[int]) -> str:
    """Return the label of a step by its place: `P2` is the second premise, `C1` the first conclusion.

    >>> [counted_label(place, [2, 4]) for place in range(5)]
    ['P1', 'P2', 'C1', 'P3', 'C2']
    """
    number = bisect_right(conclusions, place)
    is_conclusion = number > 0 and conclusions[number - 1] == place
    return f"C{number}" if is_conclusion else f"P{place + 1 - number}"


def near_name(
    name: Value, *, steps: int, conclusions: Sequence[int], labels: Labels, titles: Sequence[str | None]
) -> str | None:
    """Return what a name that means no step was meant to be, None if nothing is like it.

    A title is the place of what it names: `titles` are those of the steps.

    >>> near_name("p2", steps=2, conclusions=[2], labels={}, titles=["Sun", None])
    'P2'
    >>> near_name("[Sun]", steps=2, conclusions=[2], labels={}, titles=["Sun", None])
    '1'
    """
    word = " ".join(str(name).split())[:_LONGEST_NAME]
    bare = word.strip("[]()<>")
    for place, title in enumerate(titles[:steps]):
        if title is not None and bare == title[:_LONGEST_NAME]:
            return str(place + 1)
    known = dict.fromkeys(_names_above(steps, conclusions, labels))
    for wanted in (bare, bare.upper(), _WORDS_BEFORE.sub("", bare)):
        if wanted in known:
            return wanted
    return _near_label(bare, [label for label in known if not label.isdecimal()])


_LONGEST_NAME = 100
_MOST_NAMES = 1000
# As in "premise 1" and "No. 1".
_WORDS_BEFORE = re.compile(r"^\D*[\s.#](?=[0-9]+$)", re.ASCII)


def _near_label(word: str, labels: Sequence[str]) -> str | None:
    """Return the label that is most like a word; of those that differ only in their number, the last."""
    if _LABEL.match(word.upper()):
        return next((label for label in reversed(labels) if label[0] == word[0].upper()), None)
    return nearest(word, labels) if word[:1].isalpha() else None


def _names_above(steps: int, conclusions: Sequence[int], labels: Labels) -> Iterator[str]:
    yield from (label for label, place in labels.items() if place < steps)
    for place in range(min(steps, _MOST_NAMES)):
        yield counted_label(place, conclusions)
        yield str(place + 1)


def step_named(
    name: Value, *, steps: int, conclusions: Sequence[int], labels: Labels = _NO_LABELS
) -> int | None:
    """Return the place, from 0, of the statement that a name means among so many; None if it means none.

    A name is a position from 1, which may be in quotes, or a label: one of those that are written, or else
    `P2` for the second premise and `C1` for the first conclusion. `conclusions` are the places of all
    conclusions, in order.

    >>> [step_named(name, steps=3, conclusions=[2]) for name in (1, "2", "P2", "C1", 4, True)]
    [0, 1, 1, 2, None, None]
    >>> step_named("P3", steps=2, conclusions=[2], labels={"P1": 0, "P3": 1})
    1
    """
    place: int | None = None
    if isinstance(name, int) and not isinstance(name, bool):
        place = name - 1
    elif isinstance(name, str) and name in labels:
        place = labels[name]
    elif isinstance(name, str) and name.isdecimal() and len(name) < 10:
        place = int(name) - 1
    elif isinstance(name, str) and (label := _LABEL.match(name)):
        kind, number = label[1] or label[3], int(label[2] or 1)
        place = _conclusion(number, conclusions) if kind == "C" else _premise(number, conclusions)
    return place if place is not None and 0 <= place < steps else None


def _conclusion(number: int, conclusions: Sequence[int]) -> int | None:
    return conclusions[number - 1] if 1 <= number <= len(conclusions) else None


def _premise(number: int, conclusions: Sequence[int]) -> int | None:
    # Before the conclusion with index i there are so many premises as its place has more than i.
    low, high = 0, len(conclusions)
    while low < high:
        middle = (low + high) // 2
        if conclusions[middle] - middle < number:
            low = middle + 1
        else:
            high = middle
    return number - 1 + low if number else None
