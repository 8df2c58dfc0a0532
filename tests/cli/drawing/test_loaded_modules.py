"""`argmap render` loads what a picture needs: two thirds of a short command are spent on loading."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest
from attrs import fields

from argmap.equality import equality, value_hash

# What other commands, other formats and mistakes are for, and what takes long to load.
UNWANTED = (
    "graphviz",
    "lark",
    "networkx",
    "yaml",
    "hypothesis",
    "statistics",
    "tempfile",
    "zipfile",
    "bz2",
    "lzma",
    "shutil",
    "tomllib",
    "importlib.resources",
    "argmap.editing",
    "argmap.formatting",
    "argmap.writing",
    "argmap.reports",
    "argmap.comparing",
    "argmap.selectors",
    "argmap.model.sameness",
    "argmap.reasoning.theories",
    "argmap.proving",
    "argmap.logic",
    "argmap.lsp",
    "argmap.reading.mistakes.lookalikes",
    "argmap.reading.explode",
    "argmap.reading.mistakes.odd_questions",
    "argmap.settings.project_file",
    "argmap.settings.config_locations",
    "argmap.render.mermaid",
    "argmap.render.page.web_page",
    "argmap.render.page.page_options",
    "argmap.analysis.graph",
    "argmap.fences.page_places",
)
# A drawing takes 284; each further one takes a third of a millisecond and more.
MOST_OWN_MODULES = 288
# A drawing makes 72; each further one takes a fifth of a millisecond, three times as long as a named tuple.
MOST_CLASSES_OF_ATTRS = 75


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The modules that a command loads which draws a map in German with frontmatter, evidence and data."""
    folder: Path = tmp_path_factory.mktemp("drawn")
    file = folder / "debate.argdown"
    file.write_text(
        "===\ntitle: Über Spaß\n===\n\n# Größe\n\n[A]: So *ist* es. {x: 1}\n"
        "  + [^E]: Gemessen. {source: Jörg}\n  - <B>: Nein.\n\n"
        "<B>\n\n(1) Es regnet.\n-- modus ponens --\n(2) [C]: Also nicht.\n",
        encoding="utf-8",
    )
    command = ("-m", "argmap.cli", "render", str(file), "-o", str(folder / "out.svg"))
    # What measures tests may have loaded something before.
    return loaded_by(*command) - loaded_by("-c", "pass")


def loaded_by(*arguments: str) -> frozenset[str]:
    """The modules that a fresh Python loads."""
    command = [sys.executable, "-X", "importtime", *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = (line for line in ran.stderr.splitlines() if line.startswith("import time:"))
    return frozenset(line.rpartition("|")[2].strip() for line in lines)


def test_drawing_loads_nothing_that_a_picture_does_not_need(loaded: frozenset[str]) -> None:
    assert {"argmap.render.draw", "argmap.reading.reader"} <= loaded
    assert loaded.isdisjoint(UNWANTED)


def test_drawing_loads_few_modules(loaded: frozenset[str]) -> None:
    own = [name for name in loaded if name.startswith("argmap")]
    assert len(own) <= MOST_OWN_MODULES, sorted(own)


@pytest.fixture(scope="module")
def classes(loaded: frozenset[str]) -> list[type]:
    """Our own classes that a picture needs."""
    names = [name for name in loaded if name.startswith("argmap") and "__main__" not in name]
    kinds = {kind for name in names for kind in vars(import_module(name)).values() if isinstance(kind, type)}
    return [kind for kind in kinds if kind.__module__ in names]


def test_few_classes_of_a_picture_are_of_attrs(classes: list[type]) -> None:
    of_attrs = sorted(kind.__name__ for kind in classes if "__attrs_attrs__" in kind.__dict__)
    assert len(of_attrs) <= MOST_CLASSES_OF_ATTRS, of_attrs


def test_no_class_of_a_picture_compiles_how_it_is_shown_or_compared(classes: list[type]) -> None:
    names = ("__repr__", "__eq__", "__hash__")
    methods = [kind.__dict__.get(name) for kind in classes for name in names]
    files = [way.__code__.co_filename for way in methods if isinstance(way, FunctionType)]
    assert [file for file in files if file.startswith("<attrs generated")] == []


def test_fields_of_classes_that_compare_as_all_do_have_no_way_of_their_own(classes: list[type]) -> None:
    alike = [kind for kind in classes if kind.__dict__.get("__eq__") is equality]
    assert len(alike) > 50
    assert [kind for kind in alike if kind.__dict__["__hash__"] is not value_hash] == []
    odd = [field for kind in alike for field in fields(kind) if field.eq_key or field.hash is not None]
    assert odd == []
