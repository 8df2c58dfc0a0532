"""What an engine draws can be put into a page: it draws and does nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from argmap.maps import ArgumentMap
from argmap.render import EngineError, draw_map
from argmap.render.engines.safe_svg import UnsafeSvgError, safe_svg

needs_shell = pytest.mark.skipif(os.name == "nt", reason="programs in tests are shell scripts")

HARMLESS = {
    "a group": "<g id='n0' class='node'><path d='M0,0'/></g>",
    "a link": "<a xlink:href='https://example.org/?a=1' xlink:title='url(x)'><text x='1'>url(x)</text></a>",
    "a mail": "<a href='mailto:a@example.org'/>",
    "a tooltip": "<a xlink:title='on click'/>",
    "a gradient": "<defs><linearGradient id='l'/></defs><path style='fill:url(#l)' fill='url(#l)'/>",
    "a picture": "<image href='data:image/png;base64,AAAA'/>",
    "a comment": "<!-- n0&#45;&gt;n1 -->",
}
HARMFUL = {
    "a script": "<script>alert(1)</script>",
    "a script of a prefix": "<svg:script xmlns:svg='http://www.w3.org/2000/svg'/>",
    "HTML": "<foreignObject><p>x</p></foreignObject>",
    "HTML in a title": "<title><img src='x'/></title>",
    "a handler": "<g onload='alert(1)'/>",
    "a handler in capitals": "<g ONCLICK='alert(1)'/>",
    "a handler of a prefix": "<g xlink:onclick='alert(1)'/>",
    "a link that runs": "<a xlink:href='javascript:alert(1)'/>",
    "a link that runs, hidden": "<a href=' java&#10;script:alert(1)'/>",
    "a page in a link": "<a href='data:text/html,x'/>",
    "a picture from elsewhere": "<image href='https://example.org/x.png'/>",
    "a picture that is a file": "<image xlink:href='/etc/passwd'/>",
    "a part from elsewhere": "<use href='other.svg#a'/>",
    "a style sheet": "<style>@import 'x'</style>",
    "a fill from elsewhere": "<path fill='url(https://example.org/x#a)'/>",
    "a style from elsewhere": "<path style='fill: url( \"x\" )'/>",
    "a style in disguise": "<path style='fill:u\\72l(x)'/>",
    "an animation": "<set attributeName='href' to='javascript:alert(1)'/>",
    "a comment that HTML ends sooner": "<!--> <script>alert(1)</script> -->",
    "a drawing in a comment": "<!-- <svg onload='alert(1)'> -->",
    "text as data": "<text><![CDATA[<script>]]></text>",
    "an instruction": "<?xml-stylesheet href='x'?>",
    "another base": "<g xml:base='https://example.org/'/>",
    "another language": "<g xmlns='http://www.w3.org/1999/xhtml'/>",
    "no XML": "<g>",
}


def drawing(inner: str) -> bytes:
    names = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
    return f"<svg {names}>{inner}</svg>".encode()


@pytest.mark.parametrize("inner", HARMLESS.values(), ids=HARMLESS)
def test_what_only_draws_stays_as_it_is(inner: str) -> None:
    assert safe_svg(drawing(inner)) == drawing(inner).decode()


@pytest.mark.parametrize("inner", HARMFUL.values(), ids=HARMFUL)
def test_what_does_more_is_refused(inner: str) -> None:
    with pytest.raises(UnsafeSvgError):
        safe_svg(drawing(inner))


def test_entities_are_not_declared() -> None:
    with pytest.raises(UnsafeSvgError, match="declarations of its own"):
        safe_svg(b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>")


@needs_shell
def test_a_script_of_an_engine_reaches_no_page(program: Callable[[str], str], small_map: ArgumentMap) -> None:
    path = program('echo \'<svg width="1pt" height="1pt"><script>alert(1)</script></svg>\'')
    with pytest.raises(EngineError, match="element 'script', in line 1"):
        draw_map(small_map, engine=path).svg()


@needs_shell
def test_an_engine_that_does_not_write_utf8_is_named(
    program: Callable[[str], str], small_map: ArgumentMap
) -> None:
    path = program("printf '\\377<svg></svg>'")
    with pytest.raises(EngineError, match=r"engine gave no svg .*/engine\): it is not text in UTF-8: byte 1"):
        draw_map(small_map, engine=path).svg()


@needs_shell
def test_an_engine_whose_drawing_has_no_size_is_named(
    program: Callable[[str], str], small_map: ArgumentMap
) -> None:
    path = program('echo \'<svg width="nanpt" height="1pt"></svg>\'')
    with pytest.raises(EngineError, match=r"engine gave no svg .*/engine\): it has no size in points"):
        draw_map(small_map, engine=path).svg()
