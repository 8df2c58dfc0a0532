"""From the text of a selector to what it says: what Lark is for here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model import TagRef
from argmap.model.lookup import reference_in
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
from argmap.selectors.states import STATES, STATES_WITH_VALUES
from argmap.selectors.vocabulary import KINDS, PLURALS
from argmap.text import Span
from argmap.text.codes import diagnose
from argmap.text.nearest import nearest

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

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
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken

    try:
        selector: Selector = _parser().parse(text)  # type: ignore[assignment]  # made by _Reading
    except UnexpectedCharacters as error:
        raise _unreadable(text, error.pos_in_stream or 0) from None
    except UnexpectedToken as error:
        is_end = error.token.type == "$END"
        raise _unreadable(text, len(text) if is_end else error.token.start_pos or 0) from None
    _check_depth(selector, text)
    return selector


class WrittenRule(NamedTuple):
    """A rule by which a stretch of a selector is read: the token with which it begins, and what follows."""

    name: str
    token: str
    start: int
    values: tuple[WrittenRule, ...] = ()


def rules_of(text: str) -> Iterator[WrittenRule]:
    """Yield the rules with tokens by which a selector is read, none for a text that is no selector."""
    from lark.exceptions import UnexpectedInput

    try:
        tree = _trees().parse(text)
    except UnexpectedInput:
        return
    # Lark walks over its trees without a stack.
    for rule in tree.iter_subtrees():
        if rule.children and isinstance(rule.children[0], str):
            # What may be left out, and is, is None.
            values = (child for child in rule.children[1:] if child and not isinstance(child, str))
            yield _written_rule(rule)._replace(values=tuple(map(_written_rule, values)))


def _written_rule(rule: Tree[Token]) -> WrittenRule:
    token = rule.children[0]
    assert isinstance(token, str), "it begins with a token"
    return WrittenRule(str(rule.data), str(token), token.start_pos or 0)


def from_syntax(base_path: str | None, grammar_path: str) -> tuple[object, str]:
    """Return the text of a grammar of the language, with its name, for Lark to import from.

    Raises:
        FileNotFoundError: there is no such grammar.
    """
    from lark.load_grammar import PackageResource

    text = files("argmap.syntax").joinpath(grammar_path).read_text("utf-8")
    return PackageResource("argmap.syntax", grammar_path), text


@cache
def _trees() -> Lark:
    return _made(None)


@cache
def _parser() -> Lark:
    return _made(_Reading())


def _made(reading: object | None) -> Lark:
    """Return a parser that makes of each rule what a method of its name returns, or else a tree."""
    from lark import Lark

    return Lark(
        files(__package__).joinpath("selectors.lark").read_text("utf-8"),
        parser="lalr",
        start="query",
        transformer=reading,
        import_paths=[from_syntax],
    )


class _Reading:
    """What each rule of the grammar makes of its parts; the names are those of the rules."""

    def query(self, chains: list[Chain]) -> Selector:
        return Selector(tuple(chains))

    def chain(self, links: list[Step | Arrow | RoleHop]) -> Chain:
        return Chain(tuple(links))

    def step(self, parts: list[Subject | Test]) -> Step:
        if isinstance(parts[0], OfKind | Anything | Titled | Group):
            return Step(parts[0], tuple(parts[1:]))  # type: ignore[arg-type]  # only tests follow
        return Step(None, tuple(parts))  # type: ignore[arg-type]  # there are only tests

    def arrow(self, parts: list[Token]) -> Arrow:
        return Arrow(str(parts[0]))

    def role(self, parts: list[Token]) -> RoleHop:
        return RoleHop(_known(parts[0], ROLES, "role", "Q601"))

    def kind(self, parts: list[Token]) -> OfKind:
        name = PLURALS.get(parts[0], str(parts[0]))
        if name not in KINDS:
            raise _unknown(parts[0], KINDS, "kind", "Q601")
        return OfKind(name)

    def anything(self, parts: list[Token]) -> Anything:
        return Anything()

    def titled(self, parts: list[Token]) -> Titled:
        ref = reference_in(parts[0])
        assert ref is not None, "the grammar has only titles as the markup writes them"
        return Titled(ref)

    question = claim = evidence = argument = inference = titled

    def group(self, parts: list[Selector]) -> Group:
        return Group(parts[0])

    def tag(self, parts: list[Token]) -> TagRef:
        return TagRef(tag_of(parts[0]))

    def state(self, parts: list[Any]) -> State:
        sign, *values = parts
        if not sign.endswith("("):
            return State(_known(sign, STATES, "state", "Q602", start=1))
        name = _known(sign, STATES_WITH_VALUES, "state", "Q602", start=1, end=-1)
        return State(name, tuple(values))

    def words(self, parts: list[Token]) -> Words:
        return Words(self.string(parts))

    def fields(self, parts: list[Condition]) -> Fields:
        return Fields(tuple(parts))

    def without(self, parts: list[Test]) -> Without:
        return Without(parts[0])

    def along(self, parts: list[Any]) -> Along:
        arrow, chain = parts
        return Along(arrow, chain)

    def field(self, parts: list[Any]) -> Condition:
        names = [str(part) for part in parts if getattr(part, "type", None) == "NAME"]
        operator = next((str(part) for part in parts if getattr(part, "type", None) == "OP"), None)
        return Condition(tuple(names), operator, None if operator is None else parts[-1])

    def string(self, parts: list[Token]) -> str:
        return unquoted(parts[0])

    def number(self, parts: list[Token]) -> int | float:
        text = str(parts[0])
        is_whole = text.lstrip("-").isdigit() and len(text) <= _MOST_DIGITS
        return int(text) if is_whole else float(text)

    def word(self, parts: list[Token]) -> str:
        return str(parts[0])


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
    token: Token, known: Iterable[str], noun: str, code: str, *, start: int = 0, end: int | None = None
) -> str:
    name = str(token)[start:end]
    if name not in known:
        raise _unknown(token, known, noun, code, start=start, end=end)
    return name


def _unknown(
    token: Token, known: Iterable[str], noun: str, code: str, *, start: int = 0, end: int | None = None
) -> SelectorError:
    name = str(token)[start:end]
    at = (token.start_pos or 0) + start
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
    """Refuse what is nested so deep that nobody can have meant it."""
    if any(depth > _DEEPEST for _, depth in parts_of(selector)):
        message = f"this selector is nested more than {_DEEPEST} deep"
        raise SelectorError(diagnose("Q603", Span(0, len(text)), message, "write it in several steps"))
