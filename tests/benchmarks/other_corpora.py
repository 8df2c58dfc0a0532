"""Corpora of other programs, from checkouts: `python -m tests.benchmarks.other_corpora FOLDER [CORPUS...]`.

FOLDER has the checkouts as `OWNER/NAME`, such as recap-utr/arguebase-public. Each file is read, written as
Argdown and read again, and written back; parts that are not there again are counted, and values that differ
although no report says so. With `--arguebuf PYTHON`, the interpreter of an environment that has the library
arguebuf, the same files are read with it. Seconds are those of one core, for reading alone.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections import Counter
from pathlib import Path

import click

import argmap
from argmap.interop import FormatError, read, same

from .corpus_parts import differences, parts_of_debate, parts_of_file

_ARGUEBASE = "recap-utr/arguebase-public"
# By name: the repository, its files, and their format.
CORPORA = {
    "araucaria": (_ARGUEBASE, "araucaria/format=aif,lang=*/*.json", "aif"),
    "iac": (_ARGUEBASE, "iac/format=aif,lang=*/*.json", "aif"),
    "microtexts": (_ARGUEBASE, "microtexts/format=aif,lang=*/*.json", "aif"),
    "qt30": (_ARGUEBASE, "qt30/format=aif,lang=*/*.json", "aif"),
    "us-2016": (_ARGUEBASE, "us-2016/format=aif,lang=*/*.json", "aif"),
    "microtexts, arggraph": (_ARGUEBASE, "microtexts*/format=arggraph,lang=*/*.xml", "arggraph"),
    "persuasive essays": (_ARGUEBASE, "persuasive-essays/format=brat,lang=*/*.ann", "brat"),
    "kialo": ("edoguido/Kialo-Parser", "test/*.txt", "kialo"),
    "gsn2x": ("jonasthewolf/gsn2x", "**/*.yaml", "gsn"),
    "verocase": ("david-a-wheeler/verocase", "**/*.ltac", "ltac"),
    "carneades": ("carneades/carneades-4", "examples/AGs/YAML/*.yml", "carneades"),
    "bags": ("nicopotyka/Uncertainpy", "bags/*.bag", "bag"),
    "mindmup": ("s6mike/argmap", "**/*.mup", "mindmup"),
}
# What arguebuf reads, too.
_SHARED = frozenset({"aif", "arggraph", "brat"})
_HEAD = "corpus | files | refused | the same as text | nodes and edges | kept | otherwise | s"


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("corpora", nargs=-1)
@click.option("--arguebuf", help="A Python interpreter with the library arguebuf.")
def main(folder: Path, corpora: tuple[str, ...], arguebuf: str | None) -> None:
    """Print a row for each of CORPORA, or for all that are in FOLDER."""
    head = _HEAD + (" | arguebuf: refused | kept | s" if arguebuf else "")
    print(f"| {head} |\n| --- |{' --: |' * head.count('|')}")
    for name, (repository, files, form) in CORPORA.items():
        paths = sorted((folder / repository).glob(files))
        if paths and (not corpora or name in corpora):
            cells = [name, *_cells(paths, form)]
            if arguebuf:
                cells += _cells_of_arguebuf(paths, form, arguebuf) if form in _SHARED else ["–"] * 3
            print(f"| {' | '.join(cells)} |", flush=True)


def _cells(paths: list[Path], form: str) -> list[str]:
    """Return what becomes of the files of a corpus."""
    counts: Counter[str] = Counter()
    seconds = 0.0
    for path in paths:
        data = path.read_bytes()
        begun = time.process_time()
        try:
            reading = read(data, format=form)
        except FormatError:
            counts["refused"] += 1
            continue
        finally:
            seconds += time.process_time() - begun
        again = argmap.parse(argmap.to_text(reading.debate)).debate
        counts["same"] += same(again, reading.debate)
        parts = parts_of_file(data, form) or set()
        counts["parts"] += len(parts)
        counts["kept"] += len(parts & parts_of_debate(again, form))
        if form == "aif":
            counts["otherwise"] += differences(data, again)
    shown = [f"{counts[name]:,}" for name in ("refused", "same")]
    shown += [f"{counts[name]:,}" if form in _SHARED else "–" for name in ("parts", "kept")]
    return [f"{len(paths):,}", *shown, f"{counts['otherwise']:,}" if form == "aif" else "–", f"{seconds:.1f}"]


def _cells_of_arguebuf(paths: list[Path], form: str, python: str) -> list[str]:
    """Return how many files arguebuf refuses, how many of their parts it keeps, and its seconds."""
    worker = Path(__file__).with_name("arguebuf_worker.py")
    files = json.dumps([str(path.resolve()) for path in paths])
    # -P: this folder has modules that are called as some of the standard library are.
    done = subprocess.run([python, "-P", worker], input=files, stdout=subprocess.PIPE, text=True, check=True)
    answer = json.loads(done.stdout)
    kept = 0
    for path, graph in zip(paths, answer["graphs"], strict=True):
        if graph is not None and form == "brat":
            # It gives them ids of its own; it makes the stance of an attribute a scheme.
            kept += graph["atoms"] + graph["schemes"]
        elif graph is not None:
            names = {*graph["nodes"], *map(tuple, graph["edges"])}
            kept += len((parts_of_file(path.read_bytes(), form) or set()) & names)
    return [f"{answer['graphs'].count(None):,}", f"{kept:,}", f"{answer['seconds']:.1f}"]


if __name__ == "__main__":
    main()
