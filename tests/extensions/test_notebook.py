"""Things show themselves in a notebook that a real kernel runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

import argmap

MAP = "[Sun]: It shines.\n  + [Forecast]: They said so."
WRONG = "[Sun]: It shines.\n    + [Forecast]: They said so.\n  + [Other]: So they did. {a: [}"
CELLS = {
    "import": "import argmap\n%load_ext argmap",
    "cell": f"%%argmap\n{MAP}",
    "left out": f"%%argmap\n{MAP}\n\n[Sea]: It is calm.",
    "wrong": f"%%argmap --name weather\n{WRONG}",
    "named": "print(list(weather.debate.claims))",
    "document": f"document = argmap.parse({MAP!r})\ndocument",
    "wrong document": "weather",
    "debate": "document.debate",
    "map": "argmap.build_map(document.debate)",
    "drawing": "argmap.draw(document)",
    "no engine": "argmap.draw(document, engine='/no/such/engine')",
    "strict": f"%%argmap --mode strict -n strict --no-map\n{MAP}",
    "entailment": "print(strict.debate.relations[0].kind.value)",
    "file": "%argmap debate.argdown",
    "no theme": f"%%argmap --theme nosuch\n{MAP}",
    "a program": f"%%argmap --engine ./x.sh\n{MAP}",
    "a theme elsewhere": f"%%argmap --theme ../mine.toml\n{MAP}",
    "a file elsewhere": "%argmap ../debate.argdown",
    "no option": f"%%argmap --color red\n{MAP}",
    "no variable": f"%%argmap --name class\n{MAP}",
    "no number": f"%%argmap --radius two\n{MAP}",
    "quote": f"%%argmap --name 'a\n{MAP}",
    "no file": "%argmap nosuch.argdown",
    "nothing": "%argmap",
    "file and cell": f"%%argmap debate.argdown\n{MAP}",
    "alive": "print('still here')",
}
REFUSED = (
    "a program",
    "a theme elsewhere",
    "a file elsewhere",
    "no theme",
    "no option",
    "no variable",
    "no number",
    "quote",
    "no file",
    "nothing",
    "file and cell",
)


# In a process of its own: a client leaves sockets open until it ends.
RUN = """
import sys, nbformat
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

manager = AsyncKernelManager()
# The kernel of this environment, whatever kernels the machine knows.
command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
manager._kernel_spec = KernelSpec(argv=command, language="python")
notebook = nbformat.read("before.ipynb", 4)
NotebookClient(notebook, km=manager, timeout=120).execute()
nbformat.write(notebook, "after.ipynb")
"""


def executed(notebook: nbformat.NotebookNode, folder: Path) -> list[nbformat.NotebookNode]:
    """Return the cells of a notebook that a kernel has run in a folder."""
    nbformat.write(notebook, folder / "before.ipynb")
    subprocess.run([sys.executable, "-W", "ignore", "-c", RUN], cwd=folder, check=True, capture_output=True)
    cells: list[nbformat.NotebookNode] = nbformat.read(folder / "after.ipynb", 4).cells
    return cells


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[nbformat.NotebookNode]]:
    folder: Path = tmp_path_factory.mktemp("notebook")
    (folder / "debate.argdown").write_text(MAP)
    cells = [new_code_cell(text, metadata={"tags": ["raises-exception"]}) for text in CELLS.values()]
    ran = executed(new_notebook(cells=cells), folder)
    return {name: cell.outputs for name, cell in zip(CELLS, ran, strict=True)}


def pictures(outputs: list[nbformat.NotebookNode]) -> Iterator[nbformat.NotebookNode]:
    return (one.data for one in outputs if "data" in one and "image/svg+xml" in one.data)


def streams(outputs: list[nbformat.NotebookNode]) -> str:
    return "".join(one.text for one in outputs if one.output_type == "stream")


@pytest.mark.parametrize("name", ["cell", "wrong", "document", "debate", "map", "drawing", "file"])
def test_it_shows_its_map(outputs: dict[str, list[nbformat.NotebookNode]], name: str) -> None:
    (shown,) = pictures(outputs[name])
    assert shown["image/svg+xml"].startswith("<svg")
    assert "They said so." in shown["image/svg+xml"]
    assert shown["text/plain"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("document", "Document(47 characters, 0 findings)"),
        ("debate", "Debate(2 claims, 0 pieces of evidence, 0 arguments, 1 relation)"),
        ("map", "<ArgumentMap of 2 nodes and 1 edge>"),
        ("drawing", "<Drawing of 2 nodes and 1 edge>"),
    ],
)
def test_text_is_the_fall_back(
    outputs: dict[str, list[nbformat.NotebookNode]], name: str, words: str
) -> None:
    (shown,) = pictures(outputs[name])
    assert shown["text/plain"].splitlines()[0] == words


@pytest.mark.parametrize("name", ["cell", "document", "debate"])
def test_words_are_an_outline(outputs: dict[str, list[nbformat.NotebookNode]], name: str) -> None:
    (shown,) = pictures(outputs[name])
    assert shown["text/plain"].endswith("\n\nclaim [Sun]: It shines.\n  + claim [Forecast]: They said so.")


def test_long_outlines_are_cut() -> None:
    words = argmap.parse("\n\n".join(f"[{number}]: a" for number in range(70)))._repr_mimebundle_()
    assert words["text/plain"].endswith("… 79 more lines; `argmap.outline` returns them all")


def test_what_the_map_leaves_out_is_said(outputs: dict[str, list[nbformat.NotebookNode]]) -> None:
    assert streams(outputs["left out"]).startswith("1 of 3 elements is not shown")
    assert streams(outputs["cell"]) == ""


def test_mistakes_stand_above_the_map_with_the_lines_of_the_cell(
    outputs: dict[str, list[nbformat.NotebookNode]],
) -> None:
    said = streams(outputs["wrong"])
    assert "cell:4:3" in said
    assert "S106" in said
    assert "R201" in said
    assert outputs["wrong"][0].output_type == "stream"


def test_a_document_with_mistakes_shows_them_with_its_map(
    outputs: dict[str, list[nbformat.NotebookNode]],
) -> None:
    (shown,) = pictures(outputs["wrong document"])
    assert "S106" in shown["text/html"]
    assert "<svg" in shown["text/html"]


def test_without_an_engine_words_are_left(outputs: dict[str, list[nbformat.NotebookNode]]) -> None:
    (shown,) = outputs["no engine"]
    assert list(shown.data) == ["text/plain"]
    assert "/no/such/engine" in shown.data["text/plain"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("named", "['Sun', 'Forecast', 'Other']\n"),
        ("entailment", "entails\n"),
        ("strict", ""),
        ("alive", "still here\n"),
    ],
)
def test_what_a_cell_prints(outputs: dict[str, list[nbformat.NotebookNode]], name: str, said: str) -> None:
    assert streams(outputs[name]) == said


@pytest.mark.parametrize("name", REFUSED)
def test_what_makes_no_sense_is_said_without_a_traceback(
    outputs: dict[str, list[nbformat.NotebookNode]], name: str
) -> None:
    assert streams(outputs[name]).startswith("UsageError: ")
    assert list(pictures(outputs[name])) == []


def test_the_fall_back_of_a_debate_says_why_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_DOT", "/no/such/engine")
    shown = argmap.parse(MAP).debate._repr_mimebundle_()
    assert list(shown) == ["text/plain"]
    assert shown["text/plain"].startswith("Debate(2 claims")
    assert "/no/such/engine" in shown["text/plain"]


DOCUMENT = argmap.parse(MAP)


@pytest.mark.parametrize("thing", [DOCUMENT, DOCUMENT.debate, argmap.build_map(DOCUMENT.debate)], ids=type)
def test_viewers_that_know_only_svg_get_it(thing: argmap.Document) -> None:
    assert thing._repr_svg_().startswith("<svg")


def test_the_notebook_among_the_examples_runs(tmp_path: Path) -> None:
    examples = Path(__file__).resolve().parents[2] / "examples"
    shutil.copy(examples / "falling-bodies.argdown", tmp_path)
    cells = executed(nbformat.read(examples / "notebook.ipynb", 4), tmp_path)
    shown = [len(list(pictures(cell.outputs))) for cell in cells if cell.cell_type == "code"]
    assert shown == [0, 1, 0, 1, 1, 1]
    assert "cell:4:3" in streams(cells[-3].outputs)
