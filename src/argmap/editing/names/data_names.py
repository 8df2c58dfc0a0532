"""What data name, and where: references, sources and schemes in the data of elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.data import FrozenDict, Value
from argmap.data.locations import Locations, Path
from argmap.editing.names.occurrence import Name, NameRef, Use
from argmap.model import ArgumentRef, InferenceRef
from argmap.model.lookup import reference_in
from argmap.model.reference import SchemeRef, SourceRef, ref_of_signed
from argmap.named_tuples import NamedTuple
from argmap.reading.schemes import OwnSchemes
from argmap.syntax import Kind


class NamingValue(NamedTuple):
    """A text in data that names something: the path to it, what it names, the text and the name in it.

    If it `is_key`, the path leads to a key whose name it is.
    """

    path: Path
    ref: NameRef
    text: str
    name: str
    is_key: bool = False


def data_names(data: Mapping[str, Value], kind: Kind, schemes: OwnSchemes) -> Iterator[NamingValue]:
    """Yield what the data of an element of some kind name."""
    for path, value in texts_in(data):
        match path:
            case ("source",) | ("source", _) if kind not in (Kind.INFERENCE, Kind.HEADING):
                yield NamingValue(path, SourceRef(value), value, value)
            case ("scheme",) if kind is Kind.INFERENCE:
                if value.strip():
                    yield NamingValue(path, SchemeRef(schemes.called(value).name), value, value)
            case ("answers", name, 0) if kind is Kind.INFERENCE and is_bracketed(data["answers"], name):
                yield signed(path, value)
            case _:
                if naming := written_reference(path, value):
                    yield naming


def is_bracketed(around: Value, name: str | int) -> bool:
    """Return whether a value is brackets without quotes, which YAML takes for a list of one text.

    >>> is_bracketed(FrozenDict(out=("A",)), "out"), is_bracketed(("A",), 0)
    (True, False)
    """
    value = around.get(str(name)) if isinstance(around, FrozenDict) else None
    if isinstance(around, tuple) and isinstance(name, int) and name < len(around):
        value = around[name]
    return (
        isinstance(value, tuple)
        and len(value) == 1
        and isinstance(value[0], str)
        and reference_in(value[0]) is None
    )


def signed(path: Path, text: str) -> NamingValue:
    """Return what a text names if it has the sign of a title but no brackets.

    >>> signed(("a",), "^Survey").ref
    EvidenceRef('Survey')
    """
    ref = ref_of_signed(" ".join(text.split()))
    return NamingValue(path, ref, text, ref.title)


def written_reference(path: Path, text: str) -> NamingValue | None:
    """Return what a text names if it is written as in the markup; otherwise None."""
    ref = reference_in(text)
    if ref is None:
        return None
    if isinstance(ref, InferenceRef):
        ref = ArgumentRef(ref.argument)
    return NamingValue(path, ref, text, ref.title)


def texts_in(data: Mapping[str, Value]) -> Iterator[tuple[Path, str]]:
    """Yield the texts in data, at any depth, with the path to each."""
    waiting: list[tuple[Path, Value]] = [((), FrozenDict(data))]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, FrozenDict):
            waiting += [((*path, key), inner) for key, inner in value.items()][::-1]
        elif isinstance(value, tuple):
            waiting += [((*path, place), value[place]) for place in range(len(value) - 1, -1, -1)]


def placed(naming: NamingValue, use: Use, text: str, start: int, locations: Locations) -> Name | None:
    """Return a name at its place; None if it is not written there, such as what an alias in YAML repeats.

    `locations` are those in a stretch of the text that begins at `start`.
    """
    pair = locations.get(naming.path)
    if pair is None:
        return None
    place = pair.key if naming.is_key else pair.value
    first, last = place.start + start, place.end + start
    written = text[first:last]
    is_quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "\"'"
    inner = written[1:-1] if is_quoted else written
    if inner != naming.text:
        return Name(naming.ref, use, first, last, first, last)
    begin = first + is_quoted + naming.text.index(naming.name)
    return Name(naming.ref, use, first, last, begin, begin + len(naming.name))
