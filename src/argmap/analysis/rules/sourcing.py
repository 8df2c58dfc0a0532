"""Rules about where evidence comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import TypeAlias

from argmap.analysis.context import START, CheckContext, CheckFinding, SourceKey, called, identity
from argmap.analysis.graph import as_element
from argmap.data import FrozenDict
from argmap.data.known_keys import SOURCE_NOTES
from argmap.model import ArgumentRef, ElementRef, Evidence, EvidenceRef, Ref, RelationKind, Source
from argmap.text import Related, diagnose
from argmap.text.nearest import nearest

_MOST_NAMED = 5
_MOST_PLAIN = 100
_Sources: TypeAlias = dict[SourceKey, tuple[Source, Evidence]]
_LONGEST = 60


def without_source(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the evidence that does not say where it comes from."""
    for evidence in context.debate.evidence.values():
        if not evidence.sources:
            yield CheckFinding(evidence.ref, diagnose("C301", evidence.span or START, evidence.title))


def without_date(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the described sources that evidence rests on and that have no date.

    A source that is a plain text or an address is left alone: what it says may well have a date.
    """
    seen: set[SourceKey] = set()
    for evidence in context.debate.evidence.values():
        for source in evidence.sources:
            if identity(source) in seen or not is_described(source) or source.issued or source.accessed:
                continue
            seen.add(identity(source))
            yield CheckFinding(source, diagnose("C303", evidence.span or START, called(source)))


def is_described(source: Source) -> bool:
    """Return whether an author said more about a source than its title, address or file."""
    said = (source.authors, source.container_title, source.publisher, source.page, source.doi)
    more = [key for key in source.fields if key.casefold() not in SOURCE_NOTES]
    return any(said) or bool(more) or bool(source.title and source.url)


def without_locator(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the evidence that quotes a source without a word about where in it."""
    for evidence in context.debate.evidence.values():
        if evidence.quote is None or evidence.locator is not None:
            continue
        for source in evidence.sources:
            if is_described(source) and not (source.page or source.url or "file" in source.fields):
                words = (evidence.title, called(source))
                yield CheckFinding(evidence.ref, diagnose("C304", evidence.span or START, *words))
                break


def counted_twice(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield what several pieces of evidence support one by one although they have the same single source.

    An argument counts as well if it has nothing but such evidence. Premises of one inference support
    together, not one by one, so they are left alone.
    """
    # An argument with many supporters may support many things.
    single_source = cache(partial(_single_source, context))
    for target in context.graph.incoming:
        if isinstance(target, ArgumentRef) and context.debate[target].is_reconstructed:
            continue
        lines: defaultdict[SourceKey, list[tuple[ElementRef, Source]]] = defaultdict(list)
        for ref in context.debate.supporters(target):
            source = single_source(ref)
            if source:
                lines[identity(source)].append((ref, source))
        for line in lines.values():
            if len(line) > 1:
                refs = sorted(ref for ref, _ in line)
                words = (_listed(context, refs), context.named(target), called(line[0][1]))
                related = [Related(context.place(ref), "it rests on that source") for ref in refs]
                found = diagnose("C307", context.place(target), *words, related=related[:_MOST_NAMED])
                yield CheckFinding(target, found)


def _single_source(context: CheckContext, ref: ElementRef) -> Source | None:
    """Return the source that evidence, or an argument from nothing but evidence, alone rests on."""
    if isinstance(ref, EvidenceRef):
        bases: Iterable[ElementRef] = (ref,)
    elif isinstance(ref, ArgumentRef):
        bases = context.graph.supporting(ref)
    else:
        return None
    sources: dict[SourceKey, Source] = {}
    for base in bases:
        if not isinstance(base, EvidenceRef):
            return None
        named = context.debate.evidence[base.title].sources
        if not named:
            return None
        sources |= {identity(source): source for source in named}
    return next(iter(sources.values())) if len(sources) == 1 else None


def _listed(context: CheckContext, refs: list[ElementRef]) -> str:
    names = [context.named(ref) for ref in refs[:_MOST_NAMED]]
    if len(refs) > _MOST_NAMED:
        return ", ".join(names) + f" and {len(refs) - _MOST_NAMED} more"
    return " and ".join((", ".join(names[:-1]), names[-1]))


def on_both_sides(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield what evidence from one source both supports and attacks, directly or by an argument."""
    # What bears on many things is asked once.
    sources_of = cache(partial(_sources_of, context))
    for target in context.graph.incoming:
        attacking = _first_of_each(map(sources_of, _attackers(context, target)))
        if not attacking:
            continue
        supporting = _first_of_each(map(sources_of, context.debate.supporters(target)))
        for key in sorted(supporting.keys() & attacking.keys(), key=lambda key: called(supporting[key][0])):
            source, one = supporting[key]
            other = attacking[key][1]
            related = [
                Related(one.span or START, "it supports"),
                Related(other.span or START, "it attacks"),
            ]
            words = (called(source), context.named(target))
            yield CheckFinding(target, diagnose("C314", context.place(target), *words, related=related))


def _attackers(context: CheckContext, target: ElementRef) -> Iterator[ElementRef]:
    """Yield what denies something; what undercuts an inference does not deny what it concludes."""
    for relation in context.debate.incoming(target):
        if not relation.kind.is_supporting and relation.kind is not RelationKind.UNDERCUT:
            yield as_element(relation.source if relation.target == target else relation.target)


def _sources_of(context: CheckContext, ref: Ref) -> _Sources:
    """Return the sources on which something directly rests, each with the first piece of evidence from it."""
    sources: _Sources = {}
    if isinstance(ref, EvidenceRef | ArgumentRef):
        for evidence in context.evidence_of(ref):
            for source in evidence.sources:
                sources.setdefault(identity(source), (source, evidence))
    return sources


def _first_of_each(several: Iterable[_Sources]) -> _Sources:
    sources: _Sources = {}
    for one in several:
        for key, rests in one.items():
            sources.setdefault(key, rests)
    return sources


def unused_sources(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the sources that the frontmatter declares and nothing names.

    A bibliography may well have more than one debate needs: what is there is left alone. So is a key
    that is close to one that something names: reading reports that one.
    """
    declared = context.debate.metadata.get("sources")
    used = {source.key for element in context.debate.elements for source in element.sources}
    plain = [
        source.title[:_LONGEST]
        for element in context.debate.elements
        for source in element.sources
        if source.key is None and source.title and " " not in source.title
    ][:_MOST_PLAIN]
    for key in declared if isinstance(declared, FrozenDict) else ():
        # Metadata that were not read from a text may declare what the debate has not.
        source = context.debate.sources.get(key)
        if source and key not in used and not nearest(key, plain):
            yield CheckFinding(source, diagnose("C322", source.span or START, key))
