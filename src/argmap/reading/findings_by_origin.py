"""What is odd in a document, by what it follows from: after an edit, only some of it has to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from argmap.fences.suffixes import is_page, is_text
from argmap.model import Debate
from argmap.named_tuples import NamedTuple
from argmap.reading.data_places import DataPlaces
from argmap.reading.element_reader import ElementReader
from argmap.reading.mistakes.consistency import odd_structure, odd_titles_in_texts, odd_wording
from argmap.reading.mistakes.line_beginnings import slips_in_lines
from argmap.reading.mistakes.merge_markers import find_merge_markers
from argmap.reading.mistakes.nesting import find_slips_in_trees
from argmap.reading.mistakes.odd_expectations import OddExpectations
from argmap.reading.mistakes.odd_formulas import odd_formulas
from argmap.reading.mistakes.odd_speakers import odd_speakers
from argmap.reading.source_files import SourceFile
from argmap.syntax import Include
from argmap.text import Diagnostic, Span, diagnose

_QUOTES = ('"', "'", "“", "”", "„", "‘", "’", "«")
_CHECK_PATH = "check the path, which is relative to the folder of this file"
_LONGEST_PATH = 1000
# A path has no spaces, unless it says in which folder the file is; nothing else is in the text.
_PATH = re.compile(r"[ \t\n]*+(?P<path>[^\s\[\]<>{}]++|(?=[^\n]*[/\\])[^\s\[\]<>{}][^\n\[\]<>{}]*+)[ \t\n]*+")
Pages = Mapping[str | None, SourceFile]


class FindingsByOrigin(NamedTuple):
    """Findings before those are left out that follow from others, and without fixes.

    `in_lines` are those that follow from one block each, `in_structure` those that follow from the debate but
    not from the words of its texts, `in_wording` those that follow from the texts of single elements.
    """

    in_lines: tuple[Diagnostic, ...]
    in_structure: tuple[Diagnostic, ...]
    in_wording: tuple[Diagnostic, ...]

    def all(
        self, of_elements: Iterable[Diagnostic], debate: Debate, contents: ElementReader, pages: Pages
    ) -> tuple[Diagnostic, ...]:
        """Return all findings in order of the texts, with fixes, each mistake once.

        `of_elements` are those of the elements one by one, `contents` what was noticed in their texts; of the
        debate only the titles count.
        """
        known = [
            *_of_pages(pages.values()),
            *self.in_lines,
            *of_elements,
            *odd_titles_in_texts(debate, contents),
            *self.in_structure,
            *self.in_wording,
        ]
        if known:
            # A text in order has no need of them.
            from argmap.reading.mistakes.cascades import without_cascades
            from argmap.reading.mistakes.fixes import with_fixes

            known = with_fixes(without_cascades(known, pages), pages)
        known.sort(key=lambda finding: (finding.span.path or "", *finding.span[:2], finding.code))
        return tuple(known)


def findings_in_lines(page: SourceFile, start: int = 0, end: int | None = None) -> Iterator[Diagnostic]:
    """Yield what is odd in the lines of a page, or in those of the blocks in a stretch of it."""
    yield from slips_in_lines(page, start, end)
    yield from find_merge_markers(page.text, page.path, start, end)


def findings_in_structure(debate: Debate, pages: Pages, places: DataPlaces) -> Iterator[Diagnostic]:
    """Yield what is odd in a debate whatever the words of its texts are."""
    yield from odd_structure(debate)
    if debate.questions:
        from argmap.reading.mistakes.odd_questions import OddQuestions

        yield from OddQuestions(debate, places).all()
    yield from odd_speakers(debate, places)
    yield from OddExpectations(debate, next(iter(pages.values())), places).all()
    yield from odd_formulas(debate, next(iter(pages.values())), places)


def findings_in_debate(
    debate: Debate, in_lines: Iterable[Diagnostic], pages: Pages, places: DataPlaces
) -> FindingsByOrigin:
    """Return the findings of a debate, with those of the lines of its texts."""
    in_structure = tuple(findings_in_structure(debate, pages, places))
    return FindingsByOrigin(tuple(in_lines), in_structure, tuple(odd_wording(debate.elements)))


def _of_pages(pages: Iterable[SourceFile]) -> Iterator[Diagnostic]:
    for page in pages:
        yield from find_slips_in_trees(page)
        if len(page.text) < _LONGEST_PATH and (line := _PATH.fullmatch(page.text)):
            path = line["path"].rstrip()
            if is_text(path) or is_page(path):
                span = Span(line.start("path"), line.start("path") + len(path), page.path)
                yield diagnose("R314", span, path)
        for problem in page.tree.problems:
            yield diagnose(problem.code, Span(problem.start, problem.end, page.path), *problem.words)
        for part in page.tree.parts:
            if isinstance(part, Include):
                included = page.includes.get(part.start)
                span = Span(part.start, part.end, page.path)
                if included is None:
                    yield diagnose("R225", span)
                elif included and not isinstance(included, SourceFile):
                    yield diagnose("R224", span, part.path, included, _include_hint(part.path, included))


def _include_hint(path: str, why: str) -> str:
    if path.strip()[:1] in _QUOTES:
        return "write the path without quotation marks"
    if "://" in path:
        return "save it as a file in the folder of this file, and include that"
    return "save it as UTF-8" if "UTF-8" in why else _CHECK_PATH
