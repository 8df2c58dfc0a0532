"""LTAC: assurance cases as lines of text that are indented, as `verocase` reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import Factory, define, frozen

from argmap.interop.conversion.conversions import Reading, ReadingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.conversion.foreign_titles import first_words
from argmap.interop.plain_debates.file_reading import lines_of, reading_of, wrong
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, ThingKind, Tie, entries
from argmap.model import Debate, RelationKind
from argmap.model.source_values import source_of
from argmap.text import Span

NAME = "ltac"
SUFFIXES = (".ltac",)
_LINE = re.compile(
    r"( *+)- (Claim|Strategy|Evidence|Assumption|Justification|Context|Link|Relation)(?![\w-])([^\r\n]*+)"
)
_KINDS: dict[str, ThingKind] = {"Strategy": "argument", "Evidence": "evidence"}
_TAGGED = frozenset({"Assumption", "Justification", "Context"})
_AGAINST = frozenset({"defeater", "iscounter"})


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
        FormatError: the text is no LTAC; its diagnostic says where and why.
    """
    return read(text).debate


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an assurance case, with a report.

    Raises:
        FormatError: the text is no LTAC.
    """
    options = options or ReadingOptions()
    reader = _LtacReader(text, Damage(options.is_lenient))
    reader.read()
    return reading_of(NAME, reader.plain, options, damage=reader.damage)


@frozen
class _LtacRow:
    """A line: how deep it is, its type, the name it has or refers to, and what it says."""

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

    def read(self) -> None:
        rows = list(self.rows())
        for row in rows:
            if row.type not in ("Link", "Relation"):
                self.thing(row)
        # By depth, what lines bear on: a relation lets through what it is below.
        open_names: list[str | None] = []
        for row in rows:
            del open_names[row.depth :]
            above = open_names[-1] if open_names else None
            open_names.append(above if row.type == "Relation" else row.name)
            if above is not None and row.type != "Relation":
                self.bearing(row, above)

    def rows(self) -> Iterator[_LtacRow]:
        deepest = 0
        for number, (line, span) in enumerate(lines_of(self.text), start=1):
            if not line.strip():
                deepest = 0
                continue
            if line.lstrip().startswith("#"):
                continue
            match = _LINE.fullmatch(line.rstrip())
            indent = len(match[1]) if match else 0
            if match is None or indent % 2 or indent // 2 > deepest:
                self.damage.add(
                    wrong(self.text, "I407", span, f"`{line.strip()[:60]}`", "line of LTAC in its place"),
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
        kind = _KINDS.get(row.type, "claim")
        tags = (row.type.casefold(),) if row.type in _TAGGED else ()
        thing = PlainThing(
            row.name,
            kind,
            row.text,
            title=None if row.is_named else first_words(row.text) or row.name,
            tags=tags,
            sources=(source_of(row.reference),) if row.reference else (),
            own=entries(options=row.options),
            span=row.span,
        )
        before = self.plain.things.get(row.name)
        if before is None or (not before.text and before.kind == kind):
            self.plain.things[row.name] = thing
        elif not row.is_citation and row.text and (before.kind, before.text) != (kind, row.text):
            line = str(self.text.count("\n", 0, before.span.start if before.span else 0) + 1)
            self.damage.add(
                wrong(self.text, "I404", row.span, row.name, f"is there already (line {line})"), row.name
            )

    def bearing(self, row: _LtacRow, above: str) -> None:
        things = self.plain.things
        if row.name not in things or above not in things:
            missing = row.name if row.name not in things else above
            if above in things:
                self.plain.append("links", row.name, thing=above)
            detail = f"nothing is called {missing[:80]}"
            self.plain.keep("link to nothing", row.name, detail, "data.ltac.links", row.span)
        elif row.type == "Context":
            self.plain.append("context", row.name, thing=above)
            detail = f"it is a context of {above[:80]}, which is no relation"
            self.plain.keep("context", row.name, detail, "data.ltac.context", row.span)
        else:
            is_against = not _AGAINST.isdisjoint(row.options)
            kind = RelationKind.ATTACK if is_against else RelationKind.SUPPORT
            self.plain.ties.append(Tie(kind, row.name, above))


def _parted(words: str) -> tuple[str, str, tuple[str, ...]]:
    """Return a text, the reference in brackets behind it, and its options in braces."""
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
