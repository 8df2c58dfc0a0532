"""What pages and cells ask of a drawing, in words.

Whoever builds pages need not have written them: what they ask for runs no program and reads no file but
those that lie with them. Paths come from the configuration of a site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from argmap.render import DrawOptions
from argmap.render.draw_options import page_options
from argmap.render.engines.engine import WORDS
from argmap.render.styles.theme import Theme, load_page_theme
from argmap.text.nearest import nearest

_KINDS = page_options()
# Named as the fields of DrawOptions and as the options of `argmap render`.
SWITCHES = tuple(name for name, kind in _KINDS.items() if kind == "switch")
VALUES = tuple(name for name in _KINDS if name not in SWITCHES)
# Whether a map is a page to look around in, which is no option of a drawing.
INTERACTIVE = "interactive"
_ON = ("", "true", "yes", "on", "1", *SWITCHES, INTERACTIVE)
_OFF = ("false", "no", "off", "0")


def draw_options(
    words: Mapping[str, str], *, folder: Path | None = None, site: DrawOptions | None = None
) -> DrawOptions:
    """Return the options of a drawing from words; a switch without a value is on, others are passed over.

    What no word asks for is as in `site`, the configuration. Paths of themes begin in `folder`, as in
    `asked_theme`.

    >>> options = draw_options({"legend": "", "focus": "[Sun]", "radius": "3", "caption": "The sun"})
    >>> options.legend, options.focus, options.radius
    (True, '[Sun]', 3)

    Raises:
        ThemeError: there is no such theme, or pages cannot have it.
        ValueError: a value makes no sense.
    """
    values: dict[str, Any] = {name: _value(name, words[name]) for name in _KINDS if name in words}
    if (theme := words.get("theme")) is not None:
        values["theme"] = asked_theme(theme, folder)
    if (engine := words.get("engine")) is not None:
        values["engine"] = asked_engine(engine)
    return evolve(site or DrawOptions(), **values)


def unknown_word(word: str, known: Iterable[str]) -> str:
    """Return what is said of a word that no fence knows, with the nearest that one may have.

    >>> unknown_word("thme", ("theme", "show"))
    'a fence of argdown cannot have `thme`; did you mean `theme`?'
    """
    near = nearest(word, known)
    hint = f"; did you mean `{near}`?" if near is not None else ""
    return f"a fence of argdown cannot have `{word}`{hint}"


def is_interactive(words: Mapping[str, str]) -> bool:
    """Return whether a page asks for a map to look around in.

    >>> is_interactive({"interactive": ""}), is_interactive({"legend": ""})
    (True, False)

    Raises:
        ValueError: it says neither yes nor no.
    """
    return INTERACTIVE in words and _is_on(INTERACTIVE, words[INTERACTIVE])


def asked_engine(word: str) -> str:
    """Return the engine that a page asks for, which is never a program that it names.

    Raises:
        ValueError: it is no word for an engine.
    """
    if word not in WORDS:
        raise ValueError(f"engine must be one of {', '.join(WORDS)}, not {word!r}; paths are configured")
    return word


def asked_theme(word: str, folder: Path | None) -> Theme:
    """Return the theme that a page asks for, by its name or by a path below the folder of the page.

    Raises:
        ThemeError: there is no such theme, it is not below the folder, or the file is not a theme.
    """
    return load_page_theme(word, folder)


def _value(name: str, word: str) -> object:
    if _KINDS[name] == "number":
        if not word.isdecimal():
            raise ValueError(f"{name} must be a number, not {word!r}")
        return int(word)
    if _KINDS[name] == "switch":
        return _is_on(name, word)
    return word


def _is_on(name: str, word: str) -> bool:
    if word.lower() not in (*_ON, *_OFF):
        raise ValueError(f"{name} must be on or off, not {word!r}")
    return word.lower() in _ON
