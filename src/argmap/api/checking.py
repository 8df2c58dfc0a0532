"""What the rules of analysis find in a document."""

from __future__ import annotations

from argmap.api.assembly import in_order
from argmap.api.documents import Document, folder_of, settings_of
from argmap.data.garbage import paused_collector
from argmap.model import Debate, debate_of
from argmap.nearest_keyword import names_nearest
from argmap.text import Findings


@names_nearest
def check(document: Document | Debate) -> Findings:
    """Return what the rules of analysis find in a document or debate, in order of the text.

    Findings that the settings (`check.allow`) or the data of an element (`{allow: [C301]}`) allow are left
    out. Files that evidence quotes from are searched if they are in the folder of the document.

    >>> import argmap
    >>> [finding.code for finding in argmap.check(argmap.parse("[^Thermometer]: It is warm."))]
    ['C301']
    """
    from argmap.analysis import check_debate

    if not isinstance(document, Document):
        debate = debate_of(document)
        with paused_collector():
            return Findings(check_debate(debate, settings=settings_of(debate, None)))
    if document._documents is not None:
        return in_order(finding for part in document.documents for finding in check(part))
    if document._inside:
        is_shown = document.fence is None or not document.fence.is_wrong_on_purpose
        inner = check(document._inside.document) if is_shown else ()
        return in_order(document._inside.places.diagnostic(finding) for finding in inner)
    with paused_collector():
        findings = check_debate(
            document.debate,
            settings=document.settings,
            folder=folder_of(document),
            diagnostics=document.diagnostics,
        )
    return Findings(findings)
