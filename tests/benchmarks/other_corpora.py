"""Corpora of other programs, from checkouts: `python -m tests.benchmarks.other_corpora FOLDER [CORPUS...]`.

FOLDER has the checkouts as `OWNER/NAME`, such as recap-utr/arguebase-public. Each file is read, written as
Argdown and read again, and written back; nodes and edges that are not there again are counted, beside those
that the library arguebuf keeps, if it is installed.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections import Counter
from pathlib import Path

import argmap
from argmap.interop import Fate, FormatError, read, same, write

# By name: the repository, its files, and their format.
CORPORA = {
    "araucaria": ("recap-utr/arguebase-public", "araucaria/format=aif,lang=*/*.json", "aif"),
    "iac": ("recap-utr/arguebase-public", "iac/format=aif,lang=*/*.json", "aif"),
    "microtexts": ("recap-utr/arguebase-public", "microtexts/format=aif,lang=*/*.json", "aif"),
    "qt30": ("recap-utr/arguebase-public", "qt30/format=aif,lang=*/*.json", "aif"),
    "us-2016": ("recap-utr/arguebase-public", "us-2016/format=aif,lang=*/*.json", "aif"),
    "microtexts, arggraph": (
        "recap-utr/arguebase-public",
        "microtexts*/format=arggraph,lang=*/*.xml",
        "arggraph",
    ),
    "persuasive essays": ("recap-utr/arguebase-public", "persuasive-essays/format=brat,lang=*/*.ann", "brat"),
    "gsn2x": ("jonasthewolf/gsn2x", "**/*.yaml", "gsn"),
}


def main(folder: Path, chosen: list[str]) -> None:
    """Print a row for each corpus."""
    print("| corpus | files | refused | as text | nodes and edges | not back | arguebuf | s |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: |")
    for name, (repository, files, form) in CORPORA.items():
        paths = sorted((folder / repository).glob(files))
        if paths and (not chosen or name in chosen):
            row(name, paths, form)


def row(name: str, paths: list[Path], form: str) -> None:
    """Print what becomes of the files of a corpus."""
    counts: Counter[str] = Counter()
    begun = time.perf_counter()
    for path in paths:
        try:
            data = path.read_bytes()
            reading = read(data, format=form)
        except FormatError:
            counts["refused"] += 1
            continue
        again = argmap.parse(argmap.to_text(reading.debate)).debate
        counts["text"] += same(again, reading.debate)
        counts["dropped"] += sum(loss.fate is Fate.DROPPED for loss in reading.report.losses)
        counts["parts"] += reading.report.counts["nodes"] + reading.report.counts["edges"]
        if form == "aif":
            counts["gone"] += sum((parts(json.loads(data)) - parts(json.loads(written(again)))).values())
    seconds = time.perf_counter() - begun
    others = kept_by_arguebuf(paths) if form == "aif" else "–"
    gone = str(counts["gone"]) if form == "aif" else "–"
    print(
        f"| {name} | {len(paths)} | {counts['refused']} | {counts['text']} | {counts['parts']} | {gone} "
        f"| {others} | {seconds:.0f} |",
        flush=True,
    )


def written(debate: argmap.model.Debate) -> str:
    """Return a debate as AIF."""
    return write(debate, format="aif").text


def parts(file: dict[str, list[dict[str, object]]]) -> Counter[object]:
    """Return the nodes and edges of a file of AIF; spaces in texts are reported where they are changed."""
    nodes: Counter[object] = Counter(
        (node["nodeID"], node["type"], " ".join(str(node["text"]).split())) for node in file["nodes"]
    )
    return nodes + Counter((edge["fromID"], edge["toID"]) for edge in file["edges"])


def kept_by_arguebuf(paths: list[Path]) -> str:
    """Return how many nodes and edges arguebuf keeps of files, and of how many it says so."""
    try:
        import arguebuf  # type: ignore[import-not-found]  # people may have it or not
    except ImportError:
        return "not installed"
    nodes = edges = 0
    for path in paths:
        with contextlib.suppress(Exception):
            graph = arguebuf.load.file(path)
            nodes, edges = nodes + len(graph.nodes), edges + len(graph.edges)
    return f"{nodes + edges} kept"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
