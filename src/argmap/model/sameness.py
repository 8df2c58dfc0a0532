"""Whether two debates say the same, whatever the order and the places in which they say it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import Factory, define

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import NO_DATA, Data, Value
from argmap.model.argument import Argument, Inference
from argmap.model.claim import Claim, Evidence
from argmap.model.debate import Debate
from argmap.model.question import Question
from argmap.model.reference import ArgumentRef, InferenceRef, PropositionRef, Ref
from argmap.model.relation import Relation, RelationKind
from argmap.model.section import Section
from argmap.model.source import Source
from argmap.model.stated import canonical
from argmap.model.statement import Statement

# What an element says: a word for it, and the value, in words that are equal if the values are.
_Fact = tuple[str, str]

# Keys of data that say what a field says, if that is set.
_OF_EVIDENCE = {"kind": "kind", "quote": "quote", "locator": "locator", "reliability": "reliability"}
_OF_INFERENCES = {"scheme": "scheme", "warrant": "warrant", "qualifier": "qualifier", "strength": "strength"}
_OF_SECTIONS = {"isGroup": "is_group", "isClosed": "is_closed"}
# Settings that only say how relations, structures and tags are written.
_OF_WRITING = ("mode", "transformArgumentRelations", "explodeArguments", "removeTagsFromText")
_UNTITLED = "an untitled "
# What has no title is told apart by its neighbours, this many relations away.
_MOST_ROUNDS = 8


def same(debate: Debate, other: Debate) -> bool:
    """Return whether two debates say the same: everything but order and places is equal.

    It makes no difference in which order things and relations come, how often something is referred to,
    and in which roles its statements occur. What has no title is the same if it says the same.

    >>> from argmap import parse
    >>> same(parse("[A]: a\\n  + [B]: b").debate, parse("[B]: b\\n  +> [A]\\n\\n[A]: a").debate)
    True
    """
    return _facts(debate) == _facts(other)


def differences(debate: Debate, other: Debate) -> tuple[str, ...]:
    """Return in words what only one of two debates says; nothing if they say the same.

    >>> from argmap import parse
    >>> differences(parse("[A]: a").debate, parse("[A]: b").debate)
    ('the wordings of [A] differ', 'the text of [A] differs')
    """
    mine, others = _facts(debate), _facts(other)
    found = (_in_words(subject, word) for subject, word, _ in (*(mine - others), *(others - mine)))
    return tuple(dict.fromkeys(found))


def _in_words(subject: str, word: str) -> str:
    if subject.startswith(_UNTITLED):
        return f"what {subject[: subject.rindex(' ')]} says differs"
    return f"the {word} of {subject} differ{'' if word.endswith('s') else 's'}"


def _facts(debate: Debate) -> Counter[tuple[str, str, str]]:
    return Counter(_Facts(debate).all())


@define(eq=False)
class _Facts:
    debate: Debate
    # How everything is called: a title in markup, or what it says if it has no title.
    names: dict[Ref, str] = Factory(dict)
    sections: dict[str | None, str] = Factory(dict)

    def all(self) -> Iterator[tuple[str, str, str]]:
        self.sections = {None: ""}
        self.sections.update(_paths(self.debate.sections))
        steps = {ref for argument in self.debate.arguments.values() for ref in argument.step_refs}
        propositions: tuple[Claim | Evidence | Question, ...] = (
            *self.debate.claims.values(),
            *self.debate.evidence.values(),
            *self.debate.questions.values(),
        )
        of_propositions: dict[PropositionRef, tuple[_Fact, ...]] = {
            proposition.ref: tuple(self.proposition(proposition, is_step=proposition.ref in steps))
            for proposition in propositions
        }
        relations = _relations(self.debate)
        self.give_names(of_propositions, relations)
        nothing = self.saying_nothing(steps, relations)
        for ref, facts in of_propositions.items():
            if ref not in nothing:
                yield from ((self.names[ref], *fact) for fact in facts)
        for argument in self.debate.arguments.values():
            if argument.ref not in nothing:
                yield from ((self.names[argument.ref], *fact) for fact in self.argument(argument))
        for relation in relations:
            source, target = self.names_of(relation)
            yield source, f"relation {relation.kind.value}", target
            if relation.data:
                yield source, f"data of a relation {relation.kind.value}", f"{target} {_words(relation.data)}"
        for section in self.debate.sections:
            yield from ((f"section {self.sections[section.id]}", *fact) for fact in _section(section))
        yield from (("debate", *fact) for fact in _of_the_whole(self.debate))

    def saying_nothing(self, steps: Collection[Ref], relations: Iterable[Relation]) -> set[Ref]:
        """Return things without a title that say nothing and have to do with nothing."""
        named: set[Ref] = {
            *steps,
            *(end for relation in relations for end in (relation.source, relation.target)),
        }
        return {
            element.ref
            for element in self.debate.elements
            if element.is_untitled
            and element.ref not in named
            and not (element.text or element.tags or element.data)
            if not (isinstance(element, Argument) and element.steps)
        }

    # Names

    def give_names(
        self, of_propositions: Mapping[PropositionRef, tuple[_Fact, ...]], relations: Iterable[Relation]
    ) -> None:
        """Name everything; what has no title by what it says, and then by what that has to do with."""
        untitled: dict[PropositionRef, str] = {}
        for ref, facts in of_propositions.items():
            if self.debate[ref].is_untitled:
                untitled[ref] = _untitled_name("claim", self.debate[ref].text, facts)
            else:
                self.names[ref] = str(ref)
        for ref, name in untitled.items():
            self.names[ref] = name
        self.name_arguments()
        if not untitled and not any(argument.is_untitled for argument in self.debate.arguments.values()):
            return
        neighbours = self.neighbours(untitled, relations)
        count = len(set(self.names.values()))
        for _ in range(_MOST_ROUNDS):
            self.names |= {
                ref: _untitled_name(
                    "claim",
                    self.debate[ref].text,
                    untitled[ref],
                    sorted((how, self.names.get(other, "")) for how, other in neighbours[ref]),
                )
                for ref in untitled
            }
            self.name_arguments()
            count, before = len(set(self.names.values())), count
            if count == before:
                return

    def neighbours(
        self, untitled: Iterable[Ref], relations: Iterable[Relation]
    ) -> Mapping[Ref, list[tuple[str, Ref]]]:
        found: defaultdict[Ref, list[tuple[str, Ref]]] = defaultdict(list)
        for relation in relations:
            way = ("", "") if relation.kind.is_symmetric else ("to", "from")
            found[relation.source].append((relation.kind.value + way[0], relation.target))
            found[relation.target].append((relation.kind.value + way[1], relation.source))
        for argument in self.debate.arguments.values():
            for place, ref in enumerate(argument.step_refs):
                found[ref].append((f"step {place}", argument.ref))
        return found

    def name_arguments(self) -> None:
        for argument in self.debate.arguments.values():
            name = str(argument.ref)
            if argument.is_untitled:
                name = _untitled_name("argument", argument.text, tuple(self.argument(argument)))
            self.names[argument.ref] = name
            for place in range(len(argument.inferences)):
                self.names[InferenceRef(argument.title, place)] = f"inference {place + 1} of {name}"

    def names_of(self, relation: Relation) -> tuple[str, str]:
        source = self.names.get(relation.source, str(relation.source))
        target = self.names.get(relation.target, str(relation.target))
        return (target, source) if relation.kind.is_symmetric and target < source else (source, target)

    def called(self, refs: Iterable[Ref]) -> str:
        return repr([self.names.get(ref, str(ref)) for ref in refs])

    # Elements

    def proposition(self, one: Claim | Evidence | Question, *, is_step: bool) -> Iterator[_Fact]:
        fields: dict[str, Value] = {}
        if isinstance(one, Evidence):
            fields = {key: getattr(one, name) for key, name in _OF_EVIDENCE.items()}
        # What stands in a structure only has the section of that.
        is_placed = not (is_step and one.is_untitled) and any(not at.is_reference for at in one.statements)
        yield from self.element(one, one.statements, fields, is_placed=is_placed)

    def argument(self, one: Argument) -> Iterator[_Fact]:
        is_placed = bool(one.steps) or any(not at.is_reference for at in one.descriptions)
        yield from self.element(one, one.descriptions, {}, is_placed=is_placed)
        roles = [step.role.value for step in one.steps]
        yield "steps", repr([self.called(one.step_refs), roles])
        for place, inference in enumerate(one.inferences):
            yield f"inference {place + 1}", repr(tuple(self.inference(inference)))

    def inference(self, one: Inference) -> Iterator[str]:
        fields = {key: getattr(one, name) for key, name in _OF_INFERENCES.items()}
        yield self.called(one.premises)
        yield self.called([one.conclusion])
        yield repr((one.conclusion_index, one.rules, one.scheme.name if one.scheme else None))
        yield repr((one.warrant, one.qualifier, one.strength))
        yield _words(_rest(one.data, {**fields, "uses": True, "from": True}))

    def element(
        self,
        one: Claim | Evidence | Question | Argument,
        places: tuple[Statement, ...],
        fields: Mapping[str, Value],
        *,
        is_placed: bool,
    ) -> Iterator[_Fact]:
        wordings = [_wording(at) for at in places]
        yield (
            "wordings",
            repr(sorted({repr(wording) for wording in wordings if wording[0] or not wording[1]})),
        )
        chosen = canonical(places)
        yield "text", repr(_wording(chosen)[0] if chosen else None)
        yield "tags", repr(sorted(set(one.tags)))
        yield "data", _words(_rest(one.data, {**fields, "source": one.sources or None}))
        yield "fields", repr(sorted(fields.items()))
        yield "sources", repr([_source(source) for source in one.sources])
        yield "section", self.sections.get(one.section, "") if is_placed else ""


def _relations(debate: Debate) -> list[Relation]:
    """Return the relations that hold, each once, with those that follow from premises and conclusions.

    An attack on an argument by what attacks one of its premises anyway says nothing more.
    """
    arguments = debate.arguments.values()
    premises: dict[Ref, frozenset[Ref]] = {
        argument.ref: frozenset(_premises(argument)) for argument in arguments
    }
    written: list[tuple[RelationKind, Ref, Ref, Data]] = [
        (relation.kind, relation.source, relation.target, relation.data) for relation in debate.relations
    ]
    for argument in arguments:
        if argument.conclusion is not None:
            written += [(RelationKind.SUPPORT, ref, argument.ref, NO_DATA) for ref in _premises(argument)]
            written.append((RelationKind.SUPPORT, argument.ref, argument.conclusion, NO_DATA))
    attacked: defaultdict[Ref, set[Ref]] = defaultdict(set)
    for relation in debate.relations:
        if relation.kind is RelationKind.ATTACK or relation.kind.is_symmetric:
            attacked[relation.source].add(relation.target)
        if relation.kind.is_symmetric:
            attacked[relation.target].add(relation.source)
    found: dict[tuple[object, ...], Relation] = {}
    for kind, source, target, data in written:
        is_redundant = (
            kind is RelationKind.ATTACK
            and not isinstance(source, ArgumentRef)
            and not premises.get(target, frozenset()).isdisjoint(attacked[source])
        )
        if not is_redundant:
            ends = frozenset((source, target)) if kind.is_symmetric else (source, target)
            found.setdefault((kind, ends), Relation(kind, source, target, data=data))
    return list(found.values())


def _premises(argument: Argument) -> Iterator[Ref]:
    conclusions = {inference.conclusion_index for inference in argument.inferences}
    if conclusions:
        yield from (ref for place, ref in enumerate(argument.step_refs) if place not in conclusions)


def _paths(sections: Iterable[Section]) -> Mapping[str, str]:
    """Return the titles that lead to each section, by its id."""
    found: dict[str, str] = {}
    for section in sections:
        above = found.get(section.parent or "", "")
        found[section.id] = _digest(above, section.title.strip()) if above else repr(section.title.strip())
    return found


def _section(section: Section) -> Iterator[_Fact]:
    fields = {key: getattr(section, name) for key, name in _OF_SECTIONS.items()}
    yield "level", str(section.level)
    yield "tags", repr(sorted(set(section.tags)))
    yield "data", _words(_rest(section.data, fields))
    yield "boxes", repr((section.is_group, section.is_closed))


def _of_the_whole(debate: Debate) -> Iterator[_Fact]:
    metadata = dict(debate.metadata)
    model = metadata.get("model")
    if isinstance(model, FrozenDict):
        metadata["model"] = FrozenDict({key: one for key, one in model.items() if key not in _OF_WRITING})
        if not metadata["model"]:
            del metadata["model"]
    declared = metadata.get("sources")
    if isinstance(declared, FrozenDict) and debate.sources.keys() >= declared.keys():
        del metadata["sources"]
    yield "metadata", _words(FrozenDict(metadata))
    yield "sources", repr(sorted((key, _source(one)) for key, one in debate.sources.items()))


def _wording(statement: Statement) -> tuple[object, ...]:
    text = statement.text or ""
    before = len(text) - len(text.lstrip(" "))
    marks = sorted(
        (mark.kind.value, mark.start - before, mark.end - before, mark.target) for mark in statement.marks
    )
    return text.strip(" ") or None, statement.is_reference, marks


def _rest(data: Data, fields: Mapping[str, object]) -> Data:
    """Return data without what fields say."""
    if not any(fields.get(key) is not None for key in data):
        return data
    return FrozenDict({key: value for key, value in data.items() if fields.get(key) is None})


def _source(source: Source) -> str:
    return repr(
        (
            source.title,
            source.authors,
            source.container_title,
            source.publisher,
            source.issued,
            source.page,
            source.url,
            source.doi,
            source.accessed,
            source.key,
            _words(source.fields),
        )
    )


def _words(value: Value) -> str:
    """Return a value in words that are equal if it is, in whatever order mappings have their keys."""
    words: list[str] = []
    # What is written already is marked by True.
    waiting: list[tuple[bool, Value]] = [(False, value)]
    while waiting:
        is_word, part = waiting.pop()
        if is_word:
            words.append(str(part))
        elif isinstance(part, FrozenDict):
            waiting.append((True, "}"))
            for key in sorted(part, reverse=True):
                waiting += [(False, part[key]), (True, f"{key!r}:")]
            words.append("{")
        elif isinstance(part, tuple):
            waiting.append((True, "]"))
            waiting += [(False, item) for item in reversed(part)]
            words.append("[")
        else:
            words.append(f"{part!r},")
    return "".join(words)


def _untitled_name(kind: str, text: str | None, *parts: object) -> str:
    return f"{_UNTITLED}{kind} {(text or '').strip(' ')[:40]!r} {_digest(*parts)}"


def _digest(*parts: object) -> str:
    # It brings OpenSSL along, which takes longer to load than all of this package's words for formats.
    from hashlib import blake2b

    return blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
