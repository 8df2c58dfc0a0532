"""Rules of themes: other looks for what a selector selects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from argmap.data import FrozenDict
from argmap.render.styles.theme_attributes import Attributes, read_attributes, read_tint
from argmap.render.styles.theme_files import ThemeError
from argmap.text.nearest import nearest

# Words of a style that are about the line around a node.
LINE_STYLES = frozenset({"solid", "dashed", "dotted", "bold"})
_FILLING = frozenset({"filled", "radial", "wedged", "striped"})
_NEAR_ENOUGH = ("select",)


@frozen
class ThemeRule:
    """What is different for all that a selector selects: Graphviz attributes, and the tint of its fill."""

    select: str
    attributes: Attributes
    tint: float | None = None


def read_rules(theme: str, layers: Iterable[Mapping[str, object]]) -> Iterator[ThemeRule]:
    """Yield the rules of a theme and of those that it extends, the first of them first.

    Raises:
        ThemeError: a rule is no table, has no selector or one that cannot be read, or says what no role may.
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
    if "select" not in table:
        unknown = next((key for key in table if nearest(key, _NEAR_ENOUGH)), None)
        if unknown is not None:
            raise ThemeError("T504", f"theme {theme!r}: {name} cannot have {unknown!r}; write 'select'")
        hint = 'write a selector, such as select = "claims:unsupported"'
        raise ThemeError("T505", f"theme {theme!r}: {name} selects nothing; {hint}")
    said = {key: value for key, value in table.items() if key != "select"}
    tint = read_tint(theme, name, said["tint"]) if "tint" in said else None
    return ThemeRule(_selector(theme, name, table["select"]), read_attributes(theme, name, said), tint)


def _selector(theme: str, rule: str, written: object) -> str:
    # Lark is loaded only where there is a selector.
    from argmap.selectors import SelectorError, parse_selector

    if not isinstance(written, str):
        message = f"{rule}.select cannot be {written!r}; write a selector"
        raise ThemeError("T505", f"theme {theme!r}: {message}")
    try:
        parse_selector(written)
    except SelectorError as error:
        raise ThemeError("T505", f"theme {theme!r}: {rule}.select: {error}") from None
    return written


def chosen_rules(
    rules: Iterable[ThemeRule], select: Callable[[str], Iterable[object]]
) -> FrozenDict[object, tuple[int, ...]]:
    """Return which rules select what, by their places, given what answers selectors.

    >>> rules = [ThemeRule("claims", FrozenDict()), ThemeRule("#crux", FrozenDict())]
    >>> chosen_rules(rules, lambda selector: ["[A]"] if selector == "#crux" else ["[A]", "[B]"])
    FrozenDict({'[A]': (0, 1), '[B]': (0,)})
    """
    chosen: dict[object, list[int]] = {}
    for place, rule in enumerate(rules):
        for thing in select(rule.select):
            chosen.setdefault(thing, []).append(place)
    return FrozenDict({thing: tuple(places) for thing, places in chosen.items()})


def ruled(attributes: Attributes, rules: Iterable[ThemeRule], *, background: str) -> dict[str, str]:
    """Return the attributes of a role under rules, of which later ones win.

    A style that is only about the line keeps how a role is filled and rounded; what a rule leaves without a
    fill has that of the background, so that text on it can be read.

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
