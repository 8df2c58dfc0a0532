"""What changes in a debate when it is written line by line: titles, spaces, and all else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.debate_losses import losses_of_facts
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.plain_debates.titles_again import titles_again
from argmap.model import Debate, Element, Ref
from argmap.model.sameness.debate_facts import facts_under
from argmap.model.sameness.same import CountedFacts, counted_facts


def stated_losses(debate: Debate, stated: Debate) -> Iterator[Loss]:
    """Yield the changes in a debate that was written; each new title, and each text with other spaces, once.

    >>> from argmap import Claim, Debate, parse
    >>> debate = Debate(claims={"A  B": Claim("A  B")})
    >>> [loss.detail for loss in stated_losses(debate, parse("[A B]").debate)]
    ['it is called [A B]']
    """
    again = titles_again(debate, stated)
    spaced: set[tuple[str, str]] = set()
    things: dict[Ref, Element] = {element.ref: element for element in stated}
    for ref, own in again.owns.items():
        name = again.names[ref]
        if ref != own.ref:
            yield Loss(Fate.CHANGED, "title", name, f"it is called {ref}")
        if own.text != things[ref].text and _words(own) == _words(things[ref]):
            yield Loss(Fate.CHANGED, "white space", name, "its text has single spaces")
            spaced |= {(name, "text"), (name, "wordings")}
    facts = Counter(facts_under(stated, again.names, again.sections))
    yield from losses_of_facts(_without(counted_facts(debate), spaced), _without(facts, spaced))


def _words(element: Element) -> frozenset[str]:
    return frozenset(collapsed(place.text) for place in element.places if place.text)


def _without(facts: CountedFacts, words: set[tuple[str, str]]) -> CountedFacts:
    return Counter({fact: number for fact, number in facts.items() if fact[:2] not in words})
