"""What a text says after edits, and whether it says the same as before except for one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Set
from typing import TypeAlias

from attrs import evolve, frozen

from argmap.editing.names.name_index import NameIndex
from argmap.model import Argument, ArgumentRef, Debate, Inference, InferenceRef, Ref
from argmap.reading.reader import pages_of, read
from argmap.reading.source_files import SourceFile
from argmap.syntax import Include
from argmap.syntax.document import parse_tree
from argmap.text import Edit
from argmap.text.edited_text import apply

# What something is called when debates are compared: by its reference, or by its place.
Place: TypeAlias = Hashable


def debate_after(names: NameIndex, edits: Iterable[Edit]) -> Debate:
    """Return the debate of a document after edits of the texts of its pages.

    Raises:
        ValueError: the edits would change which files are included.
    """
    edits = tuple(edits)
    made: dict[int, SourceFile] = {}
    # Included pages come after those that include them.
    for page in reversed(list(dict(pages_of(names.page)).values())):
        text = apply(page.text, edits, path=page.path)
        tree = parse_tree(text) if text != page.text else page.tree
        before = [part.start for part in page.tree.parts if isinstance(part, Include)]
        after = [part.start for part in tree.parts if isinstance(part, Include)]
        if len(before) != len(after):
            raise ValueError("this cannot be written here: other files would be included")
        places = dict(zip(before, after, strict=True))
        includes = {
            places.get(start, start): made[id(other)] if isinstance(other, SourceFile) else other
            for start, other in page.includes.items()
        }
        made[id(page)] = evolve(page, text=text, tree=tree, includes=includes)
    return read(made[id(names.page)], layers=names.reading.gathered.given, path=names.path).debate


@frozen
class Sayings:
    """What a debate says, in a form in which it can be compared with what it says after an edit.

    `elements` has the text, tags, data and structure of each, `sections` the section that each is in,
    `relations` the kind and the ends of each, `rest` the outline, sources, tags and metadata.
    """

    titles: Mapping[Place, str]
    elements: Mapping[Place, object]
    sections: Mapping[Place, str | None]
    relations: frozenset[tuple[str, Place, Place]]
    rest: Mapping[str, object]

    @property
    def all_but_titles(self) -> tuple[object, ...]:
        """Everything except titles."""
        return self.elements, self.sections, self.relations, self.rest

    @property
    def all_but_relations(self) -> tuple[object, ...]:
        """Everything except relations, and except the sections in which it is."""
        return self.titles, self.elements, self.rest


def by_order(debate: Debate) -> Mapping[Ref, Place]:
    """Return the position of each thing among those of its kind."""
    kinds = (debate.claims, debate.evidence, debate.questions, debate.arguments)
    return {
        element.ref: (element.ref.kind, number)
        for kind in kinds
        for number, element in enumerate(kind.values())
    }


def by_title(debate: Debate, others: Set[Ref] = frozenset()) -> Mapping[Ref, Place]:
    """Return what each thing is called; those without a title are numbered, leaving out `others`."""
    places: dict[Ref, Place] = {}
    numbers: Counter[str] = Counter()
    for element in debate:
        is_numbered = element.is_untitled and element.ref not in others
        numbers[element.ref.kind] += is_numbered
        places[element.ref] = (
            ("untitled", element.ref.kind, numbers[element.ref.kind]) if is_numbered else element.ref
        )
    return places


def sayings(debate: Debate, places: Mapping[Ref, Place]) -> Sayings:
    """Return what a debate says, with each thing called by its place."""

    def place(ref: Ref) -> Place:
        if isinstance(ref, InferenceRef):
            return ("inference", places[ArgumentRef(ref.argument)], ref.place)
        return places[ref]

    def inference(step: Inference) -> object:
        premises = tuple(map(place, step.premises))
        return premises, place(step.conclusion), step.rules, step.scheme, step.data

    elements: dict[Place, object] = {}
    for element in debate:
        structure: object = ()
        if isinstance(element, Argument):
            structure = tuple(map(place, element.step_refs)), tuple(map(inference, element.inferences))
        texts = tuple((each.text, each.marks) for each in element.statements if each.text)
        elements[place(element.ref)] = (texts, element.tags, element.data, element.sources, structure)
    return Sayings(
        {place(element.ref): element.title for element in debate if not element.is_untitled},
        elements,
        {place(element.ref): element.section for element in debate},
        frozenset(
            (relation.kind.value, place(relation.source), place(relation.target))
            for relation in debate.relations
        ),
        {
            "sections": debate.sections,
            "sources": debate.sources,
            "tags": debate.tags,
            "metadata": debate.metadata,
        },
    )
