"""One walk over a tree: who is named where, what bears on what, which steps make up an argument."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import Factory, define

from argmap.model import (
    ArgumentRef,
    ClaimRef,
    EvidenceRef,
    FrozenDict,
    InferenceRef,
    MarkKind,
    Ref,
    RelationKind,
    Role,
    Settings,
    Value,
)
from argmap.reading.data_blocks import read_data
from argmap.reading.entries import Entry, Member, Step, merged
from argmap.reading.pages import Page
from argmap.reading.relations import Sketch
from argmap.reading.sections import Outline
from argmap.syntax import Block, Element, Kind, Range
from argmap.syntax.inline import Inline, InlineReader, tag_names
from argmap.text import Diagnostic, Span, diagnose

# What an operator says: the kind of relation, and whether what stands below it is the source.
_OPERATORS: dict[str, tuple[RelationKind, bool]] = {
    "+": (RelationKind.SUPPORT, True),
    "<+": (RelationKind.SUPPORT, True),
    "+>": (RelationKind.SUPPORT, False),
    "-": (RelationKind.ATTACK, True),
    "<-": (RelationKind.ATTACK, True),
    "->": (RelationKind.ATTACK, False),
    "_": (RelationKind.UNDERCUT, True),
    "<_": (RelationKind.UNDERCUT, True),
    "_>": (RelationKind.UNDERCUT, False),
    "><": (RelationKind.CONTRADICTION, False),
}
_REF_OF: dict[Kind, type[ClaimRef | EvidenceRef | ArgumentRef]] = {
    Kind.CLAIM: ClaimRef,
    Kind.EVIDENCE: EvidenceRef,
    Kind.ARGUMENT: ArgumentRef,
}


@define(eq=False)
class _Open:
    """An element whose lines below are still being read."""

    depth: int
    ref: Ref
    entry: Entry | None
    member: Member | None
    operator: str
    span: Span
    # The inference of which this is the conclusion.
    inference: InferenceRef | None = None
    is_premise: bool = False


@define(eq=False)
class _Structure:
    """A premise-conclusion structure that is being read."""

    entry: Entry
    span: Span
    page: Page
    pending: Step | None = None

    @property
    def is_complete(self) -> bool:
        return bool(self.entry.inferences) and self.pending is None


@define(eq=False)
class Walk:
    """Gathers what a document says."""

    settings: Settings
    inline: InlineReader
    outline: Outline
    claims: dict[str, Entry] = Factory(dict)
    evidence: dict[str, Entry] = Factory(dict)
    arguments: dict[str, Entry] = Factory(dict)
    tags: dict[str, None] = Factory(dict)
    sketch: Sketch = Factory(Sketch)
    diagnostics: list[Diagnostic] = Factory(list)
    mentions: list[tuple[MarkKind, str, Span]] = Factory(list)
    # What stands in brackets in a text, and whether it looks like a reference whatever it names.
    bracketed: list[tuple[MarkKind, str, Span, bool]] = Factory(list)
    # Inferences that turned out to have no conclusion, by what relations to them bear on instead.
    dropped: dict[Ref, Ref] = Factory(dict)
    authors_untitled: set[tuple[str, str]] = Factory(set)
    _untitled: int = 0
    _is_unplaced: bool = False
    _open: list[_Open] = Factory(list)
    _structure: _Structure | None = None
    _argument: Entry | None = None

    def read(self, page: Page) -> None:
        """Take in a document with all that it includes."""
        self._note_authors_untitled(page)
        for where, block in blocks_of(page):
            self._block(where, block)
        self._end_structure()

    def _note_authors_untitled(self, page: Page) -> None:
        # `Untitled 1` may be a title that an author gave; then what has none is not called so.
        for _, block in blocks_of(page):
            if "Untitled" in block.text:
                for element in block.elements:
                    if element.title is not None and element.title.startswith("Untitled "):
                        self.authors_untitled.add((element.kind.value, element.title))

    def _block(self, page: Page, block: Block) -> None:
        elements = block.elements
        first = elements[0]
        is_stray = (
            first.kind is Kind.INFERENCE
            and not self._structure
            and not any(one.marker[:1] == "(" for one in elements)
        )
        for problem in block.problems:
            if not (is_stray and problem.code in _OF_INFERENCES):
                span = Span(problem.start + block.start, problem.end + block.start, page.path)
                self.diagnostics.append(diagnose(problem.code, span, *problem.words))
        if is_stray:
            is_rule = bool(first.rules or first.data)
            span = Span(block.start + first.start, block.start + first.end, page.path)
            self.diagnostics.append(diagnose("S104" if is_rule else "R232", span, first.marker))
            elements = (_as_text(first), *elements[1:]) if is_rule else elements[1:]
            if not elements:
                return
            first = elements[0]
        in_structure = first.kind is Kind.INFERENCE or first.marker.startswith("(")
        structure = self._structure
        if structure:
            if in_structure and (not structure.is_complete or first.kind is Kind.INFERENCE):
                span = Span(block.start, block.start + first.end, page.path)
                self.diagnostics.append(diagnose("R207", span))
            else:
                self._end_structure()
        if first.kind is not Kind.INFERENCE and not in_structure:
            self._argument = None
        self._is_unplaced = False
        for element in elements:
            self._element(page, block, element)
        self._close(0)

    def _element(self, page: Page, block: Block, element: Element) -> None:
        if self._open and self._open[-1].depth >= element.depth:
            self._close(element.depth)
        span = Span(block.start + element.start, block.start + element.end, page.path)
        if element.kind is Kind.HEADING:
            self._end_structure()
            self._argument = None
            self._heading(page, block, element, span)
        elif element.kind is Kind.INFERENCE:
            self._inference(page, block, element, span)
        elif element.marker.startswith("(") or self._is_conclusion(element):
            self._step(page, block, element, span)
        else:
            if element.depth == 0:
                self._end_structure()
            self._proposition_or_argument(page, block, element, span)

    def _is_conclusion(self, element: Element) -> bool:
        """Return whether an element without a number stands where a conclusion must stand."""
        is_awaited = self._structure is not None and self._structure.pending is not None
        is_statement = element.kind is not Kind.ARGUMENT and not element.marker and element.depth == 0
        return is_awaited and is_statement

    # Elements

    def _heading(self, page: Page, block: Block, element: Element, span: Span) -> None:
        inline = self._text(page, block, element)
        if not inline.text:
            self.diagnostics.append(diagnose("R231", span))
        elif element.content and (line_end := block.text.find("\n", *element.content)) >= 0:
            start, end = block.start + line_end + 1, block.start + element.content[1]
            self.diagnostics.append(diagnose("S117", Span(start, end, page.path)))
        self.tags.update(dict.fromkeys(inline.tags))
        self.outline.add(len(element.marker), inline, self._data(page, block, element.data), span)

    def _proposition_or_argument(self, page: Page, block: Block, element: Element, span: Span) -> None:
        operator = element.marker if element.marker in _OPERATORS else ""
        if element.marker and not operator:
            role = Role.LIST_ITEM
        elif operator and self._open:
            role = Role.RELATION
        elif operator:
            # Lines of the same block have nothing above them for the same reason: saying it once is enough.
            if not self._is_unplaced:
                self.diagnostics.append(
                    diagnose("R212", Span(span.start, span.start + len(operator), page.path))
                )
            self._is_unplaced = True
            operator, role = "", Role.LIST_ITEM
        else:
            role = Role.TOP_LEVEL
        opened = self._enter(page, block, element, span, role, operator)
        if element.depth == 0:
            is_argument = element.kind is Kind.ARGUMENT and not element.marker
            self._argument = opened.entry if is_argument else None

    def _step(self, page: Page, block: Block, element: Element, span: Span) -> None:
        structure = self._structure or self._begin_structure(page, span)
        if element.kind is Kind.ARGUMENT:
            self.diagnostics.append(diagnose("R211", span))
            element = _as_text(element)
        opened = self._enter(page, block, element, span, Role.PREMISE, "", structure.entry.title)
        assert isinstance(opened.ref, ClaimRef | EvidenceRef), "arguments were made text above"
        assert opened.member is not None, "a step has a member"
        structure.entry.steps.append((opened.ref, opened.member))
        if structure.pending:
            structure.pending.conclusion_index = len(structure.entry.steps) - 1
            structure.entry.inferences.append(structure.pending)
            opened.inference = structure.pending.ref
            opened.member.role = Role.INTERMEDIARY_CONCLUSION
            structure.pending = None
        else:
            opened.is_premise = True

    def _inference(self, page: Page, block: Block, element: Element, span: Span) -> None:
        structure = self._structure or self._begin_structure(page, span)
        texts = [block.text[start:end] for start, end in element.rules]
        rules = [rule for text in texts if (rule := self.inline.read_plain(text))]
        data = self._data(page, block, element.data) or FrozenDict()
        if structure.pending:
            self.diagnostics.append(diagnose("R208", structure.pending.span))
            structure.pending.rules += rules
            structure.pending.data = merged(structure.pending.data, data)
        else:
            ref = InferenceRef(structure.entry.title, len(structure.entry.inferences))
            structure.pending = Step(ref, rules, dict(data), span)
        self._open.append(_Open(element.depth, structure.pending.ref, None, None, "", span))

    def _begin_structure(self, page: Page, span: Span) -> _Structure:
        entry = self._argument
        if entry is not None and entry.inferences:
            self.diagnostics.append(diagnose("R206", span, entry.title))
            entry = None
        if entry is None:
            title = self._next_untitled("argument")
            entry = self.arguments[title] = Entry(ArgumentRef(title), True, span)
        self._argument = None
        self._structure = _Structure(entry, span, page)
        return self._structure

    def _end_structure(self) -> None:
        structure, self._structure = self._structure, None
        if structure is None:
            return
        entry = structure.entry
        entry.section = self.outline.current or entry.section
        if structure.pending:
            self.diagnostics.append(diagnose("R208", structure.pending.span))
            self.dropped[structure.pending.ref] = entry.ref
        elif not entry.inferences:
            self.diagnostics.append(diagnose("R209", structure.span))
        if not entry.inferences:
            return
        last = entry.inferences[-1].conclusion_index
        entry.steps[last][1].role = Role.MAIN_CONCLUSION
        for _, member in entry.steps[last + 1 :]:
            self.diagnostics.append(diagnose("R210", member.span))

    # Entering and leaving

    def _enter(
        self,
        page: Page,
        block: Block,
        element: Element,
        span: Span,
        role: Role,
        operator: str,
        argument: str | None = None,
    ) -> _Open:
        entry = self._entry(element, span)
        inline = self._text(page, block, element) if element.content else _NOTHING
        if element.is_reference == bool(element.content):
            self._odd_text(page, block, element)
        tags = inline.tags
        if element.tags:
            outside = tuple(tag_names("".join(block.text[start:end] for start, end in element.tags)))
            tags += outside
        if tags:
            tags = tuple(dict.fromkeys(tags))
            self.tags.update(dict.fromkeys(tags))
        is_argument = element.kind is Kind.ARGUMENT
        member = Member(
            entry.title,
            inline.text or None,
            Role.DESCRIPTION if is_argument else role,
            element.is_reference,
            role is Role.TOP_LEVEL,
            tags,
            self._data(page, block, element.data) if element.data else None,
            inline.marks,
            self.outline.current,
            argument,
            span,
        )
        opened = _Open(element.depth, entry.ref, entry, member, operator, span)
        self._open.append(opened)
        return opened

    def _odd_text(self, page: Page, block: Block, element: Element) -> None:
        """Report a text that is missing, or that stands below a reference."""
        if element.content:
            start, end = element.content
            words = _written_title(block, element)
            self.diagnostics.append(
                diagnose("R234", Span(start + block.start, end + block.start, page.path), words)
            )
            return
        start, words = element.start, element.marker
        if element.title_range:
            words = _written_title(block, element) + ":"
            start = block.text.index(words[0], element.start + len(element.marker))
        span = Span(start + block.start, start + block.start + len(words), page.path)
        self.diagnostics.append(diagnose("R233", span, words))

    def _close(self, depth: int) -> None:
        """Leave all open elements that are at least so deep, innermost first."""
        stack = self._open
        while stack and stack[-1].depth >= depth:
            left = stack.pop()
            if left.entry is not None and left.member is not None:
                left.entry.append(left.member)
            if left.operator:
                self._relate(stack[-1], left)

    def _relate(self, parent: _Open, child: _Open) -> None:
        kind, from_child = _OPERATORS[child.operator]
        target: Ref = parent.ref
        marker = Span(child.span.start, child.span.start + len(child.operator), child.span.path)
        if parent.entry is None and kind is not RelationKind.UNDERCUT:
            self.diagnostics.append(diagnose("R214", marker))
            kind, from_child = RelationKind.UNDERCUT, True
        if kind is RelationKind.UNDERCUT and from_child:
            target = parent.inference or target
            if parent.is_premise:
                self.diagnostics.append(diagnose("R230", marker))
        if kind is RelationKind.CONTRADICTION and ArgumentRef in (type(parent.ref), type(child.ref)):
            self.diagnostics.append(diagnose("R213", marker))
        source, target = (child.ref, target) if from_child else (target, child.ref)
        self.sketch.add(kind, source, target, child.span)

    def _entry(self, element: Element, span: Span) -> Entry:
        room = self._room(element.kind)
        title = element.title
        if title is None:
            title = self._next_untitled(element.kind.value)
        elif entry := room.get(title):
            return entry
        elif not title:
            self.diagnostics.append(diagnose("R229", span))
        elif "]" in title and "]" in title.partition("[")[0]:
            self.diagnostics.append(diagnose("R235", span, title))
        entry = room[title] = Entry(_REF_OF[element.kind](title), element.title is None, span)
        return entry

    def _room(self, kind: Kind) -> dict[str, Entry]:
        if kind is Kind.CLAIM:
            return self.claims
        return self.arguments if kind is Kind.ARGUMENT else self.evidence

    def _next_untitled(self, kind: str) -> str:
        self._untitled += 1
        title = f"Untitled {self._untitled}"
        while (kind, title) in self.authors_untitled:
            title += "′"
        return title

    # Texts and data

    def _text(self, page: Page, block: Block, element: Element) -> Inline:
        if element.content is None:
            return _NOTHING
        inline = self.inline.read(block.text, *element.content)
        for problem in inline.problems:
            span = Span(problem.start + block.start, problem.end + block.start, page.path)
            self.diagnostics.append(diagnose(problem.code, span, *problem.words))
        for one in inline.mentions:
            span = Span(block.start + one.start, block.start + one.end, page.path)
            self.mentions.append((one.kind, one.title, span))
        if inline.brackets and (element.title is not None or element.title_range is None):
            for one in inline.brackets:
                span = Span(block.start + one.start, block.start + one.end, page.path)
                behind = block.text[one.end : one.end + 1]
                begins = (
                    one.start == element.content[0] and not behind.isalnum() and not one.title.isdecimal()
                )
                self.bracketed.append((one.kind, one.title, span, begins or behind == ":"))
        return inline

    def _data(self, page: Page, block: Block, ranges: tuple[Range, ...]) -> FrozenDict[str, Value] | None:
        found: FrozenDict[str, Value] | None = None
        for start, end in ranges:
            start, end = start + block.start, end + block.start
            block_form = self.settings.data.switch_to_block_format_if_multiline
            data, problems = read_data(page.text[start:end], block_form=block_form)
            for problem in problems:
                at = min(start + problem.offset, end - 1)
                self.diagnostics.append(diagnose(problem.code, Span(at, at + 1, page.path), *problem.words))
            if data:
                found = FrozenDict(merged(dict(found), data)) if found else data
        return found


_NOTHING = Inline("")
# What is wrong with an inference line; not with what only looks like one.
_OF_INFERENCES = frozenset({"S107", "S108", "S109", "S115"})


def _written_title(block: Block, element: Element) -> str:
    """Return the title of an element with its brackets, as it is written."""
    assert element.title_range is not None, "it has a title"
    start, end = element.title_range
    opening = start - (2 if element.kind is Kind.EVIDENCE else 1)
    return block.text[opening : end + 1]


def blocks_of(page: Page) -> Iterator[tuple[Page, Block]]:
    """Yield the blocks of a page and of all that it includes, each with its page, in reading order."""
    waiting = [(page, iter(page.tree.parts))]
    while waiting:
        where, parts = waiting[-1]
        for part in parts:
            if isinstance(part, Block):
                yield where, part
            elif isinstance(included := where.includes.get(part.start), Page):
                waiting.append((included, iter(included.tree.parts)))
                break
        else:
            waiting.pop()


def _as_text(element: Element) -> Element:
    """Return an argument or an inference line as a statement whose text is all that was written."""
    if element.kind is Kind.INFERENCE:
        return element._replace(
            kind=Kind.CLAIM, marker="", content=(element.start, element.end), rules=(), data=()
        )
    start, end = element.start + len(element.marker), element.end
    if element.content:
        end = element.content[1]
    elif element.title_range:
        end = element.title_range[1] + 1
    return element._replace(kind=Kind.CLAIM, title=None, is_reference=False, content=(start, end))
