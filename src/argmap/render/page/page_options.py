"""What a page has besides a map: links to other pages, findings, a script of its host."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen


@frozen(kw_only=True)
class PageNotice:
    """Something that is wrong with a text: how grave it is, and in which line, if that is known."""

    severity: str
    words: str
    line: int | None = None


@frozen(kw_only=True)
class PageOptions:
    """What is on a page besides its map.

    `links` are to other pages, by their titles; `hrefs` lead from closed sections, by their ids, to pages of
    their own; `notices` are shown above the map. `script` is run after that of the page, and may `connect` to
    there, in the words of a Content-Security-Policy.
    """

    links: Mapping[str, str] = field(factory=dict)
    hrefs: Mapping[str, str] = field(factory=dict)
    notices: tuple[PageNotice, ...] = ()
    script: str = ""
    connect: str = ""
