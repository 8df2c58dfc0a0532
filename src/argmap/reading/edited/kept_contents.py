"""What was noticed in the texts of blocks, after an edit of others."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.reading.edited.findings_after_change import MovedFindings
from argmap.reading.element_reader import ElementReader


def take_over(
    contents: ElementReader,
    earlier: ElementReader,
    moved: MovedFindings,
    gone: Iterable[tuple[str, int, int]],
) -> None:
    """Add to what was noticed in the blocks that changed what was noticed in all others.

    `gone` are texts with markup that nobody will ask for again.
    """
    start, end = moved.change.start, moved.change.end
    contents.known_data = {**earlier.known_data, **contents.known_data}
    known = dict(earlier.inline.known)
    for place in gone:
        known.pop(place, None)
    contents.inline.known = known | contents.inline.known
    contents.mentions = [
        *(mention for mention in earlier.mentions if mention[2].start < start),
        *contents.mentions,
        *((kind, title, moved.span(span)) for kind, title, span in earlier.mentions if span.start >= end),
    ]
    contents.bracketed = [
        *(title for title in earlier.bracketed if title.span.start < start),
        *contents.bracketed,
        *(
            title._replace(span=moved.span(title.span), colon=title.colon and moved.span(title.colon))
            for title in earlier.bracketed
            if title.span.start >= end
        ),
    ]
    contents.forget_earlier()
