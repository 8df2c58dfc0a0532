"""What a page has besides its map: links to other pages, findings, a script of its host."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen


@frozen(kw_only=True)
class PageNotice:
    """A problem in a text: its severity, and its line if that is known."""

    severity: str
    words: str
    line: int | None = None


@frozen(kw_only=True)
class PageOptions:
    """Options for what is on a page besides its map.

    `links` are to other pages, by their titles; `hrefs` lead from closed sections, by their ids, to their own
    pages; `notices` are shown above the map. `script` is run after that of the page; `connect` says where it
    may connect to, as in a Content-Security-Policy.
    """

    links: Mapping[str, str] = field(factory=dict)
    hrefs: Mapping[str, str] = field(factory=dict)
    notices: tuple[PageNotice, ...] = ()
    script: str = ""
    connect: str = ""
