"""The house stays in order: small rooms, no circles, and one name for each thing."""

import gc
from pathlib import Path

import pytest
from tests.benchmarks import structure


@pytest.fixture(scope="module")
def found() -> tuple[structure.Module, ...]:
    # Syntax trees are many objects and none is garbage: looking for it takes longer than reading them.
    gc.disable()
    try:
        return structure.modules(structure.SOURCE)
    finally:
        gc.enable()


def test_no_room_has_more_than_twenty_modules(found: tuple[structure.Module, ...]) -> None:
    assert {room: number for room, number in structure.rooms(found).items() if number > 20} == {}


def test_no_two_classes_have_the_same_name(found: tuple[structure.Module, ...]) -> None:
    assert structure.repeated(structure.class_names(found)) == []


def test_no_two_files_have_the_same_name(found: tuple[structure.Module, ...]) -> None:
    assert structure.repeated(structure.file_names(found)) == []


def test_no_imports_go_round_in_circles(found: tuple[structure.Module, ...]) -> None:
    assert structure.circles(structure.imports_of(found)) == []


def test_no_function_is_more_complex_than_twenty() -> None:
    assert [number for number in structure.complexities_of(structure.SOURCE) if number > 20] == []


def test_no_package_of_tests_has_tests_below_it() -> None:
    # Where a module of tests is imported first from below a package, pytest puts something else in its place.
    packages = [path.parent for path in Path("tests").rglob("__init__.py") if _is_ours(path)]
    assert packages
    below = [path for package in packages for path in package.glob("*/**/test_*.py") if _is_ours(path)]
    assert below == []


def _is_ours(path: Path) -> bool:
    # Benchmarks install what they compare beside themselves.
    return not any(part.startswith(".") or part == "node_modules" for part in path.parts)
