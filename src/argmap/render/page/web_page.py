"""Assembling a page: the text, the drawing and the script, in one file that loads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape

from attrs import frozen

from argmap.files import packaged
from argmap.maps import ArgumentMap
from argmap.render.engines.part_words import map_summary
from argmap.render.page.articles import Articles
from argmap.render.page.drawn_debate import DrawnDebate
from argmap.render.page.map_key import map_key
from argmap.render.page.marked_words import shown
from argmap.render.page.page_options import PageNotice, PageOptions
from argmap.render.page.policy import content_policy
from argmap.render.page.screen_svg import screen_drawing
from argmap.render.page.short_script import short_script, short_style
from argmap.render.page.verdict_reasons import reasons_in
from argmap.render.styles.color_math import contrast
from argmap.render.styles.style import background
from argmap.render.styles.theme import Theme


@frozen(kw_only=True)
class PageParts:
    """The parts of a page: the drawing in the theme `look`, perhaps also one for dark screens, and more."""

    title: str
    subtitle: str
    argument_map: ArgumentMap
    drawn: DrawnDebate | None
    svg: str
    look: Theme
    dark_svg: str | None = None
    dark_look: Theme | None = None
    options: PageOptions = PageOptions()


def web_page(parts: PageParts) -> str:
    """Return the page of a map."""
    options = parts.options
    text = Articles(
        parts.argument_map, parts.drawn, reasons_in(parts.argument_map, parts.drawn), options.hrefs
    )
    drawing = screen_drawing(parts.svg, parts.dark_svg, parts.argument_map, label=parts.title)
    dark = parts.dark_look if drawing.has_both else None
    key = map_key(parts.argument_map, parts.look, dark, drawing.looks)
    style = f"{page_style(options.notices)}{drawing.looks.rules}"
    scripts = [data_file("map.js"), *([options.script] if options.script else [])]
    policy = content_policy(scripts, [style], connect=options.connect)
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="en"{_look(parts.look, dark)}>',
        "<head>",
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta charset="utf-8">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(shown(parts.title))}</title>",
        f"<style>{style}</style>",
        f"<script>{scripts[0]}</script>",
        "</head>",
        "<body>",
        *_header(parts, key),
        *notice_list(options.notices),
        "<main>",
        '<section id="map" aria-label="Map">',
        f'<div id="layer">{drawing.svg}</div>',
        _ZOOM,
        "</section>",
        '<section id="text" aria-label="Text" tabindex="-1">',
        text.html + "</section>",
        _PANEL,
        "</main>",
        '<div id="live" class="skip" aria-live="polite" role="status"></div>',
        *(f"<script>{script}</script>" for script in scripts[1:]),
        "</body>",
        "</html>",
    )
    return "".join(f"{line}\n" for line in lines)


@cache
def data_file(name: str) -> str:
    """Return a script or style sheet of the package, minified."""
    text = packaged("argmap.render.page", name).decode()
    # Hashes are of the bytes between the tags, and browsers read every line end as this one.
    return short_style(text) if name.endswith(".css") else short_script(text)


def _header(parts: PageParts, key: str) -> Iterator[str]:
    subtitle = parts.subtitle or map_summary(parts.argument_map)
    yield '<a class="skip" href="#text">Go to the text</a>'
    yield "<header>"
    yield f'<div class="name"><h1>{escape(shown(parts.title))}</h1><p>{escape(shown(subtitle))}</p></div>'
    yield _TOOLS.replace("<!--key-->", key)
    if parts.options.links:
        links = "".join(
            f'<a href="{escape(href)}">{escape(shown(title))}</a>'
            for title, href in parts.options.links.items()
        )
        yield f'<nav class="parts" aria-label="Parts">{links}</nav>'
    yield "</header>"


def page_style(notices: Sequence[PageNotice]) -> str:
    """Return the style sheet of a page with these findings, without the looks of a drawing."""
    return data_file("map.css") + (data_file("findings.css") if notices else "")


def notice_list(notices: Iterable[PageNotice]) -> Iterator[str]:
    """Yield the part of the page for findings, nothing if there are none."""
    items = "".join(
        f'<li class="{escape(notice.severity)}"><b>{escape(notice.severity)}</b>'
        + (f" <span>line {notice.line}</span>" if notice.line else "")
        + f" {escape(shown(notice.words))}</li>"
        for notice in notices
    )
    if items:
        yield f'<section id="findings" aria-label="Findings" tabindex="0"><ul>{items}</ul></section>'


def _look(light: Theme, dark: Theme | None) -> str:
    """Return the look in which a page starts if its theme has only one."""
    if dark is not None:
        return ""
    return f' data-look="{"dark" if contrast(background(light), "#ffffff") > 4 else "light"}"'


_TOOLS = """<details id="tools" data-script hidden><summary>Tools</summary>
<input id="find" type="search" placeholder="Search" aria-label="Search ( / )" autocomplete="off">
<span id="count"></span>
<details class="menu"><summary>Filter</summary><div id="filters"></div></details>
<details class="menu"><summary>Sections</summary><div id="sections"></div></details>
<details class="menu"><summary>Legend</summary><div><!--key--></div></details>
<button id="unfold" type="button" title="Show everything that is folded (Shift-F)">Unfold</button>
<button id="as-text" type="button" aria-pressed="false">Text</button>
<button id="dark" type="button" aria-pressed="false">Dark</button>
</details>"""
_ZOOM = """<div id="zoom" data-script hidden>
<button id="in" type="button" aria-label="Zoom in ( + )">+</button>
<button id="out" type="button" aria-label="Zoom out ( - )">−</button>
<button id="fit" type="button" title="Show the whole map ( 0 )">Fit</button>
</div>"""
_PANEL = """<aside id="panel" aria-label="Chosen" hidden>
<div class="bar"><button id="fold" type="button" aria-pressed="false">Fold</button>
<button id="close" type="button" aria-label="Close ( Esc )">×</button></div>
<div class="body"></div>
</aside>"""
