"""Links between pages: of the parts of a map, and of the fences of a page in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from argmap.cli.pages import Part
    from argmap.render import Drawing
    from argmap.render.page.page_options import PageOptions


def page_links(
    drawings: Mapping[str, Drawing],
    files: Mapping[str, str],
    current: str,
    fences: Mapping[str, str] | None = None,
) -> PageOptions:
    """Return the links of the page of a part to all others, which are in the same folder.

    Parts are known by their names, the map of sections by an empty one; a box of a section leads to its part.
    `fences` are the pages of the other fences, each with its title.
    """
    from argmap.render.page.page_options import PageOptions

    names = {part: _link_to(file) for part, file in files.items()}
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
    links |= {title: _link_to(file) for file, title in (fences or {}).items()}
    return PageOptions(links=links, hrefs=hrefs)


def fence_titles(parts: Sequence[Part]) -> list[str]:
    """Return what readers may call the maps of a page: their titles, or the names of their fences."""
    titles = [str(part.document.debate.metadata.get("title") or "") or part.fence for part in parts]
    times = Counter(titles)
    return [
        f"{title} ({part.fence})" if times[title] > 1 and title != part.fence else title
        for title, part in zip(titles, parts, strict=True)
    ]


def _link_to(file: str) -> str:
    return f"./{quote(Path(file).name)}"
