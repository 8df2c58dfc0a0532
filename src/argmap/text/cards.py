"""Cards: what a claim, an argument or a finding says, as notebooks show it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_STYLE = "border-left:4px solid {};padding:.2em .8em;margin:.3em 0;max-width:44em"


def card(heading: str, *, text: str | None, facts: Iterable[tuple[str, str]], color: str) -> str:
    """Return a card in HTML: a heading, a text and facts with their names; nothing in it is markup.

    >>> "It is &lt;b&gt;so&lt;/b&gt;." in card("[A]", text="It is <b>so</b>.", facts=[], color="red")
    True
    """
    body = f"<div>{escape(text)}</div>" if text else ""
    lines = "".join(
        f"<div><small>{escape(name)}: {escape(fact)}</small></div>" for name, fact in facts if fact
    )
    return framed(f"<b>{escape(heading)}</b>{body}{lines}", color=color)


def framed(content: str, *, color: str) -> str:
    """Return content, which is HTML, in the frame that all cards have."""
    return f'<div style="{_STYLE.format(color)}">{content}</div>'
