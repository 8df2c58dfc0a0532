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
from argmap.extensions.page_words import INTERACTIVE, SWITCHES, VALUES, unknown_word
from argmap.render import EngineError
from argmap.render.engines.engine import WORDS
from argmap.text.shortening import shortened
from argmap.text.visible import visible_line

# MkDocs counts what is logged below its own name, and fails on it with --strict.
_log: Final = logging.getLogger("mkdocs.argmap")
# That the text is wrong on purpose: what is found is shown to the readers, and not logged.
_ON_PURPOSE: Final = ("error", "warning")
_OPTIONS: Final = (
    *("theme", "engine", "show", "title", "caption"),
    *(INTERACTIVE, *SWITCHES, *VALUES, *_ON_PURPOSE),
)
_LONGEST_NAME: Final = 40
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
        if key not in _OPTIONS:
            _log.warning("%s%s", _page(md), visible_line(unknown_word(key, _OPTIONS)))
            return False
        choices = _CHOICES.get(key, (inputs[key],))
        if inputs[key] not in choices:
            words = f"{key}={inputs[key]} is none of {', '.join(choices)}"
            _log.warning("%s%s", _page(md), visible_line(words))
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
    """Return a fence as HTML: its map, its text or both.

    Findings are logged as warnings; their lines count within the fence. Those of a fence with `error` or
    `warning` are shown below it instead.
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
    is_wrong = any(word in options for word in _ON_PURPOSE)
    for finding in () if is_wrong else inset.findings:
        line = finding.location.line if finding.location else 1
        _log.warning("%sline %s of %s: %s", _page(md), line, _called(source), in_words(finding))
    show = options.get("show", "map")
    parts = [
        _markup(source) if show != "map" else "",
        _drawn(inset, md) if show != "text" else "",
        _wrong(as_page_text(inset.findings)) if is_wrong and inset.findings else "",
    ]
    mark = f' id="{escape(str(id))}"' if id else ""
    body = "".join(parts)
    if caption := options.get("caption"):
        body = f"<figure>{body}<figcaption>{escape(caption)}</figcaption></figure>"
    return f'<div class="{escape(css_class)}"{mark}>{body}</div>'


def _page_folder(md: object) -> str | None:
    """Return the folder of the page that is converted, if that is known."""
    path = _of_page(md, "abs_src_path")
    return None if path is None else str(Path(path).parent)


def _page(md: object) -> str:
    """Return how messages begin: with the page that is converted, if that is known."""
    path = _of_page(md, "src_uri")
    return "" if path is None else f"{visible_line(path)}: "


def _of_page(md: object, name: str) -> str | None:
    """Return what is known of the file of the page that is converted: MkDocs leaves it with its links."""
    for processor in getattr(md, "treeprocessors", ()):
        value = getattr(getattr(processor, "file", None), name, None)
        if isinstance(value, str):
            return value
    return None


def _called(source: str) -> str:
    """Return what messages call a map, of which there may be several in a page: by how its text begins."""
    first = source.strip().partition("\n")[0]
    return f"the map “{visible_line(shortened(first, _LONGEST_NAME))}”"


def _count(md: object) -> int:
    """Return how many maps a page had before this one: Python-Markdown has one converter a page."""
    number: int = getattr(md, "_argmap_count", 0)
    if md is not None:
        md._argmap_count = number + 1  # type: ignore[attr-defined]  # a mark of ours on what is not ours
    return number


def _drawn(inset: EmbeddedMap, md: object) -> str:
    try:
        for sentence in inset.drawing.left_out:
            _log.info("%s%s: %s", _page(md), _called(inset.text), visible_line(sentence))
        return inset.frame if inset.is_interactive else inset.html
    except (EngineError, LookupError, ValueError) as error:
        _log.warning("%s%s: %s", _page(md), _called(inset.text), visible_line(str(error)))
        return _markup(inset.text)


def _markup(source: str) -> str:
    from pygments import highlight
    from pygments.formatters.html import HtmlFormatter

    from argmap.extensions.pygments import ArgdownLexer

    return highlight(source, ArgdownLexer(), HtmlFormatter(cssclass="highlight"))


def _wrong(words: str) -> str:
    return f'<pre class="argmap-findings">{escape(words)}</pre>'
