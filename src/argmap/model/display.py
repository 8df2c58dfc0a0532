"""How what a user holds shows itself in notebooks: as its map, and in words where there are no pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from argmap.text.counts import counted

# Longer outlines would fill the screens of terminals, which show words only.
_MOST_LINES = 60


def debate_bundle(thing: object, words: str, *, drawn: Any = None) -> Mapping[str, str]:
    """Return MIME types and what to show of a debate or document: its map, and its outline as plain text.

    `words` say what it is, and come first; `drawn` is its drawing if there is one already.
    """
    drawing = drawn or _by_name("argmap.api:draw")(thing)
    bundle: Mapping[str, str] = drawing._repr_mimebundle_()
    lines = _by_name("argmap.api:outline")(thing).splitlines()
    if len(lines) > _MOST_LINES:
        more = counted(len(lines) - _MOST_LINES, "more line")
        lines[_MOST_LINES:] = [f"… {more}; `argmap.outline` returns them all"]
    parts = [words, "\n".join(lines)]
    if "image/svg+xml" not in bundle:
        # In place of the markup for layout engines the outline says what would be drawn.
        parts.insert(1, bundle["text/plain"].removesuffix(drawing.dot).rstrip())
    return {**bundle, "text/plain": "\n\n".join(part for part in parts if part)}


def notebook_bundle(thing: object, words: str, *, drawn_by: str = "argmap.api:draw") -> Mapping[str, str]:
    """Return MIME types and what to show of them: the picture of a thing, and words that say what it is.

    `drawn_by` names the function that draws it. It is found by name when a notebook asks for a picture:
    what draws is in a higher package, and loads slowly.
    """
    drawing = _by_name(drawn_by)(thing)
    bundle: Mapping[str, str] = drawing._repr_mimebundle_()
    if "image/svg+xml" not in bundle:
        return {"text/plain": f"{words}\n\n{bundle['text/plain']}"}
    return {**bundle, "text/plain": words}


def _by_name(path: str) -> Callable[..., Any]:
    module, _, name = path.partition(":")
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function
