"""Frameworks as lines of numbers, `p af N` and `i j`: the format of the ICCMA competitions since 2023."""

from __future__ import annotations

import re

from argmap.interop.attack_tables.attack_table import AttackTable
from argmap.interop.attack_tables.table_writing import WrittenTable, table_writing
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.plain_debates.file_reading import lines_of, wrong
from argmap.model import Debate, HasDebate, RelationKind
from argmap.text import Span

NAME = "iccma-af"
SUFFIXES = (".af",)
_HEAD = re.compile(r"\s*p\s+af\s+(\d+)\s*")
# Other kinds of frameworks begin in a similar way, and are refused by name.
_ANY_HEAD = re.compile(r"\s*p\s+(?:af|aba|cnf|adf)\s+\d+(?:\s+\d+)*\s*")
_ATTACK = re.compile(r"\s*(\d+)\s+(\d+)\s*")
# More would take gigabytes of memory.
_MOST = 1_000_000


def recognise(content: FileContent) -> bool:
    """Return whether the first line of a text says how many arguments a framework has.

    >>> recognise(FileContent('p af 2\\n1 2\\n'))
    True
    """
    return bool(content.lines) and _ANY_HEAD.fullmatch(content.lines[0]) is not None


def loads(text: str) -> Debate:
    """Return a framework as a debate of arguments.

    >>> [str(relation) for relation in loads('p af 2\\n1 2\\n').relations]
    ['<1> attacks <2>']

    Raises:
        FormatError: the text is not such a framework; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return the framework of a document or debate: each element is an argument, numbered if necessary.

    >>> from argmap import parse
    >>> print(dumps(parse("<a>\\n  - <b>")), end="")
    p af 2
    2 1
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return a framework as a debate of arguments, with a report.

    Raises:
        FormatError: the text is not such a framework.
    """
    options = options or ReadingOptions()
    table = AttackTable.of(text, options)
    number = 0
    for line, span in lines_of(text):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        head, attack = _HEAD.fullmatch(line), _ATTACK.fullmatch(line)
        if head and not table.arguments and not number:
            number = _number(head[1])
            if number > _MOST:
                raise wrong(text, "I408", span, f"{head[1][:20]} arguments cannot be")
            for argument in range(1, number + 1):
                table.argument(str(argument), span)
        elif attack and number:
            source, target = (word.lstrip("0") or "0" for word in attack.groups())
            table.relate(RelationKind.ATTACK, source, target, span)
        elif _ANY_HEAD.fullmatch(line) and not head and not number:
            raise wrong(text, "I402", span, "p", f"must be af, not {line.split()[1]}")
        else:
            error = wrong(text, "I407", span, f"`{line.strip()[:60]}`", "a line of a framework")
            table.damage.add(error, line.strip()[:60])
    if not number and not text.strip().startswith("p"):
        raise wrong(text, "I407", Span(0, 0), "this", "a framework: its first line is `p af N`")
    return table.reading(NAME, options)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return the framework of a document or debate, with a report."""
    return table_writing(NAME, document, _rendered, options, has_names=False)


def _rendered(table: WrittenTable) -> str:
    lines = [f"p af {len(table.names)}", *(f"{source} {target}" for source, target in table.attacks)]
    return "".join(f"{line}\n" for line in lines)


def _number(digits: str) -> int:
    # Python refuses to read numbers of thousands of digits.
    digits = digits.lstrip("0")
    return _MOST + 1 if len(digits) > len(str(_MOST)) else int(digits or "0")
