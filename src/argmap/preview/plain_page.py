"""Pages of a preview without a map: a list to choose from, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from argmap.render.page.marked_words import shown
from argmap.render.page.page_options import PageNotice
from argmap.render.page.policy import content_policy
from argmap.render.page.web_page import notice_list, page_style


def plain_page(
    title: str, links: Mapping[str, str], notices: Sequence[PageNotice] = (), script: str = ""
) -> str:
    """Return a page with links, by what they are called, that looks as those of maps.

    >>> "<li><a href='a'>" in plain_page("Maps", {"A": "a"}).replace('"', "'")
    True
    """
    style = page_style(notices)
    name = escape(shown(title))
    items = "".join(
        f'<li><a href="{escape(link)}">{escape(shown(words))}</a></li>' for words, link in links.items()
    )
    body = f"<ul>{items}</ul>" if items else ""
    policy = content_policy([script] if script else [], [style], connect="'self'")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta charset="utf-8">\n<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<header><div class="name"><h1>{name}</h1></div></header>\n'
        f'{"".join(notice_list(notices))}<main><div id="text">{body}</div></main>\n'
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )
