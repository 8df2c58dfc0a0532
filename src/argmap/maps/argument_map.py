"""The view of a debate that is drawn: what is shown, not how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.data import NO_DATA, Data
from argmap.equality import equality, value_hash
from argmap.maps.omission import Omission
from argmap.model import CriticalQuestionRef, ElementRef, Mark, PropositionRef, RelationKind, Source
from argmap.model.display import notebook_bundle
from argmap.model.relation import ANSWERS
from argmap.representation import representation
from argmap.text.counts import counted

if TYPE_CHECKING:
    from argmap.reasoning.verdicts.verdict import Verdict


@frozen
class MapStep:
    """A statement in an argument, or the inference that leads to the conclusion below it.

    Statements have a `number`, from 1, and the title of what they state, if an author gave it one; an
    inference has no number, and its `text` is its rule. Edges can end at a step by its `id`. `ref` is what a
    statement states; `is_implicit` is true of one that nobody stated (`{implicit: true}`). `questions` counts
    the critical questions about an inference, `open_questions` those of them that nobody has answered. In a
    map whose evidence is drawn inside what it supports or attacks, `premise` is the node that the step stands
    for, and `strips` are the evidence about the step; `stubs` are ends of edges that are not lines. `verdict`
    is what an evaluation says of it. `formula` is that of what it states, in symbols; `proof` says whether an
    inference follows: `valid`, `invalid` or `not decided`, None if it has not been asked.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    id: str
    number: int | None = None
    title: str | None = None
    text: str | None = None
    marks: tuple[Mark, ...] = ()
    is_conclusion: bool = False
    is_implicit: bool = False
    questions: int = 0
    open_questions: int = 0
    ref: PropositionRef | None = None
    premise: MapStrip | None = None
    strips: tuple[MapStrip, ...] = ()
    stubs: tuple[MapStub, ...] = ()
    verdict: Verdict | None = None
    formula: str | None = None
    proof: str | None = None


@frozen
class MapNode:
    """A claim, piece of evidence, question or argument that is shown, or an open critical question.

    `label_title` and `label_text` are what it says under the settings, None if nothing; `marks` belong to
    `label_text`. `color` is its colour under the settings; `has_own_color` is true if an author chose it
    (by data, tags or settings) and false if it is the default; `font_color` is None if nobody chose one.
    Nodes with the same `rank` are side by side. `group` is the id of the innermost group around it;
    `locator` is its place in its only source. `steps` are the inside of an argument, if the map shows it;
    `tag_colors` belong to `tags`, None if a tag has no colour. `kind` and `reliability` are those of
    evidence; `speakers` put it forward; `strips` are the evidence that is drawn inside the node,
    `stubs` its ends of edges that are no lines, `remarks` what is said of edges that lead from it;
    `is_thesis` is true of a claim for or against which the whole map speaks. `position` orders nodes and
    edges as the text has them, None if it is not known; it does not count when maps are compared.
    `verdict` is what an evaluation says of it, in maps that show that; `formula` is that of a claim or piece
    of evidence, in symbols. In maps that are divided into pages,
    a node with a `page` only refers to what is on that page, and `source_numbers` are those of `sources`
    in the list at the end.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    id: str
    ref: ElementRef | CriticalQuestionRef
    label_title: str | None = None
    label_text: str | None = None
    marks: tuple[Mark, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    images: tuple[str, ...] = ()
    color: str | None = None
    font_color: str | None = None
    has_own_color: bool = False
    rank: str | None = None
    group: str | None = None
    locator: str | None = None
    steps: tuple[MapStep, ...] = ()
    tag_colors: tuple[str | None, ...] = ()
    kind: str | None = None
    reliability: float | None = None
    speakers: tuple[str, ...] = ()
    strips: tuple[MapStrip, ...] = ()
    stubs: tuple[MapStub, ...] = ()
    remarks: tuple[MapRemark, ...] = ()
    verdict: Verdict | None = None
    position: int | None = field(default=None, eq=False, repr=False)
    is_thesis: bool = False
    page: int | None = None
    source_numbers: tuple[int, ...] = ()
    formula: str | None = None


@frozen
class MapEdge:
    """A relation that is shown, from a node (or closed group) to another, by their ids.

    `is_sketched` is true if an author wrote it, and false if it follows from shared premises and
    conclusions; `has_own_color` is true if an author chose the colour of its kind; `is_asked` is true if
    it leads from a critical question to what the question is about, `is_answer` if it leads from a position
    to a question. `target_step` is the id of the step at which it ends, None if it ends at the node itself.
    `verdict` is that of its source, `change` in maps of changes what became of it (`added`, `removed`,
    `turned` or `context`), `data` are those of the relation without mappings. `position` is where an author
    wrote it, see `MapNode`.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    id: str
    kind: RelationKind
    source: str
    target: str
    color: str | None = None
    is_sketched: bool = True
    has_own_color: bool = False
    is_asked: bool = False
    is_answer: bool = False
    target_step: str | None = None
    verdict: Verdict | None = None
    data: Data = NO_DATA
    position: int | None = field(default=None, eq=False, repr=False)
    change: str | None = None

    @property
    def verb(self) -> str:
        """What the source does to the target, in the third person."""
        return ANSWERS if self.is_answer else self.kind.verb


@frozen
class MapStrip:
    """A node that is drawn inside the only one that it supports or attacks, and the edge between them."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    node: MapNode
    edge: MapEdge


@frozen
class MapStub:
    """An end of an edge that is drawn as a chip in the boxes at both ends, instead of as a line.

    `other` is the id of the node at the other end, `title` what readers know it by.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    edge: MapEdge
    other: str
    title: str
    is_source: bool


@frozen
class MapRemark:
    """A remark on an edge, at the node where it begins.

    `other` is the title of its target, None if only one edge leads from there.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    edge: MapEdge
    text: str
    other: str | None = None


@frozen
class MapGroup:
    """A section that is shown as a box: `parent` is the id of the group around it.

    `level` is 1 for outermost groups; a closed group is drawn as a single node, without what is in it.
    `marks` belong to its title.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    id: str
    title: str
    level: int
    parent: str | None = None
    is_closed: bool = False
    color: str | None = None
    font_color: str | None = None
    has_own_color: bool = False
    marks: tuple[Mark, ...] = ()


@frozen(repr=False)
class ArgumentMap:
    """Nodes, edges and groups, each in the order in which they are drawn.

    `omissions` are the elements that it does not show, by reason; `fallback` is why it shows all there
    is, None if it shows what the settings select. `shown_elsewhere` is how many elements only other parts of
    a map that is divided show; `notes` say which names in settings select nothing. None of these counts when
    maps are compared.
    """

    __eq__ = equality
    __hash__ = value_hash

    nodes: tuple[MapNode, ...] = ()
    edges: tuple[MapEdge, ...] = ()
    groups: tuple[MapGroup, ...] = ()
    omissions: tuple[Omission, ...] = field(default=(), eq=False, repr=False)
    fallback: str | None = field(default=None, eq=False, repr=False)
    shown_elsewhere: int = field(default=0, eq=False, repr=False)
    notes: tuple[str, ...] = field(default=(), eq=False, repr=False)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:
        return notebook_bundle(self, repr(self), drawn_by="argmap.render:draw_map")

    def _repr_svg_(self) -> str | None:
        return self._repr_mimebundle_().get("image/svg+xml")

    def __repr__(self) -> str:
        return f"<ArgumentMap of {counted(len(self.nodes), 'node')} and {counted(len(self.edges), 'edge')}>"
