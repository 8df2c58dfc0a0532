"""Words of a document as text in Markdown, which editors show."""

from __future__ import annotations

import re

from argmap.text.visible import visible_line

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&$])")


def as_markdown(words: str) -> str:
    r"""Return words such that Markdown shows them as they are, in one line.

    >>> print(as_markdown("<b> *never* [x](y)"))
    \<b\> \*never\* \[x\]\(y\)
    """
    return _MARKUP.sub(r"\\\1", visible_line(" ".join(words.split())))


def as_code(words: str) -> str:
    r"""Return words as code in a line.

    >>> as_code("[A `b`]")
    '`` [A `b`] ``'
    """
    line = visible_line(" ".join(words.split()))
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    if not longest:
        return f"`{line}`" if line else ""
    fence = "`" * (longest + 1)
    return f"{fence} {line} {fence}"
