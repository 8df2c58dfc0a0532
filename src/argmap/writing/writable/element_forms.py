"""Claims, evidence and arguments as they can be written, under the titles that they have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from attrs import define, evolve

from argmap.data import Data, FrozenDict, Value
from argmap.model import Argument, Claim, Evidence, Inference, MarkKind, Scheme, Source, Statement
from argmap.model.schemes.scheme_names import known_scheme, scheme_called
from argmap.model.source_values import source_of, text_of
from argmap.model.stating.spacing import is_tags
from argmap.writing.writable.word_forms import Words

ElementT = TypeVar("ElementT", Claim, Evidence, Argument)
# Fields of a source by their CSL names.
_CSL = {
    "title": "title",
    "container-title": "container_title",
    "publisher": "publisher",
    "issued": "issued",
    "page": "page",
    "URL": "url",
    "DOI": "doi",
    "accessed": "accessed",
}


@define(eq=False)
class Elements:
    """Makes elements writable; `declared` are the sources that data name by their keys."""

    words: Words
    declared: Mapping[str, Source]
    sections: Collection[str]

    def element(self, one: ElementT) -> ElementT:
        """Return an element with texts, tags and data that can be written."""
        places: tuple[Statement, ...] = tuple(self._statement(place) for place in one.places)
        marked: list[str] = [
            mark.target for place in one.places for mark in place.marks if mark.kind is MarkKind.TAG
        ]
        tags = self.words.tags((*one.tags, *marked))
        data = one.data
        if one.sources and one.sources != self._sources_in(data):
            names = tuple(self.said(source) for source in one.sources)
            data = FrozenDict({**data, "source": names[0] if len(names) == 1 else names})
        if isinstance(one, Evidence):
            data = _with_fields(data, {"kind": one.kind, "quote": one.quote, "locator": one.locator})
            data = _with_share(data, "reliability", one.reliability)
        if self.sections and not isinstance(data.get("isInGroup"), bool | None):
            # With neither true nor false any reference could decide about the section.
            data = FrozenDict({key: value for key, value in data.items() if key != "isInGroup"})
        data = self.words.data(data)
        section = one.section if one.section in self.sections else None
        sources = self._sources_in(data)
        if isinstance(one, Evidence):
            return evolve(
                one,
                statements=places,
                tags=tags,
                data=data,
                sources=sources,
                kind=_said(data.get("kind")),
                quote=_said(data.get("quote")),
                locator=_said(data.get("locator")),
                reliability=_share(data.get("reliability")),
                section=section,
            )
        if isinstance(one, Argument):
            return evolve(one, descriptions=places, tags=tags, data=data, sources=sources, section=section)
        return evolve(one, statements=places, tags=tags, data=data, sources=sources, section=section)

    def structure(self, argument: Argument) -> Argument:
        """Return an argument whose steps and inferences can be written."""
        steps = tuple(self._statement(step) for step in argument.steps)
        inferences = tuple(self._inference(inference) for inference in argument.inferences)
        if (steps, inferences) == (argument.steps, argument.inferences):
            return argument
        return evolve(argument, steps=steps, inferences=inferences)

    def _statement(self, statement: Statement) -> Statement:
        text, marks = self.words.text(statement.text, statement.marks)
        if text and statement.is_reference and is_tags(text, marks):
            # Tags behind a reference are no text.
            text, marks = None, ()
        if (text, marks) == (statement.text, statement.marks):
            return statement
        return evolve(statement, text=text, marks=marks)

    def _inference(self, one: Inference) -> Inference:
        rules = self.words.rules(one.rules)
        data = _with_fields(one.data, {"warrant": one.warrant, "qualifier": one.qualifier})
        data = _with_share(data, "strength", one.strength)
        if one.scheme is not None and one.scheme.own is None:
            known = _scheme(data, rules)
            if known is None or known.name != one.scheme.name:
                data = FrozenDict({**data, "scheme": one.scheme.name})
        data = self.words.data(data)
        return evolve(
            one,
            rules=rules,
            data=data,
            scheme=one.scheme
            if one.scheme is not None and one.scheme.own is not None
            else _scheme(data, rules),
            warrant=_said(data.get("warrant")),
            qualifier=_said(data.get("qualifier")),
            strength=_share(data.get("strength")),
        )

    def _sources_in(self, data: Data) -> tuple[Source, ...]:
        said = data.get("source")
        names = said if isinstance(said, tuple) else () if said is None else (said,)
        return tuple(self._source_in(name) for name in names)

    def _source_in(self, said: Value) -> Source:
        if isinstance(said, str) and said in self.declared:
            return self.declared[said]
        return source_of(said)

    def said(self, source: Source) -> Value:
        """Return what data say to name a source: its key, its title or address, or all that is known."""
        if source.key is not None and self.declared.get(source.key) == source:
            return source.key
        for word in (source.title, source.url):
            if word is not None and self._source_in(word) == source:
                return word
        return csl(source)


def csl(source: Source) -> Data:
    """Return a source as a mapping of CSL variables."""
    fields: dict[str, Value] = {
        name: getattr(source, attribute)
        for name, attribute in _CSL.items()
        if getattr(source, attribute) is not None
    }
    if source.authors:
        fields["author"] = source.authors if len(source.authors) > 1 else source.authors[0]
    return FrozenDict({**fields, **source.fields})


def _with_fields(data: Data, fields: Mapping[str, str | None]) -> Data:
    """Return data that say what fields say."""
    for key, value in fields.items():
        if value is not None and text_of(data.get(key)) != value:
            data = FrozenDict({**data, key: value})
    return data


def _said(value: Value) -> str | None:
    return None if value is None or isinstance(value, FrozenDict | tuple) else text_of(value)


def _share(value: Value) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return float(value)


def _scheme(data: Data, rules: Iterable[str]) -> Scheme | None:
    name = data.get("scheme")
    if isinstance(name, str) and name.strip():
        return scheme_called(name)
    return next((found for found in map(known_scheme, rules) if found), None)


def _with_share(data: Data, key: str, value: float | None) -> Data:
    said = data.get(key)
    if value is None or (not isinstance(said, bool) and said == value):
        return data
    return FrozenDict({**data, key: value})
