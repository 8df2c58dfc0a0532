"""How a debate is evaluated: the options of an evaluation, with the possible values of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import Attribute, asdict, field, fields_dict, frozen

from argmap.settings.tables import (
    PRESUMPTIONS,
    READINGS,
    REBUTTALS,
    SEMANTICS,
    STANDARDS,
    STEPS,
    ReasoningSettings,
)
from argmap.text.nearest import check_choice

POSITIONAL = ("complete", "preferred", "stable", "semi-stable", "ideal", "eager")
GRADUAL = ("df-quad", "quadratic-energy", "euler", "mlp", "h-categoriser", "credence")


def _among(*choices: str) -> Callable[[object, Attribute[str], str], None]:
    def check(instance: object, attribute: Attribute[str], value: str) -> None:
        check_choice(attribute.name, value, choices)

    return check


def _is_share(instance: object, attribute: Attribute[float], value: object) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise ValueError(f"{attribute.name} is a number from 0 to 1, not {value!r}")


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
    reading: str = field(default="structured", validator=_among(*READINGS))
    standard: str = field(default="dialectical-validity", validator=_among(*STANDARDS))
    base: float = field(default=0.5, validator=_is_share)
    steps: str = field(default="asserted", validator=_among(*STEPS))
    accept: tuple[str, ...] = field(default=(), converter=_names)
    reject: tuple[str, ...] = field(default=(), converter=_names)

    def __attrs_post_init__(self) -> None:
        default = STANDARDS[0]
        if self.standard != default and (self.semantics != "grounded" or self.reading != "structured"):
            raise ValueError(
                f"the standard {self.standard!r} goes only with the grounded semantics and structured reading"
            )
        if self.semantics in GRADUAL and self.reading != "structured":
            raise ValueError(f"the semantics {self.semantics!r} goes only with the structured reading")

    @classmethod
    def of(cls, settings: ReasoningSettings, given: Mapping[str, object]) -> EvaluationOptions:
        """Return the options that a caller gives; for those that are None, what the settings say.

        A standard from the settings is left out if it does not go with the semantics or reading given.
        """
        known = fields_dict(cls)
        values = {name: value for name, value in asdict(settings).items() if name in known}
        values |= {name: value for name, value in given.items() if value is not None}
        is_other = values["semantics"] != "grounded" or values["reading"] != "structured"
        if is_other and given.get("standard") is None:
            values["standard"] = STANDARDS[0]
        return cls(**values)

    def as_dict(self) -> dict[str, object]:
        """Return the options without the semantics, as data for JSON."""
        values = asdict(self)
        del values["semantics"]
        return values | {"accept": list(self.accept), "reject": list(self.reject)}
