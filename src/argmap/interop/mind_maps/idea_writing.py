"""Writes debates as ideas in groups."""

from __future__ import annotations

from itertools import count
from typing import Any, TypeAlias

from attrs import Factory, define

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.interop.conversion.own_data import foreign_id, own_data
from argmap.interop.json_forms.exact_json import encode
from argmap.interop.json_forms.json_writer import write_json
from argmap.interop.outline_files.outline_tree import Branch, OutlineTree, words_of
from argmap.model import Argument, Debate, ElementRef, InferenceRef, Ref

KEY = "mindmup"
Json: TypeAlias = dict[str, Any]
# Some programs cannot read JSON that is nested deeper: what is below starts at the top again.
_DEEPEST = 100
_IMPLICIT = "attr_implicit_claim"
_SUPPORTING = frozenset({"support", "entails"})


def ideas_of(debate: Debate, extra: str | None) -> str:
    """Return a debate as a map of MindMup."""
    writer = _IdeaWriter(debate, OutlineTree.of(debate, KEY))
    own = own_data(debate.metadata, KEY)
    title = debate.metadata.get("title")
    whole: Json = {"id": "root", "formatVersion": 3, "title": title if isinstance(title, str) else ""}
    whole |= {word: encode(value) for word, value in own.items() if word != "links"}
    whole.setdefault("attr", {"theme": "argMappingSimple"})
    whole["ideas"] = writer.ideas()
    links = own.get("links")
    if links:
        whole["links"] = encode(links)
    if extra is not None:
        whole["argmap"] = extra
    return f"{write_json(whole, spaces=1)}\n"


@define(eq=False)
class _IdeaWriter:
    debate: Debate
    tree: OutlineTree
    taken: set[str] = Factory(set)

    def ideas(self) -> Json:
        self.taken = {name for each in self.debate if (name := foreign_id(each.data, KEY)) is not None}
        self.taken |= {
            name for each in self.debate.relations if (name := foreign_id(each.data, KEY)) is not None
        }
        numbers = (str(number) for number in count(1))
        self.free = (number for number in numbers if number not in self.taken)
        top: Json = {}
        # Still to be written: a branch, where to put it, how deep that is, and whether it is in a group.
        waiting: list[tuple[Branch, Json, int, bool]] = [
            (branch, top, 0, False) for branch in reversed(self.tree.roots)
        ]
        while waiting:
            branch, place, depth, is_grouped = waiting.pop()
            if branch.is_again:
                continue
            if depth > _DEEPEST:
                place, depth, is_grouped = top, 0, False
            inner = self.add(branch, place, is_grouped=is_grouped or branch.relation is None)
            below = reversed(self.tree.below.get(branch.ref, ()))
            waiting += [(each, inner, depth + 2, self.is_premise(each, branch.ref)) for each in below]
        return top

    free: Any = None

    def is_premise(self, branch: Branch, ref: Ref) -> bool:
        """Return whether a branch is an idea directly in the group that the branch above it is."""
        return self.is_group(ref) and branch.relation in _SUPPORTING

    def is_group(self, ref: Ref) -> bool:
        element = self.debate[ref] if not isinstance(ref, InferenceRef) else None
        if not isinstance(element, Argument):
            return False
        return bool(element.inferences) or "group" in own_data(element.data, KEY)

    def add(self, branch: Branch, place: Json, *, is_grouped: bool) -> Json:
        """Add an idea, in a new group if it needs one; return where those below it go."""
        ref = branch.ref
        assert not isinstance(ref, InferenceRef), "inferences are no branches"
        word = "supporting" if branch.relation in _SUPPORTING or branch.relation is None else "opposing"
        if self.is_group(ref):
            group = self.group(word, own_data(self.debate[ref].data, KEY), self.name(ref))
            place[str(len(place) + 1)] = group
            return _below(group)
        if not is_grouped:
            own = own_data(branch.data, KEY)
            name = foreign_id(branch.data, KEY)
            group = self.group(word, own, self.number(next(self.free) if name is None else name))
            place[str(len(place) + 1)] = group
            place = _below(group)
        said = _attributes(own_data(self.debate[ref].data, KEY))
        styles = said.get("styleNames")
        styles = styles if isinstance(styles, list) else []
        if ("implicit" in self.debate[ref].tags) != (_IMPLICIT in styles):
            said["styleNames"] = [style for style in styles if style != _IMPLICIT]
            said["styleNames"] += [_IMPLICIT] if "implicit" in self.debate[ref].tags else []
        idea = self.idea(words_of(self.debate, ref, KEY), said, self.name(ref))
        place[str(len(place) + 1)] = idea
        return _below(idea)

    def group(self, word: str, own: Data, name: object) -> Json:
        label = own.get("label")
        looks = {"group": word, "contentLocked": True} | _attributes(own)
        return self.idea(label if isinstance(label, str) else "group", {**looks, "group": word}, name)

    def idea(self, title: str, attributes: Json, name: object) -> Json:
        return {"id": name, "title": title, **({"attr": attributes} if attributes else {}), "ideas": {}}

    def name(self, ref: ElementRef) -> object:
        return self.number(foreign_id(self.debate[ref].data, KEY) or next(self.free))

    def number(self, name: str) -> object:
        return (
            int(name)
            if name.isdecimal() and name.isascii() and len(name) < 16 and name == str(int(name))
            else name
        )


def _attributes(own: Data) -> Json:
    """Return what a map says about the looks of an idea or group."""
    attributes = own.get("attr")
    said = attributes if isinstance(attributes, FrozenDict) else NO_DATA
    return {name: encode(value) for name, value in said.items()}


def _below(idea: Json) -> Json:
    below: Json = idea["ideas"]
    return below
