"""The trivial graph format: lines of arguments, a line `#`, and lines of attacks."""

from __future__ import annotations

from argmap.interop.attack_tables.attack_table import AttackTable
from argmap.interop.attack_tables.table_writing import WrittenTable, table_writing
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.plain_debates.file_reading import lines_of, wrong
from argmap.model import Debate, HasDebate, RelationKind
from argmap.text import Span

NAME = "tgf"
SUFFIXES = (".tgf",)
_LABELS = {
    "att": RelationKind.ATTACK,
    "-": RelationKind.ATTACK,
    "sup": RelationKind.SUPPORT,
    "+": RelationKind.SUPPORT,
}


def recognise(content: FileContent) -> bool:
    """Return whether a text has a line `#` between lines of arguments and lines of pairs of them.

    >>> recognise(FileContent('a\\nb\\n#\\na b\\n'))
    True
    """
    lines = [line.rstrip() for line, _ in lines_of(content.text) if line.strip()]
    if lines.count("#") != 1:
        return False
    place = lines.index("#")
    names = {line.split()[0] for line in lines[:place]}
    edges = [line.split(maxsplit=2) for line in lines[place + 1 :]]
    return len(names) == place > 0 and all(len(edge) > 1 and {*edge[:2]} <= names for edge in edges)


def loads(text: str) -> Debate:
    """Return a framework as a debate of arguments.

    >>> [str(relation) for relation in loads('a\\nb\\n#\\na b\\n').relations]
    ['<a> attacks <b>']

    Raises:
        FormatError: the text is not such a framework; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return the framework of a document or debate: each element is an argument, numbered if necessary.

    >>> from argmap import parse
    >>> print(dumps(parse("<a>\\n  - <b>")), end="")
    a
    b
    #
    b a
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return a framework as a debate of arguments, with a report.

    Raises:
        FormatError: the text is not such a framework.
    """
    options = options or ReadingOptions()
    table = AttackTable.of(text, options)
    is_behind = False
    for line, span in lines_of(text):
        if line.strip() == "#" and not is_behind:
            is_behind = True
        elif line.strip() and not is_behind:
            name, _, label = line.strip().partition(" ")
            table.argument(name, span, text=label.strip())
        elif line.strip():
            _read_edge(table, line.split(maxsplit=2), span)
    if not is_behind:
        raise wrong(text, "I407", Span(0, 0), "this", "a graph: a line `#` ends its arguments")
    return table.reading(NAME, options)


def _read_edge(table: AttackTable, words: list[str], span: Span) -> None:
    label = words[2].strip() if len(words) > 2 else "att"
    kind = _LABELS.get(label.casefold())
    if len(words) < 2:
        error = wrong(table.text, "I407", span, f"`{words[0][:60]}`", "a line of two arguments")
        table.damage.add(error, words[0][:60])
    elif kind is None:
        error = wrong(table.text, "I402", span, "label", f"must be att or sup, not {label[:40]!r}")
        table.damage.add(error, f"{words[0]} {words[1]}"[:60])
    else:
        table.relate(kind, words[0], words[1], span)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return the framework of a document or debate, with a report."""
    return table_writing(NAME, document, _rendered, options)


def _rendered(table: WrittenTable) -> str:
    lines = [f"{name} {' '.join(text.split())}".strip() for name, (text, _) in table.names.items()]
    lines.append("#")
    lines += (f"{source} {target}" for source, target in table.attacks)
    lines += (f"{source} {target} sup" for source, target in table.supports)
    return "".join(f"{line}\n" for line in lines)
