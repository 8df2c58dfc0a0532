"""Reads files with arguebuf: a JSON list of paths in, what it keeps of each out; see other_corpora.py.

It runs in an environment of its own, which has nothing of argmap.
"""

from __future__ import annotations

import json
import sys
import time

import arguebuf  # type: ignore[import-not-found]  # it is not in the environment of argmap


def _kept(path: str) -> dict[str, object] | None:
    """Return the nodes, edges, atoms with a text and schemes of a graph, None if it cannot be read."""
    try:
        graph = arguebuf.load.file(path)
    except Exception as error:
        print(f"{path}: {type(error).__name__}: {str(error)[:100]}", file=sys.stderr)
        return None
    return {
        "nodes": list(graph.nodes),
        "edges": [[edge.source.id, edge.target.id] for edge in graph.edges.values()],
        "atoms": sum(1 for atom in graph.atom_nodes.values() if atom.text),
        "schemes": len(graph.scheme_nodes),
    }


if __name__ == "__main__":
    paths = json.load(sys.stdin)
    begun = time.process_time()
    graphs = [_kept(path) for path in paths]
    json.dump({"seconds": time.process_time() - begun, "graphs": graphs}, sys.stdout)
