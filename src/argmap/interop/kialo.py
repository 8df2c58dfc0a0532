"""Discussions from Kialo, in the form of its text export."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import Factory, define, frozen

from argmap.interop.conversion.conversions import Reading, ReadingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.plain_debates.file_reading import lines_of, reading_of, wrong
from argmap.interop.plain_debates.linked_text import linked_text
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, Tie, entries
from argmap.model import Debate, MarkKind, RelationKind
from argmap.model.sources.source_values import source_of
from argmap.text import Span

NAME = "kialo"
SUFFIXES = (".txt",)
# The words for pro, con and the like in discussions in other languages.
_PRO = ("Pro", "Pour", "A favor", "A favore", "Voor")
_CON = ("Con", "Kontra", "Contra", "Contre", "En contra", "Contro", "Tegen")
_STANCES = {
    **dict.fromkeys(_PRO, RelationKind.SUPPORT),
    **dict.fromkeys(_CON, RelationKind.ATTACK),
}
_STANCE = "|".join(_STANCES)
_STATEMENT = re.compile(rf"((?:\d+\.)+)(?: (?:({_STANCE}) ?:(?: |\Z))?(.*))?", re.DOTALL)
_TITLE = re.compile(r"Discussion Title:\s*+(.*)")
_OTHER_TITLE = re.compile(r"[^\d\W][\w ]{3,40}?\s?:(?:\s++(.*))?")
_LINK = re.compile(r"-> \w+ ((?:\d+\.)+)\s*")
_CHILD = re.compile(rf"(?:\d+\.){{2,}} (?:{_STANCE}) ?: ")


def recognise(content: FileContent) -> bool:
    """Return whether a text begins like an export from Kialo.

    >>> recognise(FileContent("Discussion Title: Tea\\n\\n1. Tea is good."))
    True
    """
    first = content.lines[0] if content.lines else ""
    second = content.lines[1] if _OTHER_TITLE.fullmatch(first) and len(content.lines) > 1 else first
    is_numbered = second.startswith("1. ") and any(map(_CHILD.match, content.lines))
    return _TITLE.match(first) is not None or is_numbered


def loads(text: str) -> Debate:
    """Return the debate in an export of Kialo.

    >>> loads("Discussion Title: Tea\\n\\n1. Tea is good.\\n1.1. Con: It is hot.").relations[0].kind.value
    'attack'

    Raises:
        FormatError: the text is not such an export; its diagnostic says where and why.
    """
    return read(text).debate


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an export of Kialo, with a report.

    With the choice `link_sources` what a claim links to becomes its source.

    Raises:
        FormatError: the text is not such an export.
    """
    options = options or ReadingOptions()
    reader = _KialoReader(text, Damage(options.is_lenient), bool(options.choices.get("link_sources")))
    reader.read()
    return reading_of(NAME, reader.plain, options, damage=reader.damage)


@frozen
class _KialoRow:
    """A statement in the export: its number, its stance towards what is above it, and its words."""

    number: str
    stance: str | None
    words: str
    span: Span

    @property
    def parent(self) -> str:
        return self.number.rpartition(".")[0]

    @property
    def linked(self) -> str | None:
        """The number of the statement that it refers to, if it is only a reference."""
        link = _LINK.fullmatch(self.words)
        return link[1][:-1] if link else None


@define(eq=False)
class _KialoReader:
    text: str
    damage: Damage
    has_sources: bool
    plain: PlainDebate = Factory(PlainDebate)

    def read(self) -> None:
        rows: dict[str, _KialoRow] = {}
        for row in self.rows():
            if row.number in rows:
                line = str(self.text.count("\n", 0, rows[row.number].span.start) + 1)
                self.damage.add(
                    wrong(self.text, "I404", row.span, row.number, f"is there already (line {line})"),
                    f"statement {row.number}",
                )
            else:
                rows[row.number] = row
        links = [row for row in rows.values() if row.linked is not None]
        for row in rows.values():
            if row.linked is None and self.has_place(row, rows):
                self.statement(row)
        for row in links:
            if self.has_place(row, rows):
                self.link(row)

    def rows(self) -> Iterator[_KialoRow]:
        """Yield the statements; lines that do not begin with a number continue the statement before."""
        open_row: _KialoRow | None = None
        more: list[str] = []
        is_begun = False
        for line, span in lines_of(self.text):
            match = _STATEMENT.fullmatch(line.strip())
            title = _TITLE.match(line) or _OTHER_TITLE.fullmatch(line.strip())
            if match:
                if open_row:
                    yield self.whole(open_row, more)
                open_row, more = _KialoRow(match[1][:-1], match[2], match[3] or "", span), []
            elif open_row:
                more.append(line)
            elif title and not is_begun:
                self.plain.metadata["title"] = collapsed(title[1] or "")
            elif line.strip():
                raise wrong(
                    self.text, "I407", span, f"`{line.strip()[:60]}`", "a line of an export from Kialo"
                )
            is_begun = is_begun or bool(line.strip())
        if open_row is None:
            raise wrong(self.text, "I407", Span(0, 0), "this", "an export from Kialo")
        yield self.whole(open_row, more)

    def whole(self, row: _KialoRow, more: list[str]) -> _KialoRow:
        words = collapsed(" ".join((row.words, *more)))
        return _KialoRow(row.number, row.stance, words, row.span)

    def has_place(self, row: _KialoRow, rows: dict[str, _KialoRow]) -> bool:
        """Return whether what is above a statement exists, and can have something below it."""
        parent = rows.get(row.parent)
        if not row.parent or (parent is not None and parent.linked is None):
            return True
        what = f"`{row.parent}.`"
        self.damage.add(
            wrong(self.text, "I403", row.span, row.number, f"is below {what}, which is not a statement"),
            f"statement {row.number}",
        )
        return False

    def statement(self, row: _KialoRow) -> None:
        words, marks = linked_text(row.words)
        addresses = (mark.target for mark in marks if mark.kind is MarkKind.LINK)
        sources = tuple(map(source_of, dict.fromkeys(addresses))) if self.has_sources else ()
        own = entries()
        if row.parent and row.stance is None:
            own = entries(below=row.parent)
            detail = f"it is below {row.parent}, for which it does not say what it is"
            self.plain.keep(
                "child without stance", f"statement {row.number}", detail, "data.kialo.below", row.span
            )
        self.plain.things[row.number] = PlainThing(
            row.number, text=words, marks=marks, sources=sources, own=own, span=row.span
        )
        if row.parent and row.stance:
            self.plain.ties.append(Tie(_STANCES[row.stance], row.number, row.parent))

    def link(self, row: _KialoRow) -> None:
        linked = row.linked
        assert linked is not None, "only references are links"
        if linked not in self.plain.things or row.stance is None or not row.parent:
            self.plain.append("links", entries(id=row.number, to=linked, stance=row.stance))
            feature = "link to nothing" if linked not in self.plain.things else "link without stance"
            self.plain.keep(
                feature, f"statement {row.number}", "it is kept as it is", "metadata.kialo.links", row.span
            )
        else:
            self.plain.ties.append(Tie(_STANCES[row.stance], linked, row.parent, entries(id=row.number)))
