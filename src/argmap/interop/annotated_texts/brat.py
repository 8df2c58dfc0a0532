"""brat: annotations kept beside a text, such as those of persuasive essays.

P. Stenetorp et al., "brat: a web-based tool for NLP-assisted text annotation" (2012); C. Stab, I. Gurevych,
"Parsing argumentation structures in persuasive essays" (2017).
"""

from __future__ import annotations

import re

from attrs import Factory, define

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.conversions import Reading, ReadingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.plain_debates.file_reading import lines_of, reading_of, wrong
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, Tie
from argmap.model import Debate, RelationKind
from argmap.text import Span

NAME = "brat"
SUFFIXES = (".ann",)
_TEXT = re.compile(r"(T[^\s]+)\t(\S+) ([0-9]{1,9} [0-9]{1,9}(?:;[0-9]{1,9} [0-9]{1,9})*+)\t(.*)")
_RELATION = re.compile(r"(R[^\s]+)\t(\S+) Arg1:(\S+) Arg2:(\S+)\s*+")
_ATTRIBUTE = re.compile(r"([AM][^\s]+)\t(\S+) (\S+)(?: (\S.*+))?+")
_NOTE = re.compile(r"(#[^\s]*+)\t(\S+) (\S+)(?:\t(.*+))?+")
_KINDS = {"supports": RelationKind.SUPPORT, "attacks": RelationKind.ATTACK}
# The words that other corpora use for the same relations, in lower case.
_ALIKE = {"support": "supports", "attack": "attacks"}


def recognise(content: FileContent) -> bool:
    r"""Return whether the first line of a text annotates a stretch.

    >>> recognise(FileContent("T1\tClaim 0 9\tIt rains."))
    True
    """
    first = content.text.lstrip().split("\n", 1)[0].rstrip("\r")
    return _TEXT.fullmatch(first) is not None


def loads(text: str) -> Debate:
    r"""Return the debate in annotations.

    >>> debate = loads("T1\tClaim 0 9\tIt rains.\nT2\tPremise 10 16\tI see.\nR1\tsupports Arg1:T2 Arg2:T1\n")
    >>> debate.claims["T1"].text, str(debate.relations[0])
    ('It rains.', '[T2] supports [T1]')

    Raises:
        FormatError: the text is not brat; its diagnostic says where and why.
    """
    return read(text).debate


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in annotations, with a report.

    With `options.choices["file"]`, the name of the annotated text, that is the source of every claim.

    Raises:
        FormatError: the text is not brat.
    """
    options = options or ReadingOptions()
    file = options.choices.get("file")
    reader = _BratReader(text, Damage(options.is_lenient), file if isinstance(file, str) else None)
    reader.read()
    return reading_of(NAME, reader.plain, options, damage=reader.damage)


@define(eq=False)
class _BratReader:
    text: str
    damage: Damage
    file: str | None
    plain: PlainDebate = Factory(PlainDebate)
    relations: list[tuple[re.Match[str], Span]] = Factory(list)
    others: list[tuple[re.Match[str], Span]] = Factory(list)

    def read(self) -> None:
        for line, span in lines_of(self.text):
            if line.strip():
                self.line(line, span)
        for relation, span in self.relations:
            self.relation(relation, span)
        for other, span in self.others:
            self.note(other, span)

    def line(self, line: str, span: Span) -> None:
        match line[0]:
            case "T" if stretch := _TEXT.fullmatch(line):
                self.stretch(stretch, span)
            case "R" if relation := _RELATION.fullmatch(line):
                self.relations.append((relation, span))
            case "A" | "M" if attribute := _ATTRIBUTE.fullmatch(line):
                self.others.append((attribute, span))
            case "#" if note := _NOTE.fullmatch(line):
                self.others.append((note, span))
            case "E" | "N" | "*" if "\t" in line:
                self.plain.append("others", line)
                self.plain.keep(
                    "other annotation",
                    line.split("\t")[0],
                    "it is kept as it is",
                    "metadata.brat.others",
                    span,
                )
            case _:
                self.damage.add(
                    wrong(self.text, "I407", span, f"`{line.strip()[:60]}`", "an annotation of brat"), "line"
                )

    def stretch(self, match: re.Match[str], span: Span) -> None:
        name, kind, places, words = match.groups()
        if name in self.plain.things:
            error = wrong(self.text, "I404", span, name, "is there already")
            self.damage.add(error, name)
            return
        pieces: tuple[Value, ...] = tuple(
            tuple(int(number) for number in piece.split(" ")) for piece in places.split(";")
        )
        own: dict[str, Value] = {"type": kind, "at": pieces[0] if len(pieces) == 1 else pieces}
        data: Data = NO_DATA
        if self.file:
            data = FrozenDict({"source": FrozenDict[str, Value]({"file": self.file})})
        self.plain.things[name] = PlainThing(name, text=words, own=FrozenDict(own), data=data, span=span)

    def relation(self, match: re.Match[str], span: Span) -> None:
        name, kind, source, target = match.groups()
        missing = [end for end in (source, target) if end not in self.plain.things]
        if missing:
            error = wrong(self.text, "I403", span, name, f"names {missing[0]}, which is not there")
            self.damage.add(error, name)
        elif (word := _word(kind)) in _KINDS:
            own = FrozenDict({"id": name} if word == kind else {"id": name, "type": kind})
            self.plain.ties.append(Tie(_KINDS[word], source, target, own=own))
        else:
            row = FrozenDict({"id": name, "type": kind, "from": source, "to": target})
            self.plain.append("relations", row)
            self.plain.keep("edge", name, "it is kept as it is", "metadata.brat.relations", span)

    def note(self, match: re.Match[str], span: Span) -> None:
        name, kind, subject, value = match.groups()
        feature, word = ("note", "notes") if name.startswith("#") else ("attribute", "attributes")
        row = FrozenDict({"id": name, "type": kind, **({} if value is None else {"value": value})})
        is_there = subject in self.plain.things
        if is_there:
            self.plain.append(word, row, thing=subject)
        else:
            self.plain.append(word, FrozenDict({**row, "of": subject}))
        kept = f"data.brat.{word}" if is_there else f"metadata.brat.{word}"
        self.plain.keep(feature, name, f"it is about {subject[:80]}", kept, span)


def _word(kind: str) -> str:
    """Return the word for the relation that a type of annotation means; case does not count."""
    word = kind.casefold()
    return _ALIKE.get(word, word)
