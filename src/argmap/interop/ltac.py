"""LTAC: assurance cases as indented lines of text, as `verocase` reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import Factory, define, frozen

from argmap.data import NO_DATA
from argmap.interop.conversion.conversions import Reading, ReadingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.conversion.foreign_titles import first_words
from argmap.interop.plain_debates.file_reading import lines_of, reading_of, wrong
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, ThingKind, Tie, entries
from argmap.model import Debate, RelationKind
from argmap.model.sources.source_values import source_of
from argmap.text import Span

NAME = "ltac"
SUFFIXES = (".ltac",)
_LINE = re.compile(
    r"( *+)- (Claim|Strategy|Evidence|Assumption|Justification|Context|Link|Relation)(?![\w-])([^\r\n]*+)"
)
_KINDS: dict[str, ThingKind] = {"Strategy": "argument", "Evidence": "evidence"}
_TAGGED = frozenset({"Assumption", "Justification", "Context"})
_AGAINST = frozenset({"defeater", "iscounter"})
# Lines that only say something about others.
_NO_THINGS = frozenset({"Link", "Relation"})
# Left out by programs that make a name from a text.
_SIGNS = dict.fromkeys(map(ord, ":^{}()"))


def recognise(content: FileContent) -> bool:
    """Return whether the first line of a text is one of an assurance case.

    >>> recognise(FileContent("- Claim C1: The door is locked"))
    True
    """
    return bool(content.lines) and _LINE.fullmatch(content.lines[0]) is not None


def loads(text: str) -> Debate:
    """Return the debate in an assurance case.

    >>> debate = loads("- Claim C1: The door is locked\\n  - Evidence E1: A test (test.pdf)\\n")
    >>> [str(relation) for relation in debate.relations], debate.evidence["E1"].sources[0].title
    (['[^E1] supports [C1]'], 'test.pdf')

    Raises:
        FormatError: the text is not LTAC; its diagnostic says where and why.
    """
    return read(text).debate


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an assurance case, with a report.

    Raises:
        FormatError: the text is not LTAC.
    """
    options = options or ReadingOptions()
    reader = _LtacReader(text, Damage(options.is_lenient))
    reader.read()
    return reading_of(NAME, reader.plain, options, damage=reader.damage)


@frozen
class _LtacRow:
    """A line: its depth, its type, the name that it has or refers to, and its text."""

    depth: int
    type: str
    name: str
    is_citation: bool
    text: str
    options: tuple[str, ...]
    reference: str
    span: Span
    is_named: bool = True


@define(eq=False)
class _LtacReader:
    text: str
    damage: Damage
    plain: PlainDebate = Factory(PlainDebate)
    # Things that a line declares, not just cites.
    declared: set[str] = Factory(set)
    # Names of lines that have a text but no name, by the names that programs make from these texts.
    names_of_texts: dict[str, str] = Factory(dict)

    def read(self) -> None:
        rows = list(self.rows())
        for row in rows:
            if row.type not in _NO_THINGS:
                self.thing(row)
        # By depth, the thing that lines relate to; below a line for a relation, that is the thing above it.
        open_names: list[str | None] = []
        for row in rows:
            del open_names[row.depth :]
            above = open_names[-1] if open_names else None
            name = self.named(row)
            open_names.append(above if row.type == "Relation" else name)
            if row.type == "Relation":
                self.relation(row, above)
            elif name is not None:
                self.citation(row, name)
                if above is not None:
                    self.bearing(row, name, above)

    def rows(self) -> Iterator[_LtacRow]:
        deepest = 0
        for number, (line, span) in enumerate(lines_of(self.text), start=1):
            # Empty lines and comments may come between a line and what is below it: indentation alone counts.
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            match = _LINE.fullmatch(line.rstrip())
            indent = len(match[1]) if match else 0
            if match is None or indent % 2 or indent // 2 > deepest:
                self.damage.add(
                    wrong(self.text, "I407", span, f"`{line.strip()[:60]}`", "a line of LTAC in its place"),
                    f"line {number}",
                )
                continue
            deepest = indent // 2 + 1
            name, _, said = match[3].partition(":")
            name = name.strip()
            words, reference, options = _parted(said)
            yield _LtacRow(
                indent // 2,
                match[2],
                name.removeprefix("^") or f"line {number}",
                name.startswith("^"),
                words,
                options,
                reference,
                span,
                bool(name),
            )

    def thing(self, row: _LtacRow) -> None:
        """Read what a line declares, or cites before anything declares it."""
        thing = _thing_of(row)
        before = self.plain.things.get(row.name)
        if not row.is_named:
            self.names_of_texts.setdefault(row.text.translate(_SIGNS), row.name)
        if row.is_citation:
            if before is None or (row.name not in self.declared and not before.text):
                self.plain.things[row.name] = thing
        elif before is None or row.name not in self.declared or _completes(thing, before):
            self.plain.things[row.name] = thing
            self.declared.add(row.name)
        elif thing != before and not _completes(before, thing):
            line = str(self.text.count("\n", 0, before.span.start if before.span else 0) + 1)
            self.damage.add(
                wrong(self.text, "I404", row.span, row.name, f"is there already (line {line})"), row.name
            )

    def named(self, row: _LtacRow) -> str | None:
        """Return what a line is or refers to, None if that does not exist."""
        if row.type == "Relation" or row.name in self.plain.things:
            return row.name
        name = self.names_of_texts.get(row.name)
        if name is None:
            words = (row.type, f"names {row.name}, which is not there")
            self.damage.add(wrong(self.text, "I403", row.span, *words), row.name)
        return name

    def citation(self, row: _LtacRow, name: str) -> None:
        """Keep what a line that refers to a thing says differently from the thing itself."""
        if not row.is_citation and row.type != "Link":
            return
        thing, cited = self.plain.things[name], _thing_of(row)
        own = cited.own if cited.own != thing.own else NO_DATA
        otherwise = entries(
            type=row.type
            if row.type != "Link" and (cited.kind, cited.tags) != (thing.kind, thing.tags)
            else "",
            text=cited.text if cited.text != thing.text else "",
            reference=row.reference if cited.sources != thing.sources else "",
            options=own.get("options"),
        )
        if otherwise:
            self.plain.append("citations", otherwise, thing=name)
            detail = "it is cited differently from its declaration"
            self.plain.keep("citation", name, detail, "data.ltac.citations", row.span)

    def relation(self, row: _LtacRow, above: str | None) -> None:
        """Keep what a line says about how the lines below it relate to the one above it."""
        name = row.name if row.is_named else ""
        node = entries(name=name, text=row.text, reference=row.reference, options=row.options)
        self.plain.append("relations", node, thing=above)
        where = "metadata.ltac.relations" if above is None else "data.ltac.relations"
        self.plain.keep(
            "relation node",
            row.name,
            "what is below it supports or attacks what is above it",
            where,
            row.span,
        )

    def bearing(self, row: _LtacRow, name: str, above: str) -> None:
        if row.type == "Context":
            self.plain.append("context", name, thing=above)
            detail = f"it is a context of {above[:80]}, which is not a relation"
            self.plain.keep("context", name, detail, "data.ltac.context", row.span)
        else:
            is_against = not _AGAINST.isdisjoint(row.options)
            kind = RelationKind.ATTACK if is_against else RelationKind.SUPPORT
            self.plain.ties.append(Tie(kind, name, above))


def _thing_of(row: _LtacRow) -> PlainThing:
    return PlainThing(
        row.name,
        _KINDS.get(row.type, "claim"),
        row.text,
        title=None if row.is_named else first_words(row.text) or row.name,
        tags=(row.type.casefold(),) if row.type in _TAGGED else (),
        sources=(source_of(row.reference),) if row.reference else (),
        own=entries(options=row.options),
        span=row.span,
    )


def _completes(thing: PlainThing, other: PlainThing) -> bool:
    """Return whether a thing says all that another one, which has no text, says."""
    return (
        not other.text
        and (other.kind, other.tags) == (thing.kind, thing.tags)
        and other.sources in ((), thing.sources)
        and other.own in (NO_DATA, thing.own)
    )


def _parted(words: str) -> tuple[str, str, tuple[str, ...]]:
    """Return a text, the reference in brackets after it, and its options in braces."""
    reference = ""
    options: tuple[str, ...] = ()
    words = words.strip()
    before, bracket, inside = words.rpartition("(")
    # Brackets belong to the text if there is nothing before them.
    if bracket and before.strip() and inside.endswith(")") and ")" not in inside[:-1]:
        words, reference = before.strip(), inside[:-1].strip()
    before, brace, inside = words.rpartition("{")
    if brace and inside.endswith("}") and "}" not in inside[:-1]:
        words = before.strip()
        options = tuple(option.strip() for option in inside[:-1].split(",") if option.strip())
    return words, reference, options
