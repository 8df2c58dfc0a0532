"""What people call: parse and load, check, draw."""

from argmap.text.names_on_access import names_on_access

# Not from typing, whose import takes a while.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from argmap.api.checking import check
    from argmap.api.deducing import prove
    from argmap.api.differing import diff
    from argmap.api.documents import Document
    from argmap.api.evaluating import evaluate, why
    from argmap.api.loading import load
    from argmap.api.naming import occurrences
    from argmap.api.outlining import outline, outline_of_map, report
    from argmap.api.parsing import parse
    from argmap.api.pictures import (
        build_map,
        draw,
        draw_as,
        draw_pages,
        draw_pages_as,
        draw_parts,
        draw_parts_as,
    )
    from argmap.api.querying import select
    from argmap.api.supposing import flips, what_if
    from argmap.api.texts import fix_text, format_text, to_text, write_text

__all__ = [
    "Document",
    "build_map",
    "check",
    "diff",
    "draw",
    "draw_as",
    "draw_pages",
    "draw_pages_as",
    "draw_parts",
    "draw_parts_as",
    "evaluate",
    "fix_text",
    "flips",
    "format_text",
    "load",
    "occurrences",
    "outline",
    "outline_of_map",
    "parse",
    "prove",
    "report",
    "select",
    "to_text",
    "what_if",
    "why",
    "write_text",
]

__getattr__ = names_on_access(
    __name__,
    {
        "argmap.api.checking": ("check",),
        "argmap.api.deducing": ("prove",),
        "argmap.api.differing": ("diff",),
        "argmap.api.documents": ("Document",),
        "argmap.api.evaluating": (
            "evaluate",
            "why",
        ),
        "argmap.api.loading": ("load",),
        "argmap.api.naming": ("occurrences",),
        "argmap.api.outlining": (
            "outline",
            "outline_of_map",
            "report",
        ),
        "argmap.api.parsing": ("parse",),
        "argmap.api.pictures": (
            "build_map",
            "draw",
            "draw_as",
            "draw_pages",
            "draw_pages_as",
            "draw_parts",
            "draw_parts_as",
        ),
        "argmap.api.querying": ("select",),
        "argmap.api.supposing": (
            "flips",
            "what_if",
        ),
        "argmap.api.texts": (
            "fix_text",
            "format_text",
            "to_text",
            "write_text",
        ),
    },
)
