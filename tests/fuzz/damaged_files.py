"""Files in other formats with damage, in texts, JSON and bytes: each is read, or refused with a place in it.

`python -m tests.fuzz.damaged_files 600` damages files for ten minutes, the same files for the same seed.
"""

from __future__ import annotations

import copy
import json
import random
import sys
import time
from collections import Counter
from typing import Any

import argmap
from argmap.interop import READERS, WRITERS, FormatError, read, recognise, write

TEXT = """\
===
dialogue: {participants: {"1": {name: Ann}}, locutions: [{id: "90", by: "1", text: It rains}]}
===

[A]: It rains. #wet {certainty: low}
  - [B]: It is dry.
  + <C>: See outside.

<D>

(1) [B]
-- Expert opinion --
(2) [^E]: A report. {source: Met Office}
  <_ [A]
"""
SAMPLES = {
    "arggraph": '<arggraph id="x"><edu id="e1">So.</edu><adu id="a1" type="pro"/><adu id="a2" type="opp"/>'
    '<edge id="s1" src="e1" trg="a1" type="seg"/><edge id="c1" src="a2" trg="a1" type="reb"/></arggraph>',
    "brat": "T1\tClaim 0 9\tIt rains.\nT2\tPremise 10 12;14 18\tI see\n"
    "R1\tattacks Arg1:T2 Arg2:T1\nA1\tStance T1 For\n",
    "kialo": "Discussion Title: T\n\n1. Tea.\n1.1. Pro: Milk.\n1.2. Con: -> See 1.1.\n",
    "ltac": "- Claim C1: The door is locked\n  - Evidence E1: A test {a} (test.pdf)\n\n"
    "- Strategy: By parts\n  - Claim ^C1: It is locked\n  - Relation R: {counter}\n    - Link E1\n",
}
WORDS = (
    '"',
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "<",
    ">",
    "&a;",
    "null",
    "1e999",
    "\t",
    "\n",
    "\ufeff",
    "\x00",
    "9" * 5000,
)
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16")

ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**400,
    1.5,
    "",
    "x",
    "1",
    "I",
    "\ud800",
    [],
    [1],
    [[]],
    {},
    {"x": 1},
    {"$Claim": {}},
)


def samples() -> dict[str, str]:
    """Return a file in each format that can be read."""
    debate = argmap.parse(TEXT).debate
    written = {name: write(debate, format=name).text for name in WRITERS}
    return {name: text for name, text in (written | SAMPLES).items() if name in READERS}


def damaged(text: str, chance: random.Random) -> str:
    """Return a text with up to four pieces left out, doubled, moved or replaced."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 1, 2, 5, 20, 200)))
        piece = chance.choice(("", chance.choice(WORDS), text[start:end] * 2, text[end : end + 30]))
        text = text[:start] + piece + text[end:]
    return text


def damaged_json(text: str, chance: random.Random) -> str:
    """Return a JSON text in which up to three values are left out, moved or replaced."""
    whole = json.loads(text)
    for _ in range(chance.randint(1, 3)):
        places: list[tuple[Any, Any]] = []
        waiting: list[Any] = [whole]
        while waiting:
            part = waiting.pop()
            keys = (
                list(part) if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
            )
            places += [(part, key) for key in keys]
            waiting += [part[key] for key in keys]
        if not places:
            break
        (holder, key), (other, name) = chance.choice(places), chance.choice(places)
        match chance.randrange(3):
            case 0:
                del holder[key]
            case 1:
                holder[key] = copy.deepcopy(other[name])
            case _:
                holder[key] = copy.deepcopy(chance.choice(ODD))
    return json.dumps(whole)


def damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return bytes of which up to three are left out, changed or put in."""
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(data) + 1)
        piece = bytes(chance.randrange(256) for _ in range(chance.randrange(3)))
        data = data[:place] + piece + data[place + chance.randrange(2) :]
    return data


def main(seconds: float, seed: int) -> int:
    """Damage files for some seconds; return 1 if one raised anything else."""
    chance = random.Random(seed)
    files = sorted(samples().items())
    counts: Counter[str] = Counter()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        form, sample = chance.choice(files)
        is_json = sample.startswith("{") and chance.random() < 0.7
        text = damaged_json(sample, chance) if is_json else damaged(sample, chance)
        encoded = text.encode(chance.choice(ENCODINGS), errors="surrogatepass")
        for data in (text, encoded, damaged_bytes(encoded, chance)):
            try:
                recognise(data)
                read(data, format=form, lenient=chance.random() < 0.3)
                counts[f"{form} read"] += 1
            except FormatError as error:
                counts[f"{form} {error.diagnostics[0].code}"] += 1
                span = error.diagnostics[0].span
                # No encoding has fewer bytes than there are characters.
                if not 0 <= span.start <= span.end <= len(data):
                    print(f"{form}: no place in\n{data!r}")
                    return 1
            except Exception:
                print(f"{form}\n{data!r}")
                raise
    print(*(f"{name}: {number}" for name, number in sorted(counts.items())), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
