"""Fences in Python-Markdown and MkDocs: what `pymdownx.superfences` asks of a custom fence."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, MutableMapping
from html import escape
from pathlib import Path
from typing import Final

from attrs import frozen

from argmap.extensions.embedded import EmbeddedMap, as_page_text, in_words
from argmap.extensions.page_words import INTERACTIVE, SWITCHES, VALUES
from argmap.render import EngineError
from argmap.render.engines.engine import WORDS
from argmap.text.visible import visible_line

# MkDocs counts what is logged below its own name, and fails on it with --strict.
_log: Final = logging.getLogger("mkdocs.argmap")
_OPTIONS: Final = ("theme", "engine", "show", "title", "caption", INTERACTIVE, *SWITCHES, *VALUES)
_CHOICES: Final = {"show": ("map", "text", "both"), "engine": WORDS}


def validator(
    language: str,
    inputs: MutableMapping[str, str],
    options: MutableMapping[str, object],
    attrs: MutableMapping[str, object],
    md: object,
) -> bool:
    """Return whether a fence has only options that it may have, which go from `inputs` to `options`.

    They are `theme`, `engine`, `title`, `caption`, `show`, which is `map`, `text` or `both`, and what
    `draw_options` knows.
    `engine` is a word, never a path.
    """
    for key in list(inputs):
        if key not in _OPTIONS or inputs[key] not in _CHOICES.get(key, (inputs[key],)):
            _log.warning("a fence of %s cannot have %s=%r", language, visible_line(key), inputs[key])
            return False
        options[key] = inputs.pop(key)
    return True


def fence(
    source: str,
    language: str,
    css_class: str,
    options: MutableMapping[str, str],
    md: object,
    **kept: object,
) -> str:
    """Return a fence as HTML: its map, its text or both, and below it what is wrong.

    Findings are logged as warnings, too; their lines count within the fence.
    """
    return _shown(_Configuration(), source, css_class, options, md, kept.get("id_value"))


def fence_with(
    *, theme: str = "default", engine: str = "auto", folder: str | None = None
) -> Callable[..., str]:
    r"""Return a `fence` for a site: with the theme and the engine that fences have which name no others.

    Both may be paths, as for `argmap.draw`. `folder` is where paths of themes begin that fences name;
    without it they begin in the folder of the page, which is known in MkDocs.

    >>> fence_with(theme="dark")("[Sun]: It shines.\n  + [Forecast]", "argdown", "map", {}, None)[:17]
    '<div class="map">'
    """
    site = _Configuration(theme, engine, folder)

    def configured(
        source: str,
        language: str,
        css_class: str,
        options: MutableMapping[str, str],
        md: object,
        **kept: object,
    ) -> str:
        return _shown(site, source, css_class, options, md, kept.get("id_value"))

    return configured


@frozen
class _Configuration:
    """What the configuration of a site says about all its fences."""

    theme: str = "default"
    engine: str = "auto"
    folder: str | None = None


def _shown(
    site: _Configuration,
    source: str,
    css_class: str,
    options: MutableMapping[str, str],
    md: object,
    id: object,
) -> str:
    inset = EmbeddedMap(
        source,
        theme=site.theme,
        engine=site.engine,
        folder=site.folder or _page_folder(md),
        label=options.get("title") or options.get("caption"),
        words=options,
        # Not hash(): Python salts it, and pages must not change between builds.
        prefix=f"m{hashlib.sha256(source.encode(errors='replace')).hexdigest()[:8]}-{_count(md)}-",
    )
    for finding in inset.findings:
        _log.warning(
            "line %s of a map: %s", finding.location.line if finding.location else 1, in_words(finding)
        )
    show = options.get("show", "map")
    parts = [
        _markup(source) if show != "map" else "",
        _drawn(inset) if show != "text" else "",
        _wrong(as_page_text(inset.findings)) if inset.findings else "",
    ]
    mark = f' id="{escape(str(id))}"' if id else ""
    body = "".join(parts)
    if caption := options.get("caption"):
        body = f"<figure>{body}<figcaption>{escape(caption)}</figcaption></figure>"
    return f'<div class="{escape(css_class)}"{mark}>{body}</div>'


def _page_folder(md: object) -> str | None:
    """Return the folder of the page that is converted, if that is known: MkDocs leaves it with its links."""
    for processor in getattr(md, "treeprocessors", ()):
        path = getattr(getattr(processor, "file", None), "abs_src_path", None)
        if isinstance(path, str):
            return str(Path(path).parent)
    return None


def _count(md: object) -> int:
    """Return how many maps a page had before this one: Python-Markdown has one converter a page."""
    number: int = getattr(md, "_argmap_count", 0)
    if md is not None:
        md._argmap_count = number + 1  # type: ignore[attr-defined]  # a mark of ours on what is not ours
    return number


def _drawn(inset: EmbeddedMap) -> str:
    try:
        for sentence in inset.drawing.left_out:
            _log.info("%s", visible_line(sentence))
        return inset.frame if inset.is_interactive else inset.html
    except (EngineError, LookupError, ValueError) as error:
        _log.warning("%s", visible_line(str(error)))
        return _markup(inset.text) + _wrong(str(error))


def _markup(source: str) -> str:
    from pygments import highlight
    from pygments.formatters.html import HtmlFormatter

    from argmap.extensions.pygments import ArgdownLexer

    return highlight(source, ArgdownLexer(), HtmlFormatter(cssclass="highlight"))


def _wrong(words: str) -> str:
    return f'<pre class="argmap-findings">{escape(words)}</pre>'
