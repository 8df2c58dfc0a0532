"""Conflicts in a text: comments with the lines of the other version, around the lines of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from argmap.api.documents import Document
from argmap.api.parsing import parse
from argmap.comparing.forms.change_words import name_of
from argmap.comparing.things_by_name import NamedDebate
from argmap.merging.merge_conflict import MergeConflict
from argmap.merging.merged_text import MergedText
from argmap.merging.three_debates import FactKey, ThreeDebates
from argmap.model import InferenceRef, Ref, Relation, Statement
from argmap.model.sameness.same import same
from argmap.text import Span

DEFAULT_SIZE = 7
# More conflicts are listed at the end of the text.
_MOST_IN_PLACE = 40
_WORDS = {
    "title": "title",
    "text": "text",
    "tags": "tags",
    "section": "section",
    "steps": "steps",
    "level": "level",
    "parent": "section",
    "boxes": "box",
}


@frozen(eq=False)
class _Disputed:
    """One thing about which versions say different things: where ours has it, and the lines of both."""

    what: str
    span: Span | None
    ours: str
    theirs: str


def marked(
    best: MergedText,
    keys: Sequence[FactKey],
    ours: Document,
    theirs: Document,
    debates: ThreeDebates,
    *,
    size: int,
) -> tuple[str, tuple[MergeConflict, ...]]:
    """Return a text with markers around what conflicts, and the conflicts."""
    if not keys:
        return best.document.text, ()
    disputed = list(_disputed(best, keys, ours, theirs, debates))
    # From the end, so that writing does not move places that are still needed.
    disputed.sort(key=lambda each: -1 if each.span is None else each.span.start)
    text = best.document.text
    debate = best.document.debate
    at_end: list[_Disputed] = []
    for each in reversed(disputed):
        after = None if each.span is None or len(disputed) > _MOST_IN_PLACE else _around(text, each, size)
        if after is not None and same(parse(after, ours.path).debate, debate):
            text = after
        else:
            at_end.append(each)
    # All at once: reading the text again for each would take quadratic time.
    after = text + "".join(_behind(each, size) for each in reversed(at_end))
    if at_end and same(parse(after, ours.path).debate, debate):
        text = after
    return text, tuple(_conflict(text, each, size) for each in disputed)


def _conflict(text: str, disputed: _Disputed, size: int) -> MergeConflict:
    place = max(text.find(_head(disputed, size)), 0)
    line = text.count("\n", 0, place) + 1
    return MergeConflict(disputed.what, disputed.ours, disputed.theirs, line)


def _head(disputed: _Disputed, size: int) -> str:
    return f"// {'<' * size} ours: {disputed.what}"


def _lines(disputed: _Disputed, size: int, *, ours: str) -> str:
    theirs = "".join(f"// {line}\n" for line in disputed.theirs.splitlines())
    return f"{_head(disputed, size)}\n{ours}// {'=' * size} theirs\n{theirs}// {'>' * size} theirs\n"


def _around(text: str, disputed: _Disputed, size: int) -> str | None:
    """Return a text with markers around the lines of ours."""
    if disputed.span is None or "\r" in text:
        return None
    start = text.rfind("\n", 0, disputed.span.start) + 1
    end = text.find("\n", disputed.span.end)
    end = len(text) if end < 0 else end + 1
    lines = text[start:end] if text[start:end].endswith("\n") else f"{text[start:end]}\n"
    return text[:start] + _lines(disputed, size, ours=lines) + text[end:]


def _behind(disputed: _Disputed, size: int) -> str:
    """Return markers to be written at the end of a text."""
    ours = "".join(f"// {line}\n" for line in disputed.ours.splitlines())
    return f"\n\n{_lines(disputed, size, ours=ours)}"


def _disputed(
    best: MergedText, keys: Sequence[FactKey], ours: Document, theirs: Document, debates: ThreeDebates
) -> Iterator[_Disputed]:
    words: dict[str, dict[str, None]] = {}
    for name, word in keys:
        thing = f"{name} {word}" if name in ("relation", "debate") else name
        words.setdefault(thing, {})[_word(name, word)] = None
    # If something conflicts as a whole, its relations are reported with it.
    sides = (_VersionPlaces(ours, debates.ours), _VersionPlaces(theirs, debates.theirs))
    spans = _spans_of_result(best)
    for thing, which in words.items():
        spans_of = [side.span(thing) for side in sides]
        texts = [side.lines(thing) for side in sides]
        what = sides[0].called(thing) or sides[1].called(thing) or thing
        told = _conflict_words(
            what, tuple(filter(None, which)), tuple(bool(side.called(thing)) for side in sides)
        )
        is_ours = best.document.text == ours.text
        span = spans_of[0] if is_ours else spans.get(thing)
        yield _Disputed(" ".join(told.split()), span, *texts)


def _conflict_words(what: str, words: tuple[str, ...], are_there: tuple[bool, ...]) -> str:
    """Return what conflicts, in words: what differs, or which version has removed it."""
    if not all(are_there):
        return f"{what}, removed by {'theirs' if are_there[0] else 'ours'}"
    return f"{what} ({', '.join(words)})" if words else what


def _word(name: str, word: str) -> str:
    if name in ("relation", "debate"):
        return ""
    return _WORDS.get(word, word)


def _spans_of_result(best: MergedText) -> Mapping[str, Span]:
    spans: dict[str, Span] = {}
    for element in best.document.debate:
        span = _own(element.places)
        if span is not None:
            spans[best.names[element.ref]] = span
    return spans


def _own(places: Sequence[Statement]) -> Span | None:
    stated = [place for place in places if not place.is_reference] or places
    return next((place.span for place in stated if place.span and place.span.path is None), None)


class _VersionPlaces:
    """Where a version has what is called by a name."""

    def __init__(self, document: Document, named: NamedDebate) -> None:
        self._document = document
        self._elements = {named.names[element.ref]: element for element in named.debate}
        self._sections = {f"section {named.sections[each.id]}": each for each in named.debate.sections}
        self._relations: dict[str, Relation] = {}
        for relation in named.debate.relations:
            if not relation.is_derived:
                ends = sorted((named.names[relation.source], named.names[relation.target]))
                self._relations[f"relation relation {' — '.join(ends)}"] = relation
                self._relations[f"relation {' — '.join(ends)}"] = relation

    def called(self, thing: str) -> str:
        """Return its name for people; empty if this version does not have it."""
        if thing in self._elements:
            return f"{self._elements[thing].ref.kind} {name_of(self._elements[thing])}"
        if thing in self._sections:
            return f"section {name_of(self._sections[thing])}"
        if thing in self._relations:
            relation = self._relations[thing]
            return f"relation {self._end(relation.source)} {relation.verb} {self._end(relation.target)}"
        return thing.removeprefix("debate ") if thing.startswith("debate ") else ""

    def span(self, thing: str) -> Span | None:
        """Return where it is."""
        if thing in self._elements:
            return _own(self._elements[thing].places)
        if thing in self._relations:
            return next((span for span in self._relations[thing].spans if span.path is None), None)
        section = self._sections.get(thing)
        return section.span if section is not None and section.span and section.span.path is None else None

    def lines(self, thing: str) -> str:
        """Return its lines."""
        span = self.span(thing)
        if span is None:
            return self._value(thing)
        text = self._document.text
        start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
        end = text.find("\n", span.end)
        return text[start : len(text) if end < 0 else end].rstrip("\r")

    def _value(self, thing: str) -> str:
        """Return a setting or a source as in the frontmatter."""
        from argmap.data import FrozenDict
        from argmap.data.yaml_writer import flow_yaml

        _, _, rest = thing.partition("debate ")
        kind, _, key = rest.partition(" ")
        metadata = self._document.debate.metadata
        held = metadata.get("sources") if kind == "source" else metadata
        if not isinstance(held, FrozenDict) or key not in held:
            return ""
        return flow_yaml(FrozenDict({key: held[key]}))

    def _end(self, ref: Ref) -> str:
        return str(ref) if isinstance(ref, InferenceRef) else name_of(self._document.debate[ref])
