r"""How formulas are written: in characters of a keyboard, in symbols, in TeX or in words."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from argmap.logic.signs import Atom, Binder, Connective, Identity, Quantifier, Sign
from argmap.named_tuples import NamedTuple


class Notation(Enum):
    """A way to write formulas; all of them can be read, and mixed."""

    ASCII = "ascii"
    SYMBOLS = "symbols"
    TEX = "tex"
    WORDS = "words"


class _Style(NamedTuple):
    connectives: tuple[str, str, str, str, str]
    quantifiers: tuple[str, str]
    # Between a variable and what follows.
    stop: str
    is_stop_optional: bool
    unequal: str
    separator: str


_STYLES = {
    Notation.ASCII: _Style(("-", "&", "|", "->", "<->"), ("all ", "exists "), ".", False, "!=", ","),
    Notation.SYMBOLS: _Style(("¬", "∧", "∨", "→", "↔"), ("∀", "∃"), " ", True, "≠", ", "),
    Notation.TEX: _Style(
        (r"\lnot ", r"\land", r"\lor", r"\rightarrow", r"\leftrightarrow"),
        (r"\forall ", r"\exists "),
        r"\, ",
        True,
        r"\neq",
        ", ",
    ),
    Notation.WORDS: _Style(
        ("not ", "and", "or", "implies", "iff"), ("all ", "exists "), ".", False, "!=", ", "
    ),
}
_CONNECTIVES = {connective: place for place, connective in enumerate(Connective)}
_QUANTIFIERS = {quantifier: place for place, quantifier in enumerate(Quantifier)}
_LOOSE = (Connective.IMPLIES, Connective.IFF)
_TIGHT = (Connective.AND, Connective.OR)


class _Place(NamedTuple):
    """Where a formula is to be written: below which sign, and on which side of it."""

    above: Sign | None
    is_left: bool = False


def written(signs: Iterable[Sign], notation: Notation) -> str:
    """Return signs in Polish notation as they are written in another.

    >>> written([Connective.AND, Connective.NOT, Atom("p"), Atom("q")], Notation.SYMBOLS)
    '¬p ∧ q'
    """
    style = _STYLES[notation]
    output: list[str] = []
    rest = iter(signs)
    waiting: list[_Place | str] = [_Place(None)]
    while waiting:
        place = waiting.pop()
        if isinstance(place, str):
            output.append(place)
        else:
            waiting += reversed(_parts(next(rest), place, style, notation))
    return "".join(output)


def _parts(sign: Sign, place: _Place, style: _Style, notation: Notation) -> list[_Place | str]:
    if isinstance(sign, Atom):
        terms = style.separator.join(_name(term, notation) for term in sign.terms)
        return [_name(sign.letter, notation) + (f"({terms})" if terms else "")]
    if isinstance(sign, Identity):
        return _identity(sign, place, style, notation)
    if isinstance(sign, Binder):
        variable = _name(sign.variable, notation)
        return [style.quantifiers[_QUANTIFIERS[sign.quantifier]], variable, style.stop, _Place(sign)]
    written_sign = style.connectives[_CONNECTIVES[sign]]
    if sign is Connective.NOT:
        return [written_sign, _Place(sign)]
    parts: list[_Place | str] = [_Place(sign, is_left=True), f" {written_sign} ", _Place(sign)]
    return ["(", *parts, ")"] if _needs_parentheses(sign, place) else parts


def _needs_parentheses(sign: Sign, place: _Place) -> bool:
    """Return whether to write parentheses: wherever a reader might wonder what belongs together."""
    if place.above is None:
        return False
    if place.above in _LOOSE:
        return sign in _LOOSE
    return not (sign is place.above and place.is_left)


def _identity(sign: Identity, place: _Place, style: _Style, notation: Notation) -> list[_Place | str]:
    text = f"{_name(sign.left, notation)} = {_name(sign.right, notation)}"
    is_under_one_sign = isinstance(place.above, Binder) or place.above is Connective.NOT
    return [f"({text})" if is_under_one_sign else text]


def _name(name: str, notation: Notation) -> str:
    if notation is not Notation.TEX or len(name) == 1:
        return name
    # Otherwise TeX sets it as a product of letters.
    escaped = name.replace("_", r"\_")
    return rf"\mathit{{{escaped}}}"
