"""Titles, texts, tags and data as they can be written: what would be read otherwise is changed a little."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import Factory, define, evolve

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.data.blocks import read_frontmatter
from argmap.data.yaml_scalars import DEEPEST
from argmap.data.yaml_writer import block_yaml
from argmap.model import ArgumentRef, ClaimRef, ElementRef, EvidenceRef, Mark, MarkKind, QuestionRef
from argmap.model.stating.spacing import spaced
from argmap.syntax import Kind
from argmap.syntax.document import parse_tree
from argmap.syntax.inline import InlineReader
from argmap.syntax.titles import clean_title
from argmap.writing.checked_lines import line_read
from argmap.writing.line import KINDS, Line
from argmap.writing.printing import LinePrinter

# Titles and tags of these characters are read as they are.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.'-]*\w)?")
# Texts of these characters are read as they are, if nothing in them is a shortcode.
_SAFE = re.compile(r"[^\W\d_](?:[\w,.;:?!'\"()%–—’“”-]| (?! ))*(?<! )")
# What would end a title, or be part of its brackets.
_INSTEAD: dict[type, dict[int, int]] = {
    ClaimRef: str.maketrans("[]", "()"),
    EvidenceRef: str.maketrans("[]", "()"),
    QuestionRef: str.maketrans("[]", "()"),
    ArgumentRef: str.maketrans("<>", "‹›"),
}
_MOST_WORDS, _LONGEST_TITLE = 6, 40
_MOST_MARKS = 50
_OUTER = " []<>#{}^@\\.,:;"


def title_of_words(text: str) -> str:
    """Return a title made of the first words of a text; it may be empty.

    >>> title_of_words("[The] tax, as it is now, should fall.")
    'The] tax, as it is now'
    """
    title = ""
    for word in text[: 10 * _LONGEST_TITLE].split()[:_MOST_WORDS]:
        longer = f"{title} {word}" if title else word[:_LONGEST_TITLE]
        if len(longer) > _LONGEST_TITLE:
            break
        title = longer
    return title.strip(_OUTER)


@define(eq=False)
class WordForms:
    """Makes words writable, under the settings of the text that they are to be in."""

    printer: LinePrinter = Factory(lambda: LinePrinter.under(NO_DATA))
    # By how they are written out, for numbers and truth values are equal.
    _data: dict[str, Data] = Factory(dict)

    def title(self, ref: ElementRef) -> str:
        """Return a title that can be written, as much like that of a reference as can be; it may be empty."""
        if _PLAIN.fullmatch(ref.title) and "  " not in ref.title and ref.title.isascii():
            return ref.title
        return next((title for title in _titles(ref) if title and self._is_title(type(ref)(title))), "")

    def _is_title(self, ref: ElementRef) -> bool:
        kind = KINDS[type(ref)]
        line = Line(kind, title=ref.title, is_reference=True)
        rows = [*self._rows(line), "  + " + next(self._rows(line)), ""]
        rows += self._rows(evolve(line, is_reference=False, text="x"))
        elements = [element for block in parse_tree("\n".join(rows)).blocks for element in block.elements]
        return len(elements) == 3 and all(
            (element.kind, element.title) == (kind, ref.title) for element in elements
        )

    def tags(self, tags: Iterable[str]) -> tuple[str, ...]:
        """Return tags that can be written, without those of which nothing can."""
        return tuple(dict.fromkeys(writable for tag in tags if (writable := self._tag(tag))))

    def _tag(self, tag: str) -> str:
        if _PLAIN.fullmatch(tag) and "  " not in tag and tag.isascii():
            return tag
        spaced = " ".join(tag.split())
        candidates = (
            tag,
            spaced,
            spaced.translate(str.maketrans("()", "[]")),
            " ".join(re.sub(r"[^\w -]", " ", tag).split()),
        )
        return next((candidate for candidate in candidates if candidate and self._is_tag(candidate)), "")

    def _is_tag(self, tag: str) -> bool:
        line = Line(Kind.CLAIM, title="A", text="x", tags=(tag,))
        reference = evolve(line, text=None, is_reference=True)
        return self._read(line) == line and self._read(reference) == reference

    def text(
        self, text: str | None, marks: tuple[Mark, ...], *, kind: Kind = Kind.CLAIM
    ) -> tuple[str | None, tuple[Mark, ...]]:
        """Return a text and marks that can be written; None for a text that says nothing."""
        if not text:
            return None, ()
        if not marks and _SAFE.fullmatch(text) and not self.reader.candidate.search(text):
            return text, marks
        if self._is_text(text, marks, kind):
            return text, marks
        text, marks = spaced(text, marks)
        if not text:
            return None, ()
        if self._is_text(text, marks, kind):
            return text, marks
        return self._near(text, marks, kind)

    def _near(self, text: str, marks: tuple[Mark, ...], kind: Kind) -> tuple[str | None, tuple[Mark, ...]]:
        if not self._is_text(text, (), kind):
            again = self._read(Line(kind, _marker(kind), text=text))
            text = again.text or "" if again else ""
            if not self._is_text(text, (), kind):
                text = " ".join(re.sub(r"[^\w.,;:!?'() -]", " ", text).split())
            return (text if text and self._is_text(text, (), kind) else None), ()
        kept: tuple[Mark, ...] = ()
        for mark in marks[:_MOST_MARKS]:
            if self._is_text(text, (*kept, mark), kind):
                kept = (*kept, mark)
        return text, kept

    def _is_text(self, text: str, marks: tuple[Mark, ...], kind: Kind) -> bool:
        if not text or any(not 0 <= mark.start <= mark.end <= len(text) for mark in marks):
            return False
        tags = tuple(dict.fromkeys(mark.target for mark in marks if mark.kind is MarkKind.TAG))
        lines = [Line(kind, _marker(kind), text=text, marks=marks, tags=tags)]
        if kind is Kind.CLAIM:
            lines.append(evolve(lines[0], title="A"))
        return all(self._read(line) == line for line in lines)

    def rules(self, rules: Iterable[str]) -> tuple[str, ...]:
        """Return rules of an inference that can be written."""
        spaced_rules = (" ".join(rule.split()) for rule in rules)
        return tuple(rule for spaced_rule in spaced_rules if (rule := self._rule(spaced_rule)))

    def _rule(self, rule: str) -> str:
        if _PLAIN.fullmatch(rule) and rule.isascii():
            return rule
        candidates = (rule, " ".join(re.sub(r"[^\w' ]", " ", rule).split()))
        lines = (Line(Kind.INFERENCE, "--", rules=(candidate,)) for candidate in candidates if candidate)
        return next((line.rules[0] for line in lines if self._read(line) == line), "")

    def data(self, data: Data) -> Data:
        """Return data that can be written."""
        if not data:
            return data
        data = _flat(data)
        key = repr(data)
        if key not in self._data:
            self._data[key] = self._writable(data)
        return self._data[key]

    def _writable(self, data: Data) -> Data:
        if self._is_data(data):
            return data
        writable: dict[str, Value] = {}
        for key, value in data.items():
            for candidate in (value, _as_text(value)):
                if self._is_data(FrozenDict({key: candidate})):
                    writable[key] = candidate
                    break
        return FrozenDict(writable)

    def _is_data(self, data: Data) -> bool:
        line = Line(Kind.CLAIM, title="A", text="x", data=data)
        return repr(self._read(line)) == repr(line)

    # Lines

    @property
    def reader(self) -> InlineReader:
        """What reads the texts of lines."""
        return self.printer.reader

    def _rows(self, line: Line) -> Iterator[str]:
        return self.printer.rows(line)

    def _read(self, line: Line) -> Line | None:
        return line_read(line, self.printer)


def writable_metadata(metadata: Data) -> Data:
    """Return metadata that can be written."""

    def is_read(data: Data) -> bool:
        return repr(read_frontmatter(block_yaml(data))[0] or FrozenDict()) == repr(data)

    metadata = _flat(metadata)
    if is_read(metadata):
        return metadata
    writable: dict[str, Value] = {}
    for key, value in metadata.items():
        for candidate in (value, _as_text(value)):
            if is_read(FrozenDict({key: candidate})):
                writable[key] = candidate
                break
    return FrozenDict(writable)


def _titles(ref: ElementRef) -> Iterator[str]:
    yield ref.title
    title = clean_title(ref.title)
    yield title
    title = title.translate(_INSTEAD[type(ref)])
    if title.startswith("-"):
        title = "–" + title[1:]
    if not isinstance(ref, ArgumentRef):
        title = title.lstrip("^? ")
    yield title
    yield title.strip("\\ ").replace("{", "(").replace("}", ")")
    yield clean_title(re.sub(r"[^\w.,;:!?'() -]", " ", title)).lstrip("- ")
    yield clean_title(re.sub(r"[\W_]", " ", title))


def _marker(kind: Kind) -> str:
    return "#" if kind is Kind.HEADING else ""


def _flat(data: Data) -> Data:
    """Return data without what nests deeper than can be read."""
    waiting: list[tuple[Value, int]] = [(data, 1)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, FrozenDict | tuple):
            if depth > DEEPEST // 2:
                return FrozenDict({key: _shallow(inner) for key, inner in data.items()})
            waiting += [
                (inner, depth + 1) for inner in (value.values() if isinstance(value, FrozenDict) else value)
            ]
    return data


def _shallow(value: Value) -> Value:
    return None if isinstance(value, FrozenDict | tuple) else value


def _as_text(value: Value) -> Value:
    return " ".join(re.sub(r"[^\w.,;:!?'() -]", " ", str(value)).split())
