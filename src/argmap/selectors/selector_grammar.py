"""From the text of a selector to what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from argmap.data.grammars.parsing_by_tables import GrammarToken, Maker, UnreadableTextError
from argmap.model import TagRef
from argmap.model.lookup import reference_in
from argmap.named_tuples import NamedTuple
from argmap.selectors.expression import (
    Along,
    Anything,
    Arrow,
    Chain,
    Condition,
    Fields,
    Group,
    OfKind,
    RoleHop,
    Selector,
    State,
    Step,
    Subject,
    Test,
    Titled,
    Without,
    Words,
    parts_of,
)
from argmap.selectors.roles import ROLES
from argmap.selectors.selector_error import SelectorError
from argmap.selectors.selector_tables import selector_parser
from argmap.selectors.states import STATES, STATES_WITH_VALUES
from argmap.selectors.vocabulary import KINDS, PLURALS
from argmap.text import Span
from argmap.text.codes import diagnose
from argmap.text.nearest import nearest

# Deeper selectors are a mistake; so nothing else that walks over them needs a stack of its own.
_DEEPEST = 50
_MOST_DIGITS = 15
_SHOWN = 20


def parse_selector(text: str) -> Selector:
    """Return what a selector says.

    >>> parse_selector("claims:root").chains[0].links[0].subject
    OfKind(kind='claim')

    Raises:
        SelectorError: it cannot be read, or names a kind, role or state that there is not.
    """
    try:
        selector = selector_parser().parse(text, _MAKERS)
    except UnreadableTextError as error:
        raise _unreadable(text, error.token.start) from None
    assert isinstance(selector, Selector), "that is what the first rule makes"
    _check_depth(selector, text)
    return selector


class WrittenRule(NamedTuple):
    """A rule by which a stretch of a selector is read: the token with which it begins, and what follows."""

    name: str
    token: str
    start: int
    values: tuple[WrittenRule, ...] = ()


def rules_of(text: str) -> tuple[WrittenRule, ...]:
    """Return the rules with tokens by which a selector is read, none for a text that is no selector."""
    rules: list[WrittenRule] = []
    try:
        selector_parser().parse(text, _RulesAsWritten(rules))
    except UnreadableTextError:
        return ()
    return tuple(rules)


class _RulesAsWritten(dict[str, Maker]):
    """Makers that note each rule that begins with a token, whatever its name."""

    def __init__(self, rules: list[WrittenRule]) -> None:
        super().__init__()
        self.rules = rules

    def __missing__(self, name: str) -> Maker:
        def note(parts: list[Any]) -> object:
            if not parts or not isinstance(parts[0], GrammarToken):
                return None
            values = tuple(part for part in parts[1:] if isinstance(part, WrittenRule))
            self.rules.append(WrittenRule(name, parts[0].text, parts[0].start, values))
            return self.rules[-1]

        return note


def _query(chains: list[Chain]) -> Selector:
    return Selector(tuple(chains))


def _chain(links: list[Step | Arrow | RoleHop]) -> Chain:
    return Chain(tuple(links))


def _step(parts: list[Subject | Test]) -> Step:
    if isinstance(parts[0], OfKind | Anything | Titled | Group):
        return Step(parts[0], tuple(parts[1:]))  # type: ignore[arg-type]  # only tests follow
    return Step(None, tuple(parts))  # type: ignore[arg-type]  # there are only tests


def _arrow(parts: list[GrammarToken]) -> Arrow:
    return Arrow(parts[0].text)


def _role(parts: list[GrammarToken]) -> RoleHop:
    return RoleHop(_known(parts[0], ROLES, "role", "Q601"))


def _kind(parts: list[GrammarToken]) -> OfKind:
    name = PLURALS.get(parts[0].text, parts[0].text)
    if name not in KINDS:
        raise _unknown(parts[0], KINDS, "kind", "Q601")
    return OfKind(name)


def _anything(parts: list[GrammarToken]) -> Anything:
    return Anything()


def _titled(parts: list[GrammarToken]) -> Titled:
    ref = reference_in(parts[0].text)
    assert ref is not None, "the grammar has only titles as the markup writes them"
    return Titled(ref)


def _group(parts: list[Selector]) -> Group:
    return Group(parts[0])


def _tag(parts: list[GrammarToken]) -> TagRef:
    return TagRef(tag_of(parts[0].text))


def _state(parts: list[Any]) -> State:
    sign, *values = parts
    if not sign.text.endswith("("):
        return State(_known(sign, STATES, "state", "Q602", start=1))
    name = _known(sign, STATES_WITH_VALUES, "state", "Q602", start=1, end=-1)
    return State(name, tuple(values))


def _words(parts: list[GrammarToken]) -> Words:
    return Words(_string(parts))


def _fields(parts: list[Condition]) -> Fields:
    return Fields(tuple(parts))


def _without(parts: list[Test]) -> Without:
    return Without(parts[0])


def _along(parts: list[Any]) -> Along:
    arrow, chain = parts
    return Along(arrow, chain)


def _field(parts: list[Any]) -> Condition:
    signs = [part for part in parts if isinstance(part, GrammarToken)]
    names = tuple(sign.text for sign in signs if sign.kind == "NAME")
    operator = next((sign.text for sign in signs if sign.kind == "OP"), None)
    return Condition(names, operator, None if operator is None else parts[-1])


def _string(parts: list[GrammarToken]) -> str:
    return unquoted(parts[0].text)


def _number(parts: list[GrammarToken]) -> int | float:
    text = parts[0].text
    is_whole = text.lstrip("-").isdigit() and len(text) <= _MOST_DIGITS
    return int(text) if is_whole else float(text)


def _word(parts: list[GrammarToken]) -> str:
    return parts[0].text


# What each rule of the grammar makes of its parts.
_MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "query": _query,
        "chain": _chain,
        "step": _step,
        "arrow": _arrow,
        "role": _role,
        "kind": _kind,
        "anything": _anything,
        **dict.fromkeys(("question", "claim", "evidence", "argument", "inference"), _titled),
        "group": _group,
        "tag": _tag,
        "state": _state,
        "words": _words,
        "fields": _fields,
        "without": _without,
        "along": _along,
        "field": _field,
        "string": _string,
        "number": _number,
        "word": _word,
    }
)


def tag_of(written: str) -> str:
    """Return the name of a tag as the markup writes it.

    >>> tag_of("#( two  words )"), tag_of("#pro")
    ('two words', 'pro')
    """
    name = written[1:]
    return " ".join(name[1:-1].split()) if name.startswith("(") else name


def unquoted(written: str) -> str:
    r"""Return what a text in quotes says.

    >>> unquoted(r'"say \"yes\""')
    'say "yes"'
    """
    return re.sub(r"\\(.)", r"\1", written[1:-1], flags=re.DOTALL)


def _known(
    token: GrammarToken, known: Iterable[str], noun: str, code: str, *, start: int = 0, end: int | None = None
) -> str:
    name = token.text[start:end]
    if name not in known:
        raise _unknown(token, known, noun, code, start=start, end=end)
    return name


def _unknown(
    token: GrammarToken, known: Iterable[str], noun: str, code: str, *, start: int = 0, end: int | None = None
) -> SelectorError:
    name = token.text[start:end]
    at = token.start + start
    known = tuple(known)
    near = nearest(name, known)
    hint = f"did you mean `{near}`?" if near else f"write one of {', '.join(known)}"
    return SelectorError(diagnose(code, Span(at, at + len(name)), f"selectors know no {noun} `{name}`", hint))


def _unreadable(text: str, at: int) -> SelectorError:
    rest = text[at : at + _SHOWN].split("\n")[0].rstrip()
    message = f"a selector cannot go on with `{rest}`" if rest else "this selector ends too early"
    hint = "write it like `claims:unsupported`, `[A] <+ evidence` or `argument(<_ *)`"
    return SelectorError(diagnose("Q603", Span(min(at, len(text)), min(at + 1, len(text))), message, hint))


def _check_depth(selector: Selector, text: str) -> None:
    """Refuse what is nested more deeply than anybody would write."""
    if any(depth > _DEEPEST for _, depth in parts_of(selector)):
        message = f"this selector is nested more than {_DEEPEST} deep"
        raise SelectorError(diagnose("Q603", Span(0, len(text)), message, "write it in several steps"))
