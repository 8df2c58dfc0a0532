"""Names of argumentation schemes: which of the catalogue a text names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from argmap.model.schemes.scheme import Scheme
from argmap.text.nearest import nearest

_LONGEST = 100
_FILLER = re.compile(r"\b(?:an?|the|argument|inference|scheme|from|to|by)\b")


def scheme_called(text: str) -> Scheme:
    """Return the scheme that a name means; a name that no scheme has is one of the author's own.

    >>> scheme_called("Argument from expert-opinion")
    Scheme(name='expert_opinion', is_known=True)
    """
    return known_scheme(text) or Scheme(" ".join(text.split()))


def known_scheme(text: str) -> Scheme | None:
    """Return the scheme of the catalogue that a text names, None if it names none."""
    name = scheme_names().get(essence(text))
    return Scheme(name, is_known=True) if name else None


def nearest_scheme(text: str, *, cutoff: float) -> str | None:
    """Return the known scheme with the name most like a text, None if none is so much like it.

    >>> nearest_scheme("argument from expert opinon", cutoff=0.8)
    'expert_opinion'
    """
    names = scheme_names()
    near = nearest(essence(text[:_LONGEST]), names, cutoff=cutoff)
    return names[near] if near else None


@cache
def scheme_names() -> Mapping[str, str]:
    """Return all names of all known schemes, as they are compared, with that of the catalogue."""
    from argmap.model.schemes.scheme_files import scheme_synonyms

    return {essence(one): name for name, others in scheme_synonyms().items() for one in (name, *others)}


def essence(text: str) -> str:
    """Return a name without what does not tell schemes apart: case, punctuation, `argument from`."""
    words = re.sub(r"[-_\s]+", " ", text.casefold())
    return " ".join(_FILLER.sub(" ", words).split()) or " ".join(words.split())
