"""What three versions of a debate say, in one set of names, and what their merge has to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from attrs import frozen

from argmap.comparing.mentioned_titles import with_titles
from argmap.comparing.pairing.element_pairing import element_pairs
from argmap.comparing.pairing.section_pairing import section_pairs
from argmap.comparing.things_by_name import NamedDebate
from argmap.data import FrozenDict
from argmap.merging.line_hunks import merged_words
from argmap.model import Debate, ElementRef, Relation
from argmap.model.sameness.fact_words import in_words, source_words

# The key of a fact: the name of a thing, and a word for what is said about it.
FactKey: TypeAlias = tuple[str, str]
# The value of a fact: equal values say the same.
FactValue: TypeAlias = object
Stated: TypeAlias = Mapping[FactKey, FactValue]
_WORDED = ("data", "fields", "sources", "wordings")


@frozen(eq=False)
class MergedFacts:
    """What a merge has to say, and what both versions said differently: there it keeps what ours says."""

    facts: Stated
    conflicts: tuple[FactKey, ...]


@frozen(eq=False)
class ThreeDebates:
    """A debate and two versions of it that changed, in common names."""

    base: NamedDebate
    ours: NamedDebate
    theirs: NamedDebate

    @classmethod
    def of(cls, base: Debate, ours: Debate, theirs: Debate) -> ThreeDebates:
        """Return three debates in common names: what is new in both may be the same."""
        of_ours, of_theirs = element_pairs(base, ours), element_pairs(base, theirs)
        both = element_pairs(ours, theirs)
        names_base: dict[ElementRef, str] = {
            element.ref: f"= {number}" for number, element in enumerate(base)
        }
        names_ours = _names(ours, {after: names_base[before] for before, after in of_ours}, "<")
        in_theirs = {after: names_base[before] for before, after in of_theirs}
        known_ours = {after for _, after in of_ours}
        for first, second in both:
            if first not in known_ours and second not in in_theirs:
                in_theirs[second] = names_ours[first]
        names_theirs = _names(theirs, in_theirs, ">")
        sections_base = {section.id: f"= {number}" for number, section in enumerate(base.sections)}
        sections_ours = {after: sections_base[before] for before, after in section_pairs(base, ours, of_ours)}
        sections_theirs = {
            after: sections_base[before] for before, after in section_pairs(base, theirs, of_theirs)
        }
        _name_sections(ours, sections_ours, "<")
        for before, after in section_pairs(ours, theirs, both):
            if after not in sections_theirs and sections_ours[before].startswith("<"):
                sections_theirs[after] = sections_ours[before]
        _name_sections(theirs, sections_theirs, ">")
        return cls(
            NamedDebate.of(base, names_base, sections_base),
            NamedDebate.of(ours, names_ours, sections_ours),
            NamedDebate.of(theirs, names_theirs, sections_theirs),
        )

    def merged(self) -> MergedFacts:
        """Return what the merge has to say."""
        base, ours, theirs = stated(self.base), stated(self.ours), stated(self.theirs)
        facts: dict[FactKey, FactValue] = {}
        conflicts: list[FactKey] = []
        for key in dict.fromkeys((*ours, *theirs, *base)):
            before, first, second = base.get(key), ours.get(key), theirs.get(key)
            value = first
            if before == first:
                value = second
            elif second not in (before, first):
                value = _text(key, before, first, second)
                if value is None:
                    conflicts.append(key)
                    value = first
            if value is not None:
                facts[key] = value
        conflicts += _half_removed(facts, base, ours, theirs)
        for key in conflicts:
            facts.pop(key, None)
            if key in ours:
                facts[key] = ours[key]
        return MergedFacts(facts, tuple(dict.fromkeys(conflicts)))

    def names_in(self, debate: Debate, titles: Mapping[ElementRef, str]) -> NamedDebate:
        """Return a debate that was merged, in these names; `titles` are the names of things with a title."""
        names: dict[ElementRef, str] = {}
        taken: set[str] = set()
        for element in debate:
            name = titles.get(element.ref)
            if not element.is_untitled and name is not None:
                names[element.ref] = name
                taken.add(name)
        sections: dict[str, str] = {}
        of_sections: set[str] = set()
        for version in (self.ours, self.theirs):
            pairs = element_pairs(version.debate, debate)
            for before, after in pairs:
                name = version.names[before]
                if after not in names and name not in taken:
                    names[after] = name
                    taken.add(name)
            for old, new in section_pairs(version.debate, debate, pairs):
                name = version.sections[old]
                if new not in sections and name not in of_sections:
                    sections[new] = name
                    of_sections.add(name)
        _name_sections(debate, sections, "?")
        return NamedDebate.of(debate, _names(debate, names, "?"), sections)


def stated(named: NamedDebate) -> Stated:
    """Return what a debate says as facts: what each is about, a word for it, and the value."""
    references: dict[ElementRef, ElementRef] = {
        element.ref: type(element.ref)(named.names[element.ref]) for element in named.debate
    }
    facts: dict[FactKey, FactValue] = {}
    for name, words in named.facts(references).items():
        for word, values in words.items():
            is_relation = word.startswith(("relation ", "data of a relation "))
            if not is_relation and word not in _WORDED and name != "debate":
                facts[name, word] = frozenset(values.items())
    for element in with_titles(named.debate, references):
        name = named.names[element.ref]
        if (name, "text") not in facts:
            continue
        title = None if element.is_untitled else element.title
        facts[name, "title"] = f"{element.ref.kind} {title or ''}"
        wordings = Counter(place.text.strip() for place in element.places if place.text)
        facts[name, "text"] = _wording(named, element.text, wordings)
        for key, value in element.data.items():
            facts[name, f"data {key}"] = in_words(value)
    facts |= _relations(named)
    for key, value in named.debate.metadata.items():
        if key == "sources" and isinstance(value, FrozenDict):
            facts |= {("debate", f"source {name}"): in_words(source) for name, source in value.items()}
        else:
            facts["debate", f"setting {key}"] = in_words(value)
    for name, declared in named.debate.sources.items():
        facts["debate", f"declared {name}"] = source_words(declared)
    for section in named.debate.sections:
        facts[f"section {named.sections[section.id]}", "title"] = section.title.strip()
        facts[f"section {named.sections[section.id]}", "parent"] = named.sections[section.parent]
    return facts


def _wording(named: NamedDebate, text: str | None, wordings: Counter[str]) -> FactValue:
    words = (text or "").strip()
    others = tuple(sorted({*wordings} - {words}))
    return (words, others) if others else words


def _relations(named: NamedDebate) -> Mapping[FactKey, FactValue]:
    between: dict[FactKey, set[tuple[str, str, str, str]]] = {}
    for relation in named.debate.relations:
        if not relation.is_derived:
            source, target = _ends(named, relation)
            key = ("relation", " — ".join(sorted((source, target))))
            between.setdefault(key, set()).add((relation.kind.value, source, target, in_words(relation.data)))
    return {key: frozenset(values) for key, values in between.items()}


def _ends(named: NamedDebate, relation: Relation) -> tuple[str, str]:
    ends = named.names[relation.source], named.names[relation.target]
    return (min(ends), max(ends)) if relation.kind.is_symmetric else ends


def _text(key: FactKey, before: FactValue, first: FactValue, second: FactValue) -> FactValue | None:
    """Return a text with the changes of both, None if they changed the same words, or it is not a text."""
    if key[1] != "text" or not (
        isinstance(before, str) and isinstance(first, str) and isinstance(second, str)
    ):
        return None
    return merged_words(before, first, second)


def _half_removed(facts: Stated, base: Stated, ours: Stated, theirs: Stated) -> Iterator[FactKey]:
    """Yield facts about things that one version removed and about which the other said something new."""
    things = {name for name, word in base if word == "title"}
    of_thing: dict[str, list[FactKey]] = {}
    for key in (*base, *ours, *theirs):
        for name in key[1].split(" — ") if key[0] == "relation" else [key[0]]:
            of_thing.setdefault(name.split("#")[0], []).append(key)
    for name in sorted(things):
        in_ours, in_theirs = (name, "title") in ours, (name, "title") in theirs
        if in_ours == in_theirs:
            continue
        other = ours if in_ours else theirs
        keys = dict.fromkeys(of_thing.get(name, ()))
        if any(base.get(key) != other.get(key) for key in keys):
            yield from keys


def _names(debate: Debate, known: Mapping[ElementRef, str], sign: str) -> dict[ElementRef, str]:
    return {element.ref: known.get(element.ref, f"{sign} {element.ref}") for element in debate}


def _name_sections(debate: Debate, names: dict[str, str], sign: str) -> None:
    for section in debate.sections:
        names.setdefault(section.id, f"{sign} {section.id}")
