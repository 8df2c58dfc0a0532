"""From a debate to a text that says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import evolve

from argmap.model import NO_DATA, Argument, Claim, Data, Debate, Evidence, FrozenDict, MarkKind, Settings
from argmap.reading.data_writing import block_yaml, flow_yaml
from argmap.reading.escaping import markup_of, rule_markup, tag_markup
from argmap.reading.formatting import formatted
from argmap.reading.lines import Line
from argmap.reading.pages import Page
from argmap.reading.placing import Host, placed
from argmap.reading.reader import inline_reader, read
from argmap.reading.script import Nesting, has_order, script_of
from argmap.syntax import Kind
from argmap.syntax.document import parse_tree
from argmap.syntax.inline import InlineReader

ElementT = TypeVar("ElementT", Claim, Evidence, Argument)
_ROOMS = ("data", "model", "selection", "map", "group", "color", "dot")
_BRACKETS = {Kind.CLAIM: "[{}]", Kind.EVIDENCE: "[^{}]", Kind.ARGUMENT: "<{}>"}


def written(debate: Debate) -> str:
    """Return a text in canonical layout that is read as an equal debate.

    Raises:
        ValueError: there is no such text; the message says what cannot be said.
    """
    return formatted(print_script(script_that_says(debate), debate.metadata))


def script_that_says(debate: Debate) -> list[Line]:
    """Return lines that are read as an equal debate.

    Raises:
        ValueError: there are none; the message says what cannot be said.
    """
    reason = ""
    for lines in _scripts(debate):
        again = debate_in(print_script(lines, debate.metadata))
        if _is_same(debate, again):
            return lines
        reason = reason or _difference(debate, again)
    raise ValueError(f"no text was found that says this debate: {reason}")


def _scripts(debate: Debate) -> Iterator[list[Line]]:
    """Yield lines that may say a debate: in the order of its spans, then in orders that could be."""
    if has_order(debate):
        for nesting in Nesting:
            yield script_of(debate, nesting=nesting)
    for host in Host:
        yield script_of(placed(debate, host=host))


def _is_same(debate: Debate, again: Debate) -> bool:
    if "bibliography" in debate.metadata:
        # What stands in the file is found again when the text lies beside it.
        debate, again = _without_sources(debate), _without_sources(again)
    return debate == again


def _without_sources(debate: Debate) -> Debate:
    def bare(elements: Mapping[str, ElementT]) -> FrozenDict[str, ElementT]:
        return FrozenDict({title: evolve(one, sources=()) for title, one in elements.items()})

    return evolve(
        debate,
        claims=bare(debate.claims),
        evidence=bare(debate.evidence),
        arguments=bare(debate.arguments),
        sources=FrozenDict(),
    )


def debate_in(text: str, path: str | None = None) -> Debate:
    """Return the debate that a text says; files that it names are looked for beside `path`."""
    return read(Page(text, parse_tree(text)), path=path).debate


def print_script(lines: Iterable[Line], metadata: Data = NO_DATA) -> str:
    """Return the text of lines, with the metadata as frontmatter."""
    rooms = {name: metadata[name] for name in _ROOMS if name in metadata}
    reader = inline_reader(Settings.of(rooms))
    out: list[str] = []
    if metadata:
        out.append(f"===\n{block_yaml(metadata)}\n===")
    for line in lines:
        if out and not line.follows:
            out.append("")
        indent = "  " * line.depth
        out.append("\n".join(indent + one for one in _rows(line, reader)))
    return "\n".join(out) + "\n" if out else ""


def _rows(line: Line, reader: InlineReader) -> Iterator[str]:
    """Yield a line as it is written; what stands below a reference has a row of its own."""
    if line.kind is Kind.INFERENCE:
        parts = [", ".join(rule_markup(rule, reader) for rule in line.rules)]
        parts.append(flow_yaml(line.data) if line.data else "")
        body = " ".join(part for part in parts if part)
        yield f"-- {body} --" if body else "----"
        return
    is_bare = line.title is None and not (line.text or line.tags or line.data)
    # At the end of a block a lone `_` is text.
    said = ["<_" if line.marker == "_" and is_bare else line.marker]
    if line.title is not None:
        said.append(_BRACKETS[line.kind].format(line.title) + ("" if line.is_reference else ":"))
    is_below = line.is_reference and bool(line.text)
    begins_line = is_below or (line.title is None and line.kind is not Kind.HEADING)
    text = markup_of(line.text or "", line.marks, reader, begins_line=begins_line)
    marked = {mark.target for mark in line.marks if mark.kind is MarkKind.TAG}
    tags = [tag_markup(tag) for tag in line.tags if tag not in marked]
    data = flow_yaml(line.data) if line.data else ""
    if reader.remove_tags and not line.is_reference:
        # Then tags stand in the text, which does not have them when it is read.
        said += [text, *tags, data]
    elif line.is_reference and not is_below:
        said += [*tags, data]
    else:
        # Tags in a text would be part of it: behind data, be they empty, they are not.
        if is_below:
            yield " ".join(part for part in said if part)
            said = [" "]
        # Without anything behind it, `#` is text, too.
        needs_data = bool(tags) or (line.kind is Kind.HEADING and is_bare)
        said += [text, data or ("{}" if needs_data else ""), *tags]
    yield " ".join(part for part in said if part)


def _difference(debate: Debate, again: Debate) -> str:
    """Return in words where a debate and what was read of it differ."""
    for name in ("metadata", "sections", "claims", "evidence", "arguments", "relations", "tags", "sources"):
        mine, others = getattr(debate, name), getattr(again, name)
        if mine == others:
            continue
        if isinstance(mine, FrozenDict):
            for title in dict.fromkeys((*mine, *others)):
                if mine.get(title) != others.get(title):
                    return f"{name}[{title!r}] would be read as something else"
        return f"its {name} would be read as something else"
    return "it would be read as something else"
