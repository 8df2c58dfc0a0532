"""Rules of themes: other looks for what a selector selects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from argmap.data import FrozenDict
from argmap.equality import equality, value_hash
from argmap.model import RelationKind
from argmap.render.styles.theme_attributes import Attributes, read_attributes, read_tint
from argmap.render.styles.theme_files import ThemeError
from argmap.representation import representation
from argmap.text.nearest import nearest

# Values of `style` for the line around a node.
LINE_STYLES = frozenset({"solid", "dashed", "dotted", "bold"})
_FILLING = frozenset({"filled", "radial", "wedged", "striped"})
# Names of relations in tables of themes, besides those of their kinds.
_OTHER_RELATIONS = ("derived", "answer", "asked")
_RELATIONS = (*(kind.value for kind in RelationKind), *_OTHER_RELATIONS)
_OF_RELATIONS = ("from", "to", "relations")
_MISSPELT = ("select", "from", "relations")


@frozen
class RelationChoice:
    """The relations that a rule is for: selectors of sources and targets, and names; None means any."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    source: str | None = None
    target: str | None = None
    names: frozenset[str] | None = None


@frozen
class ThemeRule:
    """What differs for everything that a selector selects: Graphviz attributes, and the tint of its fill.

    A rule for relations has no selector, but `relations`.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    select: str | None
    attributes: Attributes
    tint: float | None = None
    relations: RelationChoice | None = None


def read_rules(theme: str, layers: Iterable[Mapping[str, object]]) -> Iterator[ThemeRule]:
    """Yield the rules of a theme and of those that it extends, base theme first.

    Raises:
        ThemeError: a rule is not a table, has no valid selector, or sets something that no role may set.
    """
    for layer in layers:
        tables = layer.get("rule", [])
        if not isinstance(tables, list):
            raise ThemeError("T505", f"theme {theme!r}: write [[rule]] in place of [rule]")
        for number, table in enumerate(tables, start=1):
            yield _rule(theme, f"rule {number}", table)


def _rule(theme: str, name: str, table: object) -> ThemeRule:
    if not isinstance(table, Mapping):
        raise ThemeError("T505", f"theme {theme!r}: {name} must be a table, not {table!r}")
    known = ("select", *_OF_RELATIONS)
    for key in table:
        if key not in known and (near := nearest(key, _MISSPELT)):
            raise ThemeError("T504", f"theme {theme!r}: {name} cannot have {key!r}; write {near!r}")
    looks = {key: value for key, value in table.items() if key not in known}
    if any(key in table for key in _OF_RELATIONS):
        return _relation_rule(theme, name, table, looks)
    if "select" not in table:
        hint = 'write a selector, such as select = "claims:unsupported"'
        raise ThemeError("T505", f"theme {theme!r}: {name} selects nothing; {hint}")
    tint = read_tint(theme, name, looks["tint"]) if "tint" in looks else None
    select = _selector(theme, f"{name}.select", table["select"])
    return ThemeRule(select, read_attributes(theme, name, looks), tint)


def _relation_rule(
    theme: str, name: str, table: Mapping[str, object], looks: Mapping[str, object]
) -> ThemeRule:
    if "select" in table:
        hint = "write two rules"
        raise ThemeError("T505", f"theme {theme!r}: {name} selects relations and other things; {hint}")
    if "tint" in looks:
        raise ThemeError("T504", f"theme {theme!r}: {name} cannot have 'tint': relations have no fill")
    source, target = (
        _selector(theme, f"{name}.{key}", table[key]) if key in table else None for key in ("from", "to")
    )
    names = _relation_names(theme, name, table["relations"]) if "relations" in table else None
    return ThemeRule(
        None, read_attributes(theme, name, looks), relations=RelationChoice(source, target, names)
    )


def _relation_names(theme: str, rule: str, written: object) -> frozenset[str]:
    names = written if isinstance(written, list) else [written]
    for name in names:
        if name not in _RELATIONS:
            near = nearest(name, _RELATIONS) if isinstance(name, str) else None
            hint = f"write {near!r}" if near else f"write one of {', '.join(_RELATIONS)}"
            raise ThemeError("T505", f"theme {theme!r}: {rule}.relations cannot have {name!r}; {hint}")
    return frozenset(names)


def _selector(theme: str, key: str, written: object) -> str:
    # Lark is loaded only where there is a selector.
    from argmap.selectors import SelectorError, parse_selector

    if not isinstance(written, str):
        message = f"{key} cannot be {written!r}; write a selector"
        raise ThemeError("T505", f"theme {theme!r}: {message}")
    try:
        parse_selector(written)
    except SelectorError as error:
        raise ThemeError("T505", f"theme {theme!r}: {key}: {error}") from None
    return written


def chosen_rules(
    rules: Iterable[ThemeRule], select: Callable[[str], Iterable[object]]
) -> FrozenDict[object, tuple[int, ...]]:
    """Return, by their places, which rules select what, given a function that answers selectors.

    For rules about relations it gives the ends: `("from", thing)` and `("to", thing)`.

    >>> rules = [ThemeRule("claims", FrozenDict()), ThemeRule("#crux", FrozenDict())]
    >>> chosen_rules(rules, lambda selector: ["[A]"] if selector == "#crux" else ["[A]", "[B]"])
    FrozenDict({'[A]': (0, 1), '[B]': (0,)})
    """
    chosen: dict[object, list[int]] = {}
    for place, rule in enumerate(rules):
        for side, selector in _selectors(rule):
            for thing in select(selector):
                chosen.setdefault((side, thing) if side else thing, []).append(place)
    return FrozenDict({thing: tuple(places) for thing, places in chosen.items()})


def _selectors(rule: ThemeRule) -> Iterator[tuple[str, str]]:
    """Yield the selectors of a rule, each with the end of a relation that it is for, if it is for one."""
    if rule.select is not None:
        yield "", rule.select
    if rule.relations is not None:
        ends = (("from", rule.relations.source), ("to", rule.relations.target))
        yield from ((side, selector) for side, selector in ends if selector is not None)


def ruled(attributes: Attributes, rules: Iterable[ThemeRule], *, background: str) -> dict[str, str]:
    """Return the attributes of a role under rules; later rules win.

    A style that is only about the line keeps the fill and the rounding of the role; what a rule leaves
    without a fill gets that of the background, so that text on it is readable.

    >>> dashed = ThemeRule("*", FrozenDict(style="dashed"))
    >>> ruled(FrozenDict(style="filled,bold"), [dashed], background="#ffffff")
    {'style': 'filled,dashed'}
    """
    result = dict(attributes)
    for rule in rules:
        before = _words(result.get("style", ""))
        result |= rule.attributes
        after = _words(result.get("style", ""))
        if "style" in rule.attributes and after and LINE_STYLES.issuperset(after):
            result["style"] = ",".join([*(word for word in before if word not in LINE_STYLES), *after])
        elif _FILLING & set(before) and not _FILLING & set(after):
            result |= {"style": ",".join([*after, "filled"]), "fillcolor": background}
    return result


def _words(style: str) -> list[str]:
    return [word for part in style.split(",") if (word := part.strip())]
