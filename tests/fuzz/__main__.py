"""`python -m tests.fuzz`, from the root of the repository."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Container
from functools import partial
from pathlib import Path

from .campaign import Campaign
from .laws import LAWS, broken
from .pool import documents
from .report import as_data, as_text, memory
from .sources import SOURCES


def main() -> int:
    """Return 0 if every text kept every law, 1 if one did not."""
    options = argparse.ArgumentParser(
        prog="python -m tests.fuzz",
        description="Read many odd texts and look whether what always holds does hold. "
        "The same seed gives the same texts.",
    )
    options.add_argument("--texts", type=int, default=100_000, help="how many (default: %(default)s)")
    options.add_argument(
        "--seed", type=int, default=1, help="what the texts depend on (default: %(default)s)"
    )
    options.add_argument("--minutes", type=float, default=60.0, help="end after (default: %(default)s)")
    options.add_argument(
        "--laws",
        type=partial(_names, LAWS),
        default=(),
        metavar="NAMES",
        help=f"ask only these laws, and of every text: some of {','.join(LAWS)}",
    )
    options.add_argument(
        "--sources",
        type=partial(_names, SOURCES),
        default=(),
        metavar="NAMES",
        help=f"take only texts from these: some of {','.join(SOURCES)}",
    )
    options.add_argument("--json", type=Path, metavar="FILE", help="also write the summary as JSON")
    options.add_argument(
        "--large",
        type=int,
        metavar="MB",
        help="instead, read one document of so many MB, and say how long it takes",
    )
    chosen = options.parse_args()
    if chosen.large:
        return large(chosen.large)
    laws = tuple(law for name in chosen.laws for law in LAWS[name])
    say = partial(print, file=sys.stderr)
    campaign = Campaign(chosen.seed, chosen.texts, chosen.minutes * 60, say, laws, chosen.sources)
    campaign.run()
    print(as_text(campaign))
    if chosen.json:
        chosen.json.write_text(json.dumps(as_data(campaign), indent=2) + "\n", encoding="utf-8")
    return int(bool(campaign.failures))


def _names(known: Container[str], text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(f"there is no {name!r}")
    return names


def large(megabytes: int) -> int:
    """Return 0 if one large document of all that we know keeps every law, 1 if it does not."""
    text = "\n\n".join(documents())
    text = "\n\n".join([text] * (megabytes * 1_000_000 // len(text) + 1))
    start = time.perf_counter()
    law = broken(text, LAWS["read"])
    took = time.perf_counter() - start
    said = law or "every law holds"
    print(f"{len(text)} characters: {said}; {took:.1f} s with all checks; {memory()} MB at most")
    return int(law is not None)


if __name__ == "__main__":
    sys.exit(main())
