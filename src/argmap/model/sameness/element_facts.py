"""What elements say, as facts that can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import Factory, define

from argmap.data.known_keys import PREMISE_KEYS
from argmap.data.values import Value
from argmap.model.argument import Argument, Inference
from argmap.model.claim import Claim, Evidence
from argmap.model.question import Question
from argmap.model.reference import Ref
from argmap.model.relation import Relation
from argmap.model.sameness.fact_words import in_words, source_words, without_fields, wording_of
from argmap.model.stated import canonical
from argmap.model.statement import Statement

# What an element says: a word for it, and the value, in words that are equal if the values are.
Fact = tuple[str, str]

# Keys of data that say what a field says, if that is set.
_OF_EVIDENCE = {"kind": "kind", "quote": "quote", "locator": "locator", "reliability": "reliability"}
_OF_INFERENCES = {"scheme": "scheme", "warrant": "warrant", "qualifier": "qualifier", "strength": "strength"}


@define(eq=False)
class ElementFacts:
    """Says what elements say.

    `names` is what everything is called: a title in markup, or what it says if it has no title; `sections`
    are the titles that lead to each section, by its id.
    """

    sections: Mapping[str | None, str]
    names: dict[Ref, str] = Factory(dict)

    def proposition(self, element: Claim | Evidence | Question, *, is_step: bool) -> Iterator[Fact]:
        """Yield what a claim, evidence or question says."""
        fields: dict[str, Value] = {}
        if isinstance(element, Evidence):
            fields = {key: getattr(element, name) for key, name in _OF_EVIDENCE.items()}
        # What is in a structure only has the section of that.
        is_placed = not (is_step and element.is_untitled) and any(
            not at.is_reference for at in element.statements
        )
        yield from self._element(element, element.statements, fields, is_placed=is_placed)

    def argument(self, element: Argument) -> Iterator[Fact]:
        """Yield what an argument says; its steps by their names."""
        is_placed = bool(element.steps) or any(not at.is_reference for at in element.descriptions)
        yield from self._element(element, element.descriptions, {}, is_placed=is_placed)
        roles = [step.role.value for step in element.steps]
        yield "steps", repr([self._called(element.step_refs), roles])
        for place, inference in enumerate(element.inferences):
            yield f"inference {place + 1}", repr(tuple(self._inference(inference)))

    def _inference(self, inference: Inference) -> Iterator[str]:
        fields = {key: getattr(inference, name) for key, name in _OF_INFERENCES.items()}
        yield self._called(inference.premises)
        yield self._called([inference.conclusion])
        yield repr(
            (inference.conclusion_index, inference.rules, inference.scheme.name if inference.scheme else None)
        )
        yield repr((inference.warrant, inference.qualifier, inference.strength))
        yield in_words(without_fields(inference.data, {**fields, **dict.fromkeys(PREMISE_KEYS, True)}))

    def _element(
        self,
        element: Claim | Evidence | Question | Argument,
        places: tuple[Statement, ...],
        fields: Mapping[str, Value],
        *,
        is_placed: bool,
    ) -> Iterator[Fact]:
        wordings = [wording_of(at) for at in places]
        yield (
            "wordings",
            repr(sorted({repr(wording) for wording in wordings if wording[0] or not wording[1]})),
        )
        chosen = canonical(places)
        yield "text", repr(wording_of(chosen)[0] if chosen else None)
        yield "tags", repr(sorted(set(element.tags)))
        yield "data", in_words(without_fields(element.data, {**fields, "source": element.sources or None}))
        yield "fields", repr(sorted(fields.items()))
        yield "sources", repr([source_words(source) for source in element.sources])
        yield "section", self.sections.get(element.section, "") if is_placed else ""

    def _called(self, refs: Iterable[Ref]) -> str:
        return repr([self.names.get(ref, str(ref)) for ref in refs])

    def names_of(self, relation: Relation) -> tuple[str, str]:
        """Return the names of the ends of a relation, in an order of their own if it is symmetric."""
        source = self.names.get(relation.source, str(relation.source))
        target = self.names.get(relation.target, str(relation.target))
        return (target, source) if relation.kind.is_symmetric and target < source else (source, target)
