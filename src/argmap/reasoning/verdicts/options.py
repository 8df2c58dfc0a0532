"""How a debate is evaluated: the options of an evaluation, with what each may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import Attribute, asdict, field, frozen

from argmap.settings.tables import PRESUMPTIONS, REBUTTALS, SEMANTICS, ReasoningSettings
from argmap.text.nearest import nearest


def _among(*choices: str) -> Callable[[object, Attribute[str], str], None]:
    def check(instance: object, attribute: Attribute[str], value: str) -> None:
        if value not in choices:
            near = nearest(str(value), choices)
            right = f"did you mean {near!r}?" if near else f"it is one of {', '.join(choices)}"
            raise ValueError(f"{attribute.name} cannot be {value!r}; {right}")

    return check


def _names(names: Iterable[object]) -> tuple[str, ...]:
    return tuple(sorted(map(str, names)))


@frozen(kw_only=True)
class EvaluationOptions:
    """How a debate was evaluated; `accept` and `reject` are what the caller stipulated, by name.

    >>> EvaluationOptions(presumption="leafs")
    Traceback (most recent call last):
        ...
    ValueError: presumption cannot be 'leafs'; did you mean 'leaves'?
    """

    semantics: str = field(default="grounded", validator=_among(*SEMANTICS))
    presumption: str = field(default="leaves", validator=_among(*PRESUMPTIONS))
    rebuttal: str = field(default="symmetric", validator=_among(*REBUTTALS))
    accept: tuple[str, ...] = field(default=(), converter=_names)
    reject: tuple[str, ...] = field(default=(), converter=_names)

    @classmethod
    def of(cls, settings: ReasoningSettings, given: Mapping[str, object]) -> EvaluationOptions:
        """Return what a caller gives, and where that is None what settings say."""
        values = {name: value for name, value in given.items() if value is not None}
        return cls(**{**asdict(settings), **values})

    def as_dict(self) -> dict[str, object]:
        """Return the options but for the semantics, as JSON has them."""
        values = asdict(self)
        del values["semantics"]
        return values | {"accept": list(self.accept), "reject": list(self.reject)}
