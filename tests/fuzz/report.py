"""The summary of a run, for people and for programs."""

from __future__ import annotations

import resource
from collections.abc import Iterator

from attrs import asdict

from .campaign import Campaign, Tally

_ROW = "{:<14} {:>8} {:>12} {:>9} {:>14}"


def as_text(campaign: Campaign) -> str:
    """Return a table: what each source gave, and what came of it."""
    return "\n".join(_lines(campaign))


def as_data(campaign: Campaign) -> dict[str, object]:
    """Return the same for JSON; texts are Python literals, because JSON has no lone surrogates."""
    return {
        "seed": campaign.seed,
        "texts": campaign.done,
        "seconds": round(campaign.took, 1),
        "exported_and_drawn": campaign.drawn,
        "counted": campaign.counted,
        "peak_memory_mb": memory(),
        "sources": {name: asdict(tally) for name, tally in campaign.tallies.items()},
        "failures": [{**asdict(one), "text": ascii(one.text)} for one in campaign.failures],
    }


def _lines(campaign: Campaign) -> Iterator[str]:
    yield _ROW.format("source", "texts", "characters", "failures", "slowest ms/KB")
    tallies = campaign.tallies
    for name, tally in tallies.items():
        yield _line(name, tally)
    yield _line(
        "all",
        Tally(
            sum(one.texts for one in tallies.values()),
            sum(one.characters for one in tallies.values()),
            sum(one.failures for one in tallies.values()),
            slowest=max((one.slowest for one in tallies.values()), default=0.0),
        ),
    )
    yield (
        f"seed {campaign.seed}; {campaign.took:.0f} s; {campaign.drawn} exported and drawn; work counted of "
        f"{campaign.counted}; {memory()} MB at most"
    )
    for one in campaign.failures:
        yield f"FAILED {one.law}"
        yield f"  text {one.number}, {one.source}, made shorter from {one.found_in} characters"
        yield f"  {one.text!a}"


def _line(name: str, tally: Tally) -> str:
    return _ROW.format(name, tally.texts, tally.characters, tally.failures, f"{tally.slowest * 1000:.2f}")


def memory() -> int:
    """Return the most memory that this process has used, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
