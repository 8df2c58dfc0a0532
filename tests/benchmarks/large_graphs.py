"""How long large files take in every format: `python -m tests.benchmarks.large_graphs [SIZE] [FORMAT...]`.

Chains, rings and stars of SIZE nodes, a text of 5 MB and outlines of that depth are written, read, and turned
into Argdown. Behind the seconds of one core is how many times more each thing takes than in a file of a
quarter of the size: 1.0 is linear.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator

import argmap
from argmap.interop import WRITERS, read, write


def graph(kinds: list[str], edges: list[tuple[int, int]], *, text: str = "t") -> str:
    """Return AIF with nodes of some kinds, numbered from 0, and edges between them."""
    nodes = [
        {"nodeID": str(number), "text": f"{text} {number}" if kind == "I" else kind, "type": kind}
        for number, kind in enumerate(kinds)
    ]
    rows = [
        {"edgeID": str(number), "fromID": str(source), "toID": str(target)}
        for number, (source, target) in enumerate(edges)
    ]
    return json.dumps({"nodes": nodes, "edges": rows, "locutions": []})


def chain(size: int) -> str:
    """Return a chain of propositions and inferences."""
    return graph(["RA" if n % 2 else "I" for n in range(size + 1)], [(n, n + 1) for n in range(size)])


def ring(size: int) -> str:
    """Return a chain whose end is its beginning."""
    size -= size % 2
    return graph(["RA" if n % 2 else "I" for n in range(size)], [(n, (n + 1) % size) for n in range(size)])


def star(size: int) -> str:
    """Return attacks of very many propositions on one."""
    spokes = size // 2
    edges = [pair for n in range(1, spokes) for pair in ((n, spokes + n - 1), (spokes + n - 1, 0))]
    return graph(["I"] * spokes + ["CA"] * (spokes - 1), edges)


def sketches(size: int) -> str:
    """Return a chain of attacks on attacks, none of which is a plain attack."""
    return graph(["I"] + ["CA"] * size, [(n, n + 1) for n in range(size)])


def star_of_brat(size: int) -> str:
    """Return annotations of texts that all support one."""
    texts = "".join(f"T{n}\tPremise {9 * n} {9 * n + 8}\tt {n}\n" for n in range(size))
    return texts + "".join(f"R{n}\tsupports Arg1:T{n} Arg2:T0\n" for n in range(1, size))


def chain_of_brat(size: int) -> str:
    """Return annotations of texts each of which attacks the one before it, the first one the last one."""
    texts = "".join(f"T{n}\tPremise {9 * n} {9 * n + 8}\tt {n}\n" for n in range(size))
    return texts + "".join(f"R{n}\tattacks Arg1:T{n} Arg2:T{(n or size) - 1}\n" for n in range(size))


def arggraph(edges: list[tuple[str, str, str]], size: int) -> str:
    """Return a graph of the microtext corpora with units and some edges between them."""
    units = "".join(
        f'<edu id="e{n}">t {n}</edu><adu id="a{n}" type="pro"/>'
        f'<edge id="s{n}" src="e{n}" trg="a{n}" type="seg"/>'
        for n in range(size)
    )
    rows = "".join(
        f'<edge id="c{n}" src="{source}" trg="{target}" type="{kind}"/>'
        for n, (source, target, kind) in enumerate(edges)
    )
    return f'<arggraph id="g">{units}{rows}</arggraph>'


def chain_of_arggraph(size: int) -> str:
    """Return units that support one another, the last one the first one."""
    return arggraph([(f"a{n}", f"a{(n + 1) % size}", "sup") for n in range(size)], size)


def star_of_arggraph(size: int) -> str:
    """Return very many further premises of one inference, and undercuts of it."""
    kinds = ("add", "und")
    return arggraph([("a1", "a0", "sup"), *((f"a{n}", "c0", kinds[n % 2]) for n in range(2, size))], size)


def kialo_outline(size: int) -> str:
    """Return a discussion in which each claim is about the one above it."""
    # Numbers of claims name all that are above, so that such a text grows with the square of its depth.
    depth = round(size**0.5) * 6
    lines = (f"{'1.' * level} {'Pro: ' if level > 1 else ''}t {level}\n" for level in range(1, depth + 1))
    return "Discussion Title: D\n\n" + "".join(lines)


def star_of_kialo(size: int) -> str:
    """Return a discussion with very many claims about one, half of which are links to others."""
    words = (f"t {n}" if n % 2 else f"-> See 1.{n - 1}." for n in range(1, size))
    lines = (f"1.{n}. {'Con' if n % 3 else 'Pro'}: {word}\n" for n, word in enumerate(words, 1) if n > 0)
    return "Discussion Title: D\n\n1. t\n" + "".join(lines)


def opml_outline(size: int) -> str:
    """Return an outline in which each item is about the one above it."""
    items = "".join(f'<outline text="t {level}" relation="support">' for level in range(size))
    return f'<opml version="2.0"><head/><body>{items}{"</outline>" * size}</body></opml>'


def mind_map(size: int) -> str:
    """Return a mind map in which each node is about the one above it."""
    nodes = "".join(
        f'<node TEXT="t {level}"><attribute NAME="relation" VALUE="attack"/>' for level in range(size)
    )
    return f'<map version="1.0.1">{nodes}{"</node>" * size}</map>'


def ltac_outline(size: int) -> str:
    """Return an assurance case in which each claim is about the one above it."""
    # Indentation makes such a text grow with the square of its depth, too.
    depth = round(size**0.5) * 6
    return "".join(f"{'  ' * level}- Claim C{level}: t {level}\n" for level in range(depth))


def star_of_ltac(size: int) -> str:
    """Return an assurance case of very many claims about one, and as many links to it."""
    claims = "".join(f"  - Claim C{n}: t {n}\n" for n in range(1, size // 2))
    return f"- Claim C0: t\n{claims}" + "".join(
        f"\n- Claim D{n}: t {n}\n  - Link C0\n" for n in range(size // 4)
    )


def attack_table(size: int) -> str:
    """Return three times as many attacks as arguments."""
    lines = (f"{n % size + 1} {(n * 7919) % size + 1}\n" for n in range(3 * size))
    return f"p af {size}\n" + "".join(lines)


def csv_rows(size: int) -> str:
    """Return a table in which each row is about one some rows above it."""
    rows = (f"{n},t {n},{n // 2},{'pro' if n % 2 else 'con'}\n" for n in range(1, size))
    return "id,text,parent,relation\n0,t,,\n" + "".join(rows)


SHAPES: dict[str, Callable[[int], str]] = {
    "chain": chain,
    "ring": ring,
    "star": star,
    "attacks on attacks": sketches,
    "a text of 5 MB": lambda size: graph(["I"], [], text="word " * (10 * size)),
}
# Files that no writer makes, by format and shape.
FILES: dict[tuple[str, str], Callable[[int], str]] = {
    ("arggraph", "ring"): chain_of_arggraph,
    ("arggraph", "star"): star_of_arggraph,
    ("arggraph", "a text of 5 MB"): lambda size: (
        f'<arggraph id="g"><edu id="e">{"word " * (10 * size)}</edu><adu id="a" type="pro"/>'
        '<edge id="s" src="e" trg="a" type="seg"/></arggraph>'
    ),
    ("brat", "ring"): chain_of_brat,
    ("brat", "star"): star_of_brat,
    ("brat", "a text of 5 MB"): lambda size: f"T1\tClaim 0 {50 * size}\t{'word ' * (10 * size)}\n",
    ("kialo", "outline"): kialo_outline,
    ("kialo", "star"): star_of_kialo,
    ("kialo", "a text of 5 MB"): lambda size: f"Discussion Title: D\n\n1. {'word ' * (10 * size)}\n",
    ("ltac", "outline"): ltac_outline,
    ("ltac", "star"): star_of_ltac,
    ("ltac", "a text of 5 MB"): lambda size: f"- Claim C1: {'word ' * (10 * size)}\n",
    ("opml", "outline"): opml_outline,
    ("freeplane", "outline"): mind_map,
    ("iccma-af", "three attacks a node"): attack_table,
    ("csv", "outline"): csv_rows,
}
STAGES = ("write", "read", "text")


def main(size: int, chosen: list[str]) -> None:
    """Print a row for each format and shape."""
    print("| format | shape | MB | write | read | text |\n| --- | --- | --: | --: | --: | --: |")
    for form, shape, measure in _cases():
        if not chosen or form in chosen:
            (_, small), (megabytes, large) = measure(size // 4), measure(size)
            cells = [
                f"{large[stage]:.1f} s, {large[stage] / max(4 * small[stage], 0.001):.2f}"
                if stage in large
                else "–"
                for stage in STAGES
            ]
            print(f"| {form} | {shape} | {megabytes:.1f} | {' | '.join(cells)} |", flush=True)


def _cases() -> Iterator[tuple[str, str, Callable[[int], tuple[float, dict[str, float]]]]]:
    """Yield formats and shapes, each with what measures a file of a size."""
    for form in WRITERS:
        for shape, made in SHAPES.items():
            yield form, shape, lambda size, form=form, made=made: _written(made(size), form)  # type: ignore[misc]
    for (form, shape), made in FILES.items():
        yield form, shape, lambda size, form=form, made=made: _read(made(size), form)  # type: ignore[misc]


def _written(graph: str, form: str) -> tuple[float, dict[str, float]]:
    """Return what it takes to write a graph in a format, to read it again, and to say it in Argdown."""
    debate = read(graph, format="aif").debate
    begun = time.process_time()
    text = write(debate, format=form).text
    seconds = time.process_time() - begun
    megabytes, stages = _read(text, form)
    return megabytes, {"write": seconds, **stages}


def _read(text: str, form: str) -> tuple[float, dict[str, float]]:
    """Return the megabytes of a file, and what it takes to read it and to say it in Argdown."""
    begun = time.process_time()
    debate = read(text, format=form).debate
    was_read = time.process_time()
    argmap.to_text(debate)
    return len(text) / 1e6, {"read": was_read - begun, "text": time.process_time() - was_read}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, sys.argv[2:])
