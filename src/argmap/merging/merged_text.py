"""Choosing an option in each place where versions differ, so that a text says what a merge has to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from argmap.api.documents import Document
from argmap.api.parsing import parse
from argmap.merging.line_hunks import Hunk, hunks_of, text_of
from argmap.merging.three_debates import FactKey, FactValue, MergedFacts, Stated, ThreeDebates, stated
from argmap.model import ArgumentRef, ClaimRef, ElementRef, EvidenceRef, QuestionRef

# How many texts are tried, and how many characters are read for that at most.
_MOST_TRIES = 80
_MOST_CHARACTERS = 400_000
_REFERENCES: Mapping[str, Callable[[str], ElementRef]] = {
    "claim": ClaimRef,
    "evidence": EvidenceRef,
    "question": QuestionRef,
    "argument": ArgumentRef,
}


@frozen(eq=False)
class MergedText:
    """A text, and the facts that it does not say as the merge has to: there it says what ours says."""

    document: Document
    missing: tuple[FactKey, ...]
    names: Mapping[ElementRef, str]


def best_text(
    base: Document, ours: Document, theirs: Document, debates: ThreeDebates, wanted: MergedFacts
) -> MergedText:
    """Return the text that comes nearest to what a merge has to say, and never says what neither says.

    A line merge comes first; if it says something else, other options are tried place by place.
    """
    of_ours = stated(debates.ours)
    titles = _titles(wanted.facts)
    hunks = hunks_of(base.text, ours.text, theirs.text)

    def tried(choices: Sequence[int]) -> tuple[int, MergedText]:
        text = text_of(hunks, choices)
        document = parse(text if ours.text.endswith("\n") else text.removesuffix("\n"), ours.path)
        named = debates.names_in(document.debate, titles)
        facts = stated(named)
        missing = _missing(wanted.facts, facts)
        # Saying what neither says is worse than leaving something as it is in ours.
        odd = sum(facts.get(key) != of_ours.get(key) for key in missing)
        references = {element.ref: named.names[element.ref] for element in document.debate}
        return 1000 * odd + len(missing), MergedText(document, missing, references)

    best = _descent(hunks, tried, max(len(ours.text), 1))
    if best[0] < 1000:
        return best[1]
    names = {element.ref: debates.ours.names[element.ref] for element in ours.debate}
    return MergedText(ours, _missing(wanted.facts, of_ours), names)


def _descent(
    hunks: Sequence[Hunk], tried: Callable[[Sequence[int]], tuple[int, MergedText]], size: int
) -> tuple[int, MergedText]:
    """Return the best text and its badness, choosing the best option for one place after another."""
    choices = [0] * len(hunks)
    best = tried(choices)
    left = min(_MOST_TRIES, _MOST_CHARACTERS // size)
    places = [place for place, hunk in enumerate(hunks) if len(hunk.options) > 1]
    # Places that both changed are decided first.
    places.sort(key=lambda place: not hunks[place].is_conflict)
    for _ in range(2):
        before = best[0]
        for place in places:
            for option in range(len(hunks[place].options)):
                if not best[0] or left <= 0:
                    return best
                if option == choices[place]:
                    continue
                left -= 1
                changed = [*choices[:place], option, *choices[place + 1 :]]
                result = tried(changed)
                if result[0] < best[0]:
                    best, choices = result, changed
        if best[0] == before:
            break
    return best


def _missing(wanted: Stated, facts: Mapping[FactKey, FactValue]) -> tuple[FactKey, ...]:
    return tuple(
        key
        for key in dict.fromkeys((*wanted, *facts))
        if wanted.get(key) != facts.get(key) and not _is_place_of_new(key)
    )


def _is_place_of_new(key: FactKey) -> bool:
    """Return whether a fact is the section of something that only one version has.

    It is where its lines are; what was a section around them may be new, too.
    """
    return key[1] == "section" and key[0].startswith(("<", ">"))


def _titles(facts: Stated) -> Mapping[ElementRef, str]:
    """Return the names of things by their titles."""
    titles: dict[ElementRef, str] = {}
    for (name, word), value in facts.items():
        if word == "title" and isinstance(value, str) and not name.startswith("section "):
            kind, _, title = value.partition(" ")
            if title and kind in _REFERENCES:
                titles.setdefault(_REFERENCES[kind](title), name)
    return titles
