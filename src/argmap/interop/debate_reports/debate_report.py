"""A report on a debate in Markdown: section by section, with sources and an appendix."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.analysis.outlines.bearers import Bearers
from argmap.analysis.outlines.debate_outline import elements_by_section
from argmap.interop.debate_reports.appendix import ReportParts, appendix_lines
from argmap.interop.debate_reports.element_text import element_lines
from argmap.interop.debate_reports.numbered_sources import NumberedSources
from argmap.interop.debate_reports.sentences import sentences
from argmap.interop.outlines.item_words import one_line
from argmap.interop.outlines.markdown_words import markdown_words
from argmap.interop.outlines.outline_forms import title_of
from argmap.model import Debate
from argmap.text.counts import counted

__all__ = ["ReportParts", "report_text"]

_DEEPEST_HEADING = 6
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_PROLOG = re.compile(r"\A(?:\s|<\?.*?\?>|<!DOCTYPE[^>]*>|<!--.*?-->)*", re.DOTALL)


def report_text(debate: Debate, parts: ReportParts | None = None) -> str:
    """Return a report on a debate in Markdown, one sentence per line.

    The same debate with the same parts gives the same report.
    """
    parts = parts or ReportParts()
    lines = [*_head(debate), *_picture(parts.picture), *_contents(debate), *_sections(debate)]
    lines += _sources(debate)
    if parts.has_appendix:
        lines += appendix_lines(debate, parts)
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def _head(debate: Debate) -> Iterator[str]:
    yield from (f"# {markdown_words(title_of(debate)) or 'A debate'}", "")
    subtitle = _metadata_text(debate, "subTitle")
    if subtitle:
        yield from (f"*{markdown_words(subtitle)}*", "")
    author = debate.metadata.get("author")
    names = [author] if isinstance(author, str) else author if isinstance(author, tuple) else []
    authors = ", ".join(one_line(name) for name in names if isinstance(name, str))
    if authors:
        yield from (f"By {markdown_words(authors)}", "")
    abstract = [*sentences(_metadata_text(debate, "abstract"))]
    if abstract:
        yield from (*abstract, "")
    numbers = [
        counted(len(debate.questions), "question") if debate.questions else "",
        counted(len(debate.claims), "claim"),
        counted(len(debate.evidence), "piece of evidence", "pieces of evidence"),
        counted(len(debate.arguments), "argument"),
    ]
    *before, last = filter(None, numbers)
    yield from (f"This debate has {', '.join(before)} and {last}.", "")


def _metadata_text(debate: Debate, key: str) -> str:
    value = debate.metadata.get(key)
    return one_line(value) if isinstance(value, str) else ""


def _picture(svg: str) -> Iterator[str]:
    if svg:
        # A block of HTML ends at an empty line.
        yield from ("<div>", _EMPTY_LINES.sub("\n", _PROLOG.sub("", svg)).strip(), "</div>", "")


def _contents(debate: Debate) -> Iterator[str]:
    if not debate.sections:
        return
    yield from ("## Contents", "")
    for heading, level, _ in elements_by_section(debate):
        if heading is not None:
            indent = "  " * min(level, _DEEPEST_HEADING)
            yield f"{indent}- [{markdown_words(one_line(heading.title))}](#{heading.id})"
    yield ""


def _sections(debate: Debate) -> Iterator[str]:
    bearers, sources = Bearers(debate), NumberedSources.of(debate)
    for heading, level, refs in elements_by_section(debate):
        if heading is not None:
            marks = "#" * min(level + 2, _DEEPEST_HEADING)
            title = markdown_words(one_line(heading.title))
            yield from (f'<a id="{heading.id}"></a>', "", f"{marks} {title}".rstrip(), "")
        for ref in refs:
            yield from element_lines(debate[ref], debate, bearers, sources)


def _sources(debate: Debate) -> Iterator[str]:
    lines = list(NumberedSources.of(debate).lines())
    if lines:
        yield from ("## Sources", "", *lines, "")
