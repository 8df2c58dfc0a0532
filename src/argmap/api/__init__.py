"""What people call: parse and load, check, draw."""

from argmap.api.checking import check
from argmap.api.deducing import prove
from argmap.api.differing import diff
from argmap.api.documents import Document
from argmap.api.evaluating import evaluate, why
from argmap.api.loading import load
from argmap.api.naming import occurrences
from argmap.api.outlining import outline, outline_of_map, report
from argmap.api.parsing import parse
from argmap.api.pictures import build_map, draw, draw_as, draw_pages, draw_pages_as, draw_parts, draw_parts_as
from argmap.api.querying import select
from argmap.api.reported_texts import write_text
from argmap.api.supposing import flips, what_if
from argmap.api.texts import fix_text, format_text, to_text

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
