"""What a draft is made of: nodes by the references that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import Factory, define, evolve

from argmap.data import Data, FrozenDict
from argmap.model import (
    ArgumentRef,
    ClaimRef,
    ElementRef,
    EvidenceRef,
    InferenceRef,
    MarkKind,
    NotInDebateError,
    PropositionRef,
    QuestionRef,
    Ref,
    RelationKind,
)
from argmap.model.lookup import reference_in
from argmap.syntax import Kind
from argmap.syntax.operators import OPERATORS, Operator
from argmap.text.given_values import value_in_words
from argmap.text.nearest import nearest
from argmap.writing.checked_lines import checked, named
from argmap.writing.line import RELATION_MARKERS, Line, reference
from argmap.writing.nodes import Node, walk
from argmap.writing.whole_arguments import Parts


class NotInDraftError(NotInDebateError, ValueError):
    """A draft has nothing of the name that a caller gave; the message names the nearest that it has."""


@define(eq=False)
class Store:
    """The blocks of a draft, and where in them each thing is."""

    roots: list[Node] = Factory(list)
    nodes: dict[Ref, list[Node]] = Factory(dict)
    parts: Parts = Factory(Parts)

    # Finding

    def ref(self, what: object) -> Ref:
        """Return the reference to something of this draft: itself, a thing of a debate, or a title.

        Raises:
            LookupError: there is no such thing.
            TypeError: it is none of these.
            ValueError: a title belongs to several.
        """
        if isinstance(what, str):
            return self._called(what)
        ref = getattr(what, "ref", what)
        if not isinstance(ref, ClaimRef | EvidenceRef | QuestionRef | ArgumentRef | InferenceRef):
            raise TypeError(
                "name something in a draft by an element, an inference, a reference or a title such as "
                f"'[A]', not by {value_in_words(what)}"
            )
        if ref not in self.nodes and ref in self.parts.wholes:
            whole = self.parts.wholes[ref]
            if isinstance(ref, InferenceRef):
                return whole
            raise ValueError(f"{named(ref)} is a part of {named(whole)}; name {named(whole)}")
        if ref not in self.nodes:
            raise self._missing(ref)
        return ref

    def end(self, what: object) -> Ref:
        """Return the reference to an end of a relation: what bears on the last part bears on the argument."""
        ref = getattr(what, "ref", what)
        if isinstance(what, str):
            ref = reference_in(what) or ArgumentRef(what)
        if isinstance(ref, ArgumentRef) and ref in self.parts.last and ref not in self.nodes:
            return self.parts.wholes[ref]
        return self.ref(what)

    def proposition(self, what: object) -> PropositionRef:
        """Return the reference to a claim or a piece of evidence."""
        ref = self.ref(what)
        if not isinstance(ref, ClaimRef | EvidenceRef):
            raise ValueError(f"{named(ref)} is neither a claim nor evidence")
        return ref

    def head(self, what: object) -> Node:
        """Return the node of an argument that has its structure, or can have it."""
        ref = self.ref(what)
        if not isinstance(ref, ArgumentRef):
            raise ValueError(f"{named(ref)} is not an argument")
        at_margin = [node for node in self._at_margin(ref) if node.line is None or not node.line.marker]
        with_structure = [node for node in at_margin if node.structure]
        heads = with_structure or at_margin
        return heads[0] if heads else self.add(reference(ref))

    def host(self, ref: Ref) -> Node:
        """Return the node below which the lines go that support or attack something."""
        # Below a step an undercut would hit its inference.
        nodes = self._at_margin(ref) or [node for node in self.nodes[ref] if not node.is_step]
        if nodes or isinstance(ref, InferenceRef):
            return nodes[0]
        return self.add(reference(ref))

    def related(self, source: Ref, target: Ref) -> list[Node]:
        """Return the nodes which say that something bears on something else.

        Raises:
            ValueError: there are none.
        """
        below = [node for node in self.nodes[source] if node.above and node.above.ref == target]
        above = [node for node in self.nodes[target] if node.above and node.above.ref == source]
        nodes = [node for node in below if _says_what_it_does(node)]
        # What bears on itself is above and below.
        nodes += [node for node in above if _says_what_is_done_to_it(node) and node not in nodes]
        if not nodes:
            raise ValueError(f"{named(source)} is not related to {named(target)}")
        return nodes

    def free(self, ref: ElementRef) -> None:
        """Raise ValueError if something has that title already."""
        if ref in self.nodes:
            raise ValueError(f"{named(ref)} exists already")

    def _called(self, title: str) -> Ref:
        written = reference_in(title)
        if written in self.nodes or written in self.parts.wholes:
            return self.ref(written)
        kinds = (ClaimRef, EvidenceRef, QuestionRef, ArgumentRef)
        refs = [ref for kind in kinds if (ref := kind(title)) in self.nodes]
        if not refs and ArgumentRef(title) in self.parts.wholes:
            return self.ref(ArgumentRef(title))
        if len(refs) > 1:
            both = " and ".join(named(ref) for ref in refs)
            raise ValueError(f"{title!r} could be {both}; pass a reference instead")
        if not refs:
            raise self._missing(written or title)
        return refs[0]

    def _missing(self, name: Ref | str) -> NotInDraftError:
        if isinstance(name, str):
            titles = (ref.title for ref in self.nodes if not isinstance(ref, InferenceRef))
            near = nearest(name, titles)
            return NotInDraftError(f"nothing in this draft is called {name!r}", near and repr(near))
        near = nearest(str(name), map(str, self.nodes))
        return NotInDraftError(f"there is no {named(name)} in this draft", near)

    def _at_margin(self, ref: Ref) -> list[Node]:
        return [node for node in self.nodes[ref] if node.above is None and not node.is_step]

    # Relating

    def relate(self, kind: RelationKind, source: ElementRef, target: Ref, data: Data) -> None:
        """Let something bear on something else."""
        node = Node(reference(source, RELATION_MARKERS[kind][0]))
        node.tell(data)
        assert node.line is not None, "it is a reference"
        node.line = checked(node.line)
        self.host(target).add_below(node)
        self.take_in([node])

    def reattach(self, source: Ref, target: Ref, new: Ref) -> None:
        """Let what says that something bears on a target say it of a new one.

        Raises:
            ValueError: the source comes above the target or the new one.
        """
        nodes = self.related(source, target)
        if any(node.ref != source for node in nodes):
            raise ValueError(f"{named(target)} is below {named(source)}; detach it and relate it again")
        host = self.host(new)
        if any(host.stands_below(node) for node in nodes):
            raise ValueError(f"{named(new)} is below {named(source)}")
        for node in nodes:
            assert node.above is not None, "it is below what it supports or attacks"
            node.above.below.remove(node)
            host.add_below(node)

    # Putting in and taking out

    def take_in(self, nodes: Iterable[Node]) -> None:
        """Let nodes be found, and all that belongs to them."""
        for node in walk(nodes):
            if node.ref is not None:
                self.nodes.setdefault(node.ref, []).append(node)

    def add(self, line: Line) -> Node:
        """Add a block at the end."""
        node = Node(checked(line))
        self.roots.append(node)
        self.take_in([node])
        return node

    def infer(
        self,
        head: Node,
        premises: list[PropositionRef],
        conclusion: PropositionRef,
        *,
        rules: tuple[str, ...],
        data: Data,
    ) -> InferenceRef:
        """Add an inference to the structure of an argument; premises that are no steps yet become some."""
        assert isinstance(head.ref, ArgumentRef), "it is the head of an argument"
        steps = [step.ref for step in head.structure if step.is_step]
        # Without `uses` an inference has the conclusion before it and all that is behind that.
        first = max(len(steps), 1)
        new = [premise for premise in dict.fromkeys(premises) if premise not in steps]
        steps += new
        uses = tuple(steps.index(premise) + 1 for premise in premises)
        if uses != tuple(range(first, len(steps) + 1)):
            data = FrozenDict({**data, "uses": uses})
        place = sum(isinstance(step.ref, InferenceRef) for step in head.structure)
        ref = InferenceRef(head.ref.title, place)
        line = checked(Line(Kind.INFERENCE, "--", rules=rules, data=data, ref=ref))
        added = [Node(reference(premise, "(1)")) for premise in new]
        added += [Node(line), Node(reference(conclusion, "(1)"))]
        head.structure += added
        self.take_in(added)
        return ref

    def say(self, ref: ElementRef, text: str) -> None:
        """Give something another text: where it has its text now, or else where it occurs first."""
        lines = [(node, node.line) for node in self.nodes[ref] if node.line]
        defined = [pair for pair in lines if not pair[1].is_reference]
        node, line = defined[-1] if defined else lines[0]
        inner = {mark.target for mark in line.marks if mark.kind is MarkKind.TAG}
        tags = tuple(tag for tag in line.tags if tag not in inner)
        node.line = checked(evolve(line, text=text, marks=(), tags=tags, is_reference=False))

    def release(self, node: Node) -> None:
        """Take a node away from what it is below; what is more than a reference goes to the end."""
        assert node.line is not None, "what stands below something has a line"
        node.release()
        line = node.line
        if node.above is not None:
            node.above.below.remove(node)
            node.above = None
        if line.is_reference and not (node.below or line.data or line.tags or line.text):
            self._forget(node)
        else:
            self.roots.append(node)

    def remove(self, ref: ElementRef) -> None:
        """Remove all places of something; what stood below them stays."""
        for node in tuple(self.nodes.get(ref, ())):
            steps = node.structure
            for below in (*node.below, *(below for step in steps for below in step.below)):
                self.release(below)
            for step in steps:
                if isinstance(step.ref, InferenceRef):
                    self._forget(step)
                else:
                    self.release(step)
            siblings = node.above.below if node.above else self.roots
            siblings.remove(node)
            self._forget(node)

    def rename(self, ref: ElementRef, new: ElementRef) -> None:
        """Let something have another title in all its places."""
        for node in self.nodes.pop(ref):
            self._call(node, new, title=new.title)
        for other in tuple(self.nodes):
            if isinstance(other, InferenceRef) and ref == ArgumentRef(other.argument):
                for node in self.nodes.pop(other):
                    self._call(node, InferenceRef(new.title, other.place), title=None)

    def _call(self, node: Node, ref: Ref, *, title: str | None) -> None:
        assert node.line is not None, "what has a name has a line"
        node.line = evolve(node.line, title=title, ref=ref)
        self.nodes.setdefault(ref, []).append(node)

    def all_nodes(self) -> Iterator[Node]:
        """Yield all nodes in the order in which they are written."""
        return walk(self.roots)

    def _forget(self, node: Node) -> None:
        assert node.ref is not None, "headings are never taken out"
        nodes = self.nodes[node.ref]
        nodes.remove(node)
        if not nodes:
            del self.nodes[node.ref]


def _says_what_it_does(node: Node) -> bool:
    operator = _operator(node)
    return operator is None or operator.is_from_below or operator.is_symmetric


def _says_what_is_done_to_it(node: Node) -> bool:
    operator = _operator(node)
    return operator is not None and not operator.is_from_below


def _operator(node: Node) -> Operator | None:
    return OPERATORS.get(node.line.marker) if node.line else None
