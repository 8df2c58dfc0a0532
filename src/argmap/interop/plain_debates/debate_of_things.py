"""Turns things and ties into a debate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import Factory, define, evolve

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.data.values import share
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.conversions import ReadingOptions
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.foreign_titles import TitleMaker, argument_title, first_words, plain_title
from argmap.interop.conversion.own_data import with_own
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, ThingKind, Tie
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    ElementRef,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    Mark,
    MarkKind,
    Origin,
    PropositionRef,
    Ref,
    Relation,
    RelationKind,
    Role,
    Source,
    Statement,
)
from argmap.model.schemes.scheme_names import known_scheme
from argmap.model.sources.source_values import source_of, text_of
from argmap.model.stating.derived_relations import derived_relations
from argmap.model.stating.referring_steps import referring_steps
from argmap.model.stating.statable import statable

_TAG = re.compile(r"(?<!\S)#(?:([\w-]++)|\(([^()\r\n]*+)\))")
_KINDS: tuple[ThingKind, ...] = ("claim", "evidence", "argument")


def debate_of(
    plain: PlainDebate, key: str, options: ReadingOptions | None = None, *, has_names: bool = True
) -> tuple[Debate, tuple[Loss, ...]]:
    """Return the debate that things and ties make up, and what in it is not as in the file.

    What only the format says is in the data under `key`. If the ids are names that people gave (`has_names`),
    they are titles; otherwise these are made of words. All ends of ties must be there.
    """
    options = options or ReadingOptions()
    refs = _refs(plain, has_names=has_names or options.titles == "ids")
    builder = _Builder(plain, key, refs)
    elements = [builder.element(thing) for thing in plain.things.values()]
    relations = tuple(dict.fromkeys(map(builder.relation, plain.ties)))
    metadata = dict(plain.metadata)
    own = {**plain.own, **plain.listed(None)}
    if own:
        metadata[key] = FrozenDict(own)
    debate = Debate(
        claims=FrozenDict({each.title: each for each in elements if isinstance(each, Claim)}),
        evidence=FrozenDict({each.title: each for each in elements if isinstance(each, Evidence)}),
        arguments=FrozenDict({each.title: each for each in elements if isinstance(each, Argument)}),
        relations=relations,
        sections=tuple(plain.sections),
        tags=tuple(dict.fromkeys(tag for each in elements for tag in each.tags)),
        metadata=FrozenDict(metadata),
    )
    return statable(_with_derived(debate)), (*plain.losses, *builder.losses)


def _with_derived(debate: Debate) -> Debate:
    known = {(relation.kind, relation.source, relation.target) for relation in debate.relations}
    derived = (Relation(*ends, Origin.DERIVED) for ends in derived_relations(debate) if ends not in known)
    return evolve(debate, relations=(*debate.relations, *dict.fromkeys(derived)))


def _refs(plain: PlainDebate, *, has_names: bool) -> Mapping[str, ElementRef]:
    """Return what each thing is called in the debate, by id."""
    makers = {kind: TitleMaker(kind.capitalize()) for kind in _KINDS}
    refs: dict[str, ElementRef] = {}
    wanted = _wanted_titles(plain.things.values(), has_names=has_names)
    if has_names:
        # Of several things that want one title, the order of the file must not say which has it.
        wanted = sorted(wanted, key=lambda pair: (pair[0] != pair[1], pair[0]))
    for name, title in wanted:
        kind = plain.things[name].kind
        title = argument_title(title) if kind == "argument" else plain_title(title)
        maker = makers[kind]
        free = maker.unique(title) if title else maker.of_words("")
        refs[name] = _ref(kind, free)
    return refs


def _ref(kind: ThingKind, title: str) -> ElementRef:
    if kind == "argument":
        return ArgumentRef(title)
    return EvidenceRef(title) if kind == "evidence" else ClaimRef(title)


def _wanted_titles(things: Iterable[PlainThing], *, has_names: bool) -> Iterable[tuple[str, str]]:
    """Yield the id of each thing, and the title that it has or should have."""
    for thing in things:
        if thing.title is not None:
            yield thing.id, thing.title
        elif has_names:
            yield thing.id, thing.id
        else:
            words = thing.text or (thing.rules[0] if thing.rules else "")
            default = "Argument" if thing.kind == "argument" else ""
            yield thing.id, first_words(words) or default


def _sources_in(value: Value) -> Iterator[Source]:
    """Yield the sources that data name, as in a text with these data."""
    if value is not None:
        yield from map(source_of, value if isinstance(value, tuple) else (value,))


def _words(value: Value) -> str | None:
    return None if value is None or isinstance(value, FrozenDict | tuple) else text_of(value)


def _marks(thing: PlainThing, text: str) -> tuple[Mark, ...]:
    """Return the marks of a text on one line; the tags of a thing are marked where they are written in it."""
    marks = thing.marks if text == thing.text else ()
    if "#" not in text or not thing.tags or marks:
        return marks
    tags = ((tag, tag[1] or tag[2]) for tag in _TAG.finditer(text))
    return tuple(Mark(MarkKind.TAG, tag.start(), tag.end(), name) for tag, name in tags if name in thing.tags)


@define(eq=False)
class _Builder:
    plain: PlainDebate
    key: str
    refs: Mapping[str, ElementRef]
    losses: list[Loss] = Factory(list)

    def element(self, thing: PlainThing) -> Claim | Evidence | Argument:
        ref = self.refs[thing.id]
        text = collapsed(thing.text)
        if "\n" in thing.text.strip() or "\r" in thing.text.strip():
            detail = "its text is in one line"
            self.losses.append(Loss(Fate.CHANGED, "line breaks", str(ref), detail, span=thing.span))
        own: dict[str, Value] = {**thing.own, **self.plain.listed(thing.id)}
        if ref.title != thing.id:
            own = {"id": thing.id, **own}
        data = with_own(self.key, own, thing.data)
        place = Statement(
            ref.title,
            text or None,
            is_reference=not text,
            is_top_level=True,
            tags=thing.tags,
            data=data or None,
            marks=_marks(thing, text),
            section=thing.section,
        )
        sources = thing.sources or tuple(_sources_in(data.get("source"))) if data else thing.sources
        common = {"tags": thing.tags, "data": data, "sources": sources, "section": thing.section}
        if thing.kind == "claim":
            return Claim(ref.title, (place,), **common)  # type: ignore[arg-type]  # as they are typed above
        if thing.kind == "evidence":
            words = {word: _words(data.get(word)) for word in ("kind", "quote", "locator")}
            words |= {"kind": thing.evidence_kind or words["kind"], "quote": thing.quote or words["quote"]}
            reliability = share(data.get("reliability"))
            return Evidence(ref.title, (place,), reliability=reliability, **words, **common)  # type: ignore[arg-type]  # as above
        place = evolve(place, role=Role.DESCRIPTION)
        argument = Argument(ref.title, (place,), **common)  # type: ignore[arg-type]  # as above
        return self.reconstructed(argument, thing) if thing.is_inference else argument

    def reconstructed(self, argument: Argument, thing: PlainThing) -> Argument:
        assert thing.conclusion is not None, "an inference has a conclusion"
        refs = tuple(self.proposition(name) for name in (*thing.premises, thing.conclusion))
        last = len(thing.premises)
        steps = referring_steps(argument.title, refs)
        inference = Inference(
            argument.title,
            0,
            refs[:last],
            refs[last],
            last,
            rules=thing.rules,
            scheme=next((scheme for scheme in map(known_scheme, thing.rules) if scheme), None),
            strength=thing.strength,
            warrant=thing.warrant,
        )
        return evolve(argument, steps=steps, step_refs=refs, inferences=(inference,))

    def proposition(self, name: str) -> PropositionRef:
        ref = self.refs[name]
        assert not isinstance(ref, ArgumentRef), "readers let arguments be no steps"
        return ref

    def relation(self, tie: Tie) -> Relation:
        target: Ref = self.refs[tie.target]
        if tie.kind is RelationKind.UNDERCUT and self.plain.things[tie.target].is_inference:
            target = InferenceRef(target.title, 0)
        data: Data = with_own(self.key, tie.own, tie.data) if tie.own else tie.data
        return Relation(tie.kind, self.refs[tie.source], target, data=data or NO_DATA)
