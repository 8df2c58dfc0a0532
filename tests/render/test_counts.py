"""Every SVG has the nodes and edges of its map, whatever document that is made from."""

import json
from itertools import islice
from pathlib import Path

import pytest
from tests.counting_pictures import shown_by, shown_in

import argmap

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "conformance"
# Larger ones take long to lay out, and are like the smaller ones.
_LONGEST = 6_000
_EACH = 40


def _inputs(name: str) -> list[str]:
    path = DATA / f"{name}.jsonl"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")
    texts = (json.loads(line)["input"] for line in lines if line)
    # Spread over the whole file: neighbours are alike.
    fitting = [text for text in texts if len(text) <= _LONGEST]
    return list(islice(fitting, 0, None, max(1, len(fitting) // _EACH)))


@pytest.mark.parametrize("detail", ["auto", "text", "full"])
@pytest.mark.parametrize("name", ["corpus", "probes", "generated"])
def test_drawings_of_conformance_documents_are_whole(name: str, detail: str) -> None:
    texts = _inputs(name)
    if not texts:
        pytest.skip("the conformance data are not beside the repository")
    drawings = [argmap.draw(argmap.parse(text), engine="embedded", detail=detail) for text in texts]
    wrong = [
        text
        for text, drawing in zip(texts, drawings, strict=True)
        if shown_in(drawing.svg()) != shown_by(drawing.map)
    ]
    assert wrong == []


@pytest.mark.parametrize("theme", ["default", "dark", "print", "colorblind", "argdown"])
@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.argdown")), ids=lambda path: path.stem)
def test_drawings_of_examples_are_whole(path: Path, theme: str) -> None:
    drawing = argmap.draw(argmap.load(path), theme=theme, engine="embedded", detail="full", legend=True)
    assert shown_in(drawing.svg()) == shown_by(drawing.map)
