"""What a conversion reports about everything that is not the same on the other side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum

from attrs import field, frozen

from argmap.data import FrozenDict
from argmap.model import Debate
from argmap.text import Span


class Fate(Enum):
    """What became of something: kept where few programs look for it, expressed differently, or lost."""

    ASIDE = "aside"
    CHANGED = "changed"
    DROPPED = "dropped"


class Direction(Enum):
    """Whether a file was read or written."""

    READ = "read"
    WRITTEN = "written"


@frozen
class Loss:
    """Something that is missing on the other side, or expressed differently.

    `feature` is a word of the capability table, `subject` what it is about, as the markup writes it or as
    in `node 12`; `kept` is where it is kept, if it is, and `span` its place in what was read.

    >>> Loss(Fate.ASIDE, "L", "node 10", "it is kept in the dialogue", "metadata.dialogue").is_restored
    True
    """

    fate: Fate
    feature: str
    subject: str
    detail: str
    kept: str | None = None
    span: Span | None = None

    @property
    def is_restored(self) -> bool:
        """Whether converting back restores it."""
        return self.fate is Fate.ASIDE and self.kept is not None

    def as_data(self) -> dict[str, object]:
        """Return it as data for JSON."""
        place = None if self.span is None else [self.span.start, self.span.end]
        entries = {"kept": self.kept, "at": place}
        return {
            "fate": self.fate.value,
            "feature": self.feature,
            "subject": self.subject,
            "detail": self.detail,
            **{key: value for key, value in entries.items() if value is not None},
        }


@frozen
class Certificate:
    """Whether a file that was written and read again says the same; `differences` say where it does not."""

    is_same: bool
    differences: tuple[str, ...] = ()


def _counts(counts: Mapping[str, int]) -> FrozenDict[str, int]:
    return FrozenDict(counts)


def _losses(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """Return losses in the order of their places; those without a place come last."""
    return tuple(sorted(losses, key=lambda loss: (loss.span is None, loss.span.start if loss.span else 0)))


@frozen
class Report:
    """What a conversion did: counts of what was read or written, and each loss, in document order.

    >>> Report("aif", Direction.READ).is_lossless
    True
    """

    format: str
    direction: Direction
    counts: FrozenDict[str, int] = field(default=FrozenDict(), converter=_counts)
    losses: tuple[Loss, ...] = field(default=(), converter=_losses)
    certificate: Certificate | None = None

    @property
    def is_lossless(self) -> bool:
        """Whether everything is there, or kept so that converting back restores it."""
        return all(loss.is_restored for loss in self.losses)

    def by_feature(self) -> FrozenDict[tuple[Fate, str], int]:
        """Return how many losses of each fate there are, by feature."""
        return FrozenDict(Counter((loss.fate, loss.feature) for loss in self.losses))

    def as_data(self) -> dict[str, object]:
        """Return it as data for JSON."""
        certificate = self.certificate
        checked = (
            {}
            if certificate is None
            else {
                "certificate": {
                    "isSame": certificate.is_same,
                    "differences": list(certificate.differences),
                }
            }
        )
        return {
            "format": self.format,
            "direction": self.direction.value,
            "isLossless": self.is_lossless,
            "counts": dict(self.counts),
            "losses": [loss.as_data() for loss in self.losses],
            **checked,
        }


def counts_of(debate: Debate) -> dict[str, int]:
    """Return how many things of each kind a debate contains.

    >>> from argmap import parse
    >>> counts_of(parse("[A]: a\\n  + <B>").debate)["relations"]
    1
    """
    return {
        "claims": len(debate.claims),
        "evidence": len(debate.evidence),
        "questions": len(debate.questions),
        "arguments": len(debate.arguments),
        "inferences": sum(len(argument.inferences) for argument in debate.arguments.values()),
        "relations": sum(not relation.is_derived for relation in debate.relations),
    }
