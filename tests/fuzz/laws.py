"""What holds for every text; each law yields how a text breaks it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import argmap
from argmap.api import Document
from argmap.interop import argdown_json
from argmap.model import Argument
from argmap.syntax import Block
from argmap.syntax.titles import clean_title

from .rewriting import (
    debates_are_written,
    fixes_settle,
    layouts_are_settled,
    layouts_say_the_same,
    what_is_written_is_laid_out,
)

Law: TypeAlias = Callable[[str, Document], Iterator[str]]

# A mark of byte order, and what an author writes of what we mask comments with.
_BLANK = "\ufeff\ufdd0"


def broken(text: str, laws: Iterable[Law] = ()) -> str | None:
    """Return which of some laws, or of all, a text breaks, None if it breaks none."""
    name = "parse"
    try:
        document = argmap.parse(text)
        for law in laws or (law for group in LAWS.values() for law in group):
            name = law.__name__
            for found in law(text, document):
                return f"{name}: {found}"
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # A text must not raise, whatever it is that it raises.
        return f"{name}: {type(error).__name__}: {ascii(error.args)[:200]} {_place(error)}"
    return None


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"({trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno})" if trace else ""


def text_is_kept(text: str, document: Document) -> Iterator[str]:
    """A document has the text it was read from."""
    if document.text != text:
        yield "another text"


def spans_lie_in_the_text(text: str, document: Document) -> Iterator[str]:
    """What a diagnostic, statement, relation or element names lies in the text."""
    debate = document.debate
    spans = [(one.code, one.span) for one in document.diagnostics]
    spans += [(one.code, related.span) for one in document.diagnostics for related in one.related]
    spans += [(one.code, one.fix.span) for one in document.diagnostics if one.fix]
    spans += [(f"{one.kind}", span) for one in debate.relations for span in one.spans]
    for element in debate.elements:
        spans += [(element.title, element.span)] if element.span else []
        stated = (
            (*element.descriptions, *element.steps) if isinstance(element, Argument) else element.statements
        )
        spans += [(element.title, one.span) for one in stated if one.span]
        for one in stated:
            length = len(one.text or "")
            if any(not 0 <= mark.start < mark.end <= length for mark in one.marks):
                yield f"a mark outside of the text of {element.title!a}"
    for what, span in spans:
        if not 0 <= span.start <= span.end <= len(text):
            yield f"{what!a} at {tuple(span)} in a text of {len(text)}"
    for diagnostic in document.diagnostics:
        document.location(diagnostic.span.start)


def nodes_lie_in_their_block_in_order(text: str, document: Document) -> Iterator[str]:
    """Elements stand in their blocks, in the order of the text, and what they hold stands in them."""
    last = 0
    for block in document.tree.blocks:
        if not last <= block.start <= block.start + len(block.text) <= len(text):
            yield f"a block at {block.start}, behind {last}"
        last, length, at = block.start + len(block.text), len(block.text), 0
        for element in block.elements:
            if not at <= element.start <= element.end <= length:
                yield f"an element at {element.start}, {element.end}"
            at = element.start
            ranges = (element.title_range, element.content, *element.tags, *element.data, *element.rules)
            for found in ranges:
                if found and not element.start <= found[0] <= found[1] <= element.end:
                    yield f"a part at {found} of an element at {element.start}, {element.end}"


def titles_slice_back(text: str, document: Document) -> Iterator[str]:
    """A title is what stands in the text where it says, without the comments in it."""
    for block in document.tree.blocks:
        for element in block.elements:
            if element.title_range is not None:
                start, end = element.title_range
                comments = [one for one in block.comments if start <= one[0] < end]
                if comments:
                    written = _without(text, block.start, (start, end), comments)
                else:
                    written = text[block.start + start : block.start + end]
                if clean_title(written.replace("\ufdd0", "\ufffd")) != element.title:
                    yield f"{element.title!a} is {written!a}"


def _without(text: str, offset: int, whole: tuple[int, int], comments: list[tuple[int, int]]) -> str:
    pieces, at = [], whole[0]
    for start, end in comments:
        # The line end of a line that is only a comment goes with it; white space collapses in titles.
        pieces += [text[offset + at : offset + start], ""]
        at = end
    return "".join((*pieces, text[offset + at : offset + whole[1]]))


def no_mask_is_shown(text: str, document: Document) -> Iterator[str]:
    """What stands for comments inside of the library is nowhere in what it says."""
    if "\ufdd0" in text:
        # The author's own, which may stand in data.
        return
    debate = document.debate
    said = [one.message + (one.hint or "") for one in document.diagnostics]
    said += debate.tags
    said += [section.title for section in debate.sections]
    for element in debate.elements:
        said.append(element.title)
        stated = (
            (*element.descriptions, *element.steps) if isinstance(element, Argument) else element.statements
        )
        said += [f"{one.text} {one.marks} {one.tags}" for one in stated]
    for argument in debate.arguments.values():
        said += [rule for one in argument.inferences for rule in one.rules]
    for one in said:
        if "\ufdd0" in one or "\\ufdd0" in one:
            yield ascii(one)


def nothing_is_lost(text: str, document: Document) -> Iterator[str]:
    """Every character that is not blank belongs to a node of the tree, a comment or the frontmatter."""
    tree = document.tree
    ranges = [*tree.comments, *((tree.frontmatter[0],) if tree.frontmatter else ())]
    for part in tree.parts:
        if isinstance(part, Block):
            inner = (*((one.start, one.end) for one in part.elements), *part.comments)
            ranges += [(part.start + start, part.start + end) for start, end in inner]
        else:
            ranges.append((part.start, part.end))
    left = bytearray(len(text))
    for start, end in ranges:
        left[start:end] = b"\x01" * (end - start)
    lost = "".join(one for one, seen in zip(text, left, strict=True) if not seen)
    lost = "".join(lost.split()).strip(_BLANK)
    if lost:
        yield ascii(lost[:60])


def relations_have_ends(text: str, document: Document) -> Iterator[str]:
    """What a relation joins is in the debate."""
    debate = document.debate
    for one in debate.relations:
        for end in (one.source, one.target):
            debate[end]
    return
    yield


def line_ends_do_not_count(text: str, document: Document) -> Iterator[str]:
    """A text means the same whether its lines end as on Windows or as elsewhere."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    here, there = argmap.parse(text), argmap.parse(text.replace("\n", "\r\n"))
    if here.debate != there.debate:
        yield "another debate with other line ends"
    codes = [[finding.code for finding in document.diagnostics] for document in (here, there)]
    if codes[0] != codes[1]:
        yield f"other findings with other line ends: {codes}"


def exports_are_json(text: str, document: Document) -> Iterator[str]:
    """Argdown's JSON can be read again."""
    if not isinstance(json.loads(argdown_json.dumps(document)), dict):
        yield "no object"


def checks_lie_in_the_text(text: str, document: Document) -> Iterator[str]:
    """What the checks find lies in the text."""
    for one in argmap.check(document):
        if not 0 <= one.span.start <= one.span.end <= len(text):
            yield f"{one.code} at {tuple(one.span)}"


def drawings_are_dot(text: str, document: Document) -> Iterator[str]:
    """A map can be drawn, and written to a file."""
    dot = argmap.draw(document).dot
    dot.encode()
    if not dot.rstrip().endswith("}"):
        yield "no graph"


# What is looked at together, by what it is about.
LAWS: dict[str, tuple[Law, ...]] = {
    "read": (
        text_is_kept,
        spans_lie_in_the_text,
        nodes_lie_in_their_block_in_order,
        titles_slice_back,
        no_mask_is_shown,
        nothing_is_lost,
        relations_have_ends,
        checks_lie_in_the_text,
    ),
    "ends": (line_ends_do_not_count,),
    "export": (exports_are_json, drawings_are_dot),
    "format": (layouts_say_the_same, layouts_are_settled),
    "fix": (fixes_settle,),
    "write": (debates_are_written, what_is_written_is_laid_out),
}
