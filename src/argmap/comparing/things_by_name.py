"""Common names for two debates: what is the same in both has the same name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import frozen

from argmap.comparing.mentioned_titles import with_titles
from argmap.model import Debate, ElementRef, InferenceRef, Ref
from argmap.model.sameness.debate_facts import facts_under

# Facts about things by their names: the values for each word.
Facts: TypeAlias = Mapping[str, Mapping[str, Counter[str]]]


@frozen(eq=False)
class NamedDebate:
    """A debate, and what its elements, inferences and sections are called."""

    debate: Debate
    names: Mapping[Ref, str]
    sections: Mapping[str | None, str]

    @classmethod
    def of(
        cls, debate: Debate, elements: Mapping[ElementRef, str], sections: Mapping[str, str]
    ) -> NamedDebate:
        """Return a debate in names of its elements and sections."""
        names: dict[Ref, str] = {ref: name for ref, name in elements.items()}  # noqa: C416  # wider keys
        for argument in debate.arguments.values():
            for place in range(len(argument.inferences)):
                names[InferenceRef(argument.title, place)] = f"{elements[argument.ref]}#{place + 1}"
        titles: dict[str | None, str] = {None: ""}
        titles.update(sections)
        return cls(debate, names, titles)

    def facts(self, titles: Mapping[ElementRef, ElementRef]) -> Facts:
        """Return the facts about all things, with other titles for what they mention."""
        facts: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for name, word, value in facts_under(with_titles(self.debate, titles), self.names, self.sections):
            facts[name][word][value] += 1
        return facts


def in_common_names(
    old: Debate,
    new: Debate,
    pairs: Iterable[tuple[ElementRef, ElementRef]],
    sections: Iterable[tuple[str, str]],
) -> tuple[NamedDebate, NamedDebate]:
    """Return two debates in which pairs share names, and all other things have different ones."""
    names_old: dict[ElementRef, str] = {element.ref: f"- {element.ref}" for element in old}
    names_new: dict[ElementRef, str] = {element.ref: f"+ {element.ref}" for element in new}
    for number, (before, after) in enumerate(pairs):
        names_old[before] = names_new[after] = f"= {number}"
    sections_old = {section.id: f"- {section.id}" for section in old.sections}
    sections_new = {section.id: f"+ {section.id}" for section in new.sections}
    for number, (first, second) in enumerate(sections):
        sections_old[first] = sections_new[second] = f"= {number}"
    return NamedDebate.of(old, names_old, sections_old), NamedDebate.of(new, names_new, sections_new)


def other_titles(pairs: Iterable[tuple[ElementRef, ElementRef]]) -> Mapping[ElementRef, ElementRef]:
    """Return pairs whose titles or kinds differ."""
    return {before: after for before, after in pairs if before != after}
