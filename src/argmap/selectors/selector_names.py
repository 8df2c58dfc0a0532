"""What selectors name, and where in their text: titles, tags and sections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, InferenceRef, QuestionRef, TagRef
from argmap.model.lookup import reference_in
from argmap.named_tuples import NamedTuple
from argmap.selectors.selector_grammar import WrittenRule, rules_of, tag_of, unquoted

_TITLED = frozenset({"question", "claim", "evidence", "inference", "argument"})
_IN = ":in("
_SIGNED = (EvidenceRef, QuestionRef)

Named: TypeAlias = ClaimRef | EvidenceRef | QuestionRef | ArgumentRef | TagRef | str


class SelectorName(NamedTuple):
    """A place at which a selector names something, in offsets into its text.

    `named` is what it names, for a section its title or id. The name itself is from `name_start` to
    `name_end`, within its brackets or quotes.
    """

    named: Named
    start: int
    end: int
    name_start: int
    name_end: int


def names_in(selector: str) -> tuple[SelectorName, ...]:
    """Return what a selector names, in order; nothing of a text that is no selector.

    >>> [(str(name.named), name.start) for name in names_in('[A] <+ #b, argument:in("Weather")')]
    [('[A]', 0), ('#b', 7), ('Weather', 23)]
    """
    names = (name for rule in rules_of(selector) for name in _of_rule(rule))
    return tuple(sorted(names, key=lambda name: name.start))


def _of_rule(rule: WrittenRule) -> Iterator[SelectorName]:
    if rule.name in _TITLED:
        yield _titled(rule)
    elif rule.name == "tag":
        opening = 2 if rule.token.startswith("#(") else 1
        yield _name(TagRef(tag_of(rule.token)), rule, opening, opening - 1)
    elif rule.name == "state" and rule.token == _IN:
        for value in rule.values:
            is_quoted = value.name == "string"
            title = unquoted(value.token) if is_quoted else value.token
            yield _name(title, value, int(is_quoted), int(is_quoted))


def _titled(rule: WrittenRule) -> SelectorName:
    ref = reference_in(rule.token)
    assert ref is not None, "the grammar has only titles as the markup writes them"
    if isinstance(ref, InferenceRef):
        return _name(ArgumentRef(ref.argument), rule, 1, len(rule.token) - rule.token.rindex(">"))
    return _name(ref, rule, 2 if isinstance(ref, _SIGNED) else 1, 1)


def _name(named: Named, rule: WrittenRule, opening: int, closing: int) -> SelectorName:
    start, end = rule.start, rule.start + len(rule.token)
    inner = rule.token[opening : len(rule.token) - closing]
    name_start = start + opening + len(inner) - len(inner.lstrip())
    return SelectorName(named, start, end, name_start, name_start + len(inner.strip()))
