"""Documents of many files are what `load` returns for each, in their order."""

from pathlib import Path

import pytest

import argmap


@pytest.fixture
def debates(tmp_path: Path) -> Path:
    for name in "bca":
        (tmp_path / f"{name}.argdown").write_text(f"[{name}]: It is so.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_come_in_order_and_are_those_of_their_files(debates: Path, jobs: int) -> None:
    loaded = [*argmap.load_all(debates, jobs=jobs)]
    expected = [argmap.load(debates / f"{name}.argdown") for name in "abc"]
    assert [document.debate for document in loaded] == [document.debate for document in expected]
    assert [str(document.path) for document in loaded] == [str(document.path) for document in expected]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_read_is_an_error_when_it_is_reached(debates: Path, jobs: int) -> None:
    (debates / "b.argdown").write_bytes(b"\xff")
    documents = argmap.load_all(debates, jobs=jobs)
    assert list(next(documents).debate.claims) == ["a"]
    with pytest.raises(UnicodeDecodeError):
        next(documents)


def test_settings_count_in_every_process(debates: Path) -> None:
    loaded = argmap.load_all(debates, jobs=2, overrides={"model": {"mode": "strict"}})
    assert {document.settings.model.mode for document in loaded} == {"strict"}


def test_what_cannot_be_done_is_refused_at_once(debates: Path) -> None:
    with pytest.raises(ValueError, match="jobs must be 1 or more"):
        argmap.load_all(debates, jobs=0)
    with pytest.raises(ValueError, match="nothing"):
        argmap.load_all(debates, overrides={"nothing": 1})
    with pytest.raises(LookupError):
        list(argmap.load_all(debates / "*.ad"))
