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
    PropositionRef,
    Ref,
)
from argmap.syntax import Kind
from argmap.syntax.operators import OPERATORS, Operator
from argmap.text.nearest import nearest
from argmap.writing.checked_lines import checked, named
from argmap.writing.lines import Line, reference
from argmap.writing.nodes import Node, walk
from argmap.writing.whole_arguments import Parts


@define(eq=False)
class Store:
    """The blocks of a draft, and where in them each thing stands."""

    roots: list[Node] = Factory(list)
    nodes: dict[Ref, list[Node]] = Factory(dict)
    parts: Parts = Factory(Parts)

    # Finding

    def ref(self, what: object) -> Ref:
        """Return the reference to something of this draft: itself, a thing of a debate, or a title.

        Raises:
            ValueError: there is no such thing, or a title belongs to several.
        """
        if isinstance(what, str):
            return self._called(what)
        found = getattr(what, "ref", what)
        if not isinstance(found, ClaimRef | EvidenceRef | ArgumentRef | InferenceRef):
            raise TypeError(f"{what!r} is no reference and no title")
        if found not in self.nodes and found in self.parts.wholes:
            whole = self.parts.wholes[found]
            if isinstance(found, InferenceRef):
                return whole
            raise ValueError(f"{named(found)} is a part of {named(whole)}; name {named(whole)}")
        if found not in self.nodes:
            title = found.argument if isinstance(found, InferenceRef) else found.title
            raise ValueError(f"there is no {named(found)} in this draft{self._near(title)}")
        return found

    def end(self, what: object) -> Ref:
        """Return the reference to an end of a relation: what bears on the last part bears on the argument."""
        found = getattr(what, "ref", ArgumentRef(what) if isinstance(what, str) else what)
        if isinstance(found, ArgumentRef) and found in self.parts.last and found not in self.nodes:
            return self.parts.wholes[found]
        return self.ref(what)

    def proposition(self, what: object) -> PropositionRef:
        """Return the reference to a claim or a piece of evidence."""
        ref = self.ref(what)
        if not isinstance(ref, ClaimRef | EvidenceRef):
            raise ValueError(f"{named(ref)} is no claim and no evidence")
        return ref

    def head(self, what: object) -> Node:
        """Return the node of an argument that has its structure, or can have it."""
        ref = self.ref(what)
        if not isinstance(ref, ArgumentRef):
            raise ValueError(f"{named(ref)} is no argument")
        at_margin = [one for one in self._at_margin(ref) if one.line is None or not one.line.marker]
        with_structure = [one for one in at_margin if one.structure]
        found = with_structure or at_margin
        return found[0] if found else self.add(reference(ref))

    def host(self, ref: Ref) -> Node:
        """Return the node below which stands what bears on something."""
        # Below a step an undercut would hit its inference.
        found = self._at_margin(ref) or [one for one in self.nodes[ref] if not one.is_step]
        if found or isinstance(ref, InferenceRef):
            return found[0]
        return self.add(reference(ref))

    def related(self, source: Ref, target: Ref) -> list[Node]:
        """Return the nodes which say that something bears on something else.

        Raises:
            ValueError: there are none.
        """
        below = [node for node in self.nodes[source] if node.above and node.above.ref == target]
        above = [node for node in self.nodes[target] if node.above and node.above.ref == source]
        nodes = [node for node in below if _says_what_it_does(node)] + [
            node for node in above if _says_what_is_done_to_it(node)
        ]
        if not nodes:
            raise ValueError(f"{named(source)} does not bear on {named(target)}")
        return nodes

    def free(self, ref: ElementRef) -> None:
        """Raise ValueError if something has that title already."""
        if ref in self.nodes:
            raise ValueError(f"there is {named(ref)} already")

    def _called(self, title: str) -> Ref:
        kinds = (ClaimRef, EvidenceRef, ArgumentRef)
        found = [ref for kind in kinds if (ref := kind(title)) in self.nodes]
        if not found and ArgumentRef(title) in self.parts.wholes:
            return self.ref(ArgumentRef(title))
        if len(found) > 1:
            both = " and ".join(named(ref) for ref in found)
            raise ValueError(f"{title!r} could be {both}; pass what names the one that is meant")
        if not found:
            raise ValueError(f"nothing in this draft is called {title!r}{self._near(title)}")
        return found[0]

    def _near(self, title: str) -> str:
        titles = (ref.title for ref in self.nodes if not isinstance(ref, InferenceRef))
        near = nearest(title, titles)
        return f"; did you mean {near!r}?" if near else ""

    def _at_margin(self, ref: Ref) -> list[Node]:
        return [one for one in self.nodes[ref] if one.above is None and not one.is_step]

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
        steps = [one.ref for one in head.structure if one.is_step]
        # Without `uses` an inference has the conclusion before it and all that stands behind that.
        first = max(len(steps), 1)
        new = [one for one in dict.fromkeys(premises) if one not in steps]
        steps += new
        uses = tuple(steps.index(one) + 1 for one in premises)
        if uses != tuple(range(first, len(steps) + 1)):
            data = FrozenDict({**data, "uses": uses})
        place = sum(isinstance(one.ref, InferenceRef) for one in head.structure)
        ref = InferenceRef(head.ref.title, place)
        line = checked(Line(Kind.INFERENCE, "--", rules=rules, data=data, ref=ref))
        added = [Node(reference(one, "(1)")) for one in new]
        added += [Node(line), Node(reference(conclusion, "(1)"))]
        head.structure += added
        self.take_in(added)
        return ref

    def say(self, ref: ElementRef, text: str) -> None:
        """Give something another text: where it has its text now, or else where it occurs first."""
        lines = [(one, one.line) for one in self.nodes[ref] if one.line]
        defined = [one for one in lines if not one[1].is_reference]
        node, line = defined[-1] if defined else lines[0]
        inner = {mark.target for mark in line.marks if mark.kind is MarkKind.TAG}
        tags = tuple(tag for tag in line.tags if tag not in inner)
        node.line = checked(evolve(line, text=text, marks=(), tags=tags, is_reference=False))

    def release(self, node: Node) -> None:
        """Take a node away from what it stands below; what is more than a reference goes to the end."""
        line = node.line
        assert line is not None, "what stands below something has a line"
        if node.above is not None:
            node.above.below.remove(node)
            node.above = None
        if line.is_reference and not (node.below or line.data or line.tags or line.text):
            self._forget(node)
        else:
            node.mark("")
            self.roots.append(node)

    def remove(self, ref: ElementRef) -> None:
        """Remove all places of something; what stood below them stays."""
        for node in tuple(self.nodes.get(ref, ())):
            steps = node.structure
            for one in (*node.below, *(below for step in steps for below in step.below)):
                self.release(one)
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
            assert node.line is not None, "what has a title has a line"
            node.line = evolve(node.line, title=new.title, ref=new)
            self.nodes.setdefault(new, []).append(node)
        if isinstance(ref, ArgumentRef):
            for old in [one for one in self.nodes if isinstance(one, InferenceRef)]:
                if old.argument == ref.title:
                    self._rename_inference(old, InferenceRef(new.title, old.place))

    def _rename_inference(self, old: InferenceRef, new: InferenceRef) -> None:
        for node in self.nodes.pop(old):
            assert node.line is not None, "an inference has a line"
            node.line = evolve(node.line, ref=new)
            self.nodes.setdefault(new, []).append(node)

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
