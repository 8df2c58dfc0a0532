"""Fences in Python-Markdown and MkDocs: what `pymdownx.superfences` asks of a custom fence."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import MutableMapping
from html import escape
from typing import Final

from argmap.extensions.inset import Inset, as_page_text, in_words
from argmap.extensions.wishes import SWITCHES, VALUES
from argmap.render import EngineError

# MkDocs counts what is logged below its own name, and fails on it with --strict.
_log: Final = logging.getLogger("mkdocs.argmap")
_OPTIONS: Final = ("theme", "engine", "show", "title", *SWITCHES, *VALUES)
_SHOWS: Final = ("map", "text", "both")


def validator(
    language: str,
    inputs: MutableMapping[str, str],
    options: MutableMapping[str, object],
    attrs: MutableMapping[str, object],
    md: object,
) -> bool:
    """Return whether a fence has only options that it may have, which go from `inputs` to `options`.

    They are `theme`, `engine`, `title`, `show`, which is `map`, `text` or `both`, and what `drawn_as` knows.
    """
    for key in list(inputs):
        if key not in _OPTIONS or (key == "show" and inputs[key] not in _SHOWS):
            _log.warning("a fence of %s cannot have %s=%r", language, key, inputs[key])
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
    inset = Inset(
        source,
        theme=options.get("theme", "default"),
        engine=options.get("engine", "auto"),
        label=options.get("title"),
        wishes=options,
        # Not hash(): Python salts it, and pages must not change between builds.
        prefix=f"m{hashlib.sha256(source.encode(errors='replace')).hexdigest()[:8]}-{_count(md)}-",
    )
    for one in inset.findings:
        _log.warning("line %s of a map: %s", one.location.line if one.location else 1, in_words(one))
    show = options.get("show", "map")
    parts = [
        _markup(source) if show != "map" else "",
        _drawn(inset) if show != "text" else "",
        _wrong(as_page_text(inset.findings)) if inset.findings else "",
    ]
    return f'<div class="{escape(css_class)}">{"".join(parts)}</div>'


def _count(md: object) -> int:
    """Return how many maps a page had before this one: Python-Markdown has one converter a page."""
    number: int = getattr(md, "_argmap_count", 0)
    if md is not None:
        md._argmap_count = number + 1  # type: ignore[attr-defined]  # a mark of ours on what is not ours
    return number


def _drawn(inset: Inset) -> str:
    try:
        return inset.html
    except (EngineError, LookupError, ValueError) as error:
        _log.warning("%s", error)
        return _markup(inset.text) + _wrong(str(error))


def _markup(source: str) -> str:
    from pygments import highlight
    from pygments.formatters.html import HtmlFormatter

    from argmap.extensions.pygments import ArgdownLexer

    return highlight(source, ArgdownLexer(), HtmlFormatter(cssclass="highlight"))


def _wrong(words: str) -> str:
    return f'<pre class="argmap-findings">{escape(words)}</pre>'
