"""What follows the marks of a fence: its language, its name, its caption and other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

# Fences in Markdown that are documents, and the names of our directives in MyST.
LANGUAGES = ("argdown", "argdown-map", "argmap")
_WORD = re.compile(
    r"""[^\s"'={}]++=(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|[^\s}]*+)|[^\s{}]++|[{}]""", re.DOTALL
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NAMES = ("id", "name", "label")
_CAPTIONS = ("caption", "fig-cap", "title")


@frozen
class Info:
    """What a fence says about itself; `words` are neither the language nor attributes, such as `error`."""

    language: str
    id: str | None = None
    caption: str | None = None
    words: tuple[str, ...] = ()
    is_directive: bool = False


def read_info(info: str) -> Info | None:
    """Return the meaning of the words after the marks of a fence; None if it is not one of our fences.

    >>> read_info('{.argdown-map #fig-map caption="The dispute"}')
    Info(language='argdown-map', id='fig-map', caption='The dispute', words=(), is_directive=False)
    >>> read_info("python") is None
    True
    """
    # Words with which none of our fences begins need not be read.
    if not any(language in info[:_FARTHEST].casefold() for language in LANGUAGES):
        return None
    words = list(_WORD.findall(info))
    if words[0] != "{":
        return _info(words[0], (word for word in words[1:] if word not in "{}"))
    if "}" not in words:
        return None
    inside, behind = words[1 : words.index("}")], words[words.index("}") + 1 :]
    classes = [word[1:] for word in inside if word.startswith(".")]
    if inside and not inside[0].startswith((".", "#")) and "=" not in inside[0]:
        # `{argmap}` is a directive; what follows it is the file that it draws.
        return None if behind else _info(inside[0], inside[1:], is_directive=True)
    return _info(classes[0], inside) if classes else None


# Where in its words a fence has said its language; an identifier and a caption may come first.
_FARTHEST = 1000


def _info(language: str, words: Iterator[str] | list[str], *, is_directive: bool = False) -> Info | None:
    if language.casefold() not in LANGUAGES or (language.casefold() == "argmap" and not is_directive):
        return None
    id = caption = None
    others: list[str] = []
    for word in words:
        key, sign, value = word.partition("=")
        if word.startswith("#") and len(word) > 1:
            id = id or word[1:]
        elif sign and key in _NAMES:
            id = id or unquoted(value)
        elif sign and key in _CAPTIONS:
            caption = caption or unquoted(value)
        elif not word.startswith("."):
            others.append(word)
    return Info(language.casefold(), id or None, caption or None, tuple(others), is_directive)


def unquoted(value: str) -> str:
    """Return a value without the quotes around it."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return _ESCAPED.sub(r"\1", value[1:-1])
    return value
