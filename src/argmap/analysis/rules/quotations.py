"""Rules about quotations."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.context import START, CheckContext, CheckFinding
from argmap.analysis.quotes import Quoted
from argmap.files import text_in
from argmap.text import diagnose
from argmap.text.shortening import line_of

_LONGEST_PASSAGE = 200


def misquoted(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the quotations that are not in the files they come from, and files that cannot be read.

    Only files in the folder of the document are searched, with symbolic links resolved; a text
    without a folder has none.
    """
    if context.folder is None:
        return
    texts: dict[str, Quoted | str] = {}
    for evidence in context.debate.evidence.values():
        if not evidence.quote:
            continue
        for source in evidence.sources:
            name = source.fields.get("file")
            if not isinstance(name, str):
                continue
            if name not in texts:
                try:
                    texts[name] = Quoted(text_in(name, context.folder))
                except ValueError as error:
                    texts[name] = str(error)
            text = texts[name]
            place = evidence.span or START
            if isinstance(text, str):
                yield CheckFinding(evidence.ref, diagnose("C306", place, name, evidence.title, text))
            elif not text.has(evidence.quote):
                words = (evidence.title, name, _nearest(text, evidence.quote))
                yield CheckFinding(evidence.ref, diagnose("C305", place, *words))


def _nearest(text: Quoted, quote: str) -> str:
    passage = text.nearest(quote)
    if passage is None:
        return "nothing there is like it: check the file and the words"
    nearest = f"nearest, in line {passage.line}: “{line_of(passage.text, _LONGEST_PASSAGE)}”"
    if passage.differences:
        return f"{nearest}, with {', '.join(passage.differences)}"
    return f"{nearest}, which differs in case or punctuation"
