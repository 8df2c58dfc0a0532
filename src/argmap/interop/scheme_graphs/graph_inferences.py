"""Arguments whose premises, scheme and conclusion a scheme graph shows."""

from __future__ import annotations

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.interop.scheme_graphs.scheme_words import catalogue_words
from argmap.model import Argument, Inference, Ref, Role, Statement
from argmap.model.schemes.scheme_names import known_scheme
from argmap.model.stating.referring_steps import referring_steps


def reconstructed(
    title: str,
    premises: list[Ref],
    conclusion: Ref,
    scheme: str | None,
    data: Data,
    *,
    fulfils: str | None = None,
) -> Argument:
    """Return an argument of one inference, with the scheme of the catalogue that it names or fulfils."""
    refs = (*premises, conclusion)
    last = len(premises)
    steps = referring_steps(title, refs)
    words = catalogue_words(scheme) if scheme else _words(fulfils)
    inference = Inference(
        title,
        0,
        tuple(premises),  # type: ignore[arg-type]  # they are propositions
        conclusion,  # type: ignore[arg-type]  # as above
        last,
        rules=(scheme,) if scheme else (),
        scheme=known_scheme(words or scheme or ""),
        data=FrozenDict({"scheme": words}) if words else NO_DATA,
    )
    place = Statement(title, None, Role.TOP_LEVEL, is_reference=True, is_top_level=True, data=data or None)
    return Argument(title, (place,), steps, refs, (inference,), data=data or NO_DATA)  # type: ignore[arg-type]  # as above


def _words(fulfils: str | None) -> str | None:
    scheme = known_scheme(catalogue_words(fulfils) or fulfils) if fulfils else None
    return scheme.name if scheme else None
