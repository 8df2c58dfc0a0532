"""A debate as it can be written: what no text could say is changed a little."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from argmap.data import Data, FrozenDict, Value
from argmap.model import Argument, Claim, Debate, ElementRef, Ref
from argmap.model.sources.source_values import source_of
from argmap.model.stating.untitled_places import Nesting, moves_arguments
from argmap.model.stating.wholeness import whole
from argmap.model.stating.written_relations import fitting, metadata_for, written_relations
from argmap.writing.branches import says
from argmap.writing.printing import LinePrinter
from argmap.writing.rejoining import rejoined
from argmap.writing.titling import Names, Titles, retitled
from argmap.writing.writable.element_forms import Elements, csl
from argmap.writing.writable.heading_forms import removing_tags, writable_sections
from argmap.writing.writable.word_forms import WordForms, writable_metadata


@frozen
class Writable:
    """A debate that can be written under `metadata`, and how it nests.

    `nothing` are things without a title that say nothing and are left out; `notes` say what was changed.
    """

    debate: Debate
    metadata: Data
    nesting: Nesting
    nothing: frozenset[Ref]
    notes: tuple[str, ...]


def writable(debate: Debate) -> Writable:
    """Return a debate that can be written, equal to the given one but for what no text could say."""
    notes: list[str] = []
    debate = removing_tags(fitting(_with_whole_arguments(_declaring_sources(whole(debate)))))
    words = WordForms(LinePrinter.under(metadata_for(debate, written_relations(debate))))
    debate = _in_words(debate, words)
    titles = Titles(words)
    names = titles.of_titled(debate)
    notes += _changes(names, "renamed")
    debate = retitled(debate, names)
    nothing = dict.fromkeys(_saying_nothing(debate))
    notes += [f"dropped: {ref} says nothing" for ref in nothing]
    needy = tuple(ref for ref in _needy(debate) if ref not in nothing)
    while True:
        names = titles.of_untitled(debate, needy)
        notes += _changes(names, "titled")
        debate = retitled(debate, names)
        relations = written_relations(debate)
        metadata = metadata_for(debate, relations)
        nesting = Nesting.of(debate, relations, moves_arguments=moves_arguments(metadata))
        if not nesting.unnamed:
            return Writable(debate, metadata, nesting, frozenset(nothing), tuple(notes))
        needy = tuple(nesting.unnamed)


def _changes(names: Names, word: str) -> Iterator[str]:
    for old, new in names.items():
        yield f"{word}: {old} is {new}"


def _declaring_sources(debate: Debate) -> Debate:
    """Return a debate whose metadata can be written, and declare its sources."""
    metadata = debate.metadata
    written = metadata.get("sources")
    declared: dict[str, Value] = dict(written) if isinstance(written, FrozenDict) else {}
    keyed = {key: evolve(source, key=key) for key, source in debate.sources.items()}
    if "bibliography" not in metadata:
        declared.update(
            (key, csl(source))
            for key, source in keyed.items()
            if key not in declared or source_of(declared[key], key=key) != source
        )
    if declared:
        metadata = FrozenDict({**metadata, "sources": FrozenDict(declared)})
    metadata = writable_metadata(metadata)
    written = metadata.get("sources")
    if isinstance(written, FrozenDict):
        keyed.update((key, source_of(value, key=key)) for key, value in written.items())
    return evolve(debate, metadata=metadata, sources=FrozenDict(keyed))


def _with_whole_arguments(debate: Debate) -> Debate:
    """Return a debate whose arguments are taken apart when it is read, if they are to be."""
    model = debate.metadata.get("model")
    if not (isinstance(model, FrozenDict) and model.get("explodeArguments")):
        return debate
    if all(len(argument.inferences) < 2 for argument in debate.arguments.values()):
        return rejoined(debate)
    model = FrozenDict({key: value for key, value in model.items() if key != "explodeArguments"})
    return evolve(debate, metadata=FrozenDict({**debate.metadata, "model": model}))


def _in_words(debate: Debate, words: WordForms) -> Debate:
    """Return a debate with words that can be written."""
    sections = writable_sections(debate.sections, words)
    elements = Elements(words, debate.sources, frozenset(section.id for section in sections))
    return evolve(
        debate,
        claims=FrozenDict({title: elements.element(claim) for title, claim in debate.claims.items()}),
        evidence=FrozenDict({title: elements.element(piece) for title, piece in debate.evidence.items()}),
        questions=FrozenDict(
            {title: elements.element(question) for title, question in debate.questions.items()}
        ),
        arguments=FrozenDict(
            {
                title: elements.structure(elements.element(argument))
                for title, argument in debate.arguments.items()
            }
        ),
        sections=sections,
    )


def _saying_nothing(debate: Debate) -> Iterator[ElementRef]:
    """Yield things that have no title, say nothing and have to do with nothing."""
    named: set[Ref] = {end for relation in debate.relations for end in (relation.source, relation.target)}
    for argument in debate.arguments.values():
        named.update(argument.step_refs)
    for element in debate.elements:
        has_steps = isinstance(element, Argument) and bool(element.steps)
        says_something = element.text or element.tags or element.data or has_steps
        if element.is_untitled and element.ref not in named and not says_something:
            yield element.ref


def _needy(debate: Debate) -> Iterator[ElementRef]:
    """Yield what has no title but needs one, whatever it has to do with: what is no single line of text."""
    yield from (claim.ref for claim in debate.claims.values() if claim.is_untitled and not _is_line(claim))
    unfinished: set[str | None] = set()
    structures = sum(bool(argument.steps) for argument in debate.arguments.values())
    for argument in debate.arguments.values():
        if not argument.is_untitled:
            continue
        is_said = bool(argument.tags or argument.data) or any(
            says(description) for description in argument.descriptions
        )
        # Without an inference a structure goes on with the next one, if there is nothing between them.
        is_last = bool(argument.inferences) or argument.section not in unfinished
        # One that begins with an inference line goes on with the structure before it.
        goes_on = structures > 1 and any(inference.conclusion_index == 0 for inference in argument.inferences)
        if is_said or not argument.steps or not is_last or goes_on:
            yield argument.ref
        elif not argument.inferences:
            unfinished.add(argument.section)


def _is_line(claim: Claim) -> bool:
    """Return whether a claim can be written without a title: as a single text, in the section it is in."""
    wordings = {
        (statement.text, statement.marks, statement.is_reference)
        for statement in claim.statements
        if says(statement)
    }
    is_of_section = claim.section is not None and claim.data.get("isInGroup") is False
    return len(wordings) == 1 and bool(claim.text) and not is_of_section
