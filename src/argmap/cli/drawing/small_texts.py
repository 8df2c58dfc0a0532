"""What `argmap render` reports of text that is too small to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from argmap.render import Drawing, DrawOptions
    from argmap.render.legibility import Remedy


def about_small_text(
    drawings: Mapping[str, Drawing], options: DrawOptions, *, name: str, to_file: bool
) -> Iterator[str]:
    """Yield how small the text is where drawings are shown, and which options help, if it is too small.

    Of several drawings, by their sections, that with the smallest text is reported.
    """
    small = [(section, text) for section, drawing in drawings.items() if (text := drawing.small_text)]
    if not small:
        return
    section, text = min(small, key=lambda pair: pair[1].height)
    refused = _refused(options, is_divided=len(drawings) > 1, to_file=to_file)
    helpful = evolve(text, remedies=[remedy for remedy in text.remedies if remedy not in refused])
    names = _option_names(options)
    where = f"{name}, section {section}" if section else name
    yield f"argmap: {where}: {helpful.words(lambda remedy: names[remedy])}"


def _option_names(options: DrawOptions) -> Mapping[Remedy, str]:
    from argmap.render.legibility import Remedy

    return {
        Remedy.FOCUS: "--focus" if options.focus is None else "--radius",
        Remedy.SELECT: "--select",
        Remedy.PARTS: "--parts always",
        Remedy.PAGES: "--pages A4",
        Remedy.HTML: "-f html",
        Remedy.COLUMN: "--fit column",
        Remedy.TREE: "--layout tree",
    }


def _refused(options: DrawOptions, *, is_divided: bool, to_file: bool) -> frozenset[Remedy]:
    """Return what cannot be had together with the options, or has been done."""
    from argmap.render.legibility import Remedy

    refused = set()
    if is_divided or not to_file or options.focus is not None:
        refused.add(Remedy.PARTS)
    if options.layout == "layered":
        refused.add(Remedy.PAGES)
    return frozenset(refused)
