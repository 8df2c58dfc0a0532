"""Repairs of what is only laid out wrongly: they lay out the lines around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from argmap.api.documents import Document
from argmap.formatting.text_layout import OF_LAYOUT
from argmap.lsp.features.actions.code_action import ActionKind, CodeAction
from argmap.lsp.features.shape.layout_changes import layout_of_blocks
from argmap.text import Diagnostic


def layout_repairs(document: Document, here: Iterable[tuple[Diagnostic, int]]) -> Iterator[CodeAction]:
    """Yield repairs of findings that have no fix of their own and that laying out the lines resolves.

    The findings come with where they are in the text of the document.

    >>> import argmap
    >>> document = argmap.parse("[A]: a\\n+ b")
    >>> (action,) = layout_repairs(document, [(document.diagnostics[0], 7)])
    >>> argmap.edits.apply(document.text, action.edits())
    '[A]: a\\n  + b'
    """
    for finding, place in here:
        if finding.fix is None and finding.code in OF_LAYOUT:
            edits = partial(layout_of_blocks, document, finding.span._replace(start=place, end=place))
            yield CodeAction("Lay out these lines", ActionKind.QUICK_FIX, edits, finding=finding)
            return
