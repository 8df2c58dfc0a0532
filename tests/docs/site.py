"""The built site holds together: links lead to pages and places that exist, and ids are unique.

    python -m tests.docs.site build/site

ends with 1 and says what is wrong. Links to other sites are not followed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What Sphinx makes for itself.
_GENERATED = ("genindex.html", "search.html", "py-modindex.html")
_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "image": "href"}


class Page(HTMLParser):
    """Ids and links of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.maps = 0
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if said.get("id"):
            self.ids[said["id"] or ""] += 1
        if link := said.get(_LINKS.get(tag, "")):
            self.links.append(link)
        self.maps += tag == "div" and said.get("class") == "argmap"


def faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong in a site, in words."""
    pages = {path: Page(path) for path in sorted(folder.rglob("*.html"))}
    for path, page in pages.items():
        name = path.relative_to(folder)
        # Furo's own icons occur once in every page.
        yield from (f"{name}: {one} ids {id!r}" for id, one in page.ids.items() if one > 1)
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            if not target.exists():
                yield f"{name}: no file for {link}"
            elif parts.fragment and target.suffix == ".html":
                known = next((one.ids for place, one in pages.items() if place.resolve() == target), {})
                if unquote(parts.fragment) not in known and name.name not in _GENERATED:
                    yield f"{name}: no place for {link}"


def main(folder: Path) -> int:
    """Print what is wrong in a site and return the exit code."""
    found = list(faults(folder))
    for one in found:
        print(one)
    pages = [Page(path) for path in folder.rglob("*.html")]
    links, maps = sum(len(one.links) for one in pages), sum(one.maps for one in pages)
    print(f"{len(pages)} pages, {links} links, {maps} maps, {len(found)} faults")
    return int(bool(found) or not pages)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
