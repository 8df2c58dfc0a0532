"""One mistake, one finding: what only follows from another finding is left out.

What has effects within a text has them within its sentence, wherever the lines of the text are broken: so
a layout of a text has the findings of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from argmap.reading.mistakes.text_places import TextPlaces
from argmap.reading.source_files import SourceFile
from argmap.syntax.document import working_text
from argmap.syntax.titles import clean_title
from argmap.text import Diagnostic
from argmap.text.similar_characters import LIKE_CLOSING, LIKE_OPENING

# What is wrong with one line: the brackets and signs that are text for that reason are not reported.
_OF_LINES = frozenset({"S120", "S121", "S122", "S123", "S131", "S132", "S135", "S143", "S146", "S147"})
# What is wrong with a sentence of a text, in the same way.
_OF_SENTENCES = frozenset({"S137", "S139", "R263"})
# What is wrong with a block from one line on.
_OF_BLOCKS = frozenset({"S130", "R267", "S136"})
_FOLLOWS_NEARBY = frozenset(
    {"R218", "R263", "S102", "S103", "S104", "S113", "S120", "S122", "S137", "S139", "S143", "R234"}
)
_FOLLOWS_IN_BLOCK = _FOLLOWS_NEARBY | {
    *(
        "S101",
        "S111",
        "S112",
        "S117",
        "S113",
        "S116",
        "S121",
        "S124",
        "S125",
        "S126",
        "S131",
        "S132",
        "S134",
        "S135",
    ),
    *("S137", "S139", "S145", "R219", "R232"),
}
# A line of a structure that is not read as one leaves the structure without an inference or conclusion.
_BREAKS_STRUCTURES = frozenset({"S135", "S136"})
_OF_STRUCTURES = frozenset({"R208", "R209", "R210", "S103", "S104"})

# What is not defined because the line or sentence that should define it is text.
_OF_TITLES = frozenset({"R219", "R220", "R244"})
# What is between brackets or before a colon, whatever these look like.
_PIECE = re.compile(rf"[^\[\]<>(){{}}:{LIKE_OPENING}{LIKE_CLOSING}]++")
_MENTIONS = ("@[", "@<")

# A value that a comma ended is only the beginning of a formula.
_OF_VALUES = frozenset({"R261"})
_OF_FORMULAS = frozenset({"R300", "R301", "R302", "R303", "R304", "R305", "R306"})

_CAUSES = _OF_LINES | _OF_SENTENCES | _OF_BLOCKS

_Stretch = tuple[int, int]


def without_cascades(
    diagnostics: list[Diagnostic], pages: Mapping[str | None, SourceFile]
) -> list[Diagnostic]:
    """Return the findings but those that only follow from another one in their sentence, line or block."""
    diagnostics = _without_halves(diagnostics)
    causes = [diagnostic for diagnostic in diagnostics if diagnostic.code in _CAUSES]
    if not causes:
        return diagnostics
    places = {path: TextPlaces.of(pages[path]) for path in {cause.span.path for cause in causes}}
    texts = {path: working_text(pages[path].text) for path in places}
    lines = _stretches(_with_lines((cause for cause in causes if cause.code in _OF_LINES), texts))
    blocks = _stretches(
        (cause, _rest_of_block(cause, places)) for cause in causes if cause.code in _OF_BLOCKS
    )
    whole = _stretches((cause, _block(cause, places)) for cause in causes if cause.code in _BREAKS_STRUCTURES)

    def follows(diagnostic: Diagnostic) -> bool:
        return (
            (diagnostic.code in _FOLLOWS_NEARBY and _is_inside(diagnostic, lines))
            or (diagnostic.code in _FOLLOWS_IN_BLOCK and _is_inside(diagnostic, blocks))
            or (diagnostic.code in _OF_STRUCTURES and _is_inside(diagnostic, whole))
        )

    diagnostics = [diagnostic for diagnostic in diagnostics if not follows(diagnostic)]
    sentences = _stretches(
        (diagnostic, _sentence(diagnostic, places))
        for diagnostic in diagnostics
        if diagnostic.code in _OF_SENTENCES
    )
    titles = _titles_in(lines, texts) | _titles_in(sentences, texts)

    def follows_in_text(diagnostic: Diagnostic) -> bool:
        return (
            diagnostic.code in _OF_TITLES and diagnostic.message.split("`")[1].strip("@[^]<>") in titles
        ) or (diagnostic.code in _FOLLOWS_NEARBY - _OF_LINES and _is_inside(diagnostic, sentences))

    return [diagnostic for diagnostic in diagnostics if not follows_in_text(diagnostic)]


def _without_halves(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings but those about formulas that a comma has ended."""
    values = _stretches(
        (diagnostic, (diagnostic.span.start, diagnostic.span.end + 1))
        for diagnostic in diagnostics
        if diagnostic.code in _OF_VALUES
    )
    if not values:
        return diagnostics
    return [
        diagnostic
        for diagnostic in diagnostics
        if not (diagnostic.code in _OF_FORMULAS and _is_inside(diagnostic, values))
    ]


def _titles_in(
    stretches: Mapping[str | None, list[tuple[int, int, Diagnostic]]], texts: Mapping[str | None, str]
) -> frozenset[str]:
    """Return what may be titles where lines are text by mistake: this is why they are not stated."""
    stated = (texts[path][start:end] for path, known in stretches.items() for start, end, _ in known)
    return frozenset(
        clean_title(piece[0]).strip(" ^")
        for text in stated
        for piece in _PIECE.finditer(text)
        # To mention something is not to state it.
        if not text.endswith(_MENTIONS, 0, piece.start())
    )


def _with_lines(
    causes: Iterable[Diagnostic], texts: Mapping[str | None, str]
) -> Iterator[tuple[Diagnostic, _Stretch]]:
    """Yield causes, each with the line on which it is; of a line with many the ends are looked for once."""
    path, start, end = None, 0, -1
    for cause in sorted(causes, key=lambda cause: (cause.span.path or "", cause.span.start)):
        place = cause.span.start
        if cause.span.path != path or not start <= place < end:
            path, text = cause.span.path, texts[cause.span.path]
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            end = end if end >= 0 else len(text)
        yield cause, (start, end)


def _sentence(cause: Diagnostic, places: Mapping[str | None, TextPlaces]) -> _Stretch:
    return places[cause.span.path].sentence(cause.span.start, cause.span.end)


def _rest_of_block(cause: Diagnostic, places: Mapping[str | None, TextPlaces]) -> _Stretch:
    return cause.span.start, max(cause.span.end, _block(cause, places)[1])


def _block(cause: Diagnostic, places: Mapping[str | None, TextPlaces]) -> _Stretch:
    block = places[cause.span.path].block(cause.span.start)
    return (block.start, block.start + len(block.text)) if block else cause.span[:2]


def _stretches(
    causes: Iterable[tuple[Diagnostic, _Stretch]],
) -> Mapping[str | None, list[tuple[int, int, Diagnostic]]]:
    """Return where causes have effects, by page, in order; no stretch ends before an earlier one does."""
    stretches: defaultdict[str | None, list[tuple[int, int, Diagnostic]]] = defaultdict(list)
    for cause, (start, end) in sorted(causes, key=lambda pair: pair[1]):
        known = stretches[cause.span.path]
        if known and known[-1][1] >= end:
            continue
        known.append((start, end, cause))
    return stretches


def _is_inside(
    diagnostic: Diagnostic, stretches: Mapping[str | None, list[tuple[int, int, Diagnostic]]]
) -> bool:
    """Return whether a finding is where another one has effects, and not that one itself."""
    known = stretches.get(diagnostic.span.path, [])
    index = bisect_right(known, diagnostic.span.start, key=lambda stretch: stretch[0]) - 1
    return index >= 0 and diagnostic.span.start < known[index][1] and known[index][2] is not diagnostic
