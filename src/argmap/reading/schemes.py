"""Names of argumentation schemes."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from argmap.model import Scheme

_FILLER = re.compile(r"\b(?:an?|the|argument|inference|scheme|from|to|by)\b")


def scheme_called(text: str) -> Scheme:
    """Return the scheme that a name means; a name that no scheme has is one of the author's own.

    >>> scheme_called("Argument from expert-opinion")
    Scheme(name='expert_opinion', is_known=True)
    """
    return known_scheme(text) or Scheme(" ".join(text.split()))


def known_scheme(text: str) -> Scheme | None:
    """Return the scheme of the catalogue that a text names, None if it names none."""
    name = _names().get(_essence(text))
    return Scheme(name, is_known=True) if name else None


@cache
def _names() -> dict[str, str]:
    catalogue = tomllib.loads(files(__package__).joinpath("schemes.toml").read_text(encoding="utf-8"))
    schemes: dict[str, list[str]] = catalogue["schemes"]
    return {_essence(name): key for key, others in schemes.items() for name in (key, *others)}


def _essence(text: str) -> str:
    words = re.sub(r"[-_\s]+", " ", text.casefold())
    return " ".join(_FILLER.sub(" ", words).split()) or " ".join(words.split())
