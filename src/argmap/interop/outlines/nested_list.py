"""An outline as nested lists in HTML, for screen readers too."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from argmap.analysis.outlines import DebateOutline, OutlineItem
from argmap.interop.outlines.item_words import ItemWords, words_of
from argmap.model import ElementRef, InferenceRef, SectionRef

_DEEPEST_HEADING = 6


def nested_list(outline: DebateOutline, title: str) -> str:
    """Return an outline in HTML, to be put into a page: headings, and lists of items in each other.

    The relation of an item to what is above it is written out, and what is given elsewhere is a link there.
    Nothing that the debate says is markup.
    """
    return "".join(f"{line}\n" for line in _lines(outline, title))


def _lines(outline: DebateOutline, title: str) -> Iterator[str]:
    places = {
        item.ref: f"outline-{number}"
        for number, item in enumerate(outline.items, start=1)
        if not item.is_reference and not isinstance(item.ref, SectionRef | InferenceRef)
    }
    yield '<div class="argmap-outline">'
    if title:
        yield f"<h1>{escape(title)}</h1>"
    open_lists = 0
    for item in outline.items:
        words = words_of(item, outline.debate)
        depth = 0 if isinstance(item.ref, SectionRef) else item.level + 1
        while open_lists > depth:
            yield "</li></ul>"
            open_lists -= 1
        if isinstance(item.ref, SectionRef):
            level = min(item.level + (2 if title else 1), _DEEPEST_HEADING)
            yield f"<h{level}>{escape(words.title)}</h{level}>"
            continue
        if open_lists == depth:
            yield "</li>"
        else:
            yield "<ul>"
            open_lists += 1
        yield _item(item, words, places)
    yield from ["</li></ul>"] * open_lists
    yield "</div>"


def _item(item: OutlineItem, words: ItemWords, places: dict[ElementRef, str]) -> str:
    bearing = f'<span class="bearing">{escape(words.bearing)}</span>' if words.bearing else ""
    facts = f"<small>({escape('; '.join(words.facts))})</small>" if words.facts else ""
    if isinstance(item.ref, InferenceRef):
        rule = f"by {escape(words.text)}" if words.text else ""
        return f'<li class="inference">{_joined(bearing, rule, facts)}'
    title = f"<strong>{escape(words.title)}</strong>" if words.title else ""
    if item.is_reference:
        place = places.get(item.ref) if not isinstance(item.ref, SectionRef) else None
        name = title or f"“{escape(words.text)}”"
        link = f'<a href="#{place}">{name}</a>' if place else name
        return f'<li class="reference">{_joined(bearing, "→ see", words.kind, link)}'
    head = _joined(bearing, words.kind, title)
    quote = f"<q>{escape(words.quote)}</q>" if words.quote else ""
    rest = _joined(escape(words.text), quote, facts)
    place = places.get(item.ref) if not isinstance(item.ref, SectionRef) else None
    mark = f' id="{place}"' if place else ""
    return f'<li class="{item.ref.kind}"{mark}>{_joined(f"{head}: {rest}" if rest else head, words.hidden)}'


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
