"""The text of a page: an article for each node of a map, below the headings of the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from html import escape

from attrs import field, frozen

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode, MapStep
from argmap.model import ArgumentRef, RelationKind, Source
from argmap.render.engines.part_words import KINDS, part_titles
from argmap.render.page.drawn_debate import DrawnDebate
from argmap.render.page.marked_words import link, marked_words, shown

_PASSIVE = {
    RelationKind.SUPPORT: "supported by",
    RelationKind.ENTAILMENT: "entailed by",
    RelationKind.ATTACK: "attacked by",
    RelationKind.UNDERCUT: "undercut by",
    RelationKind.CONTRARIETY: "contrary to",
    RelationKind.CONTRADICTION: "contradicts",
}
_LOOKS = {
    RelationKind.ATTACK: "con",
    RelationKind.UNDERCUT: "cut",
    RelationKind.CONTRARIETY: "con",
    RelationKind.CONTRADICTION: "con",
}
_DEEPEST = 6


@frozen(slots=False, eq=False)
class Articles:
    """The articles of a map; `reasons` say why nodes have their verdicts, by id.

    `hrefs` lead from closed sections, by id, to their own pages.
    """

    argument_map: ArgumentMap
    drawn: DrawnDebate | None = None
    reasons: Mapping[str, str] = field(factory=dict)
    hrefs: Mapping[str, str] = field(factory=dict)

    @property
    def html(self) -> str:
        """The articles below the headings of their sections, in the order of the document."""
        return "".join(f"{line}\n" for line in self._lines())

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Titles of nodes, closed sections and relations for readers, by id, without marks of verdicts."""
        titles = part_titles(self.argument_map)
        for node in self.argument_map.nodes:
            mark = node.verdict.mark if node.verdict else ""
            titles[node.id] = titles[node.id].removeprefix(f"{mark} ") if mark else titles[node.id]
        return titles

    def _lines(self) -> Iterator[str]:
        """Yield what is outside all sections, then each section with those inside it."""
        members: defaultdict[str | None, list[MapNode]] = defaultdict(list)
        for node in sorted(self.argument_map.nodes, key=lambda node: node.position or 0):
            members[node.group].append(node)
        for node in members[None]:
            yield from self._article(node, 2)
        ending: list[MapGroup] = []
        for group in _nested(self.argument_map.groups):
            while ending and ending[-1].id != group.parent:
                ending.pop()
                yield "</section>"
            level = min(len(ending) + 2, _DEEPEST)
            if group.is_closed:
                yield from self._closed(group, level)
                continue
            ending.append(group)
            title = escape(shown(group.title))
            yield f'<section id="t-{escape(group.id)}" data-key="#{title}">'
            yield f"<h{level}>{title}</h{level}>"
            for node in members[group.id]:
                yield from self._article(node, min(level + 1, _DEEPEST))
        yield from ["</section>"] * len(ending)

    def _closed(self, group: MapGroup, level: int) -> Iterator[str]:
        """Yield the article of a section that is drawn as a single box."""
        href = self.hrefs.get(group.id)
        yield f'<article id="t-{escape(group.id)}" class="section">'
        yield f'<h{level} class="title">{escape(shown(group.title))}</h{level}>'
        yield '<p class="facts">section</p>'
        if href:
            yield f'<p><a href="{escape(href)}">Open the map of this section</a></p>'
        yield from self._bearing(group.id)
        yield "</article>"

    def _article(self, node: MapNode, level: int) -> Iterator[str]:
        kind = KINDS[type(node.ref)]
        yield f'<article id="t-{escape(node.id)}" class="{kind}">'
        yield f'<h{level} class="title">{escape(self.titles[node.id])}</h{level}>'
        yield f'<p class="facts">{" · ".join(self._facts(node, kind))}</p>'
        if node.verdict:
            sign = f"{node.verdict.mark} " if node.verdict.mark else ""
            yield f'<p class="verdict">{sign}{escape(shown(node.verdict.sentence))}</p>'
        if text := self._text(node):
            yield f"<p>{text}</p>"
        if quote := self.drawn and self.drawn.quote(node.ref):
            yield f"<blockquote>{escape(shown(quote))}</blockquote>"
        if node.formula:
            yield f'<p class="formula">{escape(shown(node.formula))}</p>'
        if node.steps:
            yield '<ol class="steps">'
            yield from map(self._step, node.steps)
            yield "</ol>"
        if node.reliability is not None:
            yield _reliability(node.reliability)
        if node.sources:
            yield f"<ul>{''.join(_source(source, node.locator) for source in node.sources)}</ul>"
        if reason := self.reasons.get(node.id):
            yield f'<details class="why"><summary>Why</summary><pre>{escape(reason)}</pre></details>'
        if isinstance(node.ref, ArgumentRef) and self.drawn:
            yield from _questions(self.drawn.open_questions(node.ref.title))
        yield from self._bearing(node.id)
        yield "</article>"

    def _facts(self, node: MapNode, kind: str) -> Iterator[str]:
        words = [kind.replace("-", " ") if node.kind is None else f"{kind} ({node.kind})"]
        words += [f"according to {speaker}" for speaker in node.speakers]
        words += [f"#{tag}" for tag in node.tags]
        line = self.drawn.line(node.ref) if self.drawn else None
        words += [f"line {line}"] if line else []
        return (escape(shown(word)) for word in words)

    def _text(self, node: MapNode) -> str:
        text, marks = node.label_text, node.marks
        if text and node.label_title is None and not node.marks and shown(text) == self.titles[node.id]:
            # It is the heading already.
            return ""
        if text is None and self.drawn:
            text, marks = self.drawn.text_of(node.ref)
        return marked_words(text, marks, self._places.get) if text else ""

    def _step(self, step: MapStep) -> str:
        words = marked_words(step.text or "", step.marks, self._places.get)
        if step.number is None:
            count = (
                f" ({step.open_questions} of {step.questions} questions open)" if step.open_questions else ""
            )
            proof = f" ({step.proof})" if step.proof else ""
            return f'<li class="rule">∴ {words}{count}{proof}</li>'
        place = self._places.get(str(step.ref)) if step.ref else None
        title = escape(shown(step.title)) if step.title else ""
        if title and place:
            title = f'<a href="#t-{escape(place)}">{title}</a>'
        named = f"<b>{title}</b>{': ' if words else ''}" if title else ""
        unsaid = " <small>(left unsaid)</small>" if step.is_implicit else ""
        formula = f'<br><span class="formula">{escape(shown(step.formula))}</span>' if step.formula else ""
        return f"<li>({step.number}) {named}{words}{unsaid}{formula}</li>"

    def _bearing(self, id: str) -> Iterator[str]:
        """Yield links to what supports or attacks a node, and to what it supports or attacks."""
        incoming = [
            (edge, edge.source, "answered by" if edge.is_answer else _PASSIVE[edge.kind])
            for edge in self._into.get(id, ())
        ]
        outgoing = [(edge, edge.target, edge.verb) for edge in self._from.get(id, ())]
        for name, relations in (
            ("What supports or attacks it", incoming),
            ("What it supports or attacks", outgoing),
        ):
            if relations:
                items = "".join(self._relation(edge, other, verb) for edge, other, verb in relations)
                yield f'<div class="rel"><b>{name}</b><ul>{items}</ul></div>'

    def _relation(self, edge: MapEdge, other: str, verb: str) -> str:
        title = escape(self.titles[other])
        look = f' class="{_LOOKS[edge.kind]}"' if edge.kind in _LOOKS else ""
        return f'<li><i{look}>{verb}</i> <a href="#t-{escape(other)}">{title}</a></li>'

    @cached_property
    def _places(self) -> Mapping[str, str]:
        return {str(node.ref): node.id for node in self.argument_map.nodes}

    @cached_property
    def _into(self) -> Mapping[str, Sequence[MapEdge]]:
        return _by_end((edge.target, edge) for edge in self.argument_map.edges)

    @cached_property
    def _from(self) -> Mapping[str, Sequence[MapEdge]]:
        return _by_end((edge.source, edge) for edge in self.argument_map.edges)


def _by_end(ends: Iterator[tuple[str, MapEdge]]) -> Mapping[str, Sequence[MapEdge]]:
    found: defaultdict[str, list[MapEdge]] = defaultdict(list)
    for id, edge in ends:
        found[id].append(edge)
    return found


def _nested(groups: Sequence[MapGroup]) -> Iterator[MapGroup]:
    """Yield groups, each followed by those inside it."""
    inside: defaultdict[str | None, list[MapGroup]] = defaultdict(list)
    known = {group.id for group in groups}
    for group in groups:
        inside[group.parent if group.parent in known else None].append(group)
    waiting = inside[None][::-1]
    while waiting:
        group = waiting.pop()
        yield group
        waiting += inside[group.id][::-1]


def _reliability(value: float) -> str:
    meter = f'<meter min="0" max="1" value="{value:g}">{value:g}</meter>'
    return f"<p><label>Reliability {value:g} {meter}</label></p>"


def _source(source: Source, locator: str | None) -> str:
    return f"<li>{link(source.link, source.cite(locator))}</li>"


def _questions(questions: Sequence[str]) -> Iterator[str]:
    if questions:
        items = "".join(f"<li>{escape(shown(question))}</li>" for question in questions)
        title = f"Open questions ({len(questions)})"
        yield f'<details class="why"><summary>{title}</summary><ul>{items}</ul></details>'
