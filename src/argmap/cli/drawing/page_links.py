"""Links between the pages of a map that is drawn in parts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from argmap.render import Drawing
    from argmap.render.page.page_options import PageOptions


def page_links(drawings: Mapping[str, Drawing], files: Mapping[str, str], current: str) -> PageOptions:
    """Return the links of the page of a part to all others, which are in the same folder.

    Parts are known by their names, the map of sections by an empty one; a box of a section leads to its part.
    """
    from argmap.render.page.page_options import PageOptions

    if len(drawings) < 2:
        return PageOptions()
    names = {part: f"./{quote(Path(file).name)}" for part, file in files.items()}
    # A section is open in its own part only, but for those around all parts.
    hrefs = {
        group.id: names[part]
        for part, drawing in drawings.items()
        for group in drawing.map.groups
        if part and not group.is_closed
    }
    links: dict[str, str] = {}
    for part, drawing in drawings.items():
        title = drawing.title if part else "All sections"
        if part != current:
            # Two sections may have the same title; their names differ.
            links[title if title not in links else f"{title} ({part})"] = names[part]
    return PageOptions(links=links, hrefs=hrefs)
