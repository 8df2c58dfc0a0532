"""How what a user holds shows itself in notebooks: as its map, with words where that cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module


def notebook_bundle(thing: object, words: str, *, drawn_by: str = "argmap.api:draw") -> Mapping[str, str]:
    """Return MIME types and what to show of them: the picture of a thing, and words that say what it is.

    `drawn_by` names the function that draws it. It is found by name when a notebook asks for a picture:
    who draws stands above what is said, and loads slowly.
    """
    module, _, name = drawn_by.partition(":")
    drawing = getattr(import_module(module), name)(thing)
    bundle: Mapping[str, str] = drawing._repr_mimebundle_()
    if "image/svg+xml" not in bundle:
        return {"text/plain": f"{words}\n\n{bundle['text/plain']}"}
    return {**bundle, "text/plain": words}
